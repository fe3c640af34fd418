import { explainStatus } from '@tejido/domain/agreement-status.js';
import { linkFrameworks, type AgreementFacts } from '@tejido/domain/agreement-facts.js';
import type { StatusReasonType } from './agreement.type.js';

type OwnFacts = Omit<AgreementFacts, 'kindIsInstrument' | 'inCoalitionName' | 'evidence' | 'themes' | 'framework' | 'parties'> & {
  /** Null: the viewer may not see it. */
  title: string | null;
  parties: (AgreementFacts['parties'][number] & { name: string | null })[];
};

export interface StatusFacts extends OwnFacts {
  today: string;
  frameworks: OwnFacts[];
}

const asFacts = (facts: OwnFacts): AgreementFacts => ({ ...facts, kindIsInstrument: true, inCoalitionName: true, evidence: [], themes: [] });

/** The domain's agreement, as far as its status goes, with what it hangs on. */
export function wholeFacts({ frameworks, ...facts }: StatusFacts): AgreementFacts {
  return linkFrameworks([facts, ...frameworks].map(asFacts))[0]!;
}

/** The domain's explanation of today's status, with the names that the viewer may see. */
export function statusReason(facts: StatusFacts): StatusReasonType {
  const { because, on, organisationIds, missing, agreementId } = explainStatus(wholeFacts(facts), facts.today);
  const names = facts.parties.filter((party) => organisationIds.includes(party.organisationId)).map((party) => party.name);
  return {
    because, on, missing, organisations: names.filter((name): name is string => name !== null),
    framework: facts.frameworks.find(({ id }) => id === agreementId)?.title ?? null,
  };
}
