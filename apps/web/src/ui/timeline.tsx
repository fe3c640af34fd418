import { Box, Text } from '@mantine/core';
import type { Day } from '@tejido/domain/day.js';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayText } from './day-text.js';
import classes from './timeline.module.css';

export interface TimelineEvent {
  id: string;
  day: Day | null;
  /** What happened; may hold a link. */
  title: ReactNode;
  /** Kind of event, in the reader's language: it is read out, the icon is not. */
  kind: string;
  icon: ComponentType<{ size?: number | string; stroke?: number | string }>;
  body?: ReactNode;
}

/** Events under their years, in the order given (newest first is usual). */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  const { t } = useTranslation();
  const years = [...new Set(events.map((event) => event.day?.slice(0, 4) ?? ''))];
  return (
    <Box>
      {years.map((year) => (
        <section key={year} aria-label={year || t('common.unknown')}>
          <Text size="xs" fw={600} c="gray.6" className={classes.year}>{year || t('common.unknown')}</Text>
          <ol className={classes.list}>
            {events.filter((event) => (event.day?.slice(0, 4) ?? '') === year).map((event) => <Item key={event.id} event={event} />)}
          </ol>
        </section>
      ))}
    </Box>
  );
}

function Item({ event }: { event: TimelineEvent }) {
  const Icon = event.icon;
  return (
    <li className={classes.item}>
      <span className={classes.dot} aria-hidden><Icon size={15} stroke={1.7} /></span>
      <div className={classes.body}>
        <Text size="sm" fw={550} component="div" style={{ overflowWrap: 'anywhere' }}>{event.title}</Text>
        <Text size="xs" c="gray.6" component="div">{event.kind} · <DayText day={event.day} /></Text>
        {event.body && <Text size="sm" c="gray.8" mt={4} component="div">{event.body}</Text>}
      </div>
    </li>
  );
}
