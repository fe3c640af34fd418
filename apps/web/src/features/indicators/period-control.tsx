import { Group, Select } from '@mantine/core';
import { dayBefore, endOfYear, startOfYear } from '@tejido/domain/day.js';
import { useTranslation } from 'react-i18next';
import { countryName } from '../../ui/countries.js';
import { DayField } from '../../ui/day-field.js';
import { today } from '../../ui/days.js';
import { TREND, type PresidencyTerm } from './operations.js';
import classes from './period-control.module.css';

export interface Period { from: string; to: string }

interface PeriodControlProps {
  period: Period;
  terms: readonly PresidencyTerm[];
  onChange: (period: Period) => void;
}

/** A period by its two days, or at once by a year or a presidency term. */
export function PeriodControl({ period, terms, onChange }: PeriodControlProps) {
  const { t } = useTranslation();
  const shortcuts = useShortcuts(terms);
  const chosen = shortcuts.flatMap(({ items }) => items).find((each) => each.period.from === period.from && each.period.to === period.to);
  const choose = (value: string | null) => {
    const found = shortcuts.flatMap(({ items }) => items).find((each) => each.value === value);
    if (found) onChange(found.period);
  };
  return (
    <Group gap="sm" align="flex-start" className={classes.controls}>
      <Select label={t('indicators.period')} searchable value={chosen?.value ?? null} placeholder={t('indicators.otherPeriod')} data={shortcuts} onChange={choose} />
      <DayField label={t('common.day.from')} value={period.from} onChange={(from) => { if (from) onChange({ from, to: period.to < from ? from : period.to }); }} />
      <DayField label={t('common.day.to')} value={period.to} onChange={(to) => { if (to) onChange({ to, from: period.from > to ? to : period.from }); }} />
    </Group>
  );
}

function useShortcuts(terms: readonly PresidencyTerm[]) {
  const { t, i18n } = useTranslation();
  const now = today();
  const years = Array.from({ length: TREND.toYear - TREND.fromYear + 1 }, (_, at) => TREND.toYear - at).filter((year) => startOfYear(year) <= now);
  const begun = [...terms].filter((term) => term.fromDay <= now).reverse();
  const until = (day: string) => (day < now ? day : now);
  return [
    { group: t('indicators.years'), items: [
      ...years.map((year) => ({ value: `year ${year}`, label: String(year), period: { from: startOfYear(year), to: until(endOfYear(year)) } })),
      { value: 'all', label: t('indicators.wholeStrategy', { from: TREND.fromYear }), period: { from: startOfYear(TREND.fromYear), to: now } },
    ] },
    { group: t('indicators.presidencies'), items: begun.map((term) => ({
      value: term.id, label: `${countryName(term.country, i18n.language)} · ${term.fromDay.slice(0, 4)}`,
      period: { from: term.fromDay, to: until(term.toDay ? dayBefore(term.toDay) : now) },
    })) },
  ];
}
