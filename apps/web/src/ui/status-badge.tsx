import { Badge } from '@mantine/core';
import {
  IconAlertTriangle, IconCircle, IconCircleCheck, IconCircleDashed, IconCircleHalf2, IconCircleX, IconClock, IconPlayerPause,
} from '@tabler/icons-react';

// Word, shape and colour together: no meaning hangs on colour alone. Text on its ground has a contrast of 6:1 or more.
const TONES = {
  good: { text: '#0b6244', ground: '#e2f5ec', icon: IconCircleCheck },
  progress: { text: '#243d8e', ground: '#e6ebf8', icon: IconCircleHalf2 },
  waiting: { text: '#6f4700', ground: '#fdf1d3', icon: IconClock },
  paused: { text: '#8f3a06', ground: '#fdebdd', icon: IconPlayerPause },
  warning: { text: '#8f3a06', ground: '#fdebdd', icon: IconAlertTriangle },
  bad: { text: '#a31d13', ground: '#fde8e6', icon: IconCircleX },
  over: { text: '#505969', ground: '#eceef2', icon: IconCircle },
  idle: { text: '#505969', ground: '#f1f3f6', icon: IconCircleDashed },
} as const;
export type Tone = keyof typeof TONES;

/** A status as word, shape and colour. The caller maps its status to a tone exhaustively: `satisfies Record<Status, Tone>`. */
export function StatusBadge({ tone, label, size = 'md' }: { tone: Tone; label: string; size?: 'sm' | 'md' | 'lg' }) {
  const { text, ground, icon: Icon } = TONES[tone];
  return (
    <Badge bg={ground} c={text} size={size} leftSection={<Icon size={13} stroke={2} aria-hidden />} style={{ flexShrink: 0 }}>{label}</Badge>
  );
}
