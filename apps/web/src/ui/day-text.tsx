import type { Day } from '@tejido/domain/day.js';
import { useTranslation } from 'react-i18next';
import { formatDay, type DayForm } from './days.js';

/** A day in the reader's language; a dash when there is none. */
export function DayText({ day, form = 'short' }: { day: Day | null | undefined; form?: DayForm }) {
  const { t, i18n } = useTranslation();
  if (!day) return <span>{t('common.notGiven')}</span>;
  return <time dateTime={day} style={{ whiteSpace: 'nowrap' }}>{formatDay(day, i18n.language, form)}</time>;
}

/** A period; a missing end is open. */
export function DayRange({ from, to }: { from: Day | null | undefined; to: Day | null | undefined }) {
  const { t, i18n } = useTranslation();
  // A period breaks between its days, never inside one.
  const shown = (day: Day) => formatDay(day, i18n.language).replaceAll(' ', '\u00a0');
  if (from && to) return <span>{from === to ? shown(from) : t('common.day.range', { from: shown(from), to: shown(to) }).replace(' –', '\u00a0–')}</span>;
  if (from) return <span>{t('common.day.since', { from: shown(from) })}</span>;
  return <span>{to ? t('common.day.until', { to: shown(to) }) : t('common.notGiven')}</span>;
}
