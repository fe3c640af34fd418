import { ActionIcon, Box, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText, problemText, useProblems } from '../../app/problems.js';
import { ApiError } from '../../app/graphql.js';
import { useApiMutation } from '../../app/use-api.js';
import { formatDay } from '../../ui/days.js';
import { ExternalLink } from '../../ui/external-link.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { AddAgreementEvidence, RemoveAgreementEvidence, VerifyAgreementEvidence, type Agreement } from './operations.js';

export type Evidence = Agreement['evidence'][number];

/** What proves the agreement: where it is, who added it, and whether a second person has looked at it. */
export function AgreementEvidence({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation();
  const mayAdd = agreement.viewerCan.includes('amend');
  const [adding, setAdding] = useState(false);
  return (
    <Section title={t('agreements.evidence')} count={agreement.evidence.length}
      actions={mayAdd && !adding && <Button size="xs" variant="default" onClick={() => setAdding(true)}>{t('agreements.addEvidence')}</Button>}>
      <Stack gap="md">
        {agreement.evidence.length === 0 && <Text size="sm" c="gray.7">{t('agreements.evidenceEmpty')}</Text>}
        {agreement.evidence.map((each) => <EvidenceItem key={each.id} evidence={each} mayRemove={mayAdd} />)}
        {adding && <EvidenceForm agreementId={agreement.id} onDone={() => setAdding(false)} />}
      </Stack>
    </Section>
  );
}

export function EvidenceItem({ evidence, mayRemove = false }: { evidence: Evidence; mayRemove?: boolean }) {
  const { t, i18n } = useTranslation();
  const remove = useApiMutation(RemoveAgreementEvidence);
  const added = t('agreements.addedBy', { name: evidence.addedBy ?? t('agreements.imported'), day: formatDay(evidence.addedOn, i18n.language) });
  return (
    <Group justify="space-between" align="flex-start" gap="sm">
      <Box flex="1 1 220px" miw={0}>
        <Text size="sm" fw={550}>{evidence.title}</Text>
        {evidence.address && <Text size="sm" truncate><ExternalLink href={evidence.address}>{evidence.address}</ExternalLink></Text>}
        {evidence.archiveReference && <Text size="sm">{evidence.archiveReference}</Text>}
        <Text size="xs" c="gray.6">{added}</Text>
      </Box>
      <Group gap="xs">
        <Verification evidence={evidence} />
        {mayRemove && !evidence.verifiedOn && (
          <ActionIcon variant="subtle" color="gray" aria-label={t('common.removeNamed', { name: evidence.title })} loading={remove.isPending} onClick={() => remove.mutate({ evidenceId: evidence.id }, { onError: (error) => tellFailure(refusalText(t, error)) })}><IconTrash size={16} /></ActionIcon>
        )}
      </Group>
    </Group>
  );
}

/** Verified by whom; else the button for a second person, or why this reader has none. */
export function Verification({ evidence }: { evidence: Pick<Evidence, 'id' | 'verifiedOn' | 'verifiedBy' | 'canVerify' | 'addedByViewer'> }) {
  const { t, i18n } = useTranslation();
  const verify = useApiMutation(VerifyAgreementEvidence);
  if (evidence.verifiedOn) {
    return <StatusBadge tone="good" label={evidence.verifiedBy ? t('agreements.verifiedBy', { name: evidence.verifiedBy, day: formatDay(evidence.verifiedOn, i18n.language) }) : t('agreements.verified')} />;
  }
  return (
    <Stack gap={2} align="flex-end">
      <Group gap="xs">
        <StatusBadge tone="waiting" label={t('agreements.toVerify')} />
        {evidence.canVerify && <Button size="compact-sm" variant="default" loading={verify.isPending} onClick={() => verify.mutate({ evidenceId: evidence.id }, { onError: (error) => tellFailure(refusalText(t, error)) })}>{t('agreements.verify')}</Button>}
      </Group>
      {evidence.addedByViewer && <Text size="xs" c="gray.7">{t('agreements.ownEvidence')}</Text>}
    </Stack>
  );
}

const tellFailure = (message: string) => notifications.show({ color: 'red', message });
type Translate = ReturnType<typeof useTranslation>['t'];
const refusalText = (t: Translate, error: Error) => (error instanceof ApiError && error.fields[0] ? problemText(t, error.fields[0]) : errorText(t, error));

function EvidenceForm({ agreementId, onDone }: { agreementId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { title: '', address: '', archiveReference: '' } });
  const problems = useProblems(form);
  const add = useApiMutation(AddAgreementEvidence, { onDone });
  const submit = form.onSubmit(({ title, address, archiveReference }) => {
    problems.clear();
    add.mutate({ agreementId, input: { title, address: address || null, archiveReference: archiveReference || null } }, { onError: problems.show });
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <ProblemSummary text={problems.summary} />
        <TextInput label={t('agreements.evidenceTitle')} placeholder={t('agreements.evidenceTitleHint')} required data-autofocus {...form.getInputProps('title')} />
        <Group align="flex-start" grow preventGrowOverflow={false}>
          <TextInput miw={200} type="url" label={t('agreements.evidenceAddress')} placeholder="https://" {...form.getInputProps('address')} />
          <TextInput miw={200} label={t('agreements.evidenceArchive')} {...form.getInputProps('archiveReference')} />
        </Group>
        <Text size="xs" c="gray.7">{t('agreements.evidenceRule')}</Text>
        <Group justify="flex-end" gap="xs"><Button variant="default" onClick={onDone}>{t('common.cancel')}</Button><Button type="submit" loading={add.isPending}>{t('agreements.saveEvidence')}</Button></Group>
      </Stack>
    </form>
  );
}
