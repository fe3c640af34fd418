/** Whether a body is the coalition itself, a member's national body, or outside: only those outside can be allies. */
export const STANDINGS = ['coalition', 'member', 'external'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface OrganisationFacts {
  id: string;
  standing: Standing;
  /** The organisation whose country office this is; agencies of one system have none and count one by one. */
  countsWithId: string | null;
  /** The survivor, when this record was merged away. */
  mergedIntoId: string | null;
  scope: string | null;
  audience: string | number | null;
  kind: string | null;
  countries: readonly string[];
  seatCountry: string | null;
  sdgs: readonly number[];
}

export interface CountingUnit {
  id: string;
  /** False when the body, or one that it counts with, belongs to the coalition. */
  external: boolean;
}

/** Finds the unit that an organisation counts as. */
export type Units = (organisationId: string) => CountingUnit;

/**
 * The counting unit of every organisation: merges are followed to the survivor, offices to their organisation, as long
 * as there is a next one; where offices are not rolled up, each record that survives is a unit. A cycle, which the
 * database refuses, still gives one and the same unit for all in it.
 * Throws on an organisation that is not among those given: a count over half a register would be wrong in silence.
 */
export function unitsOf(organisations: readonly OrganisationFacts[], { rollUpOffices = true }: { rollUpOffices?: boolean } = {}): Units {
  const byId = new Map(organisations.map((each) => [each.id, each]));
  const found = new Map<string, CountingUnit>();
  return (organisationId) => {
    const known = found.get(organisationId) ?? follow(byId, organisationId, rollUpOffices);
    found.set(organisationId, known);
    return known;
  };
}

function follow(byId: ReadonlyMap<string, OrganisationFacts>, start: string, rollUpOffices: boolean): CountingUnit {
  const path: string[] = [];
  let external = true;
  // Where offices count one by one the way is still walked to its end: the office of a member's body is the coalition's.
  let survivor: string | null = null;
  for (let id = start; ;) {
    const organisation = byId.get(id);
    if (!organisation) throw new Error(`Organisation ${id} is not in the register that is counted`);
    if (path.includes(id)) return { id: survivor ?? least(path.slice(path.indexOf(id))), external };
    path.push(id);
    // What a record said before it was merged away no longer matters: the survivor speaks.
    if (!rollUpOffices && organisation.mergedIntoId === null) survivor ??= id;
    if (organisation.mergedIntoId === null) external &&= organisation.standing === 'external';
    const next = organisation.mergedIntoId ?? organisation.countsWithId;
    if (next === null) return { id: survivor ?? id, external };
    id = next;
  }
}

const least = (ids: readonly string[]): string => ids.reduce((a, b) => (a < b ? a : b));
