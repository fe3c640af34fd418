import { Alert, Button, Code, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { addDays } from '@tejido/domain/day.js';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../app/graphql.js';
import { errorText, problemText, useProblems } from '../../app/problems.js';
import { useApiMutation } from '../../app/use-api.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { DayField } from '../../ui/day-field.js';
import { formatDay, today } from '../../ui/days.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import type { MinutesState } from './minutes-page.js';
import { AgreeMinutes, ApproveMinutes, CirculateMinutes, ReopenMinutes, ReviseMinutes, type Meeting, type Minutes } from './operations.js';

/** Where the minutes stand, who did what and when, and what comes next: one step is offered to whoever may do it. */
export function RoundCard({ meeting, minutes }: { meeting: Meeting; minutes: Minutes }) {
  const { t, i18n } = useTranslation();
  const day = (on: string | null | undefined) => (on ? formatDay(on, i18n.language) : '');
  const may = (verb: string) => meeting.viewerCan.includes(`${verb}Minutes`);
  const state = minutes.state as MinutesState;
  return (
    <Section title={t('minutes.round')}>
      <Stack gap="sm">
        <Text size="sm">{t(`minutes.step.${state}`)}</Text>
        {state === 'circulated' && (
          <Stack gap={4}>
            <Text size="sm" c="gray.7">{t('minutes.circulatedBy', { day: day(minutes.circulatedOn), name: minutes.circulatedBy ?? '…' })}</Text>
            <Text size="sm" fw={550}>{t(minutes.windowOpen ? 'minutes.windowUntil' : 'minutes.windowClosed', { day: day(minutes.observationsUntil) })}</Text>
            {minutes.agreement.asked > 0 && <Text size="sm" c="gray.7">{t('minutes.agreed', { count: minutes.agreement.agreed.length, asked: minutes.agreement.asked })}{minutes.agreement.agreed.length > 0 && `: ${minutes.agreement.agreed.join(', ')}`}</Text>}
            {minutes.unansweredCount > 0 && <Text size="sm" c="gray.7">{t('minutes.unanswered', { count: minutes.unansweredCount })}</Text>}
          </Stack>
        )}
        {state === 'approved' && (
          <Stack gap={4}>
            <Text size="sm" c="gray.7">{t('minutes.approvedBy', { day: day(minutes.approvedOn), name: minutes.approvedBy ?? '…' })}</Text>
            <Text size="xs" c="gray.6">{t('minutes.hash')}</Text>
            <Code style={{ overflowWrap: 'anywhere' }}>{minutes.contentHash}</Code>
          </Stack>
        )}
        <Group gap="xs">
          {state === 'draft' && may('circulate') && <Circulate meeting={meeting} minutes={minutes} />}
          {state === 'circulated' && minutes.windowOpen && may('agree') && !minutes.agreement.mine && <Step meeting={meeting} operation={AgreeMinutes} name="agree" />}
          {state === 'circulated' && may('approve') && <Approve meeting={meeting} minutes={minutes} />}
          {state === 'circulated' && may('circulate') && <Step meeting={meeting} operation={ReviseMinutes} name="revise" quiet />}
          {state === 'approved' && may('reopen') && <Reopen meeting={meeting} />}
        </Group>
      </Stack>
    </Section>
  );
}

/** A step that asks once and needs nothing more. */
function Step({ meeting, operation, name, quiet = false }: { meeting: Meeting; operation: typeof AgreeMinutes | typeof ReviseMinutes; name: 'agree' | 'revise'; quiet?: boolean }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const does = useApiMutation(operation as typeof AgreeMinutes, { onDone: () => { setAsked(false); notifications.show({ color: 'teal', message: t(`minutes.${name}Done`) }); } });
  const failed = (error: Error) => { setAsked(false); notifications.show({ color: 'red', message: errorText(t, error) }); };
  return (
    <>
      <Button variant={quiet ? 'default' : 'filled'} onClick={() => setAsked(true)}>{t(`minutes.${name}`)}</Button>
      <ConfirmDialog opened={asked} title={t(`minutes.${name}Title`)} body={t(`minutes.${name}Body`)} action={t(`minutes.${name}`)} busy={does.isPending}
        onConfirm={() => does.mutate({ meetingId: meeting.id }, { onError: failed })} onClose={() => setAsked(false)} />
    </>
  );
}

function Dialog({ opened, title, onClose, children }: { opened: boolean; title: string; onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  return <Modal opened={opened} onClose={onClose} size="sm" title={<Text fw={600}>{title}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>{children}</Modal>;
}

function Circulate({ meeting, minutes }: { meeting: Meeting; minutes: Minutes }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const form = useForm({ initialValues: { observationsUntil: addDays(today(), 7) as string | null } });
  const problems = useProblems(form);
  const circulate = useApiMutation(CirculateMinutes, { onDone: () => { setOpened(false); notifications.show({ color: 'teal', message: t('minutes.circulateDone') }); } });
  const submit = form.onSubmit(({ observationsUntil }) => {
    problems.clear();
    if (!observationsUntil) return form.setFieldError('observationsUntil', t('errors.problems.required'));
    circulate.mutate({ meetingId: meeting.id, version: minutes.version, until: observationsUntil }, { onError: problems.show });
  });
  return (
    <>
      <Button onClick={() => setOpened(true)}>{t('minutes.circulate')}</Button>
      <Dialog opened={opened} title={t('minutes.circulateTitle')} onClose={() => setOpened(false)}>
        <form onSubmit={submit} noValidate>
          <Stack gap="sm">
            <ProblemSummary text={problems.summary} />
            <Text size="sm">{t('minutes.circulateBody')}</Text>
            <DayField label={t('minutes.until')} description={t('minutes.untilHint')} value={form.values.observationsUntil} onChange={(value) => form.setFieldValue('observationsUntil', value)} error={form.errors['observationsUntil']} />
            <Group justify="flex-end" gap="xs"><Button variant="default" onClick={() => setOpened(false)}>{t('common.cancel')}</Button><Button type="submit" loading={circulate.isPending}>{t('minutes.circulate')}</Button></Group>
          </Stack>
        </form>
      </Dialog>
    </>
  );
}

function Approve({ meeting, minutes }: { meeting: Meeting; minutes: Minutes }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const [why, setWhy] = useState<string | null>(null);
  const approve = useApiMutation(ApproveMinutes, { onDone: () => { setAsked(false); notifications.show({ color: 'teal', message: t('minutes.approveDone') }); } });
  const failed = (error: Error) => {
    setAsked(false);
    setWhy(error instanceof ApiError && error.fields.length > 0 ? error.fields.map((each) => problemText(t, each)).join(' ') : errorText(t, error));
  };
  return (
    <Stack gap="xs" w="100%">
      {why && <Alert color="orange" p="xs" role="alert">{why}</Alert>}
      <Group><Button onClick={() => { setWhy(null); setAsked(true); }}>{t('minutes.approve')}</Button></Group>
      <ConfirmDialog opened={asked} title={t('minutes.approveTitle')} body={t('minutes.approveBody')} action={t('minutes.approve')} busy={approve.isPending}
        onConfirm={() => approve.mutate({ meetingId: meeting.id, version: minutes.version }, { onError: failed })} onClose={() => setAsked(false)} />
    </Stack>
  );
}

function Reopen({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const form = useForm({ initialValues: { reason: '' } });
  const problems = useProblems(form);
  const reopen = useApiMutation(ReopenMinutes, { onDone: () => { setOpened(false); notifications.show({ color: 'teal', message: t('minutes.reopenDone') }); } });
  const submit = form.onSubmit(({ reason }) => { problems.clear(); reopen.mutate({ meetingId: meeting.id, reason }, { onError: problems.show }); });
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>{t('minutes.reopen')}</Button>
      <Dialog opened={opened} title={t('minutes.reopenTitle')} onClose={() => setOpened(false)}>
        <form onSubmit={submit} noValidate>
          <Stack gap="sm">
            <ProblemSummary text={problems.summary} />
            <Text size="sm">{t('minutes.reopenBody')}</Text>
            <Textarea label={t('minutes.reason')} autosize minRows={2} data-autofocus {...form.getInputProps('reason')} />
            <Group justify="flex-end" gap="xs"><Button variant="default" onClick={() => setOpened(false)}>{t('common.cancel')}</Button><Button type="submit" loading={reopen.isPending}>{t('minutes.reopen')}</Button></Group>
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
