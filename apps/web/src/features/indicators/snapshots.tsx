import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import { DayRange, DayText } from '../../ui/day-text.js';
import { Section } from '../../ui/section.js';
import { Loaded } from '../../ui/states.js';
import { StatusBadge } from '../../ui/status-badge.js';

const SnapshotsQuery = graphql(`
  query Snapshots($indicator: String!) { snapshots(indicator: $indicator) { id onDay fromDay toDay value valueNow proposedBy approvedBy approvedAt canApprove } }
`);
const Propose = graphql(`
  mutation ProposeSnapshot($indicator: String!, $on: Day) { proposeSnapshot(indicator: $indicator, on: $on) }
`);
const Approve = graphql(`
  mutation ApproveSnapshot($id: ID!) { approveSnapshot(id: $id) }
`);

/** Freezes the figure as it is now, for the presidency to approve. */
export function ProposeSnapshot({ indicator, on, icon }: { indicator: string; on?: string; icon: ReactNode }) {
  const { t } = useTranslation();
  const propose = useApiMutation(Propose);
  const failed = (error: Error) => notifications.show({ color: 'red', message: errorText(t, error) });
  return <Button variant="default" leftSection={icon} loading={propose.isPending} onClick={() => propose.mutate({ indicator, on: on ?? null }, { onError: failed })}>{t('indicators.propose')}</Button>;
}

/** What was frozen, by whom, and what the same count would give today. */
export function Snapshots({ indicator }: { indicator: string }) {
  const { t } = useTranslation();
  const query = useApiQuery(SnapshotsQuery, { indicator });
  const approve = useApiMutation(Approve);
  const failed = (error: Error) => notifications.show({ color: 'red', message: errorText(t, error) });
  return (
    <Section title={t('indicators.snapshots')}>
      <Loaded query={query} message={(error) => errorText(t, error)}>
        {({ snapshots }) => (snapshots.length === 0 ? <Text size="sm" c="gray.7">{t('indicators.snapshotsEmpty')}</Text> : (
          <Stack gap="sm">
            {snapshots.map((each) => (
              <Group key={each.id} justify="space-between" gap="sm">
                <div>
                  <Text fw={600} size="sm">{each.onDay ? <DayText day={each.onDay} /> : <DayRange from={each.fromDay ?? null} to={each.toDay ?? null} />} · {t('indicators.frozen', { value: each.value })}</Text>
                  <Text size="xs" c="gray.7">{[each.valueNow !== each.value && t('indicators.now', { value: each.valueNow }), t('indicators.proposedBy', { name: each.proposedBy }), each.approvedBy && t('indicators.approvedBy', { name: each.approvedBy })].filter(Boolean).join(' · ')}</Text>
                </div>
                <Group gap="xs">
                  <StatusBadge tone={each.approvedAt ? 'good' : 'waiting'} label={t(each.approvedAt ? 'indicators.approved' : 'indicators.waiting')} />
                  {each.canApprove && <Button size="xs" loading={approve.isPending} onClick={() => approve.mutate({ id: each.id }, { onError: failed })}>{t('indicators.approve')}</Button>}
                </Group>
              </Group>
            ))}
          </Stack>
        ))}
      </Loaded>
    </Section>
  );
}
