import { useState } from 'react';
import { UnstyledButton } from '@mantine/core';
import type { Day } from '@tejido/domain/day.js';
import { useTranslation } from 'react-i18next';
import { formatDay, today } from '../../../ui/days.js';
import { localeOf } from '../../../ui/numbers.js';
import type { Entry } from './calendar-view.js';
import classes from './calendar.module.css';
import { EventMark } from './event-mark.js';
import { weeksOf } from './events.js';

const SHOWN = 3;

/** A month as a table of weeks. */
export function MonthGrid({ month, name, entries }: { month: string; name: string; entries: readonly Entry[] }) {
  const { i18n } = useTranslation();
  const weeks = weeksOf(month);
  // A Monday and the six days after it.
  const weekdays = Array.from({ length: 7 }, (_, at) => new Date(Date.UTC(2024, 0, 1 + at)));
  const written = (date: Date, weekday: 'short' | 'long') => new Intl.DateTimeFormat(localeOf(i18n.language), { weekday, timeZone: 'UTC' }).format(date);
  return (
    <table className={classes.month}>
      <caption className={classes.hidden}>{name}</caption>
      <thead><tr>{weekdays.map((date) => <th key={date.getTime()} scope="col" abbr={written(date, 'long')}>{written(date, 'short')}</th>)}</tr></thead>
      <tbody>{weeks.map((week, at) => <tr key={at}>{week.map((day, column) => <DayCell key={day ?? `none-${column}`} day={day} entries={entries.filter((each) => each.day === day)} />)}</tr>)}</tbody>
    </table>
  );
}

function DayCell({ day, entries }: { day: Day | null; entries: readonly Entry[] }) {
  const { t, i18n } = useTranslation();
  const [all, setAll] = useState(false);
  if (!day) return <td className={classes.outside} />;
  const isToday = day === today();
  return (
    <td className={classes.day} data-today={isToday || undefined}>
      <time dateTime={day} className={classes.number} aria-label={formatDay(day, i18n.language, 'long')}>{Number(day.slice(8))}{isToday && <span> {t('common.day.today')}</span>}</time>
      {(all ? entries : entries.slice(0, SHOWN)).map((entry) => <EventMark key={`${entry.id} ${entry.kind}`} entry={entry} />)}
      {entries.length > SHOWN && <UnstyledButton fz="xs" c="anil" onClick={() => setAll(!all)}>{all ? t('common.showLess') : t('agreementViews.moreEvents', { count: entries.length - SHOWN })}</UnstyledButton>}
    </td>
  );
}
