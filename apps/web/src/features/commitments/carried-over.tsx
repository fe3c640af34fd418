import { List, Text } from '@mantine/core';
import { addDays } from '@tejido/domain/day.js';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import { today } from '../../ui/days.js';
import { Section } from '../../ui/section.js';
import { ErrorState } from '../../ui/states.js';
import { CommitmentLine } from './commitment-told.js';
import { isPending } from './operations.js';

const CarriedOverOperation = graphql(`
  query CarriedOver($id: ID!) { meeting(id: $id) { startsAt carriedOver { ...CommitmentTold } } }
`);

/** How long after a meeting "nothing was pending" is still worth a line, in days. */
const FRESH = 14;

/**
 * What was open with the partners of a meeting when it begins, from earlier meetings and agreements: to go through and to settle while the
 * minutes are taken. It asks by itself, so that any page about the meeting can hold it.
 */
export function CarriedOver({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation();
  const query = useApiQuery(CarriedOverOperation, { id: meetingId });
  if (query.isError) return <Section title={t('commitments.carriedOver')}><ErrorState message={errorText(t, query.error)} onRetry={() => void query.refetch()} /></Section>;
  const meeting = query.data?.meeting;
  if (!meeting) return null;
  const { carriedOver } = meeting;
  if (carriedOver.length === 0 && meeting.startsAt.slice(0, 10) < addDays(today(), -FRESH)) return null;
  const left = carriedOver.filter(isPending).length;
  return (
    <Section title={t('commitments.carriedOver')} {...(left > 0 ? { count: left } : {})} intro={carriedOver.length > 0 ? t('commitments.carriedOverIntro') : undefined}>
      {carriedOver.length === 0
        ? <Text size="sm" c="gray.7">{t('commitments.carriedOverEmpty')}</Text>
        : <List listStyleType="none" spacing="md">{carriedOver.map((each) => <List.Item key={each.id} styles={{ itemWrapper: { display: 'block' }, itemLabel: { display: 'block' } }}><CommitmentLine commitment={each} /></List.Item>)}</List>}
    </Section>
  );
}
