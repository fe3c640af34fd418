import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { acronymOf, fold, hostOf, nameKey, neutraliseCell, restoreCell, similarity, trigrams } from './text.js';

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());
const starts = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', "'", ' ', '\u00a0', '\u200b', 'a', '5');

describe('folding', () => {
  it('forgets case, accents and punctuation', () => {
    expect(fold('  Organización  “MIGRANTE”, A.C. ')).toBe('organizacion migrante a c');
    expect(fold('Cáritas')).toBe(fold('CARITAS'));
    expect(fold('¡¿—?!')).toBe('');
  });

  it('is idempotent', () => {
    fc.assert(fc.property(anyText, (text) => expect(fold(fold(text))).toBe(fold(text))), { numRuns: 2000 });
  });
});

describe('the key of a name', () => {
  it.each([
    ['Radio Ulúa, S.A. de C.V.', 'RADIO ULUA SA de CV'],
    ['Casa Alianza, A.C.', 'ONG Casa Alianza'],
    ['O.I.M.', 'OIM'],
    ['Acme Inc.', 'ACME, Ltd'],
    ['Transportes del Sur S. de R.L.', 'Transportes del Sur'],
  ])('is one for %s and %s', (a, b) => expect(nameKey(a)).toBe(nameKey(b)));

  it('keeps different names apart and never loses a whole name', () => {
    expect(nameKey('Casa Alianza Honduras')).not.toBe(nameKey('Casa Alianza'));
    expect(nameKey('S.A.')).toBe('sa');
    fc.assert(fc.property(anyText, (text) => expect(nameKey(text) === '').toBe(fold(text) === '')));
  });
});

describe('initials', () => {
  it.each([
    ['Organización Internacional para las Migraciones', 'OIM'],
    ['Coalición Regional contra la Trata de Personas y el Tráfico Ilícito de Migrantes', 'CRTPTIM'],
    ['International Organization for Migration', 'IOM'],
    ['de la', 'DL'],
    ['', ''],
  ])('of %p are %p', (name, initials) => expect(acronymOf(name)).toBe(initials));
});

describe('similarity', () => {
  // The figures of PostgreSQL's documentation of pg_trgm and of show_trgm('word').
  it('cuts and counts as pg_trgm does', () => {
    expect([...trigrams('cat')].sort()).toEqual(['  c', ' ca', 'at ', 'cat']);
    expect([...trigrams('foo|bar')].sort()).toEqual(['  b', '  f', ' ba', ' fo', 'ar ', 'bar', 'foo', 'oo ']);
    expect(similarity('word', 'two words')).toBeCloseTo(0.363636, 5);
  });

  it('is 1 for equals, 0 for nothing in common, and the same both ways', () => {
    expect([similarity('Migración', 'MIGRACION'), similarity('abc', 'xyz'), similarity('', '')]).toEqual([1, 0, 0]);
    fc.assert(fc.property(anyText, anyText, (a, b) => {
      expect(similarity(a, b)).toBe(similarity(b, a));
      expect(similarity(a, b)).toBeLessThanOrEqual(1);
    }));
  });
});

describe('a spreadsheet cell', () => {
  it.each(['=1+1', '+502 2222', '-3', '@a', '\tx', '\rx', '＝A1', '  =A1', '\u00a0=A1', "'=A1"])('%p is quoted', (text) => {
    expect(neutraliseCell(text)).toBe(`'${text}`);
  });

  it.each(['CORETT', "l'Amérique", "'tis", '2024-01-01', ' blank', ''])('%p stays', (text) => {
    expect(neutraliseCell(text)).toBe(text);
  });

  it('comes back as it was, and never runs', () => {
    const texts = fc.tuple(fc.array(starts, { maxLength: 4 }), anyText).map(([start, rest]) => start.join('') + rest);
    fc.assert(fc.property(texts, (text) => {
      expect(restoreCell(neutraliseCell(text))).toBe(text);
      expect(neutraliseCell(text)).not.toMatch(/^\s*[=+\-@＝]/u);
    }), { numRuns: 2000 });
  });
});

describe('the host of an address', () => {
  it.each([
    ['https://www.iom.int/es?a=1', 'iom.int'], ['IOM.int', 'iom.int'], ['http://user@rosanjose.iom.int:8080/', 'rosanjose.iom.int'],
    ['no address', null], ['', null], ['localhost', null],
  ])('%p is %p', (address, host) => expect(hostOf(address)).toBe(host));
});
