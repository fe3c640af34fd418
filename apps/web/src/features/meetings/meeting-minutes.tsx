import { Box, Button, Code, Group, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../app/graphql.js';
import { errorText } from '../../app/problems.js';
import { useAmendment, type Recorded } from '../../app/use-amendment.js';
import { useApiMutation } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { MeetingQuery } from '../../gql/graphql.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { ConflictDialog } from '../../ui/conflict-dialog.js';
import { formatDay } from '../../ui/days.js';
import { DraftNotice } from '../../ui/draft-notice.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';

const MinutesNow = graphql(`
  query MinutesNow($id: ID!) { meeting(id: $id) { minutes { body version } } }
`);
const WriteMinutes = graphql(`
  mutation WriteMinutes($meetingId: ID!, $body: String!, $version: Int) { writeMinutes(meetingId: $meetingId, body: $body, version: $version) { id } }
`);
const CirculateMinutes = graphql(`
  mutation CirculateMinutes($meetingId: ID!) { circulateMinutes(meetingId: $meetingId) { id } }
`);
const ApproveMinutes = graphql(`
  mutation ApproveMinutes($meetingId: ID!) { approveMinutes(meetingId: $meetingId) { id } }
`);

type Meeting = NonNullable<MeetingQuery['meeting']>;
type Minutes = NonNullable<Meeting['minutes']>;
const TONES = { draft: 'progress', circulated: 'waiting', approved: 'good' } as const;
type State = keyof typeof TONES;

/** A meeting's minutes: written, circulated, approved by the presidency; then read only, with the hash that proves it. */
export function MeetingMinutes({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState(false);
  const minutes = meeting.minutes ?? null;
  const state = minutes?.state as State | undefined;
  const mayWrite = meeting.viewerCan.includes('writeMinutes') && state !== 'approved';
  const mayApprove = meeting.viewerCan.includes('approveMinutes') && state === 'circulated';
  if (!meeting.viewerCan.includes('readMinutes')) return null;
  return (
    <Section title={t('meetings.minutes')} intro={state === 'approved' ? undefined : t('meetings.minutesHint')}
      actions={state && <StatusBadge tone={TONES[state] satisfies Tone} label={t(`meetings.minutesState.${state}`)} />}>
      {writing ? <Editor meetingId={meeting.id} minutes={minutes} onClose={() => setWriting(false)} /> : (
        <Stack gap="md">
          {minutes ? <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{minutes.body}</Text> : <Text size="sm" c="gray.7">{t('meetings.minutesEmpty')}</Text>}
          {minutes && <Proof minutes={minutes} />}
          <Group gap="xs" display={mayWrite || mayApprove ? undefined : 'none'}>
            {mayWrite && <Button variant="default" onClick={() => setWriting(true)}>{t(minutes ? 'meetings.editMinutes' : 'meetings.startMinutes')}</Button>}
            {mayWrite && state === 'draft' && <Circulate meetingId={meeting.id} />}
            {mayApprove && <Approve meetingId={meeting.id} />}
          </Group>
        </Stack>
      )}
    </Section>
  );
}

/** When it was circulated or approved, by whom, and the hash. */
function Proof({ minutes: { state, circulatedOn, approvedOn, approvedBy, contentHash } }: { minutes: Minutes }) {
  const { t, i18n } = useTranslation();
  const day = (on: string) => formatDay(on, i18n.language);
  if (state === 'circulated' && circulatedOn) return <Text size="xs" c="gray.6">{t('meetings.circulatedOn', { day: day(circulatedOn) })}</Text>;
  if (state !== 'approved' || !approvedOn) return null;
  return (
    <Box>
      <Text size="xs" c="gray.6">{approvedBy ? t('meetings.approvedOnBy', { day: day(approvedOn), name: approvedBy }) : t('meetings.approvedOn', { day: day(approvedOn) })}</Text>
      {contentHash && <><Text size="xs" c="gray.6" mt={6}>{t('meetings.hash')}</Text><Code style={{ overflowWrap: 'anywhere' }}>{contentHash}</Code></>}
    </Box>
  );
}

const recordedOf = (minutes: { body: string; version: number } | null): Recorded<{ body: string }> => ({ version: minutes?.version ?? 0, values: { body: minutes?.body ?? '' } });

function Editor({ meetingId, minutes, onClose }: { meetingId: string; minutes: Minutes | null; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useApiMutation(WriteMinutes);
  const edit = useAmendment<{ body: string }>({
    page: `minutes.${meetingId}`, recorded: recordedOf(minutes),
    save: (version, _changes, { body }) => write.mutateAsync({ meetingId, body, version: version === 0 ? null : version }), // none yet: no version
    reread: async () => { const { meeting } = await request(MinutesNow, { id: meetingId }); return meeting ? recordedOf(meeting.minutes ?? null) : null; },
    onDone: () => { notifications.show({ color: 'teal', message: t('meetings.minutesSaved') }); onClose(); },
  });
  return (
    <form onSubmit={(event) => { event.preventDefault(); void edit.submit(); }} noValidate>
      <Stack gap="sm">
        {edit.restored && <DraftNotice onDiscard={edit.discard} />}
        <ProblemSummary text={edit.problems.summary} />
        <Textarea aria-label={t('meetings.minutes')} description={minutes?.state === 'circulated' ? t('meetings.minutesRewritten') : undefined} autosize minRows={8} autoFocus {...edit.form.getInputProps('body')} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => { edit.discard(); onClose(); }}>{t('common.cancel')}</Button>
          <Button type="submit" loading={edit.busy}>{t('meetings.writeMinutes')}</Button>
        </Group>
      </Stack>
      <ConflictDialog edit={edit.conflict} label={() => t('meetings.minutes')} busy={edit.busy} onResolve={(values) => void edit.resolve(values)} onClose={edit.backToForm} />
    </form>
  );
}

function Circulate({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const circulate = useApiMutation(CirculateMinutes, { onDone: () => { setAsked(false); notifications.show({ color: 'teal', message: t('meetings.circulated') }); } });
  const failed = (error: Error) => { setAsked(false); notifications.show({ color: 'red', message: errorText(t, error) }); };
  return (
    <>
      <Button onClick={() => setAsked(true)}>{t('meetings.circulateMinutes')}</Button>
      <ConfirmDialog opened={asked} title={t('meetings.circulateTitle')} body={t('meetings.circulateBody')} action={t('meetings.circulateMinutes')} busy={circulate.isPending}
        onConfirm={() => circulate.mutate({ meetingId }, { onError: failed })} onClose={() => setAsked(false)} />
    </>
  );
}

function Approve({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const approve = useApiMutation(ApproveMinutes, { onDone: () => { setAsked(false); notifications.show({ color: 'teal', message: t('meetings.approved') }); } });
  const failed = (error: Error) => { setAsked(false); notifications.show({ color: 'red', message: errorText(t, error) }); };
  return (
    <>
      <Button onClick={() => setAsked(true)}>{t('meetings.approveMinutes')}</Button>
      <ConfirmDialog opened={asked} title={t('meetings.approveTitle')} body={t('meetings.approveBody')} action={t('meetings.approveMinutes')} busy={approve.isPending}
        onConfirm={() => approve.mutate({ meetingId }, { onError: failed })} onClose={() => setAsked(false)} />
    </>
  );
}
