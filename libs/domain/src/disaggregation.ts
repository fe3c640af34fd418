import { type ActivityCount } from './activity-count.js';
import { type AllianceCount, bondsIn, inForceIn } from './alliance-count.js';
import { type AllianceOptions, type Ledger } from './alliance-ledger.js';
import type { OrganisationFacts } from './counting-unit.js';
import { type Day, dayBefore, endOfYear } from './day.js';
import type { Term } from './presidency.js';
import { inclusive } from './span.js';

/** True where every ally falls in exactly one cell, so that cells sum to the total; the table says so where not. */
export const DIMENSIONS = {
  scope: true, audience: true, kind: true, theme_set: true, theme: false, country: false, sdg: false,
} as const satisfies Record<string, boolean>;
export type Dimension = keyof typeof DIMENSIONS;

export const ACTIVITY_DIMENSIONS = ['theme_set', 'theme', 'country'] as const;
export type ActivityDimension = (typeof ACTIVITY_DIMENSIONS)[number];

/** `key` null: not stated. */
export interface Cell {
  key: string | null;
  value: number;
}

/** Cells are distinct counts, and so is the total: where not additive, their sum may exceed it. */
export interface Breakdown {
  dimension: Dimension | 'year' | 'term';
  additive: boolean;
  total: number;
  cells: readonly Cell[];
}

/** What a ledger does not hold: how allies are described, and the coalition's list of themes. */
export interface Descriptions {
  organisations: readonly OrganisationFacts[];
  themes: readonly string[];
}

/** The allies in force on the day, by one dimension. Countries are those of the parties bound (offices included), themes and SDGs those of the agreements. */
export function alliesBy(
  ledger: Ledger, descriptions: Descriptions, dimension: Dimension, day: Day, options: Omit<AllianceOptions, 'unit'> = {},
): Breakdown {
  const stock = inForceIn(ledger, day, { ...options, unit: 'ally' });
  const keysOf = allyKeys(ledger, descriptions, dimension, day);
  return breakdown(dimension, stock.counted.map((ally) => keysOf(ally.id)));
}

/** Activities counted, by one dimension. */
export function activitiesBy(count: ActivityCount, dimension: ActivityDimension, themes: readonly string[]): Breakdown {
  return breakdown(dimension, count.counted.map((activity) => {
    if (dimension === 'theme_set') return [themeSet(activity.themes, themes)];
    return dimension === 'theme' ? activity.themes : activity.countries;
  }));
}

/** The stock at the end of each year. A stock does not add up over years. */
export function alliancesByYear(ledger: Ledger, years: readonly number[], options: AllianceOptions = {}): Breakdown {
  return stocks('year', years.map((year) => ({ key: String(year), stock: inForceIn(ledger, endOfYear(year), options) })));
}

/** The stock on the last day of each presidency term; of a term that goes on beyond `today`, on `today`. Terms to come are left out. */
export function alliancesByTerm(ledger: Ledger, terms: readonly Term[], today: Day, options: AllianceOptions = {}): Breakdown {
  const begun = terms.filter((term) => term.from <= today);
  return stocks('term', begun.map((term) => {
    const day = term.to !== null && term.to <= today ? dayBefore(term.to) : today;
    return { key: term.id, stock: inForceIn(ledger, day, options) };
  }));
}

/** 'only:trafficking' for one theme, 'all' for every one of several, 'several' for some of them; null for none. */
export function themeSet(themes: readonly string[], all: readonly string[]): string | null {
  const distinct = [...new Set(themes)];
  if (distinct.length < 2) return distinct.length === 0 ? null : `only:${distinct[0]}`;
  return all.every((theme) => distinct.includes(theme)) ? 'all' : 'several';
}

function allyKeys(
  ledger: Ledger, { organisations, themes }: Descriptions, dimension: Dimension, day: Day,
): (allyId: string) => readonly (string | null)[] {
  const byId = new Map(organisations.map((each) => [each.id, each]));
  const bound = ledger.entries.flatMap((entry) =>
    bondsIn(entry, inclusive(day, day)).map((bond) => ({ ...bond, agreement: entry.agreement })));
  const bondsOf = new Map<string, typeof bound>();
  for (const bond of bound) bondsOf.set(bond.unitId, [...(bondsOf.get(bond.unitId) ?? []), bond]);
  return (allyId) => {
    const bonds = bondsOf.get(allyId) ?? [];
    const ally = byId.get(allyId);
    const themesOf = bonds.flatMap((bond) => bond.agreement.themes);
    switch (dimension) {
      case 'scope': return [ally?.scope ?? null];
      case 'audience': return [ally?.audience == null ? null : String(ally.audience)];
      case 'kind': return [ally?.kind ?? null];
      case 'theme_set': return [themeSet(themesOf, themes)];
      case 'theme': return themesOf;
      case 'country': return bonds.flatMap((bond) => byId.get(survivor(bond.organisationId, byId))?.countries ?? []);
      case 'sdg': return sdgsOf(bonds.flatMap((bond) => bond.agreement.sdgs ?? []), ally);
    }
  };
}

// What the alliance is for; where no agreement says, what the ally works on.
const sdgsOf = (named: readonly number[], ally: OrganisationFacts | undefined): string[] =>
  (named.length > 0 ? named : (ally?.sdgs ?? [])).map(String);

function survivor(id: string, byId: ReadonlyMap<string, OrganisationFacts>): string {
  const seen = new Set<string>();
  let at = id;
  for (let next = byId.get(at)?.mergedIntoId; next && !seen.has(next); next = byId.get(at)?.mergedIntoId) {
    seen.add(next);
    at = next;
  }
  return at;
}

function breakdown(dimension: Dimension, keysOfEach: readonly (readonly (string | null)[])[]): Breakdown {
  const values = new Map<string | null, number>();
  for (const keys of keysOfEach) {
    for (const key of keys.length > 0 ? new Set(keys) : [null]) values.set(key, (values.get(key) ?? 0) + 1);
  }
  const cells = [...values].map(([key, value]) => ({ key, value })).sort(byKey);
  return { dimension, additive: DIMENSIONS[dimension], total: keysOfEach.length, cells };
}

function stocks(dimension: 'year' | 'term', all: readonly { key: string; stock: AllianceCount }[]): Breakdown {
  const total = new Set(all.flatMap(({ stock }) => stock.counted.map((each) => each.id))).size;
  return { dimension, additive: false, total, cells: all.map(({ key, stock }) => ({ key, value: stock.value })) };
}

// Not stated comes last; numbers in their order, else 10 would precede 2.
function byKey(a: Cell, b: Cell): number {
  if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
  return Number(a.key) - Number(b.key) || (a.key < b.key ? -1 : 1);
}
