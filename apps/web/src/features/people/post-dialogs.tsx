import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { createOrganisation, findOrganisations } from '../../app/pickers/find-organisations.js';
import { useProblems } from '../../app/problems.js';
import { useApiMutation } from '../../app/use-api.js';
import { DayField } from '../../ui/day-field.js';
import { today } from '../../ui/days.js';
import { PickOrCreate, type PickOption } from '../../ui/pick-or-create.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { AmendPerson, EndAffiliation, type Person } from './operations.js';

interface Post { organisationId: PickOption[]; post: string; fromDay: string | null; toDay: string | null }

/** A post more for somebody; the others stay as they are. */
export function StartPostDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Post>({ initialValues: { organisationId: [], post: '', fromDay: null, toDay: null } });
  const problems = useProblems(form, 'input.affiliations.0');
  const save = useApiMutation(AmendPerson, { onDone: onClose });
  const submit = form.onSubmit(({ organisationId, ...rest }) => {
    problems.clear();
    save.mutate({ id: person.id, version: person.version, input: { affiliations: [{ ...rest, organisationId: organisationId[0]?.id ?? '' }] } }, { onError: problems.show });
  });
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{t('people.startPostTitle')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <ProblemSummary text={problems.summary} />
          <PickOrCreate label={t('people.organisation')} required max={1} find={findOrganisations} create={createOrganisation} value={form.values.organisationId}
            onChange={(chosen) => form.setFieldValue('organisationId', chosen)} error={form.errors['organisationId']} />
          <TextInput label={t('people.post')} {...form.getInputProps('post')} />
          <Group grow align="flex-start">
            <DayField label={t('common.day.from')} value={form.values.fromDay} onChange={(day) => form.setFieldValue('fromDay', day)} error={form.errors['fromDay']} />
            <DayField label={t('common.day.to')} value={form.values.toDay} onChange={(day) => form.setFieldValue('toDay', day)} error={form.errors['toDay']} />
          </Group>
          <Group justify="flex-end"><Button type="submit" loading={save.isPending} disabled={form.values.organisationId.length === 0}>{t('common.save')}</Button></Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Ends a post on a day; it stays in the history. */
export function EndPostDialog({ post, onClose }: { post: Person['affiliations'][number]; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { toDay: today() as string | null } });
  const problems = useProblems(form);
  const end = useApiMutation(EndAffiliation, { onDone: onClose });
  const { toDay } = form.values;
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{t('people.endPostTitle')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Stack gap="md">
        <ProblemSummary text={problems.summary} />
        <Text size="sm">{t('people.endPostBody')}</Text>
        <DayField label={t('common.day.to')} required value={toDay} onChange={(day) => form.setFieldValue('toDay', day)} error={form.errors['toDay']} />
        <Group justify="flex-end">
          <Button loading={end.isPending} disabled={!toDay} onClick={() => toDay && end.mutate({ id: post.id, version: post.version, toDay }, { onError: problems.show })}>{t('people.endPost')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
