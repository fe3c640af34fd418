import type pg from 'pg';
import { dataFile } from '../platform/data-files.js';
import { insertRows } from './insert-rows.js';

interface Term {
  code: string;
  es: string;
  en: string;
  iati?: string;
  isInstrument?: boolean;
  contributes?: boolean;
  counts?: boolean;
  isGoodPractice?: boolean;
  reverseEs?: string;
  reverseEn?: string;
}

/** The columns that rules read, for the taxonomies that have them. */
const FLAGS: Readonly<Record<string, (term: Term) => object>> = {
  organisation_kind: ({ iati }) => ({ iati_code: iati ?? null }),
  agreement_kind: ({ isInstrument }) => ({ is_instrument: isInstrument ?? true }),
  activity_role: ({ contributes }) => ({ contributes: contributes ?? false }),
  activity_kind: ({ counts }) => ({ counts: counts ?? true }),
  meeting_kind: ({ isGoodPractice }) => ({ is_good_practice: isGoodPractice ?? false }),
  relationship_type: ({ reverseEs, reverseEn }) => ({ reverse_es: reverseEs ?? '', reverse_en: reverseEn ?? '' }),
};

/** Countries, development goals and the taxonomies that administrators edit from then on. */
export async function loadReference(client: pg.ClientBase): Promise<void> {
  const countries = dataFile<{ code: string; alpha3: string; numeric: string; es: string; en: string; region: { es: string | null; en: string | null } }[]>('countries.json');
  await insertRows(client, 'country', countries.map(({ code, alpha3, numeric, es, en, region }) =>
    ({ code, alpha3, numeric_code: numeric, label_es: es, label_en: en, region_es: region.es, region_en: region.en })));
  const goals = dataFile<{ code: number; es: string; en: string }[]>('sdg.json');
  await insertRows(client, 'sdg', goals.map(({ code, es, en }) => ({ code, label_es: es, label_en: en })));
  for (const [taxonomy, terms] of Object.entries(dataFile<Record<string, Term[]>>('taxonomies.json'))) {
    await insertRows(client, taxonomy, terms.map((term, position) =>
      ({ code: term.code, label_es: term.es, label_en: term.en, position, retired: false, version: 1, ...FLAGS[taxonomy]?.(term) })));
  }
}
