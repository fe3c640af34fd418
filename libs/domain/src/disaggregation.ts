import type { ActivityCount, CountedActivity } from './activity-count.js';
import { type AllianceCount, bondsIn, inForceIn } from './alliance-count.js';
import type { AllianceOptions, Bond, Entry, Ledger } from './alliance-ledger.js';
import type { OrganisationFacts } from './counting-unit.js';
import { type Day, dayBefore, endOfYear, startOfYear } from './day.js';
import { type Term, termOn } from './presidency.js';
import { inclusive } from './span.js';

/** True where every ally falls in exactly one cell, so that cells sum to the total; the table says so where not. */
export const DIMENSIONS = {
  scope: true, audience: true, kind: true, theme_set: true, theme: false, country: false, sdg: false,
} as const satisfies Record<string, boolean>;
export type Dimension = keyof typeof DIMENSIONS;

/** `scope` and `audience` are those of who contributed, `kind` is the activity's own. An activity ends once: year and term add up. */
export const ACTIVITY_DIMENSIONS = {
  kind: true, theme_set: true, theme: false, country: false, scope: false, audience: false, sdg: false,
} as const satisfies Record<string, boolean>;
export type ActivityDimension = keyof typeof ACTIVITY_DIMENSIONS;

/** `key` null: not stated. */
export interface Cell {
  key: string | null;
  value: number;
}

/** Cells are distinct counts, and so is the total: where not additive, their sum may exceed it. */
export interface Breakdown {
  dimension: Dimension | ActivityDimension | 'year' | 'term';
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
export function alliesBy(ledger: Ledger, descriptions: Descriptions, dimension: Dimension, day: Day): Breakdown {
  return alliesOn(ledger, descriptions, day)(dimension);
}

/** As `alliesBy`, for several dimensions of one day: the stock is taken once. */
export function alliesOn(ledger: Ledger, { organisations, themes }: Descriptions, day: Day): (dimension: Dimension) => Breakdown {
  const allies = [...bondsOn(ledger, day)];
  const byId = new Map(organisations.map((each) => [each.id, each]));
  return (dimension) => breakdown(dimension, DIMENSIONS[dimension],
    allies.map(([allyId, bonds]) => allyKeys(dimension, bonds, allyId, byId, themes)));
}

/** Activities counted, by one dimension. Themes, countries and SDGs are those of the activity and of its parts. */
export function activitiesBy(count: Pick<ActivityCount, 'counted'>, { organisations, themes }: Descriptions, dimension: ActivityDimension): Breakdown {
  const byId = new Map(organisations.map((each) => [each.id, each]));
  const keys = (activity: CountedActivity): readonly (string | null)[] => {
    switch (dimension) {
      case 'kind': return [activity.kind];
      case 'theme_set': return [themeSet(activity.themes, themes)];
      case 'theme': return activity.themes;
      case 'country': return activity.countries;
      case 'scope': return activity.allyIds.map((id) => byId.get(id)?.scope ?? null);
      case 'audience': return activity.allyIds.map((id) => asKey(byId.get(id)?.audience));
      case 'sdg': return activity.sdgs.map(String);
    }
  };
  return breakdown(dimension, ACTIVITY_DIMENSIONS[dimension], count.counted.map(keys));
}

/** Activities by the year of their last day. Each ends in one year, so the years add up. */
export function activitiesByYear(count: Pick<ActivityCount, 'counted'>, years: readonly number[]): Breakdown {
  const made = breakdown('year', true, count.counted.map(({ endsOn }) => [endsOn.slice(0, 4)]));
  return withZeros(made, years.map(String));
}

/** Activities by the presidency term of their last day; null: nobody presided. */
export function activitiesByTerm(count: Pick<ActivityCount, 'counted'>, terms: readonly Term[]): Breakdown {
  const made = breakdown('term', true, count.counted.map(({ endsOn }) => [termOn(terms, endsOn)?.id ?? null]));
  return withZeros(made, terms.map(({ id }) => id));
}

/** The stock at the end of each year, of the running one on `today`; years to come are left out. A stock does not add up over years. */
export function alliancesByYear(ledger: Ledger, years: readonly number[], today: Day, options: AllianceOptions = {}): Breakdown {
  const begun = years.filter((year) => startOfYear(year) <= today);
  return stocks('year', begun.map((year) => {
    const day = endOfYear(year) < today ? endOfYear(year) : today;
    return { key: String(year), stock: inForceIn(ledger, day, options) };
  }));
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

type Bound = Bond & Pick<Entry, 'agreement'>;

/** The bonds that hold on the day, by ally. */
function bondsOn(ledger: Ledger, day: Day): Map<string, Bound[]> {
  const window = inclusive(day, day);
  const bondsOf = new Map<string, Bound[]>();
  for (const entry of ledger.entries) {
    for (const bond of bondsIn(entry, window)) {
      const of = bondsOf.get(bond.unitId);
      if (of) of.push({ ...bond, agreement: entry.agreement });
      else bondsOf.set(bond.unitId, [{ ...bond, agreement: entry.agreement }]);
    }
  }
  return bondsOf;
}

function allyKeys(
  dimension: Dimension, bonds: readonly Bound[], allyId: string, byId: ReadonlyMap<string, OrganisationFacts>, themes: readonly string[],
): readonly (string | null)[] {
  const ally = byId.get(allyId);
  const themesOf = () => bonds.flatMap((bond) => bond.agreement.themes);
  switch (dimension) {
    case 'scope': return [ally?.scope ?? null];
    case 'audience': return [asKey(ally?.audience)];
    case 'kind': return [ally?.kind ?? null];
    case 'theme_set': return [themeSet(themesOf(), themes)];
    case 'theme': return themesOf();
    case 'country': return bonds.flatMap((bond) => byId.get(survivor(bond.organisationId, byId))?.countries ?? []);
    case 'sdg': return sdgsOf(bonds.flatMap((bond) => bond.agreement.sdgs ?? []), ally);
  }
}

const asKey = (value: string | number | null | undefined): string | null => (value == null ? null : String(value));

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

function breakdown(dimension: Breakdown['dimension'], additive: boolean, keysOfEach: readonly (readonly (string | null)[])[]): Breakdown {
  const values = new Map<string | null, number>();
  for (const keys of keysOfEach) {
    for (const key of keys.length > 0 ? new Set(keys) : [null]) values.set(key, (values.get(key) ?? 0) + 1);
  }
  const cells = [...values].map(([key, value]) => ({ key, value })).sort(byKey);
  return { dimension, additive, total: keysOfEach.length, cells };
}

// A year in which nothing ended is a zero, not a gap; the given order is kept, what has no key comes last.
function withZeros(made: Breakdown, keys: readonly string[]): Breakdown {
  const values = new Map(made.cells.map(({ key, value }) => [key, value]));
  const others = made.cells.filter(({ key }) => key === null || !keys.includes(key));
  return { ...made, cells: [...keys.map((key) => ({ key, value: values.get(key) ?? 0 })), ...others] };
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
