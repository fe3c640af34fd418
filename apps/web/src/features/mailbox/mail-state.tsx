import { useTranslation } from 'react-i18next';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';

export type MailState = 'waiting' | 'in_doubt' | 'sent' | 'failed' | 'erased';
export const MAIL_TONES = { waiting: 'waiting', in_doubt: 'warning', sent: 'good', failed: 'bad', erased: 'over' } as const satisfies Record<MailState, Tone>;

/** Where a mail is; one that stayed on this machine says so. */
export function MailStateBadge({ state, sentBy }: { state: string; sentBy: string | null | undefined }) {
  const { t } = useTranslation();
  if (state === 'sent' && sentBy === 'mailbox') return <StatusBadge tone="idle" label={t('mailbox.kept')} />;
  return <StatusBadge tone={MAIL_TONES[state as MailState]} label={t(`mailbox.states.${state as MailState}`)} />;
}

export const useMailKind = () => {
  const { t } = useTranslation();
  return (kind: string) => t(`mailbox.kind.${kind === 'digest' || kind === 'invitation' ? kind : 'other'}`);
};
