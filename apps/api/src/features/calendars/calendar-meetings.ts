import type { LeftOutReason } from '@tejido/domain/calendar-preview.js';
import { addDays, type Day } from '@tejido/domain/day.js';
import type { CalendarBlock } from './calendar-blocks.js';
import { blocksOf } from './calendar-blocks.js';
import type { CalendarContent, CalendarGuest, CalendarLimits, CalendarMeeting, LeftOut, Moment, Notice, SourceEvent } from './calendar-content.js';
import { inZone, instancesIn, type Window } from './calendar-instances.js';
import { sourceOf } from './calendar-source.js';
import { byName, ianaZone, UTC, zonesOf, type Zone } from './calendar-zones.js';

export interface ReadingHints {
  /** Of times that name none: the coalition's, an IANA name. */
  timeZone: string;
  today: Day;
}

/** The calendars of a file with their events as they stand in it, before any series is worked out. */
export interface CalendarSources extends Omit<CalendarContent, 'meetings'> {
  calendars: { method: string | null; zones: number; events: SourceEvent[]; zoneOf: (tzid: string) => Zone | null; floating: Zone }[];
}

/** @throws UnreadableCalendar */
export function sourcesOf(text: string, limits: Pick<CalendarLimits, 'events'>, hints: ReadingHints): CalendarSources {
  const { calendars, leftOut, notices, notTaken } = blocksOf(text, limits.events);
  const found: CalendarSources = { calendars: [], leftOut, notices, notTaken };
  for (const block of calendars) {
    const method = propertyOf(block, 'METHOD')?.toUpperCase() ?? null;
    const events: SourceEvent[] = [];
    for (const each of block.events) {
      const source = sourceOf(each, method === 'CANCEL');
      if (source.event) events.push(source.event);
      leftOut.push(...source.leftOut);
      notices.push(...source.notices);
      for (const name of source.notTaken) notTaken[name] = (notTaken[name] ?? 0) + 1;
    }
    found.calendars.push({ method, zones: block.zones.length, events, zoneOf: zonesOf(block.zones), floating: floatingZone(block, hints) });
  }
  return found;
}

const propertyOf = ({ properties }: CalendarBlock, name: string): string | null =>
  properties.map(({ text }) => new RegExp(`^${name}[^:]*:(.*)$`, 'i').exec(text)?.[1]?.trim()).find(Boolean) ?? null;

/** Times without a zone are those of the calendar; without one, those of its only zone, and else the coalition's. */
function floatingZone(block: CalendarBlock, { timeZone }: ReadingHints): Zone {
  const named = byName(propertyOf(block, 'X-WR-TIMEZONE') ?? '');
  const only = block.zones.length === 1 ? block.zones[0]!.lines.map(({ text }) => /^TZID[^:]*:(.*)$/i.exec(text)?.[1]).find(Boolean) : null;
  return named ?? (only ? byName(only.replace(/\\,/g, ',')) : null) ?? ianaZone(timeZone);
}

/** Every meeting of a file: series worked out, changed instances in their place, the newest of each. @throws UnreadableCalendar */
export function calendarContent(text: string, limits: CalendarLimits, hints: ReadingHints): CalendarContent {
  const sources = sourcesOf(text, limits, hints);
  const content: CalendarContent = { meetings: [], leftOut: sources.leftOut, notices: sources.notices, notTaken: sources.notTaken };
  const window = { from: addDays(hints.today, -366), to: addDays(hints.today, 366), most: limits.instances };
  const read: CalendarMeeting[] = [];
  for (const calendar of sources.calendars) {
    if (['REPLY', 'COUNTER', 'REFRESH', 'DECLINECOUNTER'].includes(calendar.method ?? '')) {
      content.leftOut.push(...calendar.events.map(({ line, title }) => ({ line, title, reason: 'reply' as const })));
    } else read.push(...new Expander(calendar, content, window).meetings());
  }
  content.meetings = newest(read, content.leftOut);
  return content;
}

/** Of several with one key the newest counts: the higher number, then the later stamp. What changes an instance replaces it. */
function newest(read: readonly CalendarMeeting[], leftOut: LeftOut[]): CalendarMeeting[] {
  const kept = new Map<string, CalendarMeeting>();
  for (const each of read) {
    const key = JSON.stringify([each.uid, each.recurrence]);
    const known = kept.get(key);
    if (!known) kept.set(key, each);
    else {
      const [newer, older] = isNewer(each, known) ? [each, known] : [known, each];
      kept.set(key, newer);
      if (!older.rule && !newer.rule && older.line !== newer.line) leftOut.push({ line: older.line, title: older.title, reason: 'superseded', values: { sequence: older.sequence, newer: newer.sequence } });
    }
  }
  return [...kept.values()].sort((one, other) => one.startsAt.localeCompare(other.startsAt) || one.line - other.line);
}

/** An instance that was changed by itself goes before the series that it belongs to. */
const isNewer = (one: CalendarMeeting, other: CalendarMeeting): boolean =>
  (one.rule === null) !== (other.rule === null) ? one.rule === null : one.sequence !== other.sequence ? one.sequence > other.sequence : one.stamp > other.stamp;

