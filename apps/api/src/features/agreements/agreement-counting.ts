import type { AgreementFacts } from '@tejido/domain/agreement-facts.js';
import { alliancesInForce } from '@tejido/domain/alliance-count.js';
import type { OrganisationFacts } from '@tejido/domain/counting-unit.js';
import type { AgreementCountingType } from './agreement.type.js';
import { wholeFacts, type StatusFacts } from './status-reason.js';

export interface CountingFacts extends Pick<AgreementFacts, 'kindIsInstrument' | 'inCoalitionName' | 'evidence'> {
  status: StatusFacts;
  organisations: Pick<OrganisationFacts, 'id' | 'standing' | 'countsWithId' | 'mergedIntoId'>[];
}

/** Rule A1 asked about this agreement alone: the same function that makes the published number. */
export function countingOf({ status, organisations, ...facts }: CountingFacts): AgreementCountingType {
  const register = {
    organisations: organisations.map((each) => ({ ...each, scope: null, audience: null, kind: null, countries: [], seatCountry: null, sdgs: [] })),
    agreements: [{ ...wholeFacts(status), ...facts }],
  };
  const { value, excluded } = alliancesInForce(register, status.today);
  return { counts: value > 0, reason: excluded[0]?.reason ?? null, onceVerified: alliancesInForce(register, status.today, { verifiedOnly: false }).value > 0 };
}
