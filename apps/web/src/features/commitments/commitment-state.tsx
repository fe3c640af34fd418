import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useApiMutation } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';

const Fulfil = graphql(`
  mutation FulfilCommitment($id: ID!, $version: Int!) { fulfilCommitment(id: $id, version: $version) { id } }
`);
const Verify = graphql(`
  mutation VerifyCommitment($id: ID!, $version: Int!) { verifyCommitment(id: $id, version: $version) { id } }
`);

export const COMMITMENT_TONES = { open: 'progress', overdue: 'warning', fulfilled: 'waiting', verified: 'good', cancelled: 'over' } as const satisfies Record<string, Tone>;
export type CommitmentStatus = keyof typeof COMMITMENT_TONES;

interface Subject { id: string; version: number; status: string; viewerCan: readonly string[] }

export function CommitmentBadge({ status }: { status: string }) {
  const { t } = useTranslation();
  return <StatusBadge tone={COMMITMENT_TONES[status as CommitmentStatus]} label={t(`commitments.status.${status as CommitmentStatus}`)} />;
}

/** What the reader may do next to a commitment: say that it is fulfilled, or verify that somebody else fulfilled it. */
export function CommitmentActions({ commitment: { id, version, status, viewerCan }, size = 'compact-xs' }: { commitment: Subject; size?: 'compact-xs' | 'sm' }) {
  const { t } = useTranslation();
  const fulfil = useApiMutation(Fulfil);
  const verify = useApiMutation(Verify);
  const failed = (error: Error) => notifications.show({ color: 'red', message: errorText(t, error) });
  const open = status === 'open' || status === 'overdue';
  return (
    <>
      {open && viewerCan.includes('amend') && <Button size={size} variant="default" loading={fulfil.isPending} onClick={() => fulfil.mutate({ id, version }, { onError: failed })}>{t('commitments.fulfil')}</Button>}
      {status === 'fulfilled' && viewerCan.includes('verify') && <Button size={size} variant="default" loading={verify.isPending} onClick={() => verify.mutate({ id, version }, { onError: failed })}>{t('commitments.verify')}</Button>}
    </>
  );
}

/** How a commitment stands, and what to do next, for other pages. */
export function CommitmentState({ commitment }: { commitment: Subject }) {
  return <><CommitmentBadge status={commitment.status} /><CommitmentActions commitment={commitment} /></>;
}
