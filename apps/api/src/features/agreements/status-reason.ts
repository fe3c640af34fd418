import { explainStatus } from '@tejido/domain/agreement-status.js';
import type { AgreementFacts } from '@tejido/domain/agreement-facts.js';
import type { StatusReasonType } from './agreement.type.js';

export interface StatusFacts extends Pick<AgreementFacts,
  'id' | 'stage' | 'effectiveFrom' | 'effectiveTo' | 'terminatedOn' | 'signaturesRequired' | 'recordedOn' | 'suspensions'> {
  today: string;
  parties: (AgreementFacts['parties'][number] & { name: string | null })[];
}

/** The domain's agreement, as far as its status goes. */
export const wholeFacts = (facts: StatusFacts): AgreementFacts =>
  ({ ...facts, kindIsInstrument: true, inCoalitionName: true, evidence: [], renewsId: null, partOfId: null, themes: [] });

/** The domain's explanation of today's status, with the names that the viewer may see. */
export function statusReason(facts: StatusFacts): StatusReasonType {
  const { because, on, organisationIds, missing } = explainStatus(wholeFacts(facts), facts.today);
  const names = facts.parties.filter((party) => organisationIds.includes(party.organisationId)).map((party) => party.name);
  return { because, on, missing, organisations: names.filter((name): name is string => name !== null) };
}
