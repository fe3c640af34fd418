import { Anchor, Button, Grid, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../../app/fallbacks.js';
import { errorText } from '../../app/problems.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import { formatInstant } from '../../ui/days.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded } from '../../ui/states.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import { AttendanceCard } from './attendance-card.js';
import { DownloadMenu } from './download-menu.js';
import { Observations } from './observations.js';
import classes from './minutes-page.module.css';
import { AddSection, MinutesPage as MinutesPageOperation, StartMinutes, type Meeting, type Minutes } from './operations.js';
import { RoundCard } from './round-card.js';
import { SaveBadge, worst, type States } from './save-badge.js';
import { SectionCard } from './section-card.js';
import type { SaveState } from './section-saver.js';
import { VersionsCard } from './versions-card.js';

const TONES = { draft: 'progress', circulated: 'waiting', approved: 'good' } as const satisfies Record<string, Tone>;
export type MinutesState = keyof typeof TONES;
const LOOK_AGAIN_MS = 15_000; // what a second editor saved is shown to the first

/** A meeting's minutes on one page: who was there, a section for each point with its decisions and commitments, and how they go round. */
export function MinutesPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useApiQuery(MinutesPageOperation, { id });
  const { refetch } = query;
  const drafting = query.data?.meeting?.minutes?.state === 'draft';
  useEffect(() => {
    if (!drafting) return;
    const timer = setInterval(() => { if (document.visibilityState === 'visible') void refetch(); }, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [drafting, refetch]);
  return (
    <Loaded query={query} message={(error) => errorText(t, error)}>
      {({ meeting }) => (meeting?.viewerCan.includes('readMinutes') ? <Full meeting={meeting} /> : <NotFound />)}
    </Loaded>
  );
}

function Full({ meeting }: { meeting: Meeting }) {
  const { t, i18n } = useTranslation();
  const [states, setStates] = useState<States>({});
  const told = useCallback((section: string, state: States[string]) => setStates((before) => (before[section] === state ? before : { ...before, [section]: state })), []);
  const { minutes } = meeting;
  const state = minutes?.state as MinutesState | undefined;
  return (
    <>
      <PageHeader title={t('minutes.titleOf', { title: meeting.title })} intro={formatInstant(meeting.startsAt, i18n.language)}
        above={<Anchor size="sm" renderRoot={(props) => <Link {...props} to="/reuniones/$id" params={{ id: meeting.id }} />}>{t('minutes.toMeeting')}</Anchor>}
        beside={state && <StatusBadge tone={TONES[state]} label={t(`minutes.state.${state}`)} />}
        actions={minutes && <DownloadMenu meetingId={meeting.id} />} />
      {minutes ? <Written meeting={meeting} minutes={minutes} saved={worst(states)} told={told} /> : <Begin meeting={meeting} />}
    </>
  );
}

const mayWrite = ({ viewerCan, minutes }: Meeting): boolean => viewerCan.includes('writeMinutes') && (minutes?.state ?? 'draft') === 'draft';

function Begin({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const start = useApiMutation(StartMinutes);
  const failed = (error: Error) => notifications.show({ color: 'red', message: errorText(t, error) });
  const may = mayWrite(meeting);
  return (
    <Section>
      <EmptyState title={t('minutes.emptyTitle')} body={may ? t(meeting.agenda.length > 0 ? 'minutes.emptyAgenda' : 'minutes.emptyBody', { count: meeting.agenda.length }) : undefined}
        actions={may && <Button loading={start.isPending} onClick={() => start.mutate({ meetingId: meeting.id }, { onError: failed })}>{t('minutes.start')}</Button>} />
    </Section>
  );
}

function Written({ meeting, minutes, saved, told }: { meeting: Meeting; minutes: Minutes; saved: SaveState; told: (section: string, state: States[string]) => void }) {
  const { t } = useTranslation();
  const writable = mayWrite(meeting);
  return (
    <Grid gap="lg" align="flex-start">
      <Grid.Col span={{ base: 12, md: 8 }} order={{ base: 2, md: 1 }}>
        <Stack gap="lg">
          <AttendanceCard meeting={meeting} writable={meeting.viewerCan.includes('writeMinutes') && minutes.state !== 'approved'} />
          {minutes.sections.map((section, at) => (
            <SectionCard key={section.id} meeting={meeting} minutes={minutes} section={section} writable={writable} first={at === 0} last={at === minutes.sections.length - 1} told={told} />
          ))}
          {minutes.sections.length === 0 && <Text size="sm" c="gray.7">{t('minutes.noSections')}</Text>}
          {writable && <AddSections meeting={meeting} minutes={minutes} />}
          {writable && <div className={classes.saved}><SaveBadge state={saved} /></div>}
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 4 }} order={{ base: 1, md: 2 }}>
        <Stack gap="lg">
          <RoundCard meeting={meeting} minutes={minutes} />
          <Observations meeting={meeting} minutes={minutes} />
          <VersionsCard versions={minutes.versions} />
        </Stack>
      </Grid.Col>
    </Grid>
  );
}

/** A section of its own, or one for a point of the agenda that came later. */
function AddSections({ meeting, minutes }: { meeting: Meeting; minutes: Minutes }) {
  const { t } = useTranslation();
  const add = useApiMutation(AddSection);
  const failed = (error: Error) => notifications.show({ color: 'red', message: errorText(t, error) });
  const missing = meeting.agenda.filter(({ id }) => !minutes.sections.some((each) => each.agendaItemId === id));
  const adding = (title: string, agendaItemId: string | null) => add.mutate({ meetingId: meeting.id, input: { title, agendaItemId } }, { onError: failed });
  return (
    <Group gap="xs">
      <Button variant="default" leftSection={<IconPlus size={16} />} loading={add.isPending} onClick={() => adding('', null)}>{t('minutes.addSection')}</Button>
      {missing.map(({ id, title }) => (
        <Button key={id} variant="default" leftSection={<IconPlus size={16} />} onClick={() => adding(title, id)}>{t('minutes.addPoint', { title })}</Button>
      ))}
    </Group>
  );
}
