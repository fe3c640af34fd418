import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CALENDAR_LIMITS, type Moment, type SourceEvent } from '../src/features/calendars/calendar-content.js';
import { calendarContent, sourcesOf, type CalendarSources } from '../src/features/calendars/calendar-meetings.js';
import { SAMPLES } from './imports-samples.js';

const folder = SAMPLES && join(SAMPLES, 'calendars');
const withSamples = folder ? describe : describe.skip;
const HINTS = { timeZone: 'America/Guatemala', today: '2026-11-24' };

interface ExpectedEvent {
  uid: string; summary?: string; start: string; tzid?: string; start_utc?: string; end: string; all_day: boolean; rrule?: string[]; exdate?: string[];
  recurrence_id?: string; status?: string; attendees?: number;
}
interface Expected { events: number; method: (string | null)[] | null; components: Record<string, number> | null; strict_parser_error: string | null; list: ExpectedEvent[] }

const expected = folder ? (JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<string, Expected>) : {};
const textOf = (name: string) => readFileSync(join(folder!, name), 'utf8');
const read = (name: string): CalendarSources => sourcesOf(textOf(name), CALENDAR_LIMITS, HINTS);
const content = (name: string) => calendarContent(textOf(name), CALENDAR_LIMITS, HINTS);

/**
 * The one figure that is not met. The file's own VTIMEZONE begins in October 1998 and says nothing of the event's March; the expected value
 * takes New York's clock for UTC's. New York was five hours behind then.
 */
const OTHERWISE: Record<string, Record<string, string>> = { 'guid-1.example.com': { start_utc: '1998-03-12T13:30:00Z' } };

const written = ({ local, zone }: Moment) => (zone === 'UTC' ? `${local}Z` : local);
const ruleParts = (rule: string) => rule.split(';').filter((part) => part !== 'WKST=MO').sort();

/** What of an event is expected, in the same words. */
function told(event: SourceEvent, sources: CalendarSources, wanted: ExpectedEvent): ExpectedEvent {
  const calendar = sources.calendars.find(({ events }) => events.includes(event))!;
  const zone = event.start.zone === 'UTC' ? null : event.start.zone;
  const instant = () => (zone ? calendar.zoneOf(zone)!.instant(event.start.local) : new Date(`${event.start.local}Z`)).toISOString().replace('.000Z', 'Z');
  return {
    uid: event.uid, start: written(event.start), end: written(event.end ?? event.start), all_day: event.start.day,
    ...(wanted.summary === undefined ? {} : { summary: event.title }), ...(wanted.tzid ? { tzid: event.start.zone! } : {}), ...(wanted.start_utc ? { start_utc: instant() } : {}),
    ...(wanted.rrule ? { rrule: ruleParts(event.rule!) as string[] } : {}), ...(wanted.exdate ? { exdate: event.deleted.map(written) } : {}),
    ...(wanted.recurrence_id ? { recurrence_id: written(event.recurrence!) } : {}), ...(wanted.status ? { status: event.status! } : {}),
    ...(wanted.attendees ? { attendees: event.attendees.length } : {}),
  };
}

