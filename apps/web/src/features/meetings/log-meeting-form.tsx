import { Anchor, Button, Group, Kbd, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { getHotkeyHandler } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { LogMeetingFormProps } from '../../app/log-meeting.js';
import type { OrganisationOption } from '../../app/pickers/find-organisations.js';
import { useProblems } from '../../app/problems.js';
import { useViewer } from '../../app/session.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiMutation } from '../../app/use-api.js';
import { placed } from '../../app/use-amendment.js';
import { graphql } from '../../gql/gql.js';
import { DraftNotice } from '../../ui/draft-notice.js';
import { MoreFields } from '../../ui/more-fields.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { useDraft } from '../../ui/use-draft.js';
import classes from './log-meeting-form.module.css';
import { CommitmentRows } from './commitment-rows.js';
import { AgreedField, KindField, MORE_FIELDS, MoreMeetingFields, WhenField, WhoFields } from './meeting-fields.js';
import { commitmentsOf, emptyMeeting, inputOf, isNew, nameableIn, placeOf, shortName, repeatRule, timesOf, US, zoneOf, type Repeats, type MeetingValues, type Promised } from './meeting-values.js';
import { RepeatFields } from './repeat-fields.js';

const LogMeeting = graphql(`
  mutation LogMeeting($input: MeetingInput!) { logMeeting(input: $input) { id title } }
`);

interface LogValues extends MeetingValues { commitments: Promised[]; repeats: Repeats; times: number }

/** Logs a meeting in under a minute, from any page, by the keyboard alone. What is typed survives a reload and an ended session. */
export function LogMeetingForm({ organisation, pendingWith, onDone }: LogMeetingFormProps) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const { label } = useTaxonomies();
  const announce = useAnnouncement();
  const draft = useDraft<LogValues>('meeting.new');
  const empty: LogValues = { ...emptyMeeting(viewer.country), organisations: organisation ? [organisation] : [], commitments: [{ text: '', owner: US, dueOn: null }], repeats: '', times: 4 };
  const form = useForm<LogValues>({ initialValues: including(draft.restored ?? empty, organisation), onValuesChange: draft.keep });
  const problems = useProblems(form);
  const save = useApiMutation(LogMeeting, { onDone: ({ logMeeting }) => { draft.forget(); announce(logMeeting.id); onDone(); } });
  const { values } = form;
  // The fields that amending shares with logging know nothing of the commitments beside them.
  const fields = form as unknown as UseFormReturnType<MeetingValues>;
  const named = nameableIn(values, values.organisations, viewer.country);
  const proposed = [label('meeting_kind', values.kind), named && shortName(named)].filter(Boolean).join(': ');
  const submit = () => {
    if (save.isPending) return; // a second Ctrl+Enter while the first is on its way
    problems.clear();
    const unread = timeProblems(t, values);
    if (Object.keys(unread).length > 0) return form.setErrors(unread);
    const commitments = values.commitments.filter(({ text, dueOn }) => text.trim() !== '' || dueOn);
    if (commitments.length < values.commitments.length) form.setFieldValue('commitments', commitments); // problems are told by their place
    const { commitments: _, repeats, times, ...meeting } = values;
    const { start } = timesOf(values);
    const input = { ...inputOf(meeting, meeting), title: values.title.trim() || proposed, commitments: commitmentsOf(commitments, values.organisations), repeats: start && repeatRule(repeats, times, start, zoneOf(values)) };
    save.mutate({ input }, { onError: (error) => problems.show(placed(error, (path) => placeOf(path, values))) });
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); submit(); }} onKeyDown={getHotkeyHandler([['mod+Enter', ({ target }) => (target as HTMLElement).closest('form')?.requestSubmit()]])} noValidate>
      <Stack gap="md">
        {draft.restored && <DraftNotice onDiscard={() => { draft.forget(); form.setValues(empty); problems.clear(); }} />}
        <ProblemSummary text={problems.summary} />
        <WhoFields form={fields} autoFocus />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md"><WhenField form={fields} /><KindField form={fields} /></SimpleGrid>
        <AgreedField form={fields} />
        <CommitmentRows value={values.commitments} onChange={(commitments) => form.setFieldValue('commitments', commitments)} organisations={values.organisations} errors={form.errors} />
        {pendingWith?.(values.organisations.filter((each) => !isNew(each)).map((each) => ({ id: each.id, label: shortName(each) })))}
        <TextInput label={t('meetings.name')} placeholder={proposed} {...form.getInputProps('title')} />
        <MoreFields open={[...MORE_FIELDS, 'repeats'].some((field) => form.errors[field])}>
          <Stack gap="md">
            <RepeatFields repeats={values.repeats} times={values.times} error={form.errors['repeats']} onChange={(change) => form.setValues(change)} />
            <MoreMeetingFields form={fields} />
          </Stack>
        </MoreFields>
        <Group justify="flex-end" gap="sm" className={classes.foot}>
          <Kbd size="xs" visibleFrom="sm" aria-hidden>Ctrl ↵</Kbd>
          <Button type="submit" loading={save.isPending} aria-keyshortcuts="Control+Enter">{t('meetings.save')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What is wrong with the times that were typed, by field: nothing where a time is needed, or what is none. */
export function timeProblems(t: TFunction, values: Parameters<typeof timesOf>[0]): Partial<Record<'when' | 'until', string>> {
  const { when, until } = values;
  const { start, end } = timesOf(values);
  return {
    ...(start ? {} : { when: t(when.trim() === '' ? 'errors.problems.required' : 'meetings.whenUnknown') }),
    ...(until.trim() !== '' && start && !end ? { until: t('meetings.untilUnknown') } : {}),
  };
}

/** Opened from an organisation's page over an older draft: that organisation was there too. */
function including(values: LogValues, organisation: OrganisationOption | undefined): LogValues {
  if (!organisation || values.organisations.some(({ id }) => id === organisation.id)) return values;
  return { ...values, organisations: [...values.organisations, organisation] };
}

/** Says that it is saved, with the way to it. */
function useAnnouncement() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (id: string) => {
    const notice = notifications.show({
      color: 'teal', title: t('meetings.saved'), autoClose: 10_000,
      message: (
        <Anchor size="sm" href={`/reuniones/${id}`} onClick={(event) => {
          if (event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          notifications.hide(notice);
          void navigate({ to: '/reuniones/$id', params: { id } });
        }}>{t('meetings.open')}</Anchor>
      ),
    });
  };
}
