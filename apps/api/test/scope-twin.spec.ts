import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import sql from 'sql-template-tag';
import { canRead, ROLES, VISIBILITIES, type Viewer } from '@tejido/domain/policy.js';
import { fold } from '@tejido/domain/text.js';
import { readableBy } from '../src/platform/access/scope.js';
import { openRegistry, type Registry } from './support/harness.js';

let registry: Registry;
beforeAll(async () => { registry = await openRegistry(); });
afterAll(() => registry.close());

const COUNTRIES = [null, 'HN', 'GT'];
const VIEWERS: Viewer[] = ROLES.flatMap((role) => COUNTRIES.map((country) => ({ userId: role === 'public' ? null : 'somebody', role, country })));
const ROWS = VISIBILITIES.flatMap((visibility) => COUNTRIES.map((country) => ({ visibility, country })));

describe('SQL and the domain say the same', () => {
  it.each(VIEWERS)('of what $role of $country may read', async (viewer) => {
    const { text, values } = sql`select r.visibility, r.country from json_to_recordset(${JSON.stringify(ROWS)}) r(visibility text, country text) where ${readableBy(viewer, sql`r`)}`;
    const found = (await registry.sql<{ visibility: string; country: string | null }>(text, values)).map(({ visibility, country }) => `${visibility} ${country}`);
    expect(found).toEqual(ROWS.filter((row) => canRead(viewer, row)).map(({ visibility, country }) => `${visibility} ${country}`));
  });

  it('of how a text folds', async () => {
    // Latin, Greek and Cyrillic with their marks, and the signs between: what the register's languages are written with.
    const letters = fc.oneof(fc.integer({ min: 0x20, max: 0x24f }), fc.integer({ min: 0x300, max: 0x36f }), fc.integer({ min: 0x391, max: 0x3c9 }), fc.integer({ min: 0x400, max: 0x44f }), fc.integer({ min: 0x1e00, max: 0x1eff }),
      fc.integer({ min: 0x2000, max: 0x206f })).map((code) => String.fromCodePoint(code));
    const pieces = fc.constantFrom('Organización', 'ÑANDÚ', 'S.A. de C.V.', 'İstanbul', 'straße', 'ﬁn', 'Ⅳ', '①', 'Ａｂｃ', 'naïve', 'Ελλάς', 'Москва́', '移民', 'مهاجر', '٣', '½', '²', '—', '“x”', "O'Neill", 'a\u0301', '\u00a0', '\t', '🙂', '_', '-', 'e\u0323\u0302');
    const text = fc.oneof(fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join('')), fc.string({ unit: letters, maxLength: 30 }), fc.string({ unit: 'binary-ascii', maxLength: 30 }));
    const texts = fc.sample(text, { numRuns: 3000, seed: 20261124 }).filter((each) => !each.includes('\u0000'));
    const rows = await registry.sql<{ given: string; folded: string }>('select given, fold(given) as folded from unnest($1::text[]) given', [texts]);
    const different = rows.filter(({ given, folded }) => fold(given) !== folded).map(({ given, folded }) => ({ given, sql: folded, domain: fold(given) }));
    expect(different).toEqual([]);
  });
});
