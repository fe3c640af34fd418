import { addDays, isDay, type Day } from '@tejido/domain/day.js';
import { fold } from '@tejido/domain/text.js';

// Both languages are always understood, whichever the page shows: people paste from letters in either.
const MONTHS: Record<string, number> = {
  ene: 1, jan: 1, feb: 2, mar: 3, abr: 4, apr: 4, may: 5, jun: 6, jul: 7, ago: 8, aug: 8, sep: 9, set: 9, oct: 10, nov: 11, dic: 12, dec: 12,
};
const SHIFTS: Record<string, number> = {
  hoy: 0, today: 0, ayer: -1, yesterday: -1, manana: 1, tomorrow: 1, anteayer: -2, antier: -2, 'pasado manana': 2,
};
const UNITS: Record<string, number> = { dia: 1, dias: 1, day: 1, days: 1, semana: 7, semanas: 7, week: 7, weeks: 7 };
// Monday is 0.
const WEEKDAYS: Record<string, number> = {
  lunes: 0, monday: 0, martes: 1, tuesday: 1, miercoles: 2, wednesday: 2, jueves: 3, thursday: 3, viernes: 4, friday: 4,
  sabado: 5, saturday: 5, domingo: 6, sunday: 6,
};

/**
 * The day that a person typed, or null when it is none. Understands ISO, day-first numbers ("30/7", "30.07.26"), written
 * months ("30 jul", "30 de julio de 2026", "July 30, 2026"), "ayer", "tomorrow", "hace 3 días", "in 2 weeks", "viernes".
 * @param today the reader's day: a missing year is this one
 */
export function parseDay(typed: string, today: Day): Day | null {
  const text = fold(typed).trim();
  if (isDay(typed.trim())) return typed.trim();
  return numeric(typed.trim(), today) ?? written(text, today) ?? relative(text, today) ?? weekday(text, today);
}

function numeric(text: string, today: Day): Day | null {
  const match = /^(\d{1,2})[\s/.-]+(\d{1,2})(?:[\s/.-]+(\d{4}|\d{2}))?$/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), match[3], today) : null;
}

function written(text: string, today: Day): Day | null {
  const dayFirst = /^(\d{1,2})(?:o|st|nd|rd|th)?\s*(?:de\s+|of\s+)?([a-z]{3,10})\s*(?:del?\s+)?(\d{4}|\d{2})?$/.exec(text);
  if (dayFirst) return dayOf(Number(dayFirst[1]), monthOf(dayFirst[2]!), dayFirst[3], today);
  const monthFirst = /^([a-z]{3,10})\s+(\d{1,2})(?:st|nd|rd|th)?(?:\s+(\d{4}))?$/.exec(text);
  return monthFirst ? dayOf(Number(monthFirst[2]), monthOf(monthFirst[1]!), monthFirst[3], today) : null;
}

function relative(text: string, today: Day): Day | null {
  const shift = SHIFTS[text];
  if (shift !== undefined) return addDays(today, shift);
  const past = /^hace (\d{1,3}) ([a-z]+)$/.exec(text) ?? /^(\d{1,3}) ([a-z]+) ago$/.exec(text);
  const future = /^(?:en|in|dentro de) (\d{1,3}) ([a-z]+)$/.exec(text);
  const match = past ?? future;
  const unit = UNITS[match?.[2] ?? ''];
  return match && unit ? addDays(today, Number(match[1]) * unit * (past ? -1 : 1)) : null;
}

/** "viernes": the next such day, today included; with "pasado" or "last" the one before today. */
function weekday(text: string, today: Day): Day | null {
  const last = /\b(pasado|last)\b/.test(text);
  const wanted = WEEKDAYS[text.replace(/\b(el|este|proximo|pasado|next|last|this|on)\b/g, '').trim()];
  if (wanted === undefined) return null;
  const now = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const ahead = (wanted - now + 7) % 7;
  return addDays(today, last ? (ahead === 0 ? -7 : ahead - 7) : ahead);
}

const monthOf = (word: string): number => MONTHS[word.slice(0, 3)] ?? 0;

function dayOf(day: number, month: number, year: string | undefined, today: Day): Day | null {
  const full = year === undefined ? today.slice(0, 4) : year.length === 2 ? `20${year}` : year;
  const iso = `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(iso) ? iso : null;
}
