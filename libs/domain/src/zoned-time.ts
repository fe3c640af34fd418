/**
 * Wall-clock time of a place, 'YYYY-MM-DDTHH:mm:ss'. Meetings repeat at the same time of the place, whatever the
 * offset of the day: series are worked out in it, and only then become instants.
 */
export type LocalTime = string;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  });
  formats.set(timeZone, made);
  return made;
}

/** The name by which the IANA database has a zone ('US/Central' → 'America/Chicago'); null for what is none, plain offsets included. */
export function knownZone(name: string): string | null {
  if (!/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/.test(name)) return null;
  try {
    return formatOf(name).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** What clocks of the zone show at an instant. @param timeZone IANA name. */
export function localTimeAt(instant: Date, timeZone: string): LocalTime {
  const part = Object.fromEntries(formatOf(timeZone).formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${part['year']!.padStart(4, '0')}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:${part['second']}`;
}

/**
 * The instant at which clocks of the zone show this time. A time that is skipped when clocks go forward is as long after the
 * change as it would have been; of one that occurs twice it is the first (RFC 5545, 3.3.5).
 */
export function instantAt(local: LocalTime, timeZone: string): Date {
  const asUtc = Date.parse(`${local}Z`);
  // The offsets of the day before and after are the only ones that it can have.
  const [before, after] = [-86_400_000, 86_400_000].map((ms) => offsetAt(asUtc + ms, timeZone));
  const candidates = [before!, after!].map((offset) => new Date(asUtc - offset));
  return candidates.find((each) => localTimeAt(each, timeZone) === local) ?? candidates[0]!;
}

/** Milliseconds by which the zone is ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const whole = Math.floor(instant / 1000) * 1000;
  return Date.parse(`${localTimeAt(new Date(whole), timeZone)}Z`) - whole;
}

/** The local time so many minutes later, as clocks that are never put forward or back would count. */
export const addMinutes = (local: LocalTime, minutes: number): LocalTime =>
  new Date(Date.parse(`${local}Z`) + minutes * 60_000).toISOString().slice(0, 19);