class Expander {
  constructor(private readonly calendar: CalendarSources['calendars'][number], private readonly content: CalendarContent, private readonly window: Window) {}

  meetings(): CalendarMeeting[] {
    return this.calendar.events.flatMap((event) => this.meetingsOf(event));
  }

  private meetingsOf(event: SourceEvent): CalendarMeeting[] {
    const zone = this.zoneOf(event.start, event);
    const endZone = event.end ? this.zoneOf(event.end, event) : zone;
    if (!zone || !endZone) return this.leaveOut(event, 'unknown_zone', { zone: event.start.zone ?? event.end?.zone ?? '' });
    if (zone.ownRules) this.note(event, 'zone_by_its_rules', { zone: event.start.zone!, shownAs: zone.name });
    if (!event.start.zone && !event.start.day) this.note(event, 'floating', { zone: zone.name });
    const length = lengthOf(event, zone, endZone);
    if (length !== null && length < 0) return this.leaveOut(event, 'end_before_start');
    if (!event.rule) return [this.meeting(event, zone, length, event.start.local, this.recurrenceOf(event, zone))];
    const expanded = instancesIn(event, zone, this.calendar.floating, this.window);
    if ('reason' in expanded) return this.leaveOut(event, expanded.reason, { rule: event.rule });
    if (expanded.idle > 0) this.note(event, 'deletion_of_nothing', { count: expanded.idle });
    if (expanded.older > 0) this.note(event, 'older_instances', { count: expanded.older, day: this.window.from });
    if (expanded.bounded) this.note(event, 'rule_bounded', { count: expanded.starts.length, day: expanded.starts.at(-1)!.slice(0, 10) });
    return expanded.starts.map((local) => this.meeting(event, zone, length, local, event.start.day ? local : zone.instant(local).toISOString()));
  }

  /** The key of the instance that an event changes: the series may count in days while the change names midnight. */
  private recurrenceOf({ recurrence, uid, start }: SourceEvent, zone: Zone): string {
    if (!recurrence) return '';
    const series = this.calendar.events.find((each) => each.uid === uid && each.rule);
    const wholeDay = recurrence.day || (series?.start ?? start).day;
    const its = this.zoneOf(recurrence, null) ?? zone;
    return wholeDay ? inZone(recurrence, its, true) : its.instant(recurrence.local).toISOString();
  }

  private zoneOf({ zone, day }: Moment, event: SourceEvent | null): Zone | null {
    if (day || zone === null) return this.calendar.floating;
    if (zone === 'UTC') return UTC;
    const found = this.calendar.zoneOf(zone);
    // A zone that nothing explains: midnight of the wrong place would be worse than no meeting. A recurrence falls back to its event's.
    return found ?? (event ? null : this.calendar.floating);
  }

  private meeting(event: SourceEvent, zone: Zone, length: number | null, local: string, recurrence: string): CalendarMeeting {
    const { line, uid, title, place, notes, virtual, cancelled, sequence, stamp, rule } = event;
    const start = zone.instant(event.start.day ? `${local}T00:00:00` : local);
    const end = length === null ? null : event.start.day ? zone.instant(`${addDays(local, length)}T00:00:00`) : new Date(start.getTime() + length);
    return {
      line, uid, recurrence, title, startsAt: start.toISOString(), endsAt: end?.toISOString() ?? null, allDay: event.start.day,
      // A meeting at "15:00 UTC" is somewhere: calendars write so what they show in the reader's zone.
      timeZone: zone === UTC ? this.calendar.floating.name : zone.name, place, notes, virtual, cancelled, sequence, stamp, guests: guestsOf(event), rule,
    };
  }

  private leaveOut({ line, title }: SourceEvent, reason: LeftOutReason, values?: Record<string, string | number>): [] {
    this.content.leftOut.push({ line, title, reason, ...(values ? { values } : {}) });
    return [];
  }

  private note({ line, title }: SourceEvent, notice: Notice['notice'], values?: Record<string, string | number>): void {
    this.content.notices.push({ line, title, notice, ...(values ? { values } : {}) });
  }
}

/** Milliseconds, or days of an all-day event; null: the end is not told. */
function lengthOf({ start, end, seconds }: SourceEvent, zone: Zone, endZone: Zone): number | null {
  if (start.day) return end ? Math.round((Date.parse(end.local.slice(0, 10)) - Date.parse(start.local)) / 86_400_000) : seconds !== null ? Math.ceil(seconds / 86_400) : 1;
  if (end) return endZone.instant(end.day ? `${end.local}T00:00:00` : end.local).getTime() - zone.instant(start.local).getTime();
  return seconds === null ? null : seconds * 1000;
}

/** The organiser attends too; each address once. */
function guestsOf({ attendees, organizer }: SourceEvent): CalendarGuest[] {
  const all = [...(organizer ? [organizer] : []), ...attendees];
  return all.filter((each, at) => each.email === '' || all.findIndex(({ email }) => email === each.email) === at)
    .map((each) => ({ ...each, name: each.name || all.find(({ email, name }) => email === each.email && name)?.name || '' }));
}
