import { Box, Button, Group, List, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { longName, shortName } from '../../app/organisation-names.js';
import { useProblems } from '../../app/problems.js';
import { useApiMutation } from '../../app/use-api.js';
import { placed } from '../../app/use-amendment.js';
import { graphql } from '../../gql/gql.js';
import type { MeetingQuery } from '../../gql/graphql.js';
import { DayText } from '../../ui/day-text.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import { CommitmentRows } from './commitment-rows.js';
import { commitmentsOf, placeOf, US, type Guest, type Promised } from './meeting-values.js';

const AddCommitments = graphql(`
  mutation AddCommitments($id: ID!, $version: Int!, $input: MeetingInput!) { amendMeeting(id: $id, version: $version, input: $input) { id } }
`);

type Meeting = NonNullable<MeetingQuery['meeting']>;
export type MeetingCommitment = Meeting['commitments'][number];

interface MeetingCommitmentsProps {
  meeting: Meeting;
  /** State and verbs of one commitment: another feature's. */
  stateOf: (commitment: MeetingCommitment) => ReactNode;
}

/** What was promised there, how it stands, and what else is to be added. */
export function MeetingCommitments({ meeting, stateOf }: MeetingCommitmentsProps) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  return (
    <Section title={t('meetings.commitments')} count={meeting.commitments.length}
      actions={meeting.viewerCan.includes('amend') && !adding && <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>{t('meetings.addCommitment')}</Button>}>
      <Stack gap="md">
        {meeting.commitments.length === 0 && !adding && <Text size="sm" c="gray.7">{t('meetings.commitmentsEmpty')}</Text>}
        {meeting.commitments.length > 0 && (
          <List listStyleType="none" spacing="md">
            {meeting.commitments.map((each) => (
              <List.Item key={each.id} styles={{ itemWrapper: { display: 'block' }, itemLabel: { display: 'block' } }}>
                <Text size="sm" fw={550} style={{ overflowWrap: 'anywhere' }}>{each.text}</Text>
                <Group justify="space-between" gap="xs" mt={2}>
                  <Box miw={0}><Text size="xs" c="gray.6">{whoOwes(each)} · {each.dueOn ? <DayText day={each.dueOn} /> : t('meetings.noDue')}</Text></Box>
                  <Group gap="xs">{stateOf(each)}</Group>
                </Group>
              </List.Item>
            ))}
          </List>
        )}
        {adding && <AddForm meeting={meeting} onClose={() => setAdding(false)} />}
      </Stack>
    </Section>
  );
}

/** "OIM → CORETT": who owes, and to whom when that is known. */
function whoOwes({ owner, ownerUser, ownerPerson, beneficiary }: MeetingCommitment): string {
  return [(owner && shortName(owner)) ?? ownerPerson?.name ?? ownerUser, beneficiary && shortName(beneficiary)].filter(Boolean).join(' → ');
}

function AddForm({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm<{ commitments: Promised[] }>({ initialValues: { commitments: [{ text: '', owner: US, dueOn: null }] } });
  const problems = useProblems(form);
  const add = useApiMutation(AddCommitments, { onDone: onClose });
  const seen = new Map(meeting.attendees.flatMap(({ organisation }) => (organisation ? [[organisation.id, organisation] as const] : [])));
  const organisations: Guest[] = [...seen.values()].map((each) => ({ id: each.id, label: longName(each), standing: each.standing }));
  const submit = form.onSubmit(({ commitments }) => {
    problems.clear();
    add.mutate({ id: meeting.id, version: meeting.version, input: { commitments: commitmentsOf(commitments, organisations) } },
      { onError: (error) => problems.show(placed(error, (path) => placeOf(path, { organisations }))) });
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <ProblemSummary text={problems.summary} />
        <CommitmentRows value={form.values.commitments} onChange={(commitments) => form.setFieldValue('commitments', commitments)} organisations={organisations} errors={form.errors} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" disabled={form.values.commitments.length === 0} loading={add.isPending}>{t('common.save')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
