import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { request } from '../../app/graphql.js';
import { createOrganisation, findOrganisations, organisationOption } from '../../app/pickers/find-organisations.js';
import { errorText } from '../../app/problems.js';
import { useAmendment, type Recorded } from '../../app/use-amendment.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { CommitmentInput, CommitmentToAmendQuery } from '../../gql/graphql.js';
import { ConflictDialog } from '../../ui/conflict-dialog.js';
import { DayField } from '../../ui/day-field.js';
import { formatDay } from '../../ui/days.js';
import { DraftNotice } from '../../ui/draft-notice.js';
import { PickOrCreate, type PickOption } from '../../ui/pick-or-create.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Loaded, NothingFound } from '../../ui/states.js';

const CommitmentToAmend = graphql(`
  query CommitmentToAmend($id: ID!) {
    commitment(id: $id) { id text dueOn version owner { id name nameEn acronym acronymEn seatCountry } ownerPerson { name } ownerUser beneficiary { id name nameEn acronym acronymEn seatCountry } }
  }
`);
const AmendCommitment = graphql(`
  mutation AmendCommitment($id: ID!, $version: Int!, $input: CommitmentInput!) { amendCommitment(id: $id, version: $version, input: $input) { id } }
`);

type Commitment = NonNullable<CommitmentToAmendQuery['commitment']>;
interface Values extends Record<string, unknown> {
  text: string;
  ownerOrganisationId: PickOption[];
  beneficiaryOrganisationId: PickOption[];
  dueOn: string | null;
}
interface DialogProps { id: string; onClose: () => void }

/** Corrects what a commitment says, who owes it and to whom. Another day than the one it has is a postponement. */
export function AmendCommitmentDialog({ id, onClose }: DialogProps) {
  const { t } = useTranslation();
  const query = useApiQuery(CommitmentToAmend, { id });
  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={600}>{t('commitments.amend')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Loaded query={query} message={(error) => errorText(t, error)}>
        {({ commitment }) => (commitment ? <AmendForm commitment={commitment} onClose={onClose} /> : <NothingFound onClear={onClose} />)}
      </Loaded>
    </Modal>
  );
}

function AmendForm({ commitment, onClose }: { commitment: Commitment; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const { id } = commitment;
  const amend = useApiMutation(AmendCommitment);
  const edit = useAmendment<Values>({
    page: `commitment.${id}`, recorded: recordedOf(commitment),
    save: (version, changes) => amend.mutateAsync({ id, version, input: inputOf(changes) }),
    reread: async () => { const now = (await request(CommitmentToAmend, { id })).commitment; return now ? recordedOf(now) : null; },
    onDone: () => { notifications.show({ color: 'teal', message: t('commitments.made') }); onClose(); },
  });
  const { form } = edit;
  const one = (field: 'ownerOrganisationId' | 'beneficiaryOrganisationId') => ({
    max: 1, find: findOrganisations, create: createOrganisation, value: form.values[field], error: form.errors[field],
    onChange: (chosen: PickOption[]) => form.setFieldValue(field, chosen),
  });
  const person = commitment.owner ? null : (commitment.ownerPerson?.name ?? commitment.ownerUser);
  const names = { text: t('commitments.what'), ownerOrganisationId: t('commitments.owner'), beneficiaryOrganisationId: t('commitments.beneficiary'), dueOn: t('commitments.due') };
  return (
    <form onSubmit={(event) => { event.preventDefault(); void edit.submit(); }} noValidate>
      <Stack gap="md">
        {edit.restored && <DraftNotice onDiscard={edit.discard} />}
        <ProblemSummary text={edit.problems.summary} />
        <Textarea label={names.text} required autosize minRows={2} data-autofocus {...form.getInputProps('text')} />
        <PickOrCreate label={names.ownerOrganisationId} description={person ? t('commitments.ownerNow', { name: person }) : t('commitments.ownerHint')} {...one('ownerOrganisationId')} />
        <PickOrCreate label={names.beneficiaryOrganisationId} {...one('beneficiaryOrganisationId')} />
        {commitment.dueOn
          ? <Text size="sm" c="gray.7">{t('commitments.dueStays', { day: formatDay(commitment.dueOn, i18n.language) })}</Text>
          : <DayField label={names.dueOn} value={form.values.dueOn} onChange={(day) => form.setFieldValue('dueOn', day)} error={form.errors['dueOn']} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => { edit.discard(); onClose(); }}>{t('common.cancel')}</Button>
          <Button type="submit" loading={edit.busy}>{t('commitments.save')}</Button>
        </Group>
      </Stack>
      <ConflictDialog edit={edit.conflict} label={(field) => names[field as keyof typeof names]} busy={edit.busy} onClose={edit.backToForm} onResolve={(values) => void edit.resolve(values)}
        show={(_field, value) => (Array.isArray(value) ? (value as PickOption[])[0]?.label ?? null : (value as string | null))} />
    </form>
  );
}

function recordedOf({ text, owner, beneficiary, dueOn, version }: Commitment): Recorded<Values> {
  return { version, values: {
    text, dueOn: dueOn ?? null, ownerOrganisationId: owner ? [organisationOption(owner)] : [], beneficiaryOrganisationId: beneficiary ? [organisationOption(beneficiary)] : [],
  } };
}

/** What was changed. An organisation that owes takes the place of the person who owed. */
function inputOf({ ownerOrganisationId: owner, beneficiaryOrganisationId: beneficiary, text, dueOn }: Partial<Values>): CommitmentInput {
  return {
    ...(text === undefined ? {} : { text }), ...(dueOn === undefined ? {} : { dueOn }), ...(beneficiary ? { beneficiaryOrganisationId: beneficiary[0]?.id ?? null } : {}),
    ...(owner ? { ownerOrganisationId: owner[0]?.id ?? null, ...(owner[0] ? { ownerPersonId: null } : {}) } : {}),
  };
}
