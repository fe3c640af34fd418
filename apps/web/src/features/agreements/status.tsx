import type { Status, StatusBecause } from '@tejido/domain/agreement-status.js';
import { useTranslation } from 'react-i18next';
import { relativeDay, formatDay, today } from '../../ui/days.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';

const TONE = {
  prospect: 'idle', negotiating: 'progress', awaiting_signatures: 'waiting', in_force: 'good', suspended: 'paused', expired: 'over', terminated: 'bad',
} as const satisfies Record<Status, Tone>;

export function AgreementStatus({ status }: { status: string }) {
  const { t } = useTranslation();
  return <StatusBadge tone={TONE[status as Status]} label={t(`agreements.status.${status as Status}`)} />;
}

interface Reason { because: string; on?: string | null; organisations: readonly string[]; missing: number }

/** Why it has its status, as a sentence, and when that will change by itself. */
export function useStatusSentence() {
  const { t, i18n } = useTranslation();
  return ({ because, on, organisations, missing }: Reason, endsOn?: string | null): string => {
    const said = {
      day: on ? formatDay(on, i18n.language) : t('agreements.noDay'), ago: on ? relativeDay(on, today(), i18n.language) : '', count: missing,
      names: organisations.length > 0 ? new Intl.ListFormat(i18n.language).format(organisations) : t('agreements.somebody'),
    };
    if (because === 'waits_for_signatures' && missing > 0 && missing < organisations.length) return t('agreements.waitsForSome', said);
    if (because === 'suspended' && !on) return t('agreements.suspendedOpen');
    const sentence = t(`agreements.because.${because as StatusBecause}`, said);
    const inForce = because === 'since_last_signature' || because === 'since_effective_from';
    return inForce && endsOn ? `${sentence} ${t('agreements.willEnd', { ago: relativeDay(endsOn, today(), i18n.language), day: formatDay(endsOn, i18n.language) })}` : sentence;
  };
}
