import { shortName } from '../../app/organisation-names.js';
import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { agendaTimes } from '@tejido/domain/agenda.js';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconListNumbers } from '@tabler/icons-react';
import type { MeetingQuery } from '../../gql/graphql.js';
import { Section } from '../../ui/section.js';
import { LoadingState } from '../../ui/states.js';
import { formatClock } from './meeting-span.js';

export type PlannedMeeting = NonNullable<MeetingQuery['meeting']>;

const AgendaForm = lazy(() => import('./agenda-form.js').then((loaded) => ({ default: loaded.AgendaForm })));

/** How long a meeting is, in minutes; null when its end is not known, or it is of whole days. */
export const lengthOf = ({ startsAt, endsAt, allDay }: Pick<PlannedMeeting, 'startsAt' | 'endsAt' | 'allDay'>): number | null =>
  (endsAt && !allDay ? Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000) : null);

/** What will be talked about, when, and who leads each point. */
export function MeetingAgenda({ meeting }: { meeting: PlannedMeeting }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const may = meeting.viewerCan.includes('amend') && meeting.minutes?.state !== 'approved';
  if (editing) {
    return (
      <Section title={t('calendars.agenda.title')} intro={t('calendars.agenda.hint')}>
        <Suspense fallback={<LoadingState />}><AgendaForm meeting={meeting} length={lengthOf(meeting)} onDone={() => setEditing(false)} /></Suspense>
      </Section>
    );
  }
  if (meeting.agenda.length === 0 && (!may || meeting.state !== 'planned')) return null;
  return (
    <Section title={t('calendars.agenda.title')} count={meeting.agenda.length || undefined}
      actions={may && <Button size="xs" variant="default" leftSection={<IconListNumbers size={14} />} onClick={() => setEditing(true)}>{t(meeting.agenda.length > 0 ? 'calendars.agenda.edit' : 'calendars.agenda.start')}</Button>}>
      {meeting.agenda.length === 0 ? <Text size="sm" c="gray.7">{t('calendars.agenda.empty')}</Text> : <Points meeting={meeting} />}
    </Section>
  );
}

function Points({ meeting }: { meeting: PlannedMeeting }) {
  const { t, i18n } = useTranslation();
  const length = lengthOf(meeting);
  const { begins, total, left } = agendaTimes(meeting.agenda.map(({ minutes }) => ({ minutes: minutes ?? null })), length);
  return (
    <Stack gap="xs">
      <Stack component="ol" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        {meeting.agenda.map((item, at) => {
          const owner = (item.ownerOrganisation && shortName(item.ownerOrganisation)) ?? item.ownerPerson?.name ?? item.ownerUser;
          const begin = begins[at];
          return (
            <Group key={item.id} component="li" gap="sm" wrap="nowrap" align="baseline">
              <Text size="sm" c="gray.7" w={76} ta="right" style={{ flexShrink: 0, fontVariantNumeric: 'tabular-nums' }}>
                {meeting.allDay || begin === null || begin === undefined ? `${at + 1}.` : formatClock(Date.parse(meeting.startsAt) + begin * 60_000, meeting.timeZone, i18n.language)}
              </Text>
              <div style={{ minWidth: 0, flex: 1 }}>
                <Text size="sm" style={{ overflowWrap: 'anywhere' }}>{item.title}</Text>
                {owner && <Text size="xs" c="gray.7">{t('calendars.agenda.ledBy', { name: owner })}</Text>}
              </div>
              {item.minutes && <Badge variant="light" color="gray" style={{ flexShrink: 0 }}>{t('calendars.agenda.minutes', { count: item.minutes })}</Badge>}
            </Group>
          );
        })}
      </Stack>
      <AgendaTotal total={total} length={length} left={left} />
    </Stack>
  );
}

/** What the time boxes add up to, beside the meeting's length. */
export function AgendaTotal({ total, length, left }: { total: number; length: number | null; left: number | null }) {
  const { t } = useTranslation();
  if (total === 0) return null;
  const over = left !== null && left < 0;
  return (
    <Text size="xs" c={over ? 'red.8' : 'gray.7'} fw={over ? 600 : undefined} role={over ? 'status' : undefined}>
      {length === null ? t('calendars.agenda.total', { total }) : over ? t('calendars.agenda.over', { total, length, over: -left }) : t('calendars.agenda.within', { total, length, left: left ?? 0 })}
    </Text>
  );
}
