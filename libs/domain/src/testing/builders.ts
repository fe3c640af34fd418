import type { ActivityFacts } from '../activity-count.js';
import type { AgreementFacts, PartyFacts } from '../agreement-facts.js';
import type { OrganisationFacts } from '../counting-unit.js';
import type { Day } from '../day.js';

/** Builders that let a test show only what matters. Ids are given or counted, never random. */
let serial = 0;
const next = (prefix: string): string => `${prefix}-${++serial}`;

export function anAlly(id: string, more: Partial<OrganisationFacts> = {}): OrganisationFacts {
  return {
    id, standing: 'external', countsWithId: null, mergedIntoId: null, scope: 'regional', audience: 3, kind: 'multilateral',
    countries: [], seatCountry: null, sdgs: [], ...more,
  };
}

export const theCoalition = anAlly('corett', { standing: 'coalition' });

export const aNationalBody = (id: string): OrganisationFacts => anAlly(id, { standing: 'member', audience: 1 });

export const anOfficeOf = (organisation: OrganisationFacts, country: string): OrganisationFacts =>
  anAlly(`${organisation.id}-${country}`, { countsWithId: organisation.id, countries: [country] });

interface AgreementShape extends Partial<Omit<AgreementFacts, 'parties'>> {
  with: readonly OrganisationFacts[];
  from?: Day;
  until?: Day;
  /** The days on which single parties signed, where not on `from`. */
  signed?: Record<string, Day | null>;
  parties?: readonly Partial<PartyFacts>[];
}

/** An instrument of the coalition with these organisations, signed by all and verified when it begins, open-ended. */
export function anAgreement({ with: others, from = '2020-01-01', until, signed = {}, parties, ...more }: AgreementShape): AgreementFacts {
  const sides = [theCoalition, ...others].map((each, at): PartyFacts => ({
    organisationId: each.id,
    required: true,
    signedOn: each.id in signed ? (signed[each.id] ?? null) : from,
    withdrawnOn: null,
    ...parties?.[at],
  }));
  return {
    id: next('agreement'), kindIsInstrument: true, inCoalitionName: true, stage: 'text_agreed',
    effectiveFrom: from, effectiveTo: until ?? null, terminatedOn: null, signaturesRequired: null,
    parties: sides, suspensions: [], evidence: [{ verifiedOn: more.recordedOn ?? from }], renewsId: null, partOfId: null,
    recordedOn: from, themes: [], ...more,
  };
}

interface ActivityShape extends Partial<ActivityFacts> {
  by?: readonly OrganisationFacts[];
  attendedBy?: readonly OrganisationFacts[];
}

/** A finished, verified activity of 2024 that serves axis E3. */
export function anActivity({ by = [], attendedBy = [], ...more }: ActivityShape): ActivityFacts {
  return {
    id: next('activity'), kindCounts: true, kind: 'workshop', parentId: null, status: 'done', endsOn: '2024-06-15', strategyTie: 'E3',
    evidence: [{ verifiedOn: '2024-07-01' }], countries: [], themes: [], sdgs: [], recordedOn: '2024-06-20',
    participations: [
      ...by.map(({ id }) => ({ organisationId: id, roleContributes: true })),
      ...attendedBy.map(({ id }) => ({ organisationId: id, roleContributes: false })),
    ],
    ...more,
  };
}
