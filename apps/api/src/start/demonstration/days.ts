import { addDays } from '@tejido/domain/day.js';

/** The demonstration is told as of this day: what comes after is planned, negotiated or due. */
export const TODAY = '2026-11-24';

/** The nearest working day on or after: nobody meets on a Sunday. */
export function workingDay(day: string): string {
  const weekday = new Date(day).getUTCDay();
  return weekday === 0 ? addDays(day, 1) : weekday === 6 ? addDays(day, 2) : day;
}

/** What every record of the demonstration has. */
export const recordOf = (recorded: string) =>
  ({ recorded_on: recorded, visibility: 'coalition', country: null as string | null, demonstration: true,
    created_at: `${recorded}T16:00:00Z`, version: 1 });
