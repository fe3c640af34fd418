import { addDays, type Day } from '@tejido/domain/day.js';
import { parseDay } from '../../ui/parse-day.js';

const AT = String.raw`(?:\b(?:a las?|at)\s+)?`;
const HALF = String.raw`(?:\s*(?<half>[ap])\.?\s?m\b\.?)?(?:\s*(?:de|por|in)\s+(?:la|the)\s+(?<part>manana|tarde|noche|morning|afternoon|evening))?`;
/** Ways to write a time: 15:00 · 15h, 15h30 · 3pm, 3.30 p. m. · a las 3 de la tarde · a last number after words ("hoy 9"). */
const TIMES = [
  String.raw`${AT}(?<!\d)(?<hour>\d{1,2}):(?<minute>\d{2})(?!\d)${HALF}`,
  String.raw`${AT}(?<!\d)(?<hour>\d{1,2})\s?h(?:oras?|rs?)?\b\.?`,
  String.raw`${AT}(?<!\d)(?<hour>\d{1,2})\s?h(?<minute>\d{2})\b`,
  String.raw`${AT}(?<![\d.])(?<hour>\d{1,2})(?:\.(?<minute>\d{2}))?(?=\s*[ap]\.?\s?m\b)${HALF}`,
  String.raw`\b(?:a las?|at)\s+(?<hour>\d{1,2})(?:\.(?<minute>\d{2}))?(?![\d/])${HALF}`,
  String.raw`(?<=[a-z]\s+)(?<hour>\d{1,2})(?:\.(?<minute>\d{2}))?$`,
].map((way) => new RegExp(way));
const NOON = /\b(?:al? )?(?:mediodia|noon)\b/;
const NOW = /^(?:ahora|ahorita|now)$/;
const WEEKDAY = /^(?:el |on )?(lunes|martes|miercoles|jueves|viernes|sabado|domingo|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;
const AFTER_NOON: readonly string[] = ['p', 'tarde', 'noche', 'afternoon', 'evening'];

/**
 * The instant that somebody typed ("ayer 15:00", "30/07 3pm", "anteayer a las 9", "last friday 10h"), in either language and in
 * the reader's zone. Nothing is guessed: what is left over makes it not understood (null). A day without a time is noon, today
 * is now; a time without a day is today; a weekday is the last one; a day without a year is the nearest.
 */
export function understandTime(text: string, now: Date): Date | null {
  const typed = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/(\d)t(\d)/, '$1 $2').replace(/\s+/g, ' ').trim();
  if (typed === '') return null;
  const today = dayOf(now);
  if (NOW.test(typed)) return quarter(now);
  const whole = nearestDay(typed, today);
  if (whole) return whole === today ? quarter(now) : at(whole, 12, 0);
  const noon = NOON.exec(typed);
  if (noon) return withDay(typed.replace(noon[0], ' '), today, 12, 0);
  for (const way of TIMES) {
    const found = way.exec(typed);
    const time = found && timeOf(found.groups ?? {});
    const instant = time && withDay(typed.replace(found[0], ' '), today, ...time);
    if (instant) return instant;
  }
  return null;
}

function timeOf({ hour, minute, half, part }: Record<string, string | undefined>): [hour: number, minute: number] | null {
  const written = Number(hour);
  const late = AFTER_NOON.includes(half ?? part ?? '');
  const full = late && written < 12 ? written + 12 : half === 'a' && written === 12 ? 0 : written;
  return full > 23 || Number(minute ?? 0) > 59 ? null : [full, Number(minute ?? 0)];
}

/** The rest of the text must be a day, or nothing (today). */
function withDay(rest: string, today: Day, hour: number, minute: number): Date | null {
  const words = rest.replace(/[,;]/g, ' ').replace(/\s+/g, ' ').trim().replace(/^(?:a las?|at) /, '').replace(/ (?:a las?|at|-)$/, '');
  const day = words === '' ? today : nearestDay(words, today);
  return day ? at(day, hour, minute) : null;
}

function nearestDay(words: string, today: Day): Day | null {
  // People log what was: a weekday by itself is the last one, today included.
  if (WEEKDAY.test(words)) return parseDay(words, today) === today ? today : parseDay(`${words} pasado`, today);
  const day = parseDay(words.replace(WEEKDAY_BEFORE, ''), today);
  if (!day || /\d{4}|\d[/.-]\d{1,2}[/.-]\d{2}$|[a-z] \d{2}$/.test(words)) return day;
  const inYear = (years: number) => parseDay(`${day.slice(8)}/${day.slice(5, 7)}/${Number(day.slice(0, 4)) + years}`, today);
  return (day > addDays(today, 183) ? inYear(-1) : day < addDays(today, -183) ? inYear(1) : day) ?? day;
}

/** "jueves 3 de septiembre": the day says it all. */
const WEEKDAY_BEFORE = /^(?:el |on )?(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|(?:mon|tues|wednes|thurs|fri|satur|sun)day),? (?=\d)/;

const at = (day: Day, hour: number, minute: number): Date =>
  new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)), hour, minute);

const dayOf = (instant: Date): Day =>
  [instant.getFullYear(), String(instant.getMonth() + 1).padStart(2, '0'), String(instant.getDate()).padStart(2, '0')].join('-');

/** The quarter of an hour that has begun: nobody's meeting starts at 15:07. */
const quarter = (now: Date): Date => new Date(now.getFullYear(), now.getMonth(), now.getDate(), now.getHours(), Math.floor(now.getMinutes() / 15) * 15);

/** How an instant is written so that `understandTime` reads it again: "30/07/2026 15:00". */
export function writeTime(instant: Date): string {
  const [year, month, day] = dayOf(instant).split('-');
  return `${day}/${month}/${year} ${String(instant.getHours()).padStart(2, '0')}:${String(instant.getMinutes()).padStart(2, '0')}`;
}

/** The end that was typed: a time of the same day ("16:30"), a length ("2 h", "90 min"), or day and time. Null: not understood. */
export function understandEnd(text: string, start: Date): Date | null {
  const length = /^(\d{1,3})\s*(h|horas?|hours?|min|minutos?|minutes?)$/i.exec(text.trim());
  if (length) return new Date(start.getTime() + Number(length[1]) * (length[2]!.toLowerCase().startsWith('h') ? 3_600_000 : 60_000));
  return understandTime(text, new Date(start.getFullYear(), start.getMonth(), start.getDate()));
}
