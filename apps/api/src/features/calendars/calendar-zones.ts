import ICAL from 'ical.js';
import { instantAt, knownZone, localTimeAt } from '@tejido/domain/zoned-time.js';
import { dataFile } from '../../platform/data-files.js';
import type { Block } from './calendar-blocks.js';

/** A zone by which an event's times are read. `ownRules`: known only by the rules that the file brings along. */
export interface Zone {
  /** IANA name by which the meeting is shown. */
  name: string;
  instant(local: string): Date;
  localAt(instant: Date): string;
  ownRules: boolean;
}

const WINDOWS: Readonly<Record<string, string>> = dataFile('windows-zones.json');

export const ianaZone = (name: string): Zone => ({ name, instant: (local) => instantAt(local, name), localAt: (instant) => localTimeAt(instant, name), ownRules: false });

export const UTC = ianaZone('UTC');

/**
 * Finds what a TZID means: a name of the IANA database (also behind a vendor's prefix), a name of Windows, and else the rules of the
 * file's own VTIMEZONE. @returns null for a name that nothing explains.
 */
export function zonesOf(blocks: readonly Block[]): (tzid: string) => Zone | null {
  const found = new Map<string, Zone | null>();
  return (tzid) => {
    if (!found.has(tzid)) found.set(tzid, byName(tzid) ?? byRules(tzid, blocks));
    return found.get(tzid)!;
  };
}

/** The zone that a name means by itself. */
export function byName(tzid: string): Zone | null {
  if (/^(UTC|GMT|Z)$/i.test(tzid)) return UTC;
  const bare = tzid.trim().replace(/^"|"$/g, '');
  const windows = WINDOWS[bare];
  const name = knownZone(bare) ?? (windows ? knownZone(windows) : null) ?? knownZone(bare.split('/').slice(-2).join('/')) ?? knownZone(bare.split('/').slice(-3).join('/'));
  return name ? ianaZone(name) : null;
}

function byRules(tzid: string, blocks: readonly Block[]): Zone | null {
  const component = blocks.map(componentOf).find((each) => each?.getFirstPropertyValue('tzid') === tzid);
  if (!component) return null;
  const rules = new ICAL.Timezone({ component, tzid });
  const offset = (local: string) => rules.utcOffset(ICAL.Time.fromString(local, undefined as never)) * 1000;
  const instant = (local: string) => new Date(Date.parse(`${local}Z`) - offset(local));
  // Two guesses at most: the offset at the instant is that of the local time which it gives.
  const localAt = (at: Date) => {
    const guess = new Date(at.getTime() + offset(at.toISOString().slice(0, 19))).toISOString().slice(0, 19);
    return new Date(at.getTime() + offset(guess)).toISOString().slice(0, 19);
  };
  return { name: likeness(instant), instant, localAt, ownRules: true };
}

function componentOf({ lines }: Block): ICAL.Component | null {
  try {
    return new ICAL.Component(ICAL.parse(['BEGIN:VTIMEZONE', ...lines.map(({ text }) => text), 'END:VTIMEZONE'].join('\r\n')) as never);
  } catch {
    return null;
  }
}

// Days on which no country is about to put its clocks forward or back: some rules of old files do so a week later.
const SEASONS = ['01-15', '04-15', '07-15', '11-15'];

/** The IANA zone that tells the same time through the year, to show the meeting by; UTC when there is none. */
function likeness(instant: (local: string) => Date): string {
  const year = new Date().getUTCFullYear();
  const noons = SEASONS.map((day) => `${year}-${day}T12:00:00`);
  return Object.values(WINDOWS).find((name) => knownZone(name) && noons.every((noon) => instantAt(noon, name).getTime() === instant(noon).getTime())) ?? 'UTC';
}
