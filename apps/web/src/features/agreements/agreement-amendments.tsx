import { ActionIcon, Box, Button, Checkbox, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText, useProblems } from '../../app/problems.js';
import { useApiMutation } from '../../app/use-api.js';
import { DayField } from '../../ui/day-field.js';
import { formatDay } from '../../ui/days.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { useDraft } from '../../ui/use-draft.js';
import type { AgreementEvent } from './event-dialog.js';
import { AmendAmendment, DraftAmendment, DropAmendment, type Agreement, type Amendment } from './operations.js';
import type { AgreementEvents } from './use-agreement-events.js';

interface Props { agreement: Agreement; events: AgreementEvents; onTell: (event: AgreementEvent) => void }

/** What was changed in the text since: the signed ones by number, then the drafts. */
export function AgreementAmendments({ agreement, events, onTell }: Props) {
  const { t } = useTranslation();
  const mayAmend = agreement.viewerCan.includes('amend');
  const [open, setOpen] = useState<'new' | string | null>(null);
  if (agreement.amendments.length === 0 && !mayAmend) return null;
  return (
    <Section title={t('agreements.amendments')} count={agreement.amendments.length}
      actions={mayAmend && open === null && <Button size="xs" variant="default" onClick={() => setOpen('new')}>{t('agreements.draftAmendment')}</Button>}>
      <Stack gap="md">
        {agreement.amendments.length === 0 && open === null && <Text size="sm" c="gray.7">{t('agreements.amendmentsEmpty')}</Text>}
        {agreement.amendments.map((each) => (open === each.id
          ? <AmendmentForm key={each.id} agreement={agreement} amendment={each} onDone={() => setOpen(null)} />
          : <AmendmentItem key={each.id} agreement={agreement} amendment={each} events={events} onTell={mayAmend ? onTell : null} onEdit={() => setOpen(each.id)} />))}
        {open === 'new' && <AmendmentForm agreement={agreement} onDone={() => setOpen(null)} />}
      </Stack>
    </Section>
  );
}

interface ItemProps { agreement: Agreement; amendment: Amendment; events: AgreementEvents; onTell: Props['onTell'] | null; onEdit: () => void }

function AmendmentItem({ agreement, amendment, events, onTell, onEdit }: ItemProps) {
  const { t, i18n } = useTranslation();
  const drop = useApiMutation(DropAmendment);
  const day = (value: string | null | undefined) => formatDay(value!, i18n.language);
  const { number, title, terms, signedOn, effectiveFrom, changesEnd, effectiveTo } = amendment;
  const said = [
    signedOn ? t('agreements.amendmentHolds', { signed: day(signedOn), from: day(effectiveFrom) }) : null,
    changesEnd ? (effectiveTo ? t('agreements.amendmentEndsOn', { day: day(effectiveTo) }) : t('agreements.amendmentEndsNever')) : null,
  ].filter(Boolean).join(' ');
  const dropped = () => drop.mutate({ id: agreement.id, version: agreement.version, amendmentId: amendment.id }, { onError: (error) => notifications.show({ color: 'red', message: errorText(t, error) }) });
  return (
    <Group justify="space-between" align="flex-start" gap="sm">
      <Box flex="1 1 260px" miw={0}>
        <Group gap={8}>
          <StatusBadge tone={number ? 'good' : 'idle'} label={number ? t('agreements.amendmentNumbered', { number }) : t('agreements.amendmentDraft')} />
          <Text size="sm" fw={550}>{title}</Text>
        </Group>
        {said && <Text size="sm" c="gray.7" mt={4}>{said}</Text>}
        {terms && <Text size="sm" mt={4} style={{ whiteSpace: 'pre-line' }}>{terms}</Text>}
      </Box>
      {onTell && (
        <Group gap="xs">
          {!signedOn && <Button size="compact-sm" variant="default" onClick={() => onTell(events.amendmentSignature(amendment))}>{t('agreements.amendmentSign')}</Button>}
          <ActionIcon variant="subtle" color="gray" aria-label={t('agreements.amendmentEdit', { name: title })} onClick={onEdit}><IconPencil size={16} /></ActionIcon>
          {!signedOn && <ActionIcon variant="subtle" color="gray" loading={drop.isPending} aria-label={t('agreements.amendmentDrop', { name: title })} onClick={dropped}><IconTrash size={16} /></ActionIcon>}
        </Group>
      )}
    </Group>
  );
}

interface Values { title: string; terms: string; effectiveFrom: string | null; changesEnd: boolean; effectiveTo: string | null }

const valuesOf = (amendment?: Amendment): Values => ({
  title: amendment?.title ?? '', terms: amendment?.terms ?? '', effectiveFrom: amendment?.effectiveFrom ?? null, changesEnd: amendment?.changesEnd ?? false, effectiveTo: amendment?.effectiveTo ?? null,
});

function AmendmentForm({ agreement, amendment, onDone }: { agreement: Agreement; amendment?: Amendment; onDone: () => void }) {
  const { t } = useTranslation();
  const draft = useDraft<Values>(`amendment.${amendment?.id ?? agreement.id}`);
  const form = useForm<Values>({ initialValues: draft.restored ?? valuesOf(amendment), onValuesChange: draft.keep });
  const problems = useProblems(form);
  const close = () => { draft.forget(); onDone(); };
  const add = useApiMutation(DraftAmendment, { onDone: close });
  const amend = useApiMutation(AmendAmendment, { onDone: close });
  const now = { id: agreement.id, version: agreement.version };
  const submit = form.onSubmit((values) => {
    problems.clear();
    const input = { ...values, effectiveTo: values.changesEnd ? values.effectiveTo : null };
    if (amendment) amend.mutate({ ...now, amendmentId: amendment.id, input }, { onError: problems.show });
    else add.mutate({ ...now, input }, { onError: problems.show });
  });
  const day = (name: 'effectiveFrom' | 'effectiveTo') => ({
    value: form.values[name], error: form.errors[name], onChange: (value: string | null) => { form.setFieldValue(name, value); form.clearFieldError(name); },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <ProblemSummary text={problems.summary} />
        <TextInput label={t('agreements.amendmentName')} required data-autofocus {...form.getInputProps('title')} />
        <Textarea label={t('agreements.amendmentTerms')} autosize minRows={2} {...form.getInputProps('terms')} />
        <DayField label={t('agreements.amendmentFrom')} description={t('agreements.amendmentFromHint')} {...day('effectiveFrom')} />
        <Checkbox label={t('agreements.amendmentChangesEnd')} {...form.getInputProps('changesEnd', { type: 'checkbox' })} />
        {form.values.changesEnd && <DayField label={t('agreements.amendmentEnd')} description={t('agreements.amendmentEndHint')} {...day('effectiveTo')} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>{t('common.cancel')}</Button>
          <Button type="submit" loading={add.isPending || amend.isPending}>{t('agreements.amendmentSave')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
