import { Anchor, Grid, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconCalendarDue, IconCalendarPlus, IconCircleCheck, IconCircleX, IconClockPause, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../../app/fallbacks.js';
import { errorText } from '../../app/problems.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { CommitmentQuery } from '../../gql/graphql.js';
import { DayText } from '../../ui/day-text.js';
import { formatDay } from '../../ui/days.js';
import { DefinitionList } from '../../ui/definition-list.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { Loaded } from '../../ui/states.js';
import { Timeline, type TimelineEvent } from '../../ui/timeline.js';
import { CommitmentMenu, PostponeButton } from './commitment-menu.js';
import { CommitmentActions, CommitmentBadge } from './commitment-state.js';
import { DirectionBadge, DueWords, Ends, Source } from './commitment-told.js';
import { isPending } from './operations.js';

const CommitmentOperation = graphql(`
  query Commitment($id: ID!) {
    commitment(id: $id) {
      ...CommitmentTold visibility country recordedOn firstDueOn fulfilledOn fulfilledBy verifiedOn verifiedBy cancelledOn
      postponements { fromDay toDay reason recordedOn postponedBy }
    }
  }
`);

type Commitment = NonNullable<CommitmentQuery['commitment']>;

/** One commitment: who owes what to whom, what may be done now, and its whole history. */
export function CommitmentPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useApiQuery(CommitmentOperation, { id });
  return (
    <Loaded query={query} message={(error) => errorText(t, error)}>
      {({ commitment }) => (commitment ? <Full commitment={commitment} /> : <NotFound />)}
    </Loaded>
  );
}

function Full({ commitment }: { commitment: Commitment }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader above={<Anchor size="sm" renderRoot={(props) => <Link {...props} to="/compromisos" />}>{t('commitments.backToList')}</Anchor>} title={commitment.text}
        intro={<Group gap={8} mt={6}><CommitmentBadge status={commitment.status} /><DirectionBadge direction={commitment.direction} /><DueWords commitment={commitment} /></Group>}
        actions={<><CommitmentActions commitment={commitment} size="sm" /><PostponeButton commitment={commitment} size="sm" /><CommitmentMenu commitment={commitment} /></>} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}><Section title={t('commitments.history')}><Timeline events={useEvents(commitment)} /></Section></Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}><Facts commitment={commitment} /></Grid.Col>
      </Grid>
    </>
  );
}

function Facts({ commitment }: { commitment: Commitment }) {
  const { t } = useTranslation();
  const { label } = useTaxonomies();
  const { verifier, verifiedBy, dueOn, firstDueOn, meetingId, agreementId, country, visibility, status } = commitment;
  const asked = verifier && (verifier.active ? verifier.name : t('commitments.verifierLeft', { name: verifier.name }));
  return (
    <Section title={t('commitments.facts')}>
      <DefinitionList items={[
        { term: t('commitments.who'), value: <Ends commitment={commitment} /> },
        { term: t('commitments.due'), value: dueOn ? <DayText day={dueOn} /> : t('commitments.noDay') },
        { term: t('commitments.firstDue'), value: firstDueOn && firstDueOn !== dueOn ? <DayText day={firstDueOn} /> : null },
        { term: t('commitments.verifier'), value: status === 'cancelled' ? null : <Stack gap={0}>{verifiedBy ?? asked ?? t('commitments.whoeverMay')}{!verifiedBy && <Text size="xs" c="gray.7">{t('commitments.verifyExplained')}</Text>}</Stack> },
        { term: t('commitments.source'), value: meetingId || agreementId ? <Source commitment={commitment} /> : null },
        { term: t('common.country.label'), value: country && label('country', country) },
        { term: t('common.visibility.label'), value: t(`common.visibility.${visibility as 'public'}`) },
      ]} />
    </Section>
  );
}

/** What happened to it, the latest first; the day that is still to come on top. */
function useEvents(commitment: Commitment): TimelineEvent[] {
  const { t, i18n } = useTranslation();
  const on = (day: string) => formatDay(day, i18n.language);
  const by = (name: string | null | undefined) => (name ? t('commitments.by', { name }) : undefined);
  const { recordedOn, postponements, dueOn, fulfilledOn, fulfilledBy, verifiedOn, verifiedBy, cancelledOn, status } = commitment;
  const event = (id: string, day: string | null | undefined, kind: TimelineEvent['kind'], icon: TimelineEvent['icon'], title: TimelineEvent['title'], body?: TimelineEvent['body']): TimelineEvent[] =>
    (day ? [{ id, day, kind, icon, title, body }] : []);
  const happened = [
    ...event('made', recordedOn, t('commitments.event.made'), IconCalendarPlus, commitment.text),
    ...postponements.flatMap((each, at) => event(`postponed ${at}`, each.recordedOn, t('commitments.event.postponed'), IconClockPause,
      each.fromDay ? t('commitments.postponedTo', { from: on(each.fromDay), to: on(each.toDay) }) : t('commitments.postponedFirst', { to: on(each.toDay) }), [each.reason, by(each.postponedBy)].filter(Boolean).join(' — '))),
    ...event('fulfilled', fulfilledOn, t('commitments.event.fulfilled'), IconCircleCheck, t('commitments.status.fulfilled'), by(fulfilledBy)),
    ...event('verified', verifiedOn, t('commitments.event.verified'), IconShieldCheck, t('commitments.status.verified'), by(verifiedBy)),
    ...event('cancelled', cancelledOn, t('commitments.event.cancelled'), IconCircleX, t('commitments.status.cancelled')),
  ].reverse();
  const due = isPending(commitment) ? event('due', dueOn, t('commitments.due'), IconCalendarDue, t(`commitments.event.${status === 'overdue' ? 'overdue' : 'due'}`)) : [];
  // A sort that keeps the order of what happened on one day.
  return [...due, ...happened].sort((a, b) => (a.day! < b.day! ? 1 : a.day! > b.day! ? -1 : 0));
}
