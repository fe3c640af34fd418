import { Group, List, Stack, Text } from '@mantine/core';
import type { CalendarPreview, CalendarRow } from '@tejido/domain/calendar-preview.js';
import { isDay } from '@tejido/domain/day.js';
import { localTimeAt } from '@tejido/domain/zoned-time.js';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../ui/days.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import { MoreButton } from './more-button.js';
import { formatSpan } from './meeting-span.js';

const TONES = { new: 'good', changed: 'progress', cancelled: 'paused', left_out: 'bad', same: 'idle' } as const satisfies Record<CalendarRow['status'], Tone>;
const STATUSES = Object.keys(TONES) as CalendarRow['status'][];
const SHOWN = 20;

/** What a calendar brings: by what becomes of it, then what is worth knowing of how it was read. */
export function PreviewRows({ preview: { rows, leftOut, notices, notTaken } }: { preview: CalendarPreview }) {
  const { t, i18n } = useTranslation();
  const told = (values: Record<string, string | number> | undefined) =>
    Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, isDay(value) ? formatDay(value, i18n.language) : value]));
  const at = (line: number, title: string) => [title || t('calendars.untitled'), t('calendars.line', { line })].join(' · ');
  const list = Object.entries(notTaken).map(([name, count]) => `${name} (${count})`).join(', ');
  return (
    <Stack gap="md">
      {STATUSES.map((status) => {
        const items: ReactNode[] = bySeries(rows.filter((row) => row.status === status)).map((group) => <Row key={group[0]!.key} row={group[0]!} last={group.at(-1)!} count={group.length} />);
        const count = rows.filter((row) => row.status === status).length + (status === 'left_out' ? leftOut.length : 0);
        if (status === 'left_out') items.push(...leftOut.map((each) => <Line key={`${each.line} ${each.reason}`} title={at(each.line, each.title)} detail={t(`calendars.reason.${each.reason}`, told(each.values))} />));
        return items.length > 0 && <Part key={status} tone={TONES[status]} label={t(`calendars.group.${status}.${count === 1 ? 'one' : 'many'}`, { count })} items={items} closed={status === 'same'} />;
      })}
      {notices.length > 0 && (
        <Part tone="waiting" label={t('calendars.notices')}
          items={notices.map((each, index) => <Line key={index} title={at(each.line, each.title)} detail={t(`calendars.notice.${each.notice}`, told(each.values))} />)} />
      )}
      {list !== '' && <Text size="xs" c="gray.7" style={{ overflowWrap: 'anywhere' }}>{t('calendars.notTaken', { list })}</Text>}
    </Stack>
  );
}

/** `closed`: only its heading until more is asked for. */
function Part({ tone, label, items, closed = false }: { tone: Tone; label: string; items: ReactNode[]; closed?: boolean }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, closed ? 0 : SHOWN);
  return (
    <section aria-label={label}>
      <Group mb={6}><StatusBadge tone={tone} label={label} /></Group>
      <List listStyleType="none" spacing={6} styles={{ itemWrapper: { display: 'block' } }}>{shown.map((item, at) => <List.Item key={at}>{item}</List.Item>)}</List>
      {shown.length < items.length && <MoreButton onClick={() => setAll(true)}>{t('calendars.more', { count: items.length - shown.length })}</MoreButton>}
    </section>
  );
}

/** The dates of a series that differ in nothing else are one line. */
function bySeries(rows: readonly CalendarRow[]): CalendarRow[][] {
  const groups = new Map<string, CalendarRow[]>();
  for (const row of rows) {
    const key = row.repeats ? JSON.stringify([row.key.split(' ')[0], row.title, row.place, row.reason, row.changes]) : row.key;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

function Row({ row, last, count }: { row: CalendarRow; last: CalendarRow; count: number }) {
  const { t, i18n } = useTranslation();
  const fields = row.changes.map((field) => t(`calendars.field.${field as 'title'}`)).join(', ');
  const day = ({ startsAt, timeZone }: CalendarRow) => formatDay(localTimeAt(new Date(startsAt), timeZone).slice(0, 10), i18n.language);
  const known = row.guests.filter(({ found }) => found);
  const unknown = row.guests.length - known.length;
  const guests = [...known.map(({ name, organisation }) => (organisation ? `${name} (${organisation})` : name)),
    ...(unknown > 0 ? [t(`calendars.unknownGuests.${unknown === 1 ? 'one' : 'many'}`, { count: unknown })] : [])];
  return (
    <Line title={row.title} detail={[formatSpan(row, i18n.language, t('calendars.allDay')), row.place, count > 1 ? t('calendars.dates', { count, from: day(row), to: day(last) }) : row.repeats && t('calendars.series')].filter(Boolean).join(' · ')}
      more={[row.reason && t(`calendars.reason.${row.reason}`), fields && t('calendars.changes', { fields }), guests.length > 0 && `${t('calendars.guests')}: ${guests.join(', ')}`].filter(Boolean).join(' ')} />
  );
}

function Line({ title, detail, more }: { title: string; detail: string; more?: string }) {
  return (
    <div>
      <Text size="sm" fw={500} style={{ overflowWrap: 'anywhere' }}>{title}</Text>
      <Text size="xs" c="gray.7" style={{ overflowWrap: 'anywhere' }}>{detail}</Text>
      {more && <Text size="xs" c="gray.7" style={{ overflowWrap: 'anywhere' }}>{more}</Text>}
    </div>
  );
}
