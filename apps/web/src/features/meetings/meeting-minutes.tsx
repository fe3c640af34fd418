import { Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconFileText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MeetingQuery } from '../../gql/graphql.js';
import { formatDay } from '../../ui/days.js';
import { Section } from '../../ui/section.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';

type Meeting = NonNullable<MeetingQuery['meeting']>;
type Minutes = NonNullable<Meeting['minutes']>;
const TONES = { draft: 'progress', circulated: 'waiting', approved: 'good' } as const satisfies Record<string, Tone>;
type State = keyof typeof TONES;

/** How a meeting's minutes stand; they are written and read on a page of their own. */
export function MeetingMinutes({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const minutes = meeting.minutes ?? null;
  const state = minutes?.state as State | undefined;
  const mayWrite = meeting.viewerCan.includes('writeMinutes');
  if (!meeting.viewerCan.includes('readMinutes')) return null;
  const verb = !minutes ? 'minutes.start' : state === 'draft' && mayWrite ? 'minutes.openDraft' : 'minutes.open';
  return (
    <Section title={t('meetings.minutes')} actions={state && <StatusBadge tone={TONES[state]} label={t(`minutes.state.${state}`)} />}>
      <Stack gap="sm">
        <Text size="sm" c="gray.7">{minutes ? <Standing minutes={minutes} /> : t('meetings.minutesHint')}</Text>
        {(minutes || mayWrite) && (
          <Group><Button variant="default" leftSection={<IconFileText size={16} />} renderRoot={(props) => <Link {...props} to="/reuniones/$id/acta" params={{ id: meeting.id }} />}>{t(verb)}</Button></Group>
        )}
      </Stack>
    </Section>
  );
}

/** What was decided, and what waits for whom. */
function Standing({ minutes: { state, decisionCount, unansweredCount, windowOpen, observationsUntil, approvedOn, approvedBy } }: { minutes: Minutes }) {
  const { t, i18n } = useTranslation();
  const day = (on: string) => formatDay(on, i18n.language);
  const parts = [
    decisionCount > 0 && t('minutes.decisionCount', { count: decisionCount }),
    state === 'circulated' && observationsUntil && t(windowOpen ? 'minutes.windowUntil' : 'minutes.windowClosed', { day: day(observationsUntil) }),
    state === 'circulated' && unansweredCount > 0 && t('minutes.unanswered', { count: unansweredCount }),
    state === 'approved' && approvedOn && t('minutes.approvedBy', { day: day(approvedOn), name: approvedBy ?? '…' }),
  ].filter(Boolean);
  return <>{parts.length > 0 ? parts.join(' · ') : t('meetings.minutesHint')}</>;
}
