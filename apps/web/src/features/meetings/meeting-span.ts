import { addDays } from '@tejido/domain/day.js';
import { localTimeAt } from '@tejido/domain/zoned-time.js';
import { formatDay } from '../../ui/days.js';
import { localeOf } from '../../ui/numbers.js';

export interface Span { startsAt: string; endsAt: string | null; allDay?: boolean; timeZone: string }

/**
 * When a meeting is, in the time of its place: "20 nov 2026, 09:00 – 11:00"; the end's day too when it is another one, the zone when the
 * reader's clock shows another time. @param wholeDay what is said instead of times of an all-day one.
 */
export function formatSpan({ startsAt, endsAt, allDay, timeZone }: Span, language: string, wholeDay: string): string {
  const [start, end] = [localTimeAt(new Date(startsAt), timeZone), endsAt && localTimeAt(new Date(endsAt), timeZone)];
  if (allDay) {
    const last = end && end.slice(0, 10) > start.slice(0, 10) ? addDays(end.slice(0, 10), -1) : start.slice(0, 10);
    return `${[...new Set([start.slice(0, 10), last])].map((day) => formatDay(day, language)).join(' – ')}, ${wholeDay}`;
  }
  const whole = (at: string) => new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(at));
  const to = !endsAt || !end ? '' : ` – ${end.slice(0, 10) === start.slice(0, 10) ? formatClock(endsAt, timeZone, language) : whole(endsAt)}`;
  return whole(startsAt) + to + zoneNote(startsAt, timeZone, language);
}

/** The time of day in a zone: "2:00 p. m.". */
export const formatClock = (instant: string | number, timeZone: string, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { timeStyle: 'short', timeZone }).format(new Date(instant));

/** " (hora de Panamá)" when the reader's clock shows another time then; else nothing. */
function zoneNote(startsAt: string, timeZone: string, language: string): string {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const at = new Date(startsAt);
  if (localTimeAt(at, here) === localTimeAt(at, timeZone)) return '';
  return ` (${zoneName(timeZone, language, at)})`;
}

/** A zone as people say it: "hora de Panamá". @param at on that day, for summer time. */
export function zoneName(timeZone: string, language: string, at = new Date()): string {
  const part = new Intl.DateTimeFormat(localeOf(language), { timeZone, timeZoneName: 'longGeneric' }).formatToParts(at).find(({ type }) => type === 'timeZoneName');
  return part?.value ?? timeZone;
}
