import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Viewer } from '@tejido/domain/policy.js';
import { fold } from '@tejido/domain/text.js';
import { readableBy } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import { OrganisationIndex, type KnownOrganisation } from './organisation-index.js';
import type { CountryRef } from './values.js';

export interface Country {
  code: string;
  es: string;
  en: string;
}

const TAXONOMIES = ['organisation_kind', 'agreement_kind', 'party_role', 'activity_kind', 'activity_role', 'relationship_type',
  'identifier_scheme', 'theme', 'scope', 'audience', 'axis', 'strategy_activity'] as const;
export type Taxonomy = (typeof TAXONOMIES)[number];

/** What the register knows before an import, as far as the viewer may see it; the import adds what it plans to write. */
export interface Register {
  organisations: OrganisationIndex;
  parentOf: Map<string, string | null>;
  countries: Countries;
  terms: Terms;
}

/** Reads inside the import's transaction: nobody else writes meanwhile. */
export async function loadRegister(tx: Tx, viewer: Viewer): Promise<Register> {
  const rows = await tx.query<OrganisationRow>(sql`select o.id, o.merged_into_id, o.parent_id, o.standing, o.seat_country,
      array_remove(array[o.name, o.name_en], null) || (select coalesce(array_agg(n.value), '{}') from organisation_name n where n.organisation_id = o.id and n.role <> 'acronym') as names,
      array_remove(array[o.acronym, o.acronym_en], null) || (select coalesce(array_agg(n.value), '{}') from organisation_name n where n.organisation_id = o.id and n.role = 'acronym') as acronyms,
      (select coalesce(json_agg(json_build_object('scheme', i.scheme, 'value', i.value)), '[]') from organisation_identifier i where i.organisation_id = o.id) as identifiers,
      (select c.value from contact_point c where c.organisation_id = o.id and c.kind = 'website' order by c.value limit 1) as website
    from organisation o where o.archived_at is null and ${readableBy(viewer, sql`o`)} order by o.merged_into_id nulls first`);
  const survivors = new Map(rows.map((row) => [row.id, row.merged_into_id]));
  const organisations = new OrganisationIndex();
  for (const row of rows) {
    const id = survivorOf(survivors, row.id);
    if (survivors.has(id)) organisations.add({ ...row, id, country: row.seat_country });
  }
  return { organisations, parentOf: new Map(rows.map((row) => [row.id, row.parent_id])), countries: await loadCountries(tx), terms: await loadTerms(tx) };
}

interface OrganisationRow extends Omit<KnownOrganisation, 'country'> {
  merged_into_id: string | null;
  parent_id: string | null;
  seat_country: string | null;
}

function survivorOf(mergedInto: ReadonlyMap<string, string | null>, id: string): string {
  let at = id;
  for (let next = mergedInto.get(at); next; next = mergedInto.get(at)) at = next;
  return at;
}

/** Countries by any of their codes and names. */
export class Countries {
  private readonly known = new Map<string, Country>();

  constructor(rows: readonly (Country & { alpha3: string; numeric: string })[]) {
    for (const { alpha3, numeric, ...country } of rows) {
      const names = [country.es, country.en].map((name): CountryRef => ({ by: 'name', value: name }));
      for (const ref of [{ by: 'alpha2', value: country.code }, { by: 'alpha3', value: alpha3 }, { by: 'numeric', value: numeric }, ...names] as CountryRef[]) {
        this.known.set(keyOf(ref), country);
      }
    }
  }

  find(ref: CountryRef): Country | null {
    return this.known.get(keyOf(ref)) ?? null;
  }
}

const keyOf = ({ by, value }: CountryRef): string => `${by}:${fold(value)}`;

async function loadCountries(tx: Tx): Promise<Countries> {
  return new Countries(await tx.query(sql`select code, alpha3, numeric_code as numeric, label_es as es, label_en as en from country`));
}

/** Codes of the taxonomies by code or label, in either language. */
export class Terms {
  private readonly known = new Map<string, string>();

  constructor(rows: readonly { taxonomy: string; code: string; words: string[] }[]) {
    for (const { taxonomy, code, words } of rows) {
      for (const word of [code, ...words]) this.known.set(`${taxonomy}:${fold(word)}`, code);
    }
  }

  code(taxonomy: Taxonomy, text: string): string | null {
    return this.known.get(`${taxonomy}:${fold(text)}`) ?? null;
  }
}

const wordsOf = (taxonomy: Taxonomy): Sql => (taxonomy === 'audience'
  ? sql`array_remove(array[label_es, label_en, term_es, term_en, number::text], null)`
  : sql`array[label_es, label_en]`);

async function loadTerms(tx: Tx): Promise<Terms> {
  const lists = TAXONOMIES.map((taxonomy) => sql`select ${taxonomy} as taxonomy, code, ${wordsOf(taxonomy)} as words from ${raw(taxonomy)}`);
  return new Terms(await tx.query(join(lists, ' union all ')));
}
