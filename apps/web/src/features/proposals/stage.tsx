import { PROPOSAL_STAGES, type ProposalStage } from '@tejido/domain/proposal.js';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../ui/numbers.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';

const TONES = { drafting: 'progress', submitted: 'waiting', approved: 'good', rejected: 'bad', withdrawn: 'over' } as const satisfies Record<ProposalStage, Tone>;

/** The stage that the server names; what is unknown reads as being drafted. */
export const stageOf = (stage: string): ProposalStage => PROPOSAL_STAGES.find((known) => known === stage) ?? 'drafting';

/** A proposal's stage as word, shape and colour. */
export function Stage({ stage, size }: { stage: string; size?: 'sm' | 'lg' }) {
  const { t } = useTranslation();
  return <StatusBadge tone={TONES[stageOf(stage)]} label={t(`proposals.stages.${stageOf(stage)}`)} size={size} />;
}

/** An amount as the reader's language writes it, the currency by its code: "USD 250,000". */
export const amountText = (amount: number | null | undefined, currency: string | null | undefined, language: string): string =>
  (amount == null ? '—' : `${currency ?? ''} ${formatNumber(amount, language, { maximumFractionDigits: 2 })}`.trim());
