import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES, PROBLEM_CODES } from '@tejido/domain/error.js';
import { en } from './en.js';
import { es } from './es.js';

const flat = (node: object, path = ''): [string, string][] => Object.entries(node).flatMap(([key, value]) =>
  typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value as object, `${path}${key}.`));
const variables = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).sort();

const spanish = new Map(flat(es));
const english = new Map(flat(en));

// Words that are written alike in both languages; anything else that is equal was forgotten.
const ALIKE = new Set(['No', '—', 'Español', 'English', '{{from}} – {{to}}', 'Regional', 'CORETT', '{{shown}} – {{total}}', 'Total', '%', 'Alias', 'Agenda', '{{count}} min', 'PDF', 'Word (DOCX)', 'https://…']);

describe('the catalogues', () => {
  it('have the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...spanish.keys()].sort());
  });

  it('have no empty text', () => {
    const empty = [...spanish, ...english].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it('fill the same values in both languages', () => {
    const differing = [...spanish].filter(([key, text]) => variables(text).join() !== variables(english.get(key) ?? '').join());
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('leave no Spanish in the English texts', () => {
    const left = [...english].filter(([key, text]) => /[áéíóúñ¿¡«»]/i.test(text.replace('Español', ''))
      || (text === spanish.get(key) && /\p{L}/u.test(text.replace(/\{\{.*?\}\}/g, '')) && !ALIKE.has(text)));
    expect(left).toEqual([]);
  });

  it('have a plural for every singular', () => {
    const alone = [...spanish.keys()].filter((key) => key.endsWith('_one') && !spanish.has(key.replace(/_one$/, '_other')));
    expect(alone).toEqual([]);
  });

  it('have a text for every error and problem that the domain knows', () => {
    expect(Object.keys(es.errors.codes).sort()).toEqual([...ERROR_CODES].sort());
    expect(Object.keys(es.errors.problems).sort()).toEqual([...PROBLEM_CODES].sort());
  });
});
