import { Box, Group, Text } from '@mantine/core';
import type { Day } from '@tejido/domain/day.js';
import { useTranslation } from 'react-i18next';
import { DayRange, DayText } from '../../ui/day-text.js';
import { formatDay, today } from '../../ui/days.js';
import classes from './validity-bar.module.css';

interface Days { from: Day; to?: Day | null }

const at = (day: Day) => Date.parse(`${day}T00:00:00Z`);
const DAY_MS = 86_400_000;
const AHEAD_MS = 180 * DAY_MS; // what has no end runs visibly past today

/** When it was in force, with its pauses, from its first day to its last one or past today. The same is told in words below. */
export function ValidityBar({ inForce, suspensions }: { inForce: readonly Days[]; suspensions: readonly Days[] }) {
  const { t, i18n } = useTranslation();
  if (inForce.length === 0) return <Text size="sm" c="gray.7">{t('agreements.neverInForce')}</Text>;
  const start = Math.min(...inForce.map(({ from }) => at(from)));
  const end = Math.max(at(today()), ...inForce.map(({ to }) => (to ? at(to) + DAY_MS : at(today()) + AHEAD_MS)));
  const place = ({ from, to }: Days) => {
    const [left, right] = [Math.max(at(from), start), Math.min(to ? at(to) + DAY_MS : end, end)];
    return { left: `${(100 * (left - start)) / (end - start)}%`, width: `${Math.max(0, (100 * (right - left)) / (end - start))}%` };
  };
  const pauses = suspensions.filter(({ to }) => !to || at(to) > start);
  const inWords = inForce.map(({ from, to }) => (to ? `${formatDay(from, i18n.language)} – ${formatDay(to, i18n.language)}` : t('common.day.since', { from: formatDay(from, i18n.language) }))).join('; ');
  return (
    <Box>
      <div className={classes.track} role="img" aria-label={t('agreements.inForceDays', { days: inWords })}>
        {pauses.map((each) => <span key={each.from} className={classes.pause} style={place(each)} />)}
        {inForce.map((each) => <span key={each.from} className={classes.span} style={place(each)} />)}
        <span className={classes.now} style={{ left: `min(${place({ from: today() }).left}, 100% - 2px)` }} />
      </div>
      <Group justify="space-between" gap="xs" mt={4}>
        <Text size="xs" c="gray.7"><DayText day={inForce[0]!.from} /></Text>
        <Text size="xs" c="gray.7">{inForce.at(-1)!.to ? <DayText day={inForce.at(-1)!.to} /> : t('agreements.openEnded')}</Text>
      </Group>
      <Group gap="md" mt={6} aria-hidden>
        <Text size="xs" c="gray.7"><span className={classes.swatch}><span className={classes.span} style={{ inset: 0 }} /></span>{t('agreements.status.in_force')}</Text>
        {pauses.length > 0 && <Text size="xs" c="gray.7"><span className={classes.swatch}><span className={classes.pause} style={{ inset: 0 }} /></span>{t('agreements.status.suspended')}</Text>}
        <Text size="xs" c="gray.7"><span className={classes.mark} />{t('common.day.today')}</Text>
      </Group>
      {inForce.length > 1 && <Text size="sm" c="gray.7" mt="xs">{inForce.map((each, index) => <span key={each.from}>{index > 0 && '; '}<DayRange from={each.from} to={each.to ?? null} /></span>)}</Text>}
    </Box>
  );
}
