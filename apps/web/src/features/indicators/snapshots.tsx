import { Button, Group, List, Stack, Text, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCamera, IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useMay } from '../../app/session.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { SnapshotsQuery as SnapshotsAnswer } from '../../gql/graphql.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { formatDay, formatInstant } from '../../ui/days.js';
import { Section } from '../../ui/section.js';
import { Loaded } from '../../ui/states.js';
import { StatusBadge } from '../../ui/status-badge.js';
import type { Asked } from './figure-section.js';
import type { Indicator } from './operations.js';
import classes from './snapshots.module.css';
import { RecordLink } from './why.js';

const SnapshotsQuery = graphql(`
  query Snapshots($indicator: String!) {
    snapshots(indicator: $indicator) {
      id onDay fromDay toDay knownOn value valueNow proposedBy proposedAt approvedBy approvedAt canApprove contentHash intact
      difference { withheld added { because record { kind id title } } removed { because record { kind id title } } }
    }
  }
`);
const Propose = graphql(`
  mutation ProposeSnapshot($indicator: String!, $on: Day, $from: Day, $to: Day) { proposeSnapshot(indicator: $indicator, on: $on, from: $from, to: $to) }
`);
const Approve = graphql(`
  mutation ApproveSnapshot($id: ID!) { approveSnapshot(id: $id) }
`);

type Snapshot = SnapshotsAnswer['snapshots'][number];

const useFailed = () => {
  const { t } = useTranslation();
  return (error: Error) => notifications.show({ color: 'red.8', message: errorText(t, error) });
};

/** Freezes the figure as it is known now, for the presidency to approve. */
export function ProposeSnapshot({ indicator, asked, when }: { indicator: Indicator; asked: Asked; when: string }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const done = () => { setAsking(false); notifications.show({ message: t('indicators.proposed') }); };
  const propose = useApiMutation(Propose, { onDone: done });
  const failed = useFailed();
  const variables = { indicator: indicator.code, on: asked.on, from: asked.from, to: asked.to };
  if (!useMay('snapshot.propose')) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconCamera size={16} />} onClick={() => setAsking(true)}>{t('indicators.propose')}</Button>
      <ConfirmDialog opened={asking} onClose={() => setAsking(false)} title={t('indicators.proposeTitle', { when })} body={t('indicators.proposeBody')} action={t('indicators.propose')}
        busy={propose.isPending} onConfirm={() => propose.mutate(variables, { onError: failed })} />
    </>
  );
}

/** What was frozen, by whom, and what the same count gives with what is known now. */
export function Snapshots({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslation();
  const query = useApiQuery(SnapshotsQuery, { indicator: indicator.code });
  return (
    <Section title={t('indicators.snapshots')} intro={t('indicators.snapshotsIntro')}>
      <Loaded query={query} message={(error) => errorText(t, error)}>
        {({ snapshots }) => (snapshots.length === 0 ? <Text size="sm" c="gray.7">{t('indicators.snapshotsEmpty')}</Text> : (
          <ul className={classes.list}>{snapshots.map((each) => <li key={each.id} className={classes.item}><One snapshot={each} /></li>)}</ul>
        ))}
      </Loaded>
    </Section>
  );
}

function One({ snapshot }: { snapshot: Snapshot }) {
  const { t, i18n } = useTranslation();
  const [opened, setOpened] = useState(false);
  const when = daysOf(snapshot, i18n.language);
  const changed = snapshot.difference.added.length + snapshot.difference.removed.length + snapshot.difference.withheld > 0;
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="sm" align="flex-start">
        <Group gap="md" align="baseline" wrap="nowrap">
          <Text fz={24} fw={650} lh={1.2} style={{ fontVariantNumeric: 'tabular-nums' }}>{snapshot.value}</Text>
          <div>
            <Text size="sm" fw={600}>{when}</Text>
            <Text size="xs" c="gray.7">{signaturesOf(t, snapshot, i18n.language)}</Text>
          </div>
        </Group>
        <Group gap="xs">
          <StatusBadge tone={snapshot.approvedAt ? 'good' : 'waiting'} label={t(snapshot.approvedAt ? 'indicators.approved' : 'indicators.waiting')} />
          {snapshot.canApprove && <ApproveButton snapshot={snapshot} when={when} />}
        </Group>
      </Group>
      <Text size="sm" c="gray.8">
        {differenceText(t, snapshot)}{' '}
        {changed && <Text component="button" type="button" className="link-button" size="sm" aria-expanded={opened} onClick={() => setOpened(!opened)}>{t(opened ? 'common.showLess' : 'indicators.showDifference')}</Text>}
      </Text>
      {opened && <Changes snapshot={snapshot} />}
      <Seal snapshot={snapshot} />
    </Stack>
  );
}

