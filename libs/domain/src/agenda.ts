/** A point of an agenda as far as its time is concerned; null: no time box. */
export interface TimeBox { minutes: number | null }

/** When a point begins, in minutes from the meeting's start; null after a point without a time box, for then nobody knows. */
export interface AgendaTimes {
  begins: (number | null)[];
  /** Sum of the time boxes, in minutes. */
  total: number;
  /** Points without a time box. */
  open: number;
  /** Minutes that the meeting has left (negative: that it lacks); null when its length is not known. */
  left: number | null;
}

/** What the time boxes of an agenda add up to. @param length of the meeting in minutes; null: not known. */
export function agendaTimes(items: readonly TimeBox[], length: number | null): AgendaTimes {
  const begins: (number | null)[] = [];
  let at: number | null = 0;
  for (const { minutes } of items) {
    begins.push(at);
    at = at === null || minutes === null ? null : at + minutes;
  }
  const total = items.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  return { begins, total, open: items.filter(({ minutes }) => minutes === null).length, left: length === null ? null : length - total };
}

/** The list with one of its items at another place; places out of the list are its ends. */
export function reordered<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, at) => at !== from);
  const moved = items[from];
  if (moved === undefined) return [...items];
  const place = Math.min(Math.max(to, 0), rest.length);
  return [...rest.slice(0, place), moved, ...rest.slice(place)];
}
