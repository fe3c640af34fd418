import { yearOf, type Day } from '@tejido/domain/day.js';
import { scaleOfYears, type TimeScale } from '../../../ui/time-scale.js';

/** Years drawn at most before and after today's; what lies beyond is cut at the edge. */
const [MOST_BEFORE, MOST_AFTER] = [10, 6];

interface Drawn { effectiveFrom?: Day | null; effectiveTo?: Day | null; inForce: readonly { from: Day; to?: Day | null }[] }

/** The years that hold all that is drawn, this one and the next among them. */
export function scaleOf(rows: readonly Drawn[], now: Day): TimeScale {
  const days = rows.flatMap(({ effectiveFrom, effectiveTo, inForce }) => [effectiveFrom, effectiveTo, ...inForce.flatMap(({ from, to }) => [from, to])]).filter((day): day is Day => Boolean(day));
  const year = yearOf(now);
  const first = Math.max(year - MOST_BEFORE, Math.min(year, ...days.map(yearOf)));
  const last = Math.min(year + MOST_AFTER, Math.max(year + 1, ...days.map(yearOf)));
  return scaleOfYears(first, last);
}
