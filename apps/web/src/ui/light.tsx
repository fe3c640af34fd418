import { useTranslation } from 'react-i18next';
import { StatusBadge, type Tone } from './status-badge.js';

const PROGRESS = { met: 'good', on_track: 'progress', at_risk: 'warning', behind: 'bad', unknown: 'idle' } as const satisfies Record<string, Tone>;
export type ProgressLight = keyof typeof PROGRESS;

/** Progress towards a target; grey ("no data") for no target or no data, never red. */
export function Light({ light }: { light: ProgressLight }) {
  const { t } = useTranslation();
  return <StatusBadge tone={PROGRESS[light]} label={t(`common.light.${light}`)} />;
}

const FRESHNESS = { fresh: 'good', ageing: 'waiting', outdated: 'bad', unconfirmed: 'idle' } as const satisfies Record<string, Tone>;
export type Freshness = keyof typeof FRESHNESS;

/** How long ago somebody confirmed that a record is still right. */
export function FreshnessLight({ freshness }: { freshness: Freshness }) {
  const { t } = useTranslation();
  return <StatusBadge tone={FRESHNESS[freshness]} label={t(`common.light.${freshness}`)} />;
}
