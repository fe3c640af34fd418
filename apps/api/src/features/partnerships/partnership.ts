import { agreementHealth, commitmentsHealth, contactHealth, type Bond, type Promised } from '@tejido/domain/partnership-health.js';
import type { Subject, Viewer } from '@tejido/domain/policy.js';
import { verbsOn } from '../../platform/access/ability.js';
import type { Partnership } from './partnership.type.js';

/** What the statement reads, of what the viewer may see. */
export interface PartnershipFacts extends Pick<Partnership, 'id' | 'version' | 'owner' | 'lastContact' | 'nextStep'> {
  viewerCan: Subject;
  promises: Promised[];
  bonds: (Bond & { title: string })[];
}

/** How we stand, judged by the rules of the domain. @param today YYYY-MM-DD, in the coalition's time zone */
export function partnershipOf(viewer: Viewer, { promises, bonds, viewerCan, ...facts }: PartnershipFacts, today: string): Partnership {
  const agreement = agreementHealth(bonds, today);
  return {
    ...facts,
    viewerCan: verbsOn(viewer, 'organisation', viewerCan),
    contact: contactHealth(facts.lastContact?.day ?? null, today),
    commitments: commitmentsHealth(promises, today),
    agreement: { ...agreement, title: bonds.find(({ id }) => id === agreement.id)?.title ?? null },
  };
}
