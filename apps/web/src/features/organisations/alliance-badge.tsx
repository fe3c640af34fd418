import { useTranslation } from 'react-i18next';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';

const TONE = { allied: 'good', formerly_allied: 'over', not_allied: 'idle', own: 'progress' } as const satisfies Record<string, Tone>;
export type Alliance = keyof typeof TONE;

/** Whether it is an ally today, was one, or never. */
export function AllianceBadge({ alliance }: { alliance: string }) {
  const { t } = useTranslation();
  return <StatusBadge tone={TONE[alliance as Alliance]} label={t(`organisations.alliance.${alliance as Alliance}`)} />;
}
