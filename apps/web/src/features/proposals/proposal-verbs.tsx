import { ActionIcon, Button, Group, Menu, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import type { ProposalVerb } from '@tejido/domain/proposal.js';
import { useNavigate } from '@tanstack/react-router';
import { IconArchive, IconArrowBackUp, IconCircleMinus, IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../app/graphql.js';
import { errorText, useProblems } from '../../app/problems.js';
import { useApiMutation } from '../../app/use-api.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { DayField } from '../../ui/day-field.js';
import { today } from '../../ui/days.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { ArchiveProposal, DecideProposal, ReopenProposal, SubmitProposal, WithdrawProposal, type Proposal } from './operations.js';

type Asked = ProposalVerb | 'archive';

/** What can be done to a proposal now: the next step as a button, the rest in a menu. */
export function ProposalVerbs({ proposal, verbs }: { proposal: Proposal; verbs: readonly ProposalVerb[] }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const next = verbs.find((verb) => verb === 'submit' || verb === 'decide');
  return (
    <>
      {next && <Button onClick={() => setAsked(next)}>{t(`proposals.${next}`)}</Button>}
      <Menu position="bottom-end" shadow="md">
        <Menu.Target><ActionIcon variant="default" size={36} aria-label={t('common.actions')}><IconDots size={18} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          {verbs.includes('withdraw') && <Menu.Item leftSection={<IconCircleMinus size={16} />} onClick={() => setAsked('withdraw')}>{t('proposals.withdraw')}</Menu.Item>}
          {verbs.includes('reopen') && <Menu.Item leftSection={<IconArrowBackUp size={16} />} onClick={() => setAsked('reopen')}>{t('proposals.reopen')}</Menu.Item>}
          <Menu.Item leftSection={<IconArchive size={16} />} onClick={() => setAsked('archive')}>{t('proposals.archive')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <StepDialog proposal={proposal} step={asked === 'submit' || asked === 'decide' ? asked : null} onClose={close} />
      <ConfirmVerb proposal={proposal} verb={asked === 'withdraw' || asked === 'reopen' || asked === 'archive' ? asked : null} onClose={close} />
    </>
  );
}

/** The proposal that is acted on, as it was read. */
export type Acted = Pick<Proposal, 'id' | 'version'>;
export type Answer = 'approve' | 'reject';

interface StepProps { proposal: Acted; step: 'submit' | 'decide' | null; answer?: Answer; onClose: () => void }

/** Asks for the day of a step, and for the answer when it is the funder's. */
export function StepDialog({ proposal, step, answer, onClose }: StepProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={step !== null} onClose={onClose} size="sm" closeButtonProps={{ 'aria-label': t('common.close') }} title={<Text fw={600}>{step && t(`proposals.${step}Title`)}</Text>}>
      {step && <StepForm proposal={proposal} step={step} answer={answer} onClose={onClose} />}
    </Modal>
  );
}

function StepForm({ proposal: { id, version }, step, answer: given = 'approve', onClose }: StepProps & { step: 'submit' | 'decide' }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useForm({ initialValues: { on: today() as string | null, answer: given as string } });
  const problems = useProblems(form);
  const submit = useApiMutation(SubmitProposal, { onDone: onClose });
  const decide = useApiMutation(DecideProposal, { onDone: onClose });
  const onError = (error: Error) => {
    problems.show(error);
    // The page behind shows the proposal as it is now.
    if (error instanceof ApiError && error.code === 'CONFLICT_STALE') void client.invalidateQueries();
  };
  const save = form.onSubmit(({ on, answer }) => {
    problems.clear();
    if (!on) return form.setFieldError('on', t('errors.problems.required'));
    return step === 'submit' ? submit.mutate({ id, version, on }, { onError }) : decide.mutate({ id, version, on, approved: answer === 'approve' }, { onError });
  });
  return (
    <form onSubmit={save} noValidate>
      <Stack gap="md">
        <ProblemSummary text={problems.summary} />
        {step === 'submit' ? <Text size="sm" c="gray.7">{t('proposals.submitBody')}</Text> : (
          <SegmentedControl aria-label={t('proposals.answer')} data={(['approve', 'reject'] as const).map((value) => ({ value, label: t(`proposals.${value}`) }))} {...form.getInputProps('answer')} />
        )}
        <DayField label={t('proposals.on')} value={form.values.on} maxDate={today()} onChange={(day) => form.setFieldValue('on', day)} error={form.errors['on']} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" loading={submit.isPending || decide.isPending}>{t(`proposals.${step}`)}</Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Asks before a verb that needs no day. */
export function ConfirmVerb({ proposal: { id, version }, verb, onClose }: { proposal: Acted; verb: 'withdraw' | 'reopen' | 'archive' | null; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const withdraw = useApiMutation(WithdrawProposal, { onDone: onClose });
  const reopen = useApiMutation(ReopenProposal, { onDone: onClose });
  const archive = useApiMutation(ArchiveProposal, { onDone: () => { notifications.show({ message: t('proposals.archived') }); void navigate({ to: '/propuestas' }); } });
  const acts = { withdraw, reopen, archive };
  const onError = (error: Error) => {
    onClose();
    const stale = error instanceof ApiError && error.code === 'CONFLICT_STALE';
    notifications.show({ color: 'red', message: stale ? t('proposals.staleTitle') : errorText(t, error) });
    if (stale) void client.invalidateQueries();
  };
  if (!verb) return null;
  return (
    <ConfirmDialog opened title={t(`proposals.${verb}Title`)} body={t(`proposals.${verb}Body`)} action={t(`proposals.${verb}`)} busy={acts[verb].isPending}
      onClose={onClose} onConfirm={() => acts[verb].mutate({ id, version }, { onError })} />
  );
}
