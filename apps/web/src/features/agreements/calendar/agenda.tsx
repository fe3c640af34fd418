import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../ui/days.js';
import type { Entry } from './calendar-view.js';
import classes from './calendar.module.css';
import { EventMark } from './event-mark.js';

/** The month on a phone: its days on which something happens, one below the other. */
export function Agenda({ entries }: { entries: readonly Entry[] }) {
  const { i18n } = useTranslation();
  const days = [...new Set(entries.map(({ day }) => day))].sort();
  return (
    <ul className={classes.agenda}>
      {days.map((day) => (
        <li key={day}>
          <Text size="sm" fw={600} component="h3" m={0} mb={4}>{formatDay(day, i18n.language, 'long')}</Text>
          {entries.filter((entry) => entry.day === day).map((entry) => <EventMark key={`${entry.id} ${entry.kind}`} entry={entry} />)}
        </li>
      ))}
    </ul>
  );
}
