import { ActionIcon, Button, Group, Menu, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../app/graphql.js';
import { errorText, useProblems } from '../../app/problems.js';
import { useApiMutation } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { DayField } from '../../ui/day-field.js';
import { formatDay } from '../../ui/days.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { AmendCommitmentDialog } from './amend-commitment-dialog.js';
import { isPending } from './operations.js';
import { VerifierDialog } from './verifier-dialog.js';

const Postpone = graphql(`
  mutation PostponeCommitment($id: ID!, $version: Int!, $dueOn: Day!, $reason: String!) { postponeCommitment(id: $id, version: $version, dueOn: $dueOn, reason: $reason) { id } }
`);
const Cancel = graphql(`
  mutation CancelCommitment($id: ID!, $version: Int!) { cancelCommitment(id: $id, version: $version) { id } }
`);

interface Subject {
  id: string;
  version: number;
  text: string;
  dueOn?: string | null;
  status: string;
  viewerCan: readonly string[];
  verifier?: { id: string; name: string; active: boolean } | null;
}

/** The rarer things that may happen to a commitment: while it is open, and until it is verified who is asked to do so. */
export function CommitmentMenu({ commitment }: { commitment: Subject }) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<'amend' | 'postpone' | 'cancel' | 'verifier' | null>(null);
  const close = () => setDialog(null);
  const open = isPending(commitment);
  if (!commitment.viewerCan.includes('amend') || (!open && commitment.status !== 'fulfilled')) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target><ActionIcon variant="subtle" color="gray" aria-label={t('commitments.moreFor', { text: commitment.text })}><IconDots size={17} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          {open && <Menu.Item onClick={() => setDialog('amend')}>{t('commitments.amend')}</Menu.Item>}
          {open && <Menu.Item onClick={() => setDialog('postpone')}>{t('commitments.postpone')}</Menu.Item>}
          <Menu.Item onClick={() => setDialog('verifier')}>{t('commitments.nameVerifier')}</Menu.Item>
          {open && <Menu.Item color="red.8" onClick={() => setDialog('cancel')}>{t('commitments.cancel')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'amend' && <AmendCommitmentDialog id={commitment.id} onClose={close} />}
      {dialog === 'verifier' && <VerifierDialog commitment={commitment} onClose={close} />}
      <PostponeDialog commitment={commitment} opened={dialog === 'postpone'} onClose={close} />
      <CancelDialog commitment={commitment} opened={dialog === 'cancel'} onClose={close} />
    </>
  );
}

/** To put an open commitment off, at hand while minutes are taken. */
export function PostponeButton({ commitment, size = 'compact-xs' }: { commitment: Subject; size?: 'compact-xs' | 'sm' }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  if (!commitment.viewerCan.includes('amend') || !isPending(commitment)) return null;
  return (
    <>
      <Button size={size} variant="default" onClick={() => setOpened(true)}>{t('commitments.postpone')}</Button>
      <PostponeDialog commitment={commitment} opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}

interface DialogProps { commitment: Subject; opened: boolean; onClose: () => void }

function PostponeDialog({ commitment, opened, onClose }: DialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={<Text fw={600}>{t('commitments.postpone')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <PostponeForm commitment={commitment} onClose={onClose} />
    </Modal>
  );
}

function CancelDialog({ commitment: { id, version, text }, opened, onClose }: DialogProps) {
  const { t } = useTranslation();
  const cancel = useApiMutation(Cancel, { onDone: onClose });
  return (
    <ConfirmDialog opened={opened} onClose={onClose} destructive busy={cancel.isPending} title={t('commitments.cancelTitle')} action={t('commitments.cancel')} onConfirm={() => cancel.mutate({ id, version })}
      body={<Stack gap="sm"><ProblemSummary text={cancel.error ? errorText(t, cancel.error) : null} /><Text size="sm" fw={550}>{text}</Text>{t('commitments.cancelBody')}</Stack>} />
  );
}

function PostponeForm({ commitment: { id, version, text, dueOn }, onClose }: { commitment: Subject; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const form = useForm<{ dueOn: string | null; reason: string }>({ initialValues: { dueOn: null, reason: '' } });
  const problems = useProblems(form);
  const postpone = useApiMutation(Postpone, { onDone: onClose });
  const submit = form.onSubmit((values) => {
    problems.clear();
    if (!values.dueOn) return form.setFieldError('dueOn', t('errors.problems.required'));
    postpone.mutate({ id, version, dueOn: values.dueOn, reason: values.reason }, { onError: (error) => {
      if (error instanceof ApiError && error.code === 'CONFLICT_STALE') void client.invalidateQueries();
      problems.show(error);
    } });
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text size="sm">{text}</Text>
        <ProblemSummary text={problems.summary} />
        <DayField label={t('commitments.newDay')} required description={dueOn ? t('commitments.dayNow', { day: formatDay(dueOn, i18n.language) }) : undefined} value={form.values.dueOn} error={form.errors['dueOn']}
          onChange={(day) => { form.setFieldValue('dueOn', day); form.clearFieldError('dueOn'); }} />
        <Textarea label={t('commitments.reason')} required autosize minRows={2} {...form.getInputProps('reason')} />
        <Group justify="flex-end" gap="xs"><Button variant="default" onClick={onClose}>{t('common.cancel')}</Button><Button type="submit" loading={postpone.isPending}>{t('commitments.postpone')}</Button></Group>
      </Stack>
    </form>
  );
}
