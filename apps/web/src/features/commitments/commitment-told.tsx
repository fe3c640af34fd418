import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconArrowDownLeft, IconArrowRight, IconArrowUpRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fullName, shortName, type Named } from '../../app/organisation-names.js';
import { DayText } from '../../ui/day-text.js';
import { relativeDay, today } from '../../ui/days.js';
import { CommitmentMenu, PostponeButton } from './commitment-menu.js';
import { CommitmentActions, CommitmentBadge } from './commitment-state.js';
import { isPending, type CommitmentTold } from './operations.js';

/** Which way it goes, as word and arrow: out, we owe; in, they owe us. */
export function DirectionBadge({ direction }: { direction: string }) {
  const { t } = useTranslation();
  const Icon = direction === 'we_owe' ? IconArrowUpRight : IconArrowDownLeft;
  return (
    <Badge size="sm" variant="outline" color={direction === 'we_owe' ? 'anil' : 'gray'} c={direction === 'we_owe' ? undefined : 'gray.8'} leftSection={<Icon size={12} stroke={2.2} aria-hidden />} style={{ flexShrink: 0 }}>
      {t(`commitments.direction.${direction as 'we_owe'}`)}
    </Badge>
  );
}

/** Who owes, and to whom when that is known. */
export function Ends({ commitment: { owner, ownerUser, ownerPerson, beneficiary }, size = 'sm' }: { commitment: Pick<CommitmentTold, 'owner' | 'ownerUser' | 'ownerPerson' | 'beneficiary'>; size?: 'xs' | 'sm' }) {
  const { t } = useTranslation();
  const organisation = (each: Named & { id: string }) => (
    <Anchor size={size} title={fullName(each)} style={{ overflowWrap: 'anywhere' }} renderRoot={(props) => <Link {...props} to="/organizaciones/$id" params={{ id: each.id }} />}>{shortName(each)}</Anchor>
  );
  return (
    <Group gap={6}>
      {owner ? organisation(owner) : <Text size={size}>{ownerPerson?.name ?? ownerUser ?? '—'}</Text>}
      {beneficiary && <><IconArrowRight size={14} aria-label={t('commitments.beneficiary')} />{organisation(beneficiary)}</>}
    </Group>
  );
}

/** Where it was made: links to the agreement and the meeting. */
export function Source({ commitment: { meetingId, meetingTitle, agreementId, agreementTitle } }: { commitment: Pick<CommitmentTold, 'meetingId' | 'meetingTitle' | 'agreementId' | 'agreementTitle'> }) {
  return (
    <Stack gap={0}>
      {agreementId && <Anchor size="xs" renderRoot={(props) => <Link {...props} to="/acuerdos/$id" params={{ id: agreementId }} />}>{agreementTitle}</Anchor>}
      {meetingId && <Anchor size="xs" renderRoot={(props) => <Link {...props} to="/reuniones/$id" params={{ id: meetingId }} />}>{meetingTitle}</Anchor>}
    </Stack>
  );
}

/** How far away its day is, in words while it is open. */
export function DueWords({ commitment }: { commitment: Pick<CommitmentTold, 'dueOn' | 'status'> }) {
  const { t, i18n } = useTranslation();
  const { dueOn, status } = commitment;
  if (!dueOn) return <Text size="xs" c="gray.7">{t('commitments.noDay')}</Text>;
  if (!isPending(commitment)) return <Text size="xs" c="gray.7"><DayText day={dueOn} /></Text>;
  const late = status === 'overdue';
  return <Text size="xs" fw={late ? 600 : undefined} c={late ? 'red.8' : 'gray.7'}>{t(late ? 'commitments.wasDue' : 'commitments.isDue', { ago: relativeDay(dueOn, today(), i18n.language) })} · <DayText day={dueOn} /></Text>;
}

export function CommitmentLink({ commitment: { id, text } }: { commitment: { id: string; text: string } }) {
  return <Anchor size="sm" style={{ overflowWrap: 'anywhere' }} renderRoot={(props) => <Link {...props} to="/compromisos/$id" params={{ id }} />}>{text}</Anchor>;
}

/** One commitment with what may be done to it now, for lists inside other pages. */
export function CommitmentLine({ commitment, source = true }: { commitment: CommitmentTold; source?: boolean }) {
  return (
    <Group justify="space-between" align="flex-start" gap="xs">
      <Stack gap={3} flex="1 1 240px" miw={0}>
        <CommitmentLink commitment={commitment} />
        <Group gap={8}><DirectionBadge direction={commitment.direction} /><Ends commitment={commitment} size="xs" /></Group>
        <DueWords commitment={commitment} />
        {source && <Source commitment={commitment} />}
      </Stack>
      <Group gap={6}>
        {!isPending(commitment) && <CommitmentBadge status={commitment.status} />}
        <CommitmentActions commitment={commitment} />
        <PostponeButton commitment={commitment} />
        <CommitmentMenu commitment={commitment} />
      </Group>
    </Group>
  );
}
