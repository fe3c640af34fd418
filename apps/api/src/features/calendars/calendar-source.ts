import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import { isDay } from '@tejido/domain/day.js';
import type { Block, Line } from './calendar-blocks.js';
import type { CalendarGuest, LeftOut, Moment, Notice, SourceEvent } from './calendar-content.js';

/** What one VEVENT says, or why it is left out. */
export interface Source { event: SourceEvent | null; leftOut: LeftOut[]; notices: Notice[]; notTaken: string[] }

const TAKEN = ['UID', 'SUMMARY', 'DTSTART', 'DTEND', 'DURATION', 'RRULE', 'RDATE', 'EXDATE', 'RECURRENCE-ID', 'LOCATION', 'DESCRIPTION', 'STATUS', 'SEQUENCE', 'DTSTAMP', 'ATTENDEE', 'ORGANIZER'];
/** They tell nothing that a reader would miss. */
const EMPTY_OF_MEANING = /^(CREATED|LAST-MODIFIED|TRANSP|PRIORITY|CLASS|X-.*)$/;
const ONLINE = /https?:\/\/\S*(zoom\.us|teams\.microsoft\.com|teams\.live\.com|meet\.google\.com|webex\.com|gotomeeting\.com|whereby\.com|meet\.jit\.si)/i;

/** Reads an event property by property, so that one broken line does not cost the whole. @param cancels the calendar's METHOD is CANCEL. */
export function sourceOf(block: Block, cancels: boolean): Source {
  const notices: Notice[] = [];
  const properties = new Map<string, ICAL.Property[]>();
  let broken = false;
  for (const line of block.lines) {
    const property = propertyOf(line);
    if (/^RRULE[:;]/i.test(line.text) && !property) broken = true;
    if (property) properties.set(property.name.toUpperCase(), [...(properties.get(property.name.toUpperCase()) ?? []), property]);
    else notices.push({ line: line.at, title: '', notice: 'unreadable_line', values: { text: line.text.slice(0, 80) } });
  }
  const text = (name: string) => String(properties.get(name)?.[0]?.getFirstValue() ?? '').normalize('NFC').replace(/\r\n?/g, '\n').trim();
  const title = text('SUMMARY').replace(/\s+/g, ' ').slice(0, 300);
  const refused = (reason: LeftOut['reason']): Source => ({ event: null, leftOut: [{ line: block.at, title, reason }], notices, notTaken: [] });
  if (broken) return refused('unreadable_rule');
  const [first] = momentsOf(properties.get('DTSTART') ?? []);
  if (!properties.has('DTSTART')) return refused('no_start');
  const end = momentsOf(properties.get('DTEND') ?? [])[0] ?? null;
  if (!first || (properties.has('DTEND') && !end)) return refused('unreadable_time');
  const uid = text('UID') || `no-uid-${createHash('sha256').update(JSON.stringify([first, end, title])).digest('hex').slice(0, 24)}`;
  if (!text('UID')) notices.push({ line: block.at, title, notice: 'no_uid' });
  const notes = text('DESCRIPTION').slice(0, 20_000);
  const place = text('LOCATION').replace(/\s+/g, ' ').slice(0, 300);
  const status = text('STATUS').toUpperCase() || null;
  const notTaken = [...properties.keys()].filter((name) => !TAKEN.includes(name) && !EMPTY_OF_MEANING.test(name)).flatMap((name) => properties.get(name)!.map(() => name));
  return {
    event: {
      line: block.at, uid: uid.slice(0, 500), title, start: first, end, seconds: end ? null : secondsOf(text('DURATION')),
      rule: ruleOf(properties.get('RRULE')), extra: momentsOf(properties.get('RDATE') ?? []), deleted: momentsOf(properties.get('EXDATE') ?? []),
      recurrence: momentsOf(properties.get('RECURRENCE-ID') ?? [])[0] ?? null, place, notes,
      virtual: ONLINE.test(`${place} ${notes} ${text('URL')}`) || [...properties.keys()].some((name) => /^X-(GOOGLE-CONFERENCE|MICROSOFT-(ONLINEMEETING|SKYPETEAMS).*)$/.test(name)),
      status, cancelled: cancels || status === 'CANCELLED', sequence: Math.max(0, Number.parseInt(text('SEQUENCE') || '0', 10) || 0),
      stamp: text('DTSTAMP'), attendees: guestsOf(properties.get('ATTENDEE')), organizer: guestsOf(properties.get('ORGANIZER'))[0] ?? null,
    },
    leftOut: [], notices, notTaken,
  };
}

/** Blanks in rules (Exchange writes "BYDAY=MO, TU") are no part of them. */
const mended = ({ text }: Line): string => (/^RRULE[:;]/i.test(text) ? text.replace(/\s/g, '') : text);

function propertyOf(line: Line): ICAL.Property | null {
  try {
    return ICAL.Property.fromString(mended(line), ICAL.design.icalendar);
  } catch {
    return null;
  }
}

function ruleOf(rules: ICAL.Property[] | undefined): string | null {
  return rules?.[0] ? String(rules[0].getFirstValue()) : null;
}

function secondsOf(duration: string): number | null {
  try {
    return duration === '' ? null : Math.max(0, ICAL.Duration.fromString(duration).toSeconds());
  } catch {
    return null;
  }
}

/** Days and times; what is none is left out of the list. */
function momentsOf(properties: readonly ICAL.Property[]): Moment[] {
  return properties.flatMap((property) => valuesOf(property).flatMap((value) => {
    // A day where a time belongs is read as "2020-01-16T::".
    const [, day, time, zulu] = /^(\d{4}-\d\d-\d\d)(?:T(?:::|(\d\d:\d\d:\d\d)))?(Z)?$/.exec(String(value)) ?? [];
    if (!day || !isDay(day) || (time && !/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(time))) return [];
    const named = property.getFirstParameter('tzid');
    return [{ local: time ? `${day}T${time}` : day, zone: zulu ? 'UTC' : time ? named || null : null, day: !time }];
  }));
}

/** As written: the library's own dates would throw at those that are none. */
const valuesOf = (property: ICAL.Property): unknown[] => (property.toJSON() as unknown[]).slice(3);

/** Rooms and lists are no people. */
function guestsOf(properties: readonly ICAL.Property[] = []): CalendarGuest[] {
  return properties.map((property) => {
    const address = String(property.getFirstValue() ?? '').trim();
    const kind = String(property.getFirstParameter('cutype') ?? 'INDIVIDUAL').toUpperCase();
    const email = /^mailto:/i.test(address) ? address.slice(7).trim().toLowerCase() : '';
    const name = String(property.getFirstParameter('cn') ?? '').replace(/^["']|["']$/g, '').trim().slice(0, 200);
    return { email, name: name.toLowerCase() === email ? '' : name, kind: email !== '' && ['INDIVIDUAL', 'UNKNOWN', ''].includes(kind) ? 'person' as const : 'other' as const };
  });
}
