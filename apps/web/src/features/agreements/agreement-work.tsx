import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconCalendarEvent, IconListCheck, IconSparkles } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shortName } from '../../app/organisation-names.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { titleOf } from '../../app/titles.js';
import { DayRange, DayText } from '../../ui/day-text.js';
import { relativeDay, today } from '../../ui/days.js';
import { Section } from '../../ui/section.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import type { Agreement } from './operations.js';

const COMMITMENT_TONE: Record<string, Tone> = { open: 'progress', overdue: 'warning', fulfilled: 'waiting', verified: 'good', cancelled: 'over' };

/** What was promised, talked about and done under the agreement. `onPromise` opens the form for a new commitment. */
export function AgreementWork({ agreement, onPromise }: { agreement: Agreement; onPromise: (() => void) | null }) {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('agreements.commitments')} count={agreement.commitments.length} actions={onPromise && <Button size="xs" variant="default" onClick={onPromise}>{t('agreements.newCommitment')}</Button>}>
        <Lines empty={t('agreements.commitmentsEmpty')}>{agreement.commitments.map((each) => <CommitmentLine key={each.id} commitment={each} />)}</Lines>
      </Section>
      {agreement.meetings.length + agreement.activities.length > 0 && (
        <Section title={t('agreements.work')} count={agreement.meetings.length + agreement.activities.length}>
          <Lines empty="">
            {agreement.meetings.map((each) => <MeetingLine key={each.id} meeting={each} />)}
            {agreement.activities.map((each) => <ActivityLine key={each.id} activity={each} />)}
          </Lines>
        </Section>
      )}
    </>
  );
}

function Lines({ empty, children }: { empty: string; children: ReactNode[] | ReactNode }) {
  return Array.isArray(children) && children.flat().length === 0 ? <Text size="sm" c="gray.7">{empty}</Text> : <Stack gap="sm">{children}</Stack>;
}

function Line({ icon, children, detail }: { icon: ReactNode; children: ReactNode; detail: ReactNode }) {
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <Text c="gray.6" component="span" lh={1} mt={3} aria-hidden>{icon}</Text>
      <div style={{ minWidth: 0 }}><Text size="sm" component="div" style={{ overflowWrap: 'anywhere' }}>{children}</Text><Text size="xs" c="gray.6" component="div">{detail}</Text></div>
    </Group>
  );
}

function CommitmentLine({ commitment }: { commitment: Agreement['commitments'][number] }) {
  const { t, i18n } = useTranslation();
  const owner = (commitment.owner && shortName(commitment.owner)) ?? commitment.ownerPerson?.name ?? commitment.ownerUser;
  const open = commitment.status === 'open' || commitment.status === 'overdue';
  const when = open && commitment.dueOn ? t('agreements.dueWords', { ago: relativeDay(commitment.dueOn, today(), i18n.language) }) : null;
  return (
    <Line icon={<IconListCheck size={16} />} detail={<Group gap={6}>{[owner, when].filter(Boolean).join(' · ')}<StatusBadge size="sm" tone={COMMITMENT_TONE[commitment.status] ?? 'idle'} label={t(`commitments.status.${commitment.status as 'open'}`)} /></Group>}>
      {commitment.text}
    </Line>
  );
}

function MeetingLine({ meeting }: { meeting: Agreement['meetings'][number] }) {
  const { label } = useTaxonomies();
  return (
    <Line icon={<IconCalendarEvent size={16} />} detail={<>{label('meeting_kind', meeting.kind)} · <DayText day={meeting.startsAt.slice(0, 10)} /></>}>
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/reuniones/$id" params={{ id: meeting.id }} />}>{meeting.title}</Anchor>
    </Line>
  );
}

function ActivityLine({ activity }: { activity: Agreement['activities'][number] }) {
  const { label } = useTaxonomies();
  return (
    <Line icon={<IconSparkles size={16} />} detail={<>{label('activity_kind', activity.kind)} · <DayRange from={activity.startsOn ?? null} to={activity.endsOn ?? null} /></>}>
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to={'/actividades/$id' as string} params={{ id: activity.id } as never} />}>{titleOf(activity)}</Anchor>
    </Line>
  );
}