withSamples('calendars that other programs wrote', () => {
  it('are all asked about', () => {
    expect(readdirSync(folder!).filter((name) => name.endsWith('.ics')).sort()).toEqual(Object.keys(expected).sort());
  });

  for (const [name, { events, method, components, list, strict_parser_error: strict }] of Object.entries(expected)) {
    it(`reads every figure of ${name}`, () => {
      const sources = read(name);
      const found = sources.calendars.flatMap((each) => each.events);
      expect(sources.leftOut).toEqual([]);
      if (strict) return expect(found).toHaveLength(1); // what a strict parser refuses is read: the blank in BYDAY is no part of it
      expect(found).toHaveLength(events);
      expect(sources.calendars.map((each) => each.method)).toEqual(method);
      expect({ vtimezone: sources.calendars.reduce((sum, { zones }) => sum + zones, 0), vevent: found.length }).toEqual({ vtimezone: 0, ...components });
      const wanted = list.map((each) => ({ ...each, ...OTHERWISE[each.uid], ...(each.rrule ? { rrule: ruleParts(each.rrule[0]!) } : {}) }));
      const asTold = wanted.map((each) => {
        const event = found.find((one) => one.uid === each.uid && one.title === (each.summary ?? '') && written(one.start) === each.start)!;
        return told(event, sources, each);
      });
      expect(asTold).toEqual(wanted);
      return undefined;
    });
  }

  it('reads a daily meeting of Exchange with blanks in its rule, in a zone known only by its own rules', () => {
    const { meetings, leftOut, notices } = content('exchange-cdo-recurring.ics');
    expect(leftOut).toEqual([]);
    // Weekdays from 3 to 22 July 2015, at ten in a zone two hours ahead of UTC in summer.
    expect(meetings.map(({ startsAt }) => startsAt.slice(0, 10))).toEqual(['03', '06', '07', '08', '09', '10', '13', '14', '15', '16', '17', '20', '21', '22'].map((day) => `2015-07-${day}`));
    expect(meetings[0]).toMatchObject({ title: 'Sprint 25 Daily Standup', startsAt: '2015-07-03T08:00:00.000Z', endsAt: '2015-07-03T08:30:00.000Z' });
    expect(notices.map((each) => each.notice)).toEqual(['no_uid', 'zone_by_its_rules']);
  });

  it('reads zones with names of Windows and of nobody', () => {
    expect(content('exchange-custom-tz.ics').meetings).toMatchObject([{ startsAt: '2019-04-30T02:00:00.000Z', endsAt: '2019-04-30T05:00:00.000Z', timeZone: expect.stringMatching(/^Asia\//) }]);
    expect(content('outlook12-ms-tzid.ics').meetings).toMatchObject([{ uid: 'CommaTest', startsAt: '2008-05-30T05:00:00.000Z', endsAt: null, timeZone: 'Australia/Sydney' }]);
  });

  it('puts changed instances of an all-day series in their place, and ends it in the zone of the calendar', () => {
    const bin = content('exchange-rrule-until-utc.ics').meetings.filter(({ title }) => title === 'Refuse black bin');
    expect(bin).toHaveLength(13); // every second Thursday from 2 April to 17 September, three of them moved to Fridays
    const moved = bin.filter(({ rule }) => rule === null).map(({ recurrence, startsAt }) => [recurrence, startsAt.slice(0, 10)]);
    expect(moved).toEqual([['2020-04-16', '2020-04-16'], ['2020-05-28', '2020-05-28'], ['2020-09-03', '2020-09-03']].map(([key, day]) => [key, new Date(Date.parse(`${day}T23:00:00Z`)).toISOString().slice(0, 10)]));
  });

  it('takes deletions out and reports those that name nothing, and bounds what goes on for ever', () => {
    const { meetings, notices } = content('google-biweekly-exdate-until.ics');
    const dated = meetings.filter(({ title }) => title.includes('comma')).map(({ startsAt }) => startsAt);
    expect(dated).toHaveLength(21); // one and twelve fortnights of two, four deleted
    for (const day of ['2017-07-06', '2017-07-17', '2017-07-20', '2017-08-03']) expect(dated.some((each) => each.startsWith(day))).toBe(false);
    const endless = meetings.filter(({ title }) => title.includes('bad times'));
    expect(endless.every(({ startsAt }) => startsAt > '2025-11-23' && startsAt < '2027-11-26')).toBe(true);
    expect(notices.map((each) => each.notice).sort()).toEqual(['deletion_of_nothing', 'older_instances', 'rule_bounded']);
    expect(notices.find((each) => each.notice === 'deletion_of_nothing')?.values).toEqual({ count: 3 });
  });

  it('reads a change that stands before its series', () => {
    const { meetings } = content('google-recurrence-order.ics');
    expect(meetings.map(({ title, startsAt }) => `${startsAt} ${title}`)).toEqual([
      '2026-02-10T17:00:00.000Z TEST RECURR 3', '2026-02-11T17:30:00.000Z TEST RECURR 3 - MODIFIED', '2026-02-12T17:00:00.000Z TEST RECURR 3']);
  });

  it('keeps the newest of two invitations with one identifier, and names who is invited and what is a room', () => {
    const { meetings, leftOut } = content('itip-classify.ics');
    expect(meetings).toMatchObject([{ title: 'Conference', sequence: 1, startsAt: '1996-07-01T20:00:00.000Z' }]);
    expect(leftOut).toMatchObject([{ title: 'Conference in the park', reason: 'superseded' }]);
    expect(meetings[0]!.guests.map(({ email, kind }) => `${email} ${kind}`)).toEqual(['a@example.com person', 'b@example.com person', 'c@example.com person', 'd@example.com person', ' other', 'e@example.com person']);
  });

  it('reports what meetings have no place for, and fetches none of it', () => {
    const { meetings, notTaken } = content('mozilla-estonia-holidays.ics');
    expect(new Set(meetings.map(({ uid }) => uid)).size).toBe(152);
    expect(meetings.every(({ allDay }) => allDay)).toBe(true);
    const attached = textOf('mozilla-estonia-holidays.ics').match(/^ATTACH/gm)!.length;
    expect(notTaken).toMatchObject({ ATTACH: attached });
    expect(content('rfc5545-group-meeting.ics').notTaken).toEqual({ CATEGORIES: 1 });
  });
});
