import type { Status, StatusBecause } from '@tejido/domain/agreement-status.js';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../ui/days.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';

const TONE = { prospect: 'idle', negotiating: 'progress', awaiting_signatures: 'waiting', in_force: 'good', suspended: 'paused', expired: 'over', terminated: 'bad' } as const satisfies Record<Status, Tone>;

export function AgreementStatus({ status }: { status: string }) {
  const { t } = useTranslation();
  return <StatusBadge tone={TONE[status as Status]} label={t(`agreements.status.${status as Status}`)} />;
}

/** Why it has its status, as a sentence. */
export function useStatusSentence() {
  const { t, i18n } = useTranslation();
  return ({ because, on, organisations }: { because: string; on?: string | null; organisations: readonly string[] }) =>
    t(`agreements.because.${because as Exclude<StatusBecause, never>}`, {
      day: on ? formatDay(on, i18n.language) : t('agreements.noDay'),
      names: organisations.length > 0 ? new Intl.ListFormat(i18n.language).format(organisations) : t('agreements.somebody'),
    });
}
