import { Box, Button, Group, List, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { errorText, useProblems } from '../../app/problems.js';
import { useApiMutation } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { ActivityQuery } from '../../gql/graphql.js';
import { formatDay } from '../../ui/days.js';
import { ExternalLink } from '../../ui/external-link.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { useDraft } from '../../ui/use-draft.js';

const AddEvidence = graphql(`
  mutation AddActivityEvidence($activityId: ID!, $input: ActivityEvidenceInput!) { addActivityEvidence(activityId: $activityId, input: $input) { id } }
`);
const VerifyEvidence = graphql(`
  mutation VerifyActivityEvidence($evidenceId: ID!) { verifyActivityEvidence(evidenceId: $evidenceId) { id } }
`);

type Activity = NonNullable<ActivityQuery['activity']>;

/** What proves the activity: one person adds it, a second one verifies it. */
export function ActivityEvidence({ activity }: { activity: Activity }) {
  const { t } = useTranslation();
  const mayAdd = activity.viewerCan.includes('amend');
  const [opened, form] = useDisclosure(false);
  return (
    <Section title={t('activities.evidence')} count={activity.evidence.length} intro={t('activities.evidenceHint')}
      actions={mayAdd && !opened && <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={form.open}>{t('activities.addEvidence')}</Button>}>
      <Stack gap="md">
        {activity.evidence.length === 0 && !opened && <Text size="sm" c="gray.7">{t('activities.evidenceEmpty')}</Text>}
        {activity.evidence.length > 0 && <List listStyleType="none" spacing="sm">{activity.evidence.map((each) => <Proof key={each.id} evidence={each} />)}</List>}
        {mayAdd && opened && <EvidenceForm activityId={activity.id} onClose={form.close} />}
      </Stack>
    </Section>
  );
}

function Proof({ evidence: { id, title, address, archiveReference, addedOn, verifiedOn, verifiedBy, canVerify } }: { evidence: Activity['evidence'][number] }) {
  const { t, i18n } = useTranslation();
  const verify = useApiMutation(VerifyEvidence, { onDone: () => notifications.show({ color: 'teal', message: t('activities.verified') }) });
  const failed = (error: Error) => notifications.show({ color: 'red', message: errorText(t, error) });
  const state = !verifiedOn ? t('activities.toVerify') : verifiedBy ? t('activities.verifiedBy', { name: verifiedBy }) : t('activities.verifiedByNobodyNamed');
  return (
    <List.Item styles={{ itemWrapper: { display: 'block' }, itemLabel: { display: 'block' } }}>
      <Group justify="space-between" gap="sm">
        <Box miw={0} flex="1 1 220px">
          <Text size="sm" fw={550} style={{ overflowWrap: 'anywhere' }}>{title}</Text>
          {address && <ExternalLink href={address} />}
          <Text size="xs" c="gray.6">{[archiveReference, t('activities.addedOn', { day: formatDay(addedOn, i18n.language) })].filter(Boolean).join(' · ')}</Text>
        </Box>
        <Group gap="xs">
          <StatusBadge tone={verifiedOn ? 'good' : 'waiting'} label={state} />
          {canVerify && <Button size="xs" loading={verify.isPending} onClick={() => verify.mutate({ evidenceId: id }, { onError: failed })}>{t('activities.verify')}</Button>}
        </Group>
      </Group>
    </List.Item>
  );
}

const EMPTY = { title: '', address: '', archiveReference: '' };

function EvidenceForm({ activityId, onClose }: { activityId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const draft = useDraft<typeof EMPTY>(`activity.${activityId}.evidence`);
  const form = useForm({ initialValues: draft.restored ?? EMPTY, onValuesChange: draft.keep });
  const problems = useProblems(form);
  const add = useApiMutation(AddEvidence, {
    onDone: () => { draft.forget(); notifications.show({ color: 'teal', message: t('activities.evidenceAdded') }); onClose(); },
  });
  const submit = form.onSubmit(({ title, address, archiveReference }) => {
    problems.clear();
    add.mutate({ activityId, input: { title, address: address || null, archiveReference: archiveReference || null } }, { onError: problems.show });
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <ProblemSummary text={problems.summary} />
        <TextInput label={t('activities.evidenceTitle')} required autoFocus {...form.getInputProps('title')} />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <TextInput label={t('activities.evidenceAddress')} type="url" description={t('activities.evidenceEither')} {...form.getInputProps('address')} />
          <TextInput label={t('activities.evidenceArchive')} description={' '} {...form.getInputProps('archiveReference')} />
        </SimpleGrid>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => { draft.forget(); onClose(); }}>{t('common.cancel')}</Button>
          <Button type="submit" loading={add.isPending}>{t('activities.addEvidence')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
