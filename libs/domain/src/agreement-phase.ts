import { type AgreementFacts, STAGES } from './agreement-facts.js';
import { explainStatus, requiredParties } from './agreement-status.js';
import type { Day } from './day.js';

/** Where an agreement stands on the board: its stage while nobody has signed, then what its dates say. */
export const PHASES = [...STAGES, 'awaiting_signatures', 'signed', 'in_force', 'suspended', 'expired', 'terminated'] as const;
export type Phase = (typeof PHASES)[number];

/** True: people decide it, so it can be set. False: it follows from signatures and dates. */
export const isStage = (phase: string): phase is (typeof STAGES)[number] => (STAGES as readonly string[]).includes(phase);

/**
 * The phase on a day. A text that is agreed and that nobody has signed is still in its stage, though its status already says
 * that it awaits signatures; 'signed' is bound and not in force yet.
 */
export function phaseOn(agreement: AgreementFacts, day: Day): Phase {
  const { status } = explainStatus(agreement, day);
  if (status === 'prospect') return agreement.stage;
  const signed = requiredParties(agreement).some(({ signedOn }) => signedOn !== null && signedOn <= day);
  if (status === 'awaiting_signatures') return signed ? status : 'text_agreed';
  if (status === 'negotiating') return signed ? 'signed' : 'negotiating';
  return status;
}
