import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { findAgreements } from '../../app/pickers/find-agreements.js';
import { createOrganisation, findOrganisations } from '../../app/pickers/find-organisations.js';
import { ColleagueSelect } from '../../app/pickers/colleague-select.js';
import { useProblems } from '../../app/problems.js';
import { useViewer } from '../../app/session.js';
import { useApiMutation } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import { DayField } from '../../ui/day-field.js';
import { DraftNotice } from '../../ui/draft-notice.js';
import { MoreFields } from '../../ui/more-fields.js';
import { PickOrCreate, type PickOption } from '../../ui/pick-or-create.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { useDraft } from '../../ui/use-draft.js';
import { neverVerifies } from './verifier-dialog.js';

const MakeCommitment = graphql(`
  mutation MakeCommitment($input: CommitmentInput!) { makeCommitment(input: $input) { id } }
`);

interface Values {
  text: string;
  ownerOrganisationId: PickOption | null;
  beneficiaryOrganisationId: PickOption | null;
  dueOn: string | null;
  agreementId: PickOption | null;
  verifierId: string | null;
}

interface CommitmentDialogProps {
  /** The agreement that it is made under, when it is opened from there. */
  agreement?: { id: string; title: string };
  onClose: () => void;
}

/** A new commitment: what, who owes it to whom, by when. Nobody named owes: the reader does. */
export function CommitmentDialog({ agreement, onClose }: CommitmentDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={600}>{t('commitments.make')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <CommitmentForm agreement={agreement} onClose={onClose} />
    </Modal>
  );
}

function CommitmentForm({ agreement, onClose }: CommitmentDialogProps) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const empty: Values = { text: '', ownerOrganisationId: null, beneficiaryOrganisationId: null, dueOn: null, agreementId: agreement ? { id: agreement.id, label: agreement.title } : null, verifierId: null };
  const draft = useDraft<Values>(`commitment.${agreement?.id ?? 'new'}`);
  const form = useForm<Values>({ initialValues: draft.restored ?? empty, onValuesChange: draft.keep });
  const problems = useProblems(form);
  const save = useApiMutation(MakeCommitment, { onDone: () => { draft.forget(); notifications.show({ color: 'teal', message: t('commitments.made') }); onClose(); } });
  const submit = form.onSubmit(({ text, dueOn, verifierId, ...named }) => {
    problems.clear();
    const ids = Object.fromEntries(Object.entries(named).map(([field, option]) => [field, option?.id ?? null]));
    save.mutate({ input: { text, dueOn, verifierId, ...ids } }, { onError: problems.show });
  });
  const one = (field: 'ownerOrganisationId' | 'beneficiaryOrganisationId' | 'agreementId') => ({
    max: 1, value: form.values[field] ? [form.values[field]] : [], error: form.errors[field], onChange: (chosen: PickOption[]) => form.setFieldValue(field, chosen[0] ?? null),
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {draft.restored && <DraftNotice onDiscard={() => { draft.forget(); form.setValues(empty); }} />}
        <ProblemSummary text={problems.summary} />
        <Textarea label={t('commitments.what')} required autosize minRows={2} data-autofocus {...form.getInputProps('text')} />
        <PickOrCreate label={t('commitments.owner')} description={t('commitments.ownerHint')} find={findOrganisations} create={createOrganisation} {...one('ownerOrganisationId')} />
        <PickOrCreate label={t('commitments.beneficiary')} find={findOrganisations} create={createOrganisation} {...one('beneficiaryOrganisationId')} />
        <DayField label={t('commitments.due')} value={form.values.dueOn} onChange={(day) => form.setFieldValue('dueOn', day)} error={form.errors['dueOn']} />
        <MoreFields open={Boolean(form.errors['verifierId'] ?? form.errors['agreementId'])}>
          <Stack gap="md">
            <ColleagueSelect label={t('commitments.verifier')} description={t('commitments.verifierHint')} value={form.values.verifierId ?? null} onChange={(verifierId) => form.setFieldValue('verifierId', verifierId)}
              without={(each) => neverVerifies(each) || (!form.values.ownerOrganisationId && each.id === viewer.id)} error={form.errors['verifierId']} />
            {!agreement && <PickOrCreate label={t('commitments.agreement')} find={findAgreements} {...one('agreementId')} />}
          </Stack>
        </MoreFields>
        <Group justify="flex-end" gap="xs"><Button variant="default" onClick={onClose}>{t('common.cancel')}</Button><Button type="submit" loading={save.isPending}>{t('commitments.save')}</Button></Group>
      </Stack>
    </form>
  );
}
