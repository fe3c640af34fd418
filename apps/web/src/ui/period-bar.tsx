import { daysBetween, endOfYear, startOfYear, type Day } from '@tejido/domain/day.js';
import classes from './period-bar.module.css';
import { today } from './days.js';

/** A period along the years of a plan, with today's place; it decorates dates that stand beside it in words. */
export function PeriodBar({ from, to, fromYear, toYear }: { from: Day; to: Day; fromYear: number; toYear: number }) {
  const start = startOfYear(fromYear);
  const length = daysBetween(start, endOfYear(toYear)) + 1;
  const place = (day: Day) => Math.min(100, Math.max(0, (daysBetween(start, day) / length) * 100));
  const now = today();
  return (
    <div className={classes.track} aria-hidden>
      <div className={classes.bar} data-over={to < now || undefined} style={{ left: `${place(from)}%`, width: `${Math.max(1, place(to) - place(from))}%` }} />
      {now >= start && <div className={classes.now} style={{ left: `${place(now)}%` }} />}
    </div>
  );
}
