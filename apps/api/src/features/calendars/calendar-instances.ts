import ICAL from 'ical.js';
import type { LeftOutReason } from '@tejido/domain/calendar-preview.js';
import type { Day } from '@tejido/domain/day.js';
import type { Moment, SourceEvent } from './calendar-content.js';
import type { Zone } from './calendar-zones.js';

/** What of a series is read: its rule may go back or on for ever. */
export interface Window { from: Day; to: Day; most: number }

export interface Expanded {
  /** Local times (days of all-day events) of the instances, in order, deletions taken out. */
  starts: string[];
  /** Deletions that name no instance. */
  idle: number;
  /** Instances before the window. */
  older: number;
  /** The rule goes on after what is read. */
  bounded: boolean;
}

const TOO_OFTEN = /FREQ=(SECONDLY|MINUTELY|HOURLY)/i;
/** Of a rule that goes back for years more are looked at than read; a rule that yields nothing for so long yields nothing. */
const MOST_STEPS = 5_000;

/**
 * The instances of an event with a rule. A rule with an end is read whole (`window.most` at most), one without from `window.from` to
 * `window.to`: nobody meets for ever. @param zone of its start; `days`: the zone in which days begin, for an UNTIL in UTC of all-day events.
 */
export function instancesIn(event: SourceEvent, zone: Zone, days: Zone, window: Window): Expanded | { reason: LeftOutReason } {
  if (TOO_OFTEN.test(event.rule!)) return { reason: 'repeats_too_often' };
  const rule = readRule(event.rule!);
  if (!rule) return { reason: 'unreadable_rule' };
  const { count } = rule;
  const until = untilOf(event.rule!, event.start, zone, days);
  const endless = count === null && until === null;
  const found: Expanded = { starts: [], idle: 0, older: 0, bounded: false };
  try {
    walk(rule, event.start.local, (local) => {
      if (until !== null && local > until) return false;
      if (endless && local.slice(0, 10) < window.from) return (found.older++, true);
      if (found.starts.length >= window.most || (endless && local.slice(0, 10) > window.to)) return !(found.bounded = true);
      found.starts.push(local);
      return true;
    });
  } catch {
    return { reason: 'impossible_rule' };
  }
  return withoutDeleted({ ...found, starts: [...new Set([...found.starts, ...extraOf(event, zone)])].sort() }, event, zone);
}

function readRule(text: string): ICAL.Recur | null {
  try {
    // An UNTIL is compared here, in the zone of the event: the library compares it with local times.
    return ICAL.Recur.fromString(text.replace(/;?UNTIL=[^;]*/i, '').replace(/^;/, ''));
  } catch {
    return null;
  }
}

/** The first one is an instance whatever the rule says (RFC 5545, 3.8.5.3). @param take tells whether to go on. */
function walk(rule: ICAL.Recur, first: string, take: (local: string) => boolean): void {
  const iterator = rule.iterator(ICAL.Time.fromString(first, undefined as never));
  let next = iterator.next() as ICAL.Time | null;
  if (next?.toString() !== first && !take(first)) return;
  for (let step = 0; next && step < MOST_STEPS; step++) {
    if (!take(next.toString())) return;
    next = iterator.next() as ICAL.Time | null;
  }
}

/** The last local time (or day) that UNTIL allows. */
function untilOf(rule: string, start: Moment, zone: Zone, days: Zone): string | null {
  const [, year, month, day, time, zulu] = /UNTIL=(\d{4})-?(\d\d)-?(\d\d)(?:T([\d:]{6,8}))?(Z)?/i.exec(rule) ?? [];
  if (!year) return null;
  const date = `${year}-${month}-${day}`;
  if (!time) return start.day ? date : `${date}T23:59:59`;
  const local = `${date}T${time.replaceAll(':', '').replace(/(\d\d)(\d\d)(\d\d)/, '$1:$2:$3')}`;
  const told = zulu ? (start.day ? days : zone).localAt(new Date(`${local}Z`)) : local;
  return start.day ? told.slice(0, 10) : told;
}

const extraOf = ({ extra, start }: SourceEvent, zone: Zone): string[] => extra.map((each) => inZone(each, zone, start.day));

/** A moment as the series writes its own: in its zone, or as a day. */
export function inZone({ local, zone: named, day }: Moment, zone: Zone, wholeDay: boolean): string {
  const told = named === 'UTC' && !day && !wholeDay ? zone.localAt(new Date(`${local}Z`)) : local;
  return wholeDay ? told.slice(0, 10) : told;
}

/** A deletion names a time; one that names a day alone deletes that day's instance. */
function withoutDeleted(found: Expanded, event: SourceEvent, zone: Zone): Expanded {
  const starts = new Set(found.starts);
  let idle = 0;
  for (const each of event.deleted) {
    const told = inZone(each, zone, event.start.day);
    const hit = each.day && !event.start.day ? found.starts.find((local) => local.slice(0, 10) === told) : told;
    if (hit === undefined || !starts.delete(hit)) idle++;
  }
  return { ...found, starts: [...starts], idle };
}

