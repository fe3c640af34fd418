import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type OrganisationMarks, sameOrganisation } from './same-organisation.js';

const marks = (name: string, more: Partial<OrganisationMarks> = {}): OrganisationMarks =>
  ({ names: [name], acronyms: [], identifiers: [], website: null, country: null, ...more });
const ror = (value: string) => ({ identifiers: [{ scheme: 'ROR', value }] });

describe('two records', () => {
  it.each<[string, OrganisationMarks, OrganisationMarks, string, string]>([
    ['written without accents', marks('Cáritas'), marks('CARITAS'), 'same', 'name'],
    ['with and without legal form', marks('Radio Ulúa, S.A. de C.V.'), marks('Radio Ulua'), 'same', 'name'],
    ['under a former name', marks('PRETT', { names: ['Programa Mesoamérica', 'PRETT'] }), marks('Prett'), 'same', 'name'],
    ['with one identifier, once as an address', marks('IOM', ror('https://ror.org/02mhbdp94')), marks('OIM', ror('02mhbdp94')), 'same', 'identifier'],
    ['with two identifiers of a one-each scheme', marks('Casa A', ror('02mhbdp94')), marks('Casa B', ror('05a28rw58')), 'different', 'identifier_differs'],
    ['with one name and two identifiers', marks('Casa', ror('02mhbdp94')), marks('Casa', ror('05a28rw58')), 'maybe', 'identifier_differs'],
    ['that are ministries of two states', marks('Ministerio de Relaciones Exteriores', { country: 'GT' }), marks('Ministerio de Relaciones Exteriores', { country: 'HN' }), 'maybe', 'name_in_other_country'],
    ['acronym and full name', marks('OIM'), marks('Organización Internacional para las Migraciones'), 'maybe', 'acronym'],
    ['with one website', marks('ONU Migración', { website: 'https://www.iom.int/es' }), marks('Int. Org.', { website: 'iom.int' }), 'maybe', 'website'],
    ['misspelt', marks('Fundación Sobrevivientes'), marks('Fundacion Sobrevivientez'), 'maybe', 'similar_name'],
    ['with nothing in common', marks('Cruz Roja Hondureña'), marks('Banco Mundial'), 'different', 'nothing_shared'],
    ['without any letters', marks('???'), marks('!!!'), 'different', 'nothing_shared'],
  ])('%s', (_, a, b, verdict, because) => {
    expect(sameOrganisation(a, b)).toMatchObject({ verdict, because });
  });

  it('are judged alike in either order, and a record is the same as itself', () => {
    const name = fc.constantFrom('Casa Alianza', 'CASA ALIANZA A.C.', 'CA', 'Casa de la Alianza', 'OIM', 'Organización Internacional de Migraciones');
    const any = fc.record({
      names: fc.array(name, { minLength: 1, maxLength: 2 }), acronyms: fc.array(fc.constantFrom('CA', 'OIM'), { maxLength: 1 }),
      identifiers: fc.array(fc.record({ scheme: fc.constantFrom('ror', 'XI'), value: fc.constantFrom('1', '2') }), { maxLength: 1 }),
      website: fc.constantFrom(null, 'https://iom.int'), country: fc.constantFrom(null, 'GT', 'HN'),
    });
    fc.assert(fc.property(any, any, (a, b) => {
      expect(sameOrganisation(a, b)).toEqual(sameOrganisation(b, a));
      expect(sameOrganisation(a, a).verdict).toBe('same');
    }));
  });
});
