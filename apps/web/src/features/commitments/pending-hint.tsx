import { Modal, Stack, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import { CommitmentLine } from './commitment-told.js';
import { PENDING, type CommitmentTold } from './operations.js';

const PendingWith = graphql(`
  query PendingWith($organisationIds: [ID!]!, $status: [String!]!) {
    commitments(filter: { organisationIds: $organisationIds, status: $status }, first: 100) { nodes { ...CommitmentTold } }
  }
`);

interface Partner { id: string; label: string }

const MOST_ASKED = 40;

/** A quiet line for each partner chosen in a form with whom something is open; it opens the list. Nothing open, nothing shown. */
export function PendingHint({ partners }: { partners: readonly Partner[] }) {
  const known = partners.slice(0, MOST_ASKED);
  const query = useApiQuery(PendingWith, { organisationIds: known.map(({ id }) => id).sort(), status: PENDING }, { enabled: known.length > 0, keepPrevious: true });
  // A hint that cannot be had is left out: the form works without it.
  const all = query.data?.commitments.nodes ?? [];
  const lines = known.map((partner) => ({ partner, open: all.filter(({ owner, beneficiary }) => owner?.id === partner.id || beneficiary?.id === partner.id) }))
    .filter(({ open }) => open.length > 0);
  if (lines.length === 0) return null;
  return <Stack gap={2}>{lines.map(({ partner, open }) => <Line key={partner.id} partner={partner} open={open} />)}</Stack>;
}

function Line({ partner, open }: { partner: Partner; open: readonly CommitmentTold[] }) {
  const { t } = useTranslation();
  const late = open.filter(({ status }) => status === 'overdue').length;
  const [opened, setOpened] = useState(false);
  return (
    // What is settled in the dialog is no part of the form around the hint.
    <div onSubmit={(event) => event.stopPropagation()} onKeyDown={(event) => opened && event.stopPropagation()}>
      <UnstyledButton type="button" fz="xs" c="gray.8" onClick={() => setOpened(true)}>
        <Text span inherit td="underline">{t('commitments.pendingWith', { count: open.length, name: partner.label })}</Text>
        {late > 0 && <Text span inherit c="red.8" fw={600}> · {t('commitments.lateOfThem', { count: late })}</Text>}
      </UnstyledButton>
      <Modal opened={opened} onClose={() => setOpened(false)} size="lg" title={<Text fw={600}>{t('commitments.pendingTitle', { name: partner.label })}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
        <Stack gap="md">{open.map((each) => <CommitmentLine key={each.id} commitment={each} />)}</Stack>
      </Modal>
    </div>
  );
}
