import { useTranslation } from 'react-i18next';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import type { SaveState } from './section-saver.js';

export type States = Record<string, SaveState>;

const TONES = { saved: 'good', waiting: 'progress', saving: 'progress', offline: 'waiting', conflict: 'warning', refused: 'bad' } as const satisfies Record<SaveState, Tone>;
const WORST_FIRST: readonly SaveState[] = ['refused', 'conflict', 'offline', 'saving', 'waiting', 'saved'];

/** How the whole page stands: as its worst section. */
export const worst = (states: States): SaveState => WORST_FIRST.find((each) => Object.values(states).includes(each)) ?? 'saved';

/** Whether the server has what was typed; read aloud when it changes. */
export function SaveBadge({ state }: { state: SaveState }) {
  const { t } = useTranslation();
  return <span role="status" aria-live="polite" data-testid="save-state"><StatusBadge tone={TONES[state]} label={t(`minutes.save.${state}`)} /></span>;
}
