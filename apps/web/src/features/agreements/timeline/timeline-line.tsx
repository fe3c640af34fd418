import { Text } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { titleOf } from '../../../app/titles.js';
import { formatDay, today } from '../../../ui/days.js';
import { placeOf, type TimeScale } from '../../../ui/time-scale.js';
import { AgreementLink } from '../agreement-link.js';
import { AgreementStatus } from '../status.js';
import type { TimelineRow } from './operations.js';
import classes from './timeline.module.css';

interface Days { from: string; to?: string | null }
interface Bar extends Days { kind: 'span' | 'pause' | 'planned' | 'renewal'; key: string }

/** One agreement: its bars and the same in words; the words are what a screen reader reads. */
export function TimelineLine({ row, scale, words }: { row: TimelineRow; scale: TimeScale; words: boolean }) {
  const said = useWords(row);
  const now = placeOf(scale, today(), today());
  return (
    <tr>
      <th scope="row"><AgreementLink id={row.id}>{titleOf(row)}</AgreementLink></th>
      <td>
        {words ? <><AgreementStatus status={row.status} /><Text size="sm" mt={4}>{said}</Text></> : (
          <>
            <span className={classes.hidden}>{said}</span>
            <div className={classes.track} style={{ '--years': scale.years.length } as CSSProperties} aria-hidden title={said}>
              {barsOf(row).map(({ kind, key, from, to }) => {
                const place = placeOf(scale, from, to);
                return place && <span key={key} className={classes[kind]} data-open={!to || undefined} style={place} />;
              })}
              {now && <span className={classes.now} style={{ left: now.left }} />}
            </div>
          </>
        )}
      </td>
    </tr>
  );
}

/** Its own pauses, and those of its framework while it was in force: they suspend it too. */
function pausesOf({ effectiveTo, inForce, suspensions, partOf }: TimelineRow): TimelineRow['suspensions'] {
  const ofFramework = (partOf?.suspensions ?? []).filter(({ fromDay }) => inForce[0] && fromDay > inForce[0].from && (!effectiveTo || fromDay <= effectiveTo));
  return [...suspensions, ...ofFramework];
}

function barsOf(row: TimelineRow): Bar[] {
  const { effectiveFrom, effectiveTo, inForce, renewedBy } = row;
  const planned = (each: { effectiveFrom?: string | null; effectiveTo?: string | null; inForce: readonly Days[] }): Days[] =>
    (each.inForce.length > 0 ? [...each.inForce] : each.effectiveFrom ? [{ from: each.effectiveFrom, to: each.effectiveTo }] : []);
  return [
    ...renewedBy.flatMap((renewal) => planned(renewal).map((days): Bar => ({ ...days, kind: 'renewal', key: `renewal ${renewal.id} ${days.from}` }))),
    ...(inForce.length === 0 && effectiveFrom ? [{ from: effectiveFrom, to: effectiveTo, kind: 'planned' as const, key: 'planned' }] : []),
    ...inForce.map((days): Bar => ({ ...days, kind: 'span', key: `span ${days.from}` })),
    ...pausesOf(row).map(({ id, fromDay, toDay }): Bar => ({ from: fromDay, to: toDay, kind: 'pause', key: id })),
  ];
}

/** When it is in force, when it paused, and what renews it, in a sentence or two. */
function useWords(row: TimelineRow): string {
  const { inForce, effectiveFrom, effectiveTo, renews, renewedBy } = row;
  const pauses = pausesOf(row);
  const { t, i18n } = useTranslation();
  const day = (each: string) => formatDay(each, i18n.language);
  const range = ({ from, to }: Days) => (to ? t('common.day.range', { from: day(from), to: day(to) }) : t('common.day.since', { from: day(from) }));
  const list = (days: readonly Days[]) => days.map(range).join('; ');
  return [
    inForce.length > 0 ? t('agreements.inForceDays', { days: list(inForce) }) : effectiveFrom ? t('agreementViews.plannedDays', { days: range({ from: effectiveFrom, to: effectiveTo }) }) : t('agreements.neverInForce'),
    pauses.length > 0 && t('agreementViews.pausedDays', { days: list(pauses.map(({ fromDay, toDay }) => ({ from: fromDay, to: toDay }))) }),
    renews && t('agreementViews.renewsWhat', { title: titleOf(renews) }),
    ...renewedBy.map((each) => t('agreementViews.renewedByWhat', { title: titleOf(each), phase: t(`agreementViews.phases.${each.phase as 'in_force'}`) })),
  ].filter((each) => typeof each === 'string').map((each) => (each.endsWith('.') ? each : `${each}.`)).join(' ');
}
