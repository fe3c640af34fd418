import { describe, expect, it } from '@jest/globals';
import { phoneKey, samePerson, type PersonMarks } from './same-person.js';

const somebody = (name: string, more: Partial<PersonMarks> = {}): PersonMarks => ({ name, emails: [], phones: [], organisationIds: [], ...more });

describe('the same person', () => {
  it.each([
    ['name and address, whatever the capitals', somebody('María Núñez', { emails: ['M.Nunez@red.example'] }), somebody('MARIA NUÑEZ', { emails: ['m.nunez@red.example '] }), 'same', 'name_and_email'],
    ['name in another order and a telephone without its prefix', somebody('Núñez, María', { phones: ['+502 5550-1234'] }), somebody('María Núñez', { phones: ['5550 1234'] }), 'same', 'name_and_phone'],
    ['name and place of work', somebody('Ana Paz', { organisationIds: ['a'] }), somebody('Ana Paz', { organisationIds: ['b', 'a'] }), 'same', 'name_and_organisation'],
    ['a name alone, for names repeat', somebody('Ana Paz'), somebody('Ana Paz'), 'maybe', 'name'],
    ['an address alone, for an office shares its mailbox', somebody('Ana Paz', { emails: ['info@red.example'] }), somebody('Luis Gil', { emails: ['info@red.example'] }), 'maybe', 'email'],
    ['a telephone alone', somebody('Ana Paz', { phones: ['2222-3333'] }), somebody('Luis Gil', { phones: ['22223333'] }), 'maybe', 'phone'],
    ['fewer of the names', somebody('María Núñez'), somebody('María Ángela Núñez Paz'), 'maybe', 'similar_name'],
    ['a name misspelt', somebody('Rafael Sotto'), somebody('Rafael Soto'), 'maybe', 'similar_name'],
    ['another name', somebody('Ana Paz', { organisationIds: ['a'] }), somebody('Luis Gil', { organisationIds: ['a'] }), 'different', 'nothing_shared'],
    ['nameless', somebody(''), somebody(''), 'different', 'nothing_shared'],
  ])('by %s', (_, a, b, verdict, because) => {
    expect(samePerson(a, b)).toEqual({ verdict, because });
    expect(samePerson(b, a)).toEqual({ verdict, because });
  });

  it('is not told by an extension or a few digits', () => {
    expect([phoneKey('tel:+1-418-656-9254;ext=102'), phoneKey('102'), phoneKey('BusinessPhone')]).toEqual(['86569254'.slice(-8), '', '']);
    expect(samePerson(somebody('Ana Paz', { phones: ['102'] }), somebody('Luis Gil', { phones: ['102'] })).verdict).toBe('different');
  });
});
