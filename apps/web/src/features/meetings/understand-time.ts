import * as chrono from 'chrono-node';

const SPANISH = chrono.es.casual;
// Day first in English too: the reader's colleagues write 30/07.
const ENGLISH = chrono.en.GB;

/**
 * The instant that somebody typed ("mañana 10:00", "ayer", "30/07 15:00", "yesterday 3pm"), in either language.
 * A day without a time is noon. Null: not understood.
 */
export function understandTime(text: string, now: Date): Date | null {
  const typed = text.trim();
  if (typed === '') return null;
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{1,2}):(\d{2}))?$/.exec(typed);
  if (iso) return new Date(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]), Number(iso[4] ?? 12), Number(iso[5] ?? 0));
  const found = [SPANISH, ENGLISH].map((language) => language.parse(typed, now)[0]).filter((result) => result !== undefined);
  // The language that understood more of it.
  const best = found.sort((a, b) => b.text.length - a.text.length)[0];
  return best ? best.date() : null;
}