function daysOf({ onDay, fromDay, toDay }: Snapshot, language: string): string {
  return onDay ? formatDay(onDay, language) : `${formatDay(fromDay!, language)} – ${formatDay(toDay!, language)}`;
}

function signaturesOf(t: TFunction, { proposedBy, proposedAt, approvedBy, approvedAt }: Snapshot, language: string): string {
  const proposed = t('indicators.proposedBy', { name: proposedBy, when: formatInstant(proposedAt, language) });
  return approvedBy && approvedAt ? `${proposed} · ${t('indicators.approvedBy', { name: approvedBy, when: formatInstant(approvedAt, language) })}` : proposed;
}

/** "Published 6, now 7 (1 recorded late)"; what nobody approved yet is only proposed. */
function differenceText(t: TFunction, { value, valueNow, approvedAt, difference }: Snapshot): string {
  const tally = new Map<string, number>();
  for (const { because } of difference.added) tally.set(`added.${because}`, (tally.get(`added.${because}`) ?? 0) + 1);
  if (difference.removed.length > 0) tally.set('removed', difference.removed.length);
  const why = [...tally].map(([key, count]) => t(`indicators.difference.${key as 'removed'}`, { count }));
  if (difference.withheld > 0) why.push(t('indicators.difference.withheld', { count: difference.withheld }));
  if (why.length === 0) return t(`indicators.difference.${approvedAt ? 'same' : 'proposedSame'}`, { value });
  return t(`indicators.difference.${approvedAt ? 'changed' : 'proposedChanged'}`, { value, now: valueNow, why: why.join(', ') });
}

function Changes({ snapshot: { difference } }: { snapshot: Snapshot }) {
  const { t } = useTranslation();
  return (
    <List size="sm" spacing={4} withPadding>
      {difference.added.map(({ record, because }) => (
        <List.Item key={record.id}>+ <RecordLink record={record} />: {t(`indicators.addedBecause.${because as 'recorded_late'}`)}</List.Item>
      ))}
      {difference.removed.map(({ record, because }) => (
        <List.Item key={record.id}>− <RecordLink record={record} />: {because === 'corrected' ? t('indicators.addedBecause.corrected') : t(`indicators.reason.${because as 'to_verify'}`)}</List.Item>
      ))}
    </List>
  );
}

/** The hash that was signed, and whether the content still has it. */
function Seal({ snapshot: { contentHash, intact } }: { snapshot: Snapshot }) {
  const { t } = useTranslation();
  return (
    <Tooltip label={contentHash} multiline>
      <Text size="xs" c={intact ? 'gray.6' : 'red.8'} component="span" style={{ alignSelf: 'flex-start' }}>
        {t(intact ? 'indicators.intact' : 'indicators.altered')} · <span style={{ fontFamily: 'monospace' }}>{contentHash.slice(0, 12)}</span>
      </Text>
    </Tooltip>
  );
}

function ApproveButton({ snapshot, when }: { snapshot: Snapshot; when: string }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const approve = useApiMutation(Approve, { onDone: () => setAsking(false) });
  const failed = useFailed();
  return (
    <>
      <Button size="xs" leftSection={<IconSignature size={15} />} onClick={() => setAsking(true)}>{t('indicators.approve')}</Button>
      <ConfirmDialog opened={asking} onClose={() => setAsking(false)} title={t('indicators.approveTitle', { value: snapshot.value, when })} body={t('indicators.approveBody')} action={t('indicators.approve')}
        busy={approve.isPending} onConfirm={() => approve.mutate({ id: snapshot.id }, { onError: failed })} />
    </>
  );
}
