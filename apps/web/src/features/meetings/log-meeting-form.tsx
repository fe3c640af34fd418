import { ActionIcon, Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LogMeetingFormProps } from '../../app/log-meeting.js';
import { createOrganisation, findOrganisations } from '../../app/pickers/find-organisations.js';
import { findPeople } from '../../app/pickers/find-people.js';
import { useProblems } from '../../app/problems.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiMutation } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import { DayField } from '../../ui/day-field.js';
import { formatInstant } from '../../ui/days.js';
import { DraftNotice } from '../../ui/draft-notice.js';
import { PickOrCreate, type PickOption } from '../../ui/pick-or-create.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { useDraft } from '../../ui/use-draft.js';
import { understandTime } from './understand-time.js';

const LogMeeting = graphql(`
  mutation LogMeeting($input: MeetingInput!) { logMeeting(input: $input) { id } }
`);

interface Values {
  kind: string;
  title: string;
  when: string;
  organisations: PickOption[];
  /** A new person has no id yet: it begins with "new:". */
  people: PickOption[];
  agreed: string;
  commitments: { text: string; owner: string; dueOn: string | null }[];
}

const EMPTY: Values = { kind: 'bilateral', title: '', when: '', organisations: [], people: [], agreed: '', commitments: [] };
const US = 'us';

/** Logs a meeting in under a minute, from any page, by the keyboard alone. What is typed survives a reload and an ended session. */
export function LogMeetingForm({ organisation, onDone }: LogMeetingFormProps) {
  const { t, i18n } = useTranslation();
  const { options, label } = useTaxonomies();
  const draft = useDraft<Values>('meeting.new');
  const form = useForm<Values>({ initialValues: draft.restored ?? { ...EMPTY, organisations: organisation ? [organisation] : [] }, onValuesChange: draft.keep });
  const problems = useProblems(form);
  const save = useApiMutation(LogMeeting, { onDone: () => { draft.forget(); notifications.show({ color: 'teal', message: t('meetings.saved') }); onDone(); } });
  const { values } = form;
  const instant = understandTime(values.when, new Date());
  const title = values.title.trim() || [label('meeting_kind', values.kind), values.organisations[0]?.label.split(' · ')[0]].filter(Boolean).join(': ');
  const submit = form.onSubmit(() => {
    problems.clear();
    if (!instant) return form.setFieldError('when', t('meetings.whenUnknown'));
    save.mutate({ input: inputOf(values, title, instant) }, { onError: problems.show });
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {draft.restored && <DraftNotice onDiscard={() => { draft.forget(); form.setValues(EMPTY); }} />}
        <ProblemSummary text={problems.summary} />
        <Group grow align="flex-start">
          <Select label={t('meetings.kind')} data={options('meeting_kind')} allowDeselect={false} data-autofocus {...form.getInputProps('kind')} />
          <TextInput label={t('meetings.when')} required placeholder={t('meetings.whenHint')} {...form.getInputProps('when')}
            description={instant ? formatInstant(instant.toISOString(), i18n.language) : undefined} inputWrapperOrder={['label', 'input', 'description', 'error']} />
        </Group>
        <PickOrCreate label={t('meetings.who')} value={values.organisations} onChange={(chosen) => form.setFieldValue('organisations', chosen)} find={findOrganisations} create={createOrganisation} error={form.errors['attendees']} />
        <PickOrCreate label={t('meetings.people')} value={values.people} onChange={(chosen) => form.setFieldValue('people', chosen)} find={findPeople} create={async (name) => ({ id: `new:${name}`, label: name })} />
        <TextInput label={t('meetings.name')} placeholder={t('meetings.namePlaceholder')} {...form.getInputProps('title')} />
        <Textarea label={t('meetings.agreed')} autosize minRows={3} {...form.getInputProps('agreed')} />
        <CommitmentRows form={form} />
        <Group justify="flex-end"><Button type="submit" loading={save.isPending}>{t('meetings.save')}</Button></Group>
      </Stack>
    </form>
  );
}

function CommitmentRows({ form }: { form: ReturnType<typeof useForm<Values>> }) {
  const { t } = useTranslation();
  const owners = [{ value: US, label: t('meetings.us') }, ...form.values.organisations.map(({ id, label }) => ({ value: id, label }))];
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>{t('meetings.commitments')}</Text>
      {form.values.commitments.map((commitment, at) => (
        <Group key={at} align="flex-start" gap="xs">
          <TextInput flex="2 1 200px" aria-label={t('meetings.commitmentText')} placeholder={t('meetings.commitmentText')} {...form.getInputProps(`commitments.${at}.text`)} />
          <Select flex="1 1 120px" aria-label={t('meetings.owner')} data={owners} allowDeselect={false} {...form.getInputProps(`commitments.${at}.owner`)} />
          <DayField label={t('meetings.due')} value={commitment.dueOn} onChange={(day) => form.setFieldValue(`commitments.${at}.dueOn`, day)} />
          <ActionIcon variant="subtle" color="gray" aria-label={t('meetings.removeCommitment')} onClick={() => form.removeListItem('commitments', at)}><IconX size={16} /></ActionIcon>
        </Group>
      ))}
      <Group><Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={() => form.insertListItem('commitments', { text: '', owner: US, dueOn: null })}>{t('meetings.addCommitment')}</Button></Group>
    </Stack>
  );
}

function inputOf(values: Values, title: string, instant: Date) {
  const isNew = ({ id }: PickOption) => id.startsWith('new:');
  const first = values.organisations[0]?.id ?? null;
  return {
    title, kind: values.kind, startsAt: instant.toISOString(), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, agreed: values.agreed,
    attendees: [
      ...values.organisations.map(({ id }) => ({ organisationId: id })),
      ...values.people.map((person) => (isNew(person) ? { personName: person.label, organisationId: first } : { personId: person.id })),
    ],
    commitments: values.commitments.filter(({ text }) => text.trim() !== '').map(({ text, owner, dueOn }) => ({ text, dueOn, ownerOrganisationId: owner === US ? null : owner })),
  };
}
