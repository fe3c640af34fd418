import { sameOrganisation, type OrganisationMarks } from '@tejido/domain/same-organisation.js';
import { fold, nameKey } from '@tejido/domain/text.js';
import type { OrganisationRef } from './drafts.js';

/** An organisation that a foreign record may mean. `id` is the survivor's when it was merged. */
export interface KnownOrganisation extends OrganisationMarks {
  id: string;
  standing: 'external' | 'member' | 'coalition';
}

export type Match =
  | { found: 'one'; organisation: KnownOrganisation }
  | { found: 'several'; names: string[] }
  | { found: 'none' };

/** The organisations that the viewer may see and those that the import adds, findable by identifier, name and acronym. */
export class OrganisationIndex {
  private readonly byId = new Map<string, KnownOrganisation>();
  private readonly byIdentifier = new Map<string, KnownOrganisation[]>();
  private readonly byName = new Map<string, KnownOrganisation[]>();
  private readonly byAcronym = new Map<string, KnownOrganisation[]>();

  add(organisation: KnownOrganisation): void {
    // A merged record speaks for its survivor, whose own record was or will be added under the same id.
    if (!this.byId.has(organisation.id)) this.byId.set(organisation.id, organisation);
    for (const identifier of organisation.identifiers) push(this.byIdentifier, identifierKey(identifier), organisation);
    for (const name of organisation.names) push(this.byName, nameKey(name), organisation);
    for (const acronym of organisation.acronyms) push(this.byAcronym, fold(acronym), organisation);
  }

  get(id: string): KnownOrganisation | undefined {
    return this.byId.get(id);
  }

  /**
   * The organisation that a party or participant means: by identifier, by one of its names, or, when no organisation
   * has that name, by an acronym that only one has. Several of a name are never chosen from.
   */
  findReference(ref: OrganisationRef): Match {
    if (ref.by === 'identifier') return matchOf(this.byIdentifier.get(identifierKey(ref)) ?? []);
    if (ref.by === 'country') return { found: 'none' };
    const named = this.byName.get(nameKey(ref.name)) ?? [];
    return matchOf(named.length > 0 ? named : (this.byAcronym.get(fold(ref.name)) ?? []));
  }

  /** The organisation that a whole record is, by the domain's rule; and those that it might be, for a person to judge. */
  findRecord(marks: OrganisationMarks): { match: Match; similar: string[] } {
    const candidates = unique([
      ...marks.identifiers.flatMap((identifier) => this.byIdentifier.get(identifierKey(identifier)) ?? []),
      ...marks.names.flatMap((name) => this.byName.get(nameKey(name)) ?? []),
      ...marks.acronyms.flatMap((acronym) => this.byAcronym.get(fold(acronym)) ?? []),
    ]);
    const judged = candidates.map((candidate) => ({ candidate, ...sameOrganisation(marks, candidate) }));
    const certain = judged.filter(({ because }) => because === 'identifier');
    const same = certain.length > 0 ? certain : judged.filter(({ verdict }) => verdict === 'same');
    return {
      match: matchOf(same.map(({ candidate }) => candidate)),
      similar: judged.filter(({ verdict, because }) => verdict === 'maybe' && because !== 'identifier_differs').map(({ candidate }) => candidate.names[0]!),
    };
  }
}

function push(map: Map<string, KnownOrganisation[]>, key: string, organisation: KnownOrganisation): void {
  if (key === '') return;
  const list = map.get(key);
  if (list) list.push(organisation);
  else map.set(key, [organisation]);
}

const unique = (list: KnownOrganisation[]): KnownOrganisation[] => [...new Map(list.map((each) => [each.id, each])).values()];

function matchOf(list: KnownOrganisation[]): Match {
  const distinct = unique(list);
  if (distinct.length === 0) return { found: 'none' };
  return distinct.length === 1 ? { found: 'one', organisation: distinct[0]! } : { found: 'several', names: distinct.map(({ names }) => names[0]!) };
}

// ROR and Wikidata are written as addresses or as bare values: the last part is the value.
function identifierKey({ scheme, value }: { scheme: string; value: string }): string {
  return `${fold(scheme)}:${(value.trim().replace(/\/+$/, '').split('/').at(-1) ?? '').toLowerCase()}`;
}
