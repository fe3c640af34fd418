import { Anchor, Button, Group, List, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../../app/fallbacks.js';
import { errorText } from '../../app/problems.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { MeetingQuery } from '../../gql/graphql.js';
import { DayText } from '../../ui/day-text.js';
import { formatInstant } from '../../ui/days.js';
import { DefinitionList } from '../../ui/definition-list.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { Loaded } from '../../ui/states.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { useDraft } from '../../ui/use-draft.js';

const MeetingOperation = graphql(`
  query Meeting($id: ID!) {
    meeting(id: $id) {
      id title kind mode startsAt place agreed version viewerCan
      attendees { id presence person { id name } organisation { id name acronym } }
      commitments { id text dueOn status owner { id name acronym } ownerUser }
      minutes { body state approvedOn contentHash }
    }
  }
`);
const WriteMinutes = graphql(`
  mutation WriteMinutes($meetingId: ID!, $body: String!) { writeMinutes(meetingId: $meetingId, body: $body) { id } }
`);
const ApproveMinutes = graphql(`
  mutation ApproveMinutes($meetingId: ID!) { approveMinutes(meetingId: $meetingId) { id } }
`);

type Meeting = NonNullable<MeetingQuery['meeting']>;

/** One meeting: who was there, what was agreed and promised, its minutes. */
export function MeetingPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useApiQuery(MeetingOperation, { id });
  return <Loaded query={query} message={(error) => errorText(t, error)}>{({ meeting }) => (meeting ? <Full meeting={meeting} /> : <NotFound />)}</Loaded>;
}

function Full({ meeting }: { meeting: Meeting }) {
  const { t, i18n } = useTranslation();
  const { label } = useTaxonomies();
  return (
    <>
      <PageHeader above={<Anchor size="sm" renderRoot={(props) => <Link {...props} to="/reuniones" />}>{t('meetings.title')}</Anchor>} title={meeting.title}
        intro={`${label('meeting_kind', meeting.kind)} · ${formatInstant(meeting.startsAt, i18n.language)}`} />
      <Stack gap="lg">
        <Section>
          <DefinitionList items={[
            { term: t('meetings.modeLabel'), value: t(`meetings.mode.${meeting.mode as 'virtual'}`) },
            { term: t('meetings.attendees'), value: <Attendees attendees={meeting.attendees} /> },
            { term: t('meetings.agreed'), value: <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>{meeting.agreed}</Text> },
          ]} />
        </Section>
        {meeting.commitments.length > 0 && (
          <Section title={t('meetings.commitments')} count={meeting.commitments.length}>
            <List spacing="xs" size="sm">
              {meeting.commitments.map((each) => <List.Item key={each.id}>{each.text} — {each.owner?.acronym ?? each.owner?.name ?? each.ownerUser} · <DayText day={each.dueOn ?? null} /></List.Item>)}
            </List>
          </Section>
        )}
        <MinutesSection meeting={meeting} />
      </Stack>
    </>
  );
}

function Attendees({ attendees }: { attendees: Meeting['attendees'] }) {
  return (
    <Group gap="xs">
      {attendees.map(({ id, organisation, person }) => (
        <Text key={id} size="sm" component="span">
          {person?.name}{person && organisation && ', '}
          {organisation && <Anchor size="sm" renderRoot={(props) => <Link {...props} to={'/organizaciones/$id' as string} params={{ id: organisation.id } as never} />}>{organisation.acronym ?? organisation.name}</Anchor>}
        </Text>
      ))}
    </Group>
  );
}

function MinutesSection({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const draft = useDraft<string>(`minutes.${meeting.id}`);
  const [body, setBody] = useState(draft.restored ?? meeting.minutes?.body ?? '');
  const failed = (error: Error) => notifications.show({ color: 'red', message: errorText(t, error) });
  const write = useApiMutation(WriteMinutes, { onDone: () => draft.forget() });
  const approve = useApiMutation(ApproveMinutes);
  const state = meeting.minutes?.state ?? null;
  const editable = meeting.viewerCan.includes('writeMinutes') && state !== 'approved';
  const badge = state && <StatusBadge tone={state === 'approved' ? 'good' : 'waiting'} label={t(`meetings.minutesState.${state as 'draft'}`)} />;
  return (
    <Section title={t('meetings.minutes')} actions={badge}>
      {editable ? (
        <Stack gap="sm">
          <Textarea aria-label={t('meetings.minutes')} autosize minRows={4} value={body} onChange={(event) => { setBody(event.currentTarget.value); draft.keep(event.currentTarget.value); }} />
          <Group justify="flex-end"><Button variant="default" loading={write.isPending} onClick={() => write.mutate({ meetingId: meeting.id, body }, { onError: failed })}>{t('meetings.writeMinutes')}</Button></Group>
        </Stack>
      ) : <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>{meeting.minutes?.body ?? t('meetings.minutesEmpty')}</Text>}
      {meeting.viewerCan.includes('approveMinutes') && state && state !== 'approved' && <Button mt="sm" loading={approve.isPending} onClick={() => approve.mutate({ meetingId: meeting.id }, { onError: failed })}>{t('meetings.approveMinutes')}</Button>}
    </Section>
  );
}
