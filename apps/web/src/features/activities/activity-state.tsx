import { Anchor, Box, Card, Group, Text } from '@mantine/core';
import type { ActivityExclusion, ActivityStatus } from '@tejido/domain/activity-count.js';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';

const STATUS_TONE = { planned: 'idle', under_way: 'progress', done: 'good', cancelled: 'over' } as const satisfies Record<ActivityStatus, Tone>;

export function ActivityStatusBadge({ status }: { status: string }) {
  const { t } = useTranslation();
  return <StatusBadge tone={STATUS_TONE[status as ActivityStatus]} label={t(`activities.status.${status as ActivityStatus}`)} />;
}

/** The indicator's verdict on one activity, whatever the period: the reasons that hang on a period are not among them. */
export type Counting = 'counts' | Exclude<ActivityExclusion, 'recorded_later' | 'outside_period'>;

const COUNTING_TONE = {
  counts: 'good', to_verify: 'waiting', no_external_contributor: 'warning', no_strategy_tie: 'warning', no_end_date: 'warning',
  planned: 'idle', under_way: 'progress', sub_activity: 'over', kind_does_not_count: 'over', cancelled: 'over',
} as const satisfies Record<Counting, Tone>;

export function CountingBadge({ counting }: { counting: string }) {
  const { t } = useTranslation();
  return <StatusBadge size="sm" tone={COUNTING_TONE[counting as Counting]} label={t(`activities.counting.${counting as Counting}`)} />;
}

/** What can still become one that counts, by mending it or by waiting. */
const NOT_YET: readonly string[] = ['planned', 'under_way', 'to_verify', 'no_end_date', 'no_strategy_tie', 'no_external_contributor'] satisfies Counting[];

/** Whether the activity counts for the indicator, and if not, what it lacks. */
export function CountingNotice({ counting, endsOn, parent }: { counting: string; endsOn: string | null; parent: { id: string; title: string } | null }) {
  const { t } = useTranslation();
  const counts = counting === 'counts';
  const title = counts ? t('activities.countsIn', { year: endsOn?.slice(0, 4) ?? '' }) : t(NOT_YET.includes(counting) ? 'activities.countsNotYet' : 'activities.countsNot');
  return (
    <Card bg="white" padding="md" role="note" aria-label={t('activities.countingLabel')}>
      <Group justify="space-between" gap="sm">
        <Box miw={0} flex="1 1 260px">
          <Group gap="xs"><CountingBadge counting={counting} /><Text size="sm" fw={600}>{title}</Text></Group>
          <Text size="sm" c="gray.7" mt={4}>
            {t(`activities.because.${counting as Counting}`)}{' '}
            {parent && <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/actividades/$id" params={{ id: parent.id }} />}>{parent.title}</Anchor>}
          </Text>
        </Box>
        <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/indicadores" search={{ code: 'joint_activities_done' }} />}>{t('activities.seeIndicator')}</Anchor>
      </Group>
    </Card>
  );
}
