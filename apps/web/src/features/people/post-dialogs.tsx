import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createOrganisation, findOrganisations } from '../../app/pickers/find-organisations.js';
import { errorText, useProblems } from '../../app/problems.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import { DayField } from '../../ui/day-field.js';
import { formatDay, today } from '../../ui/days.js';
import { PickOrCreate, type PickOption } from '../../ui/pick-or-create.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Loaded } from '../../ui/states.js';
import { HandOverFields, NOBODY } from './hand-over-fields.js';
import { AmendPerson, CorrectAffiliationEnd, EndAffiliation, PostHandover, type Person } from './operations.js';

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
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
            <Button type="submit" loading={save.isPending} disabled={form.values.organisationId.length === 0}>{t('common.save')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** A post as its dialogs need it, on the person's page or the organisation's. */
export interface HeldPost { id: string; version: number; toDay?: string | null; personId: string; personName: string; organisation: { id: string } | null }

/** Ends a post on a day and hands over, in one action, what its holder owned there; it stays in the history. */
export function EndPostDialog({ post, onClose }: { post: HeldPost; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const form = useForm({ initialValues: { toDay: today() as string | null, handOver: NOBODY } });
  const problems = useProblems(form);
  const end = useApiMutation(EndAffiliation, { onDone: () => { onClose(); notifications.show({ color: 'green', message: t('people.postEnded', { name: post.personName }) }); } });
  const owned = useApiQuery(PostHandover, { affiliationId: post.id });
  const { toDay, handOver } = form.values;
  const submit = form.onSubmit(() => {
    problems.clear();
    if (!toDay) return;
    const to = { ...Object.fromEntries(Object.entries(handOver).map(([field, chosen]) => [field, chosen[0]?.id ?? null])), reason: t('people.handOver.reason', { day: formatDay(toDay, i18n.language) }) };
    end.mutate({ id: post.id, version: post.version, toDay, handOver: to }, { onError: problems.show });
  });
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{t('people.endPostTitle')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <ProblemSummary text={problems.summary} />
          <Text size="sm">{t('people.endPostBody')}</Text>
          <DayField label={t('people.lastDay')} required value={toDay} onChange={(day) => form.setFieldValue('toDay', day)} error={form.errors['toDay']} />
          <Loaded query={owned} message={(error) => errorText(t, error)}>
            {({ postHandover }) => (
              <HandOverFields owned={postHandover} organisationId={post.organisation?.id ?? ''} personId={post.personId} value={handOver} errors={form.errors}
                onChange={(successors) => form.setFieldValue('handOver', successors)} />
            )}
          </Loaded>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
            <Button type="submit" loading={end.isPending} disabled={!toDay || owned.isPending}>{t(Object.values(handOver).some((chosen) => chosen.length > 0) ? 'people.endAndHandOver' : 'people.endPost')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Opens the dialog that ends a post: on the organisation's page, beside whoever holds it. */
export function EndPostButton({ post }: { post: HeldPost }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="compact-xs" variant="subtle" color="gray" aria-label={t('people.endPostOf', { name: post.personName })} onClick={() => setOpen(true)}>{t('people.endPost')}</Button>
      {open && <EndPostDialog post={post} onClose={() => setOpen(false)} />}
    </>
  );
}

/** An end that was told wrongly: another day, or none, with the reason; what it said stays readable. */
export function CorrectEndDialog({ post, onClose }: { post: HeldPost; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { toDay: post.toDay ?? null, reason: '' } });
  const problems = useProblems(form);
  const correct = useApiMutation(CorrectAffiliationEnd, { onDone: onClose });
  const submit = form.onSubmit((values) => { problems.clear(); correct.mutate({ id: post.id, version: post.version, ...values }, { onError: problems.show }); });
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{t('people.correctEndTitle')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <ProblemSummary text={problems.summary} />
          <Text size="sm">{t('people.correctEndBody')}</Text>
          <DayField label={t('people.lastDay')} description={t('people.notEndedHint')} value={form.values.toDay} onChange={(day) => form.setFieldValue('toDay', day)} error={form.errors['toDay']} />
          <TextInput label={t('people.reason')} required {...form.getInputProps('reason')} />
          <Group justify="flex-end"><Button type="submit" loading={correct.isPending}>{t('people.correctEnd')}</Button></Group>
        </Stack>
      </form>
    </Modal>
  );
}
