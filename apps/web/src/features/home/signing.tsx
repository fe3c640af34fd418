import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { HomeQuery } from '../../gql/graphql.js';
import { formatDay } from '../../ui/days.js';
import { Listed, type Row } from './listed.js';

type Snapshot = NonNullable<HomeQuery['snapshots']>[number];

const labelOf = (t: TFunction, { indicator }: Snapshot): string =>
  (indicator === 'joint_activities_done' ? t('home.activities') : t('home.alliances'));

/** Snapshots that wait for the viewer's approval. */
export function SnapshotsWaiting({ snapshots }: { snapshots: readonly Snapshot[] }) {
  const { t, i18n } = useTranslation();
  const rows = snapshots.map((each): Row => ({
    id: each.id, title: `${labelOf(t, each)}: ${each.value}`, aside: t('home.sign'), place: { to: '/indicadores', search: { code: each.indicator } },
    detail: `${each.onDay ? formatDay(each.onDay, i18n.language) : `${formatDay(each.fromDay!, i18n.language)} – ${formatDay(each.toDay!, i18n.language)}`} · ${t('home.proposedBy', { name: each.proposedBy })}`,
  }));
  return <Listed title={t('home.snapshotsWaiting')} total={rows.length} rows={rows} />;
}

/** The newest approved snapshot of each indicator, where the same count gives something else today. */
export function changedSince(snapshots: readonly Snapshot[]): Snapshot[] {
  const approved = snapshots.filter((each) => each.approvedAt);
  const newest = approved.filter((each, at) => approved.findIndex((other) => other.indicator === each.indicator) === at);
  return newest.filter(({ difference }) => difference.withheld + difference.added.length + difference.removed.length > 0);
}

export function ChangedSince({ snapshots }: { snapshots: readonly Snapshot[] }) {
  const { t, i18n } = useTranslation();
  const rows = snapshots.map((each): Row => ({
    id: each.id, title: t('home.changed', { label: labelOf(t, each), value: each.value, now: each.valueNow }), place: { to: '/indicadores', search: { code: each.indicator } },
    detail: t('home.sinceSnapshot', { day: formatDay(each.onDay ?? each.toDay!, i18n.language) }),
  }));
  return <Listed title={t('home.changedTitle')} rows={rows} />;
}
