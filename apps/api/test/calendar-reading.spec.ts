import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@tejido/domain/error.js';
import { instancesOf, readRecurrence } from '@tejido/domain/recurrence.js';
import { CALENDAR_LIMITS, type CalendarContent } from '../src/features/calendars/calendar-content.js';
import { calendarContent } from '../src/features/calendars/calendar-meetings.js';
import { readCalendar } from '../src/features/calendars/read-calendar.js';

const HINTS = { timeZone: 'America/Guatemala', today: '2026-11-24' };
const calendar = (...events: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', ...events, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const read = (...events: string[]): CalendarContent => calendarContent(calendar(...events), CALENDAR_LIMITS, HINTS);
const inThread = (text: string, limits = {}) => readCalendar(Buffer.from(text), HINTS, limits);
const refusal = async (reading: Promise<unknown>) => reading.then(() => null, (error: DomainError) => ({ code: error.code, ...error.fields[0] }));

describe('a foreign calendar', () => {
  it('is read whole in a thread of its own, in whatever encoding', async () => {
    const text = calendar(event('UID:a', 'SUMMARY:Sesión de análisis', 'DTSTART:20261201T150000Z', 'DTEND:20261201T160000Z'));
    for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), Buffer.from(text, 'latin1'), Buffer.from(`\uFEFF${text}`, 'utf16le')]) {
      expect((await readCalendar(bytes, HINTS)).meetings).toMatchObject([{ uid: 'a', title: 'Sesión de análisis', startsAt: '2026-12-01T15:00:00.000Z', timeZone: 'America/Guatemala' }]);
    }
  });

  it('is refused when it is too large, has too many events or takes too long, each with a reason', async () => {
    expect(await refusal(readCalendar(Buffer.alloc(CALENDAR_LIMITS.bytes + 1), HINTS))).toMatchObject({ code: 'TOO_LARGE', problem: 'file_too_large', values: { max: '10 MB' } });
    const crowd = calendar(...Array.from({ length: 100_000 }, (_, at) => event(`UID:${at}`, 'DTSTART:20261201T150000Z')));
    expect(await refusal(inThread(crowd))).toEqual({ code: 'UNSUPPORTED_FILE', path: 'file', problem: 'too_many', values: { reason: 'too_many', count: 100_000, max: 2000 } });
    expect(await refusal(inThread(calendar(event('UID:a', 'DTSTART:20261201T150000Z')), { milliseconds: 0 }))).toMatchObject({ problem: 'file_unreadable', values: { reason: 'too_complex' } });
    for (const text of ['', 'Hola', '<html></html>', '%PDF-1.7']) expect(await refusal(inThread(text))).toMatchObject({ code: 'UNSUPPORTED_FILE', values: { reason: 'no_calendar' } });
  });

  it('is stopped when it exhausts its memory', async () => {
    const bomb = calendar(event('UID:a', 'DTSTART:20261201T150000Z', `DESCRIPTION:${'x'.repeat(9_000_000)}`));
    expect(await refusal(inThread(bomb, { heapMegabytes: 4 }))).toMatchObject({ problem: 'file_unreadable', values: { reason: 'too_complex' } });
  });

  it('says what it leaves out and reads the rest', () => {
    const { meetings, leftOut, notices } = read(
      event('UID:good', 'SUMMARY:Buena', 'DTSTART:20261201T150000Z'),
      event('UID:nostart', 'SUMMARY:Sin inicio'),
      event('UID:bad', 'SUMMARY:Mal día', 'DTSTART:20260231T150000Z'),
      event('UID:zone', 'SUMMARY:Zona', 'DTSTART;TZID=Luna/Mar:20261201T150000'),
      event('UID:back', 'SUMMARY:Al revés', 'DTSTART:20261201T150000Z', 'DTEND:20261201T140000Z'),
      event('UID:sec', 'SUMMARY:Cada segundo', 'DTSTART:20261201T150000Z', 'RRULE:FREQ=SECONDLY;COUNT=86400'),
      event('UID:rule', 'SUMMARY:Regla rota', 'DTSTART:20261201T150000Z', 'RRULE:FREQ=SOMETIMES'),
      event('UID:line', 'SUMMARY:Línea rota', 'esto no es una propiedad', 'DTSTART:20261202T150000Z'),
      'BEGIN:VTODO\r\nSUMMARY:Tarea\r\nEND:VTODO',
      'BEGIN:VEVENT\r\nUID:cut\r\nSUMMARY:Cortada\r\nDTSTART:20261201T150000Z',
    );
    expect(meetings.map(({ title }) => title)).toEqual(['Buena', 'Línea rota']);
    expect(leftOut.map(({ title, reason }) => `${title}: ${reason}`).sort()).toEqual(['Al revés: end_before_start', 'Cada segundo: repeats_too_often', 'Cortada: cut_off', 'Mal día: unreadable_time',
      'Regla rota: unreadable_rule', 'Sin inicio: no_start', 'Tarea: not_an_event', 'Zona: unknown_zone']);
    expect(leftOut.every(({ line }) => line > 3)).toBe(true);
    expect(notices.map(({ notice, values }) => `${notice}: ${values?.['text']}`)).toEqual(['unreadable_line: RRULE:FREQ=SOMETIMES', 'unreadable_line: esto no es una propiedad']);
  });

  it('bounds a rule that goes on for ever, and one with too many meetings', () => {
    const { meetings, notices } = read(event('UID:daily', 'SUMMARY:Diaria', 'DTSTART:20200101T150000Z', 'RRULE:FREQ=DAILY'), event('UID:many', 'SUMMARY:Muchas', 'DTSTART:20260101T150000Z', 'RRULE:FREQ=DAILY;COUNT=900'));
    expect(meetings.filter(({ uid }) => uid === 'many')).toHaveLength(CALENDAR_LIMITS.instances);
    const daily = meetings.filter(({ uid }) => uid === 'daily').map(({ startsAt }) => startsAt.slice(0, 10));
    expect([daily[0], daily.length]).toEqual(['2025-11-23', CALENDAR_LIMITS.instances]);
    expect(notices.map(({ notice }) => notice)).toEqual(['older_instances', 'rule_bounded', 'rule_bounded']);
  });

  it('reads a meeting at the same time of its place in summer and winter', () => {
    const { meetings } = read(event('UID:z', 'DTSTART;TZID=Romance Standard Time:20261001T100000', 'DTEND;TZID=Romance Standard Time:20261001T110000', 'RRULE:FREQ=MONTHLY;COUNT=2'));
    expect(meetings.map(({ startsAt, timeZone }) => `${startsAt} ${timeZone}`)).toEqual(['2026-10-01T08:00:00.000Z Europe/Paris', '2026-11-01T09:00:00.000Z Europe/Paris']);
  });

  it('takes what is cancelled for cancelled: by its state, by the method, one instance alone', () => {
    const cancelled = (text: string) => calendarContent(text, CALENDAR_LIMITS, HINTS).meetings.map((each) => each.cancelled);
    expect(cancelled(calendar(event('UID:a', 'DTSTART:20261201T150000Z', 'STATUS:CANCELLED')))).toEqual([true]);
    expect(cancelled(calendar('METHOD:CANCEL', event('UID:a', 'DTSTART:20261201T150000Z')))).toEqual([true]);
    expect(cancelled(calendar(event('UID:a', 'DTSTART:20261201T150000Z', 'RRULE:FREQ=DAILY;COUNT=3'), event('UID:a', 'DTSTART:20261202T150000Z', 'RECURRENCE-ID:20261202T150000Z', 'STATUS:CANCELLED')))).toEqual([false, true, false]);
  });

  it('takes nobody for attending who only answers', () => {
    const { meetings, leftOut } = read('METHOD:REPLY', event('UID:a', 'SUMMARY:Respuesta', 'DTSTART:20261201T150000Z', 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@x.example'));
    expect([meetings, leftOut.map(({ reason }) => reason)]).toEqual([[], ['reply']]);
  });

  it('sees an online meeting in its links, of Zoom, Teams and Meet', () => {
    const online = (...lines: string[]) => read(event('UID:a', 'DTSTART:20261201T150000Z', ...lines)).meetings[0]!.virtual;
    expect(online('LOCATION:https://us02web.zoom.us/j/123')).toBe(true);
    expect(online('DESCRIPTION:Únase: https://teams.microsoft.com/l/meetup-join/1')).toBe(true);
    expect(online('X-GOOGLE-CONFERENCE:https://meet.google.com/abc')).toBe(true);
    expect(online('LOCATION:Hotel Camino Real')).toBe(false);
  });

  it('works series out as our own do', () => {
    for (const [rule, first] of [['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=9', '2026-12-01'], ['FREQ=MONTHLY;COUNT=6', '2026-12-31'], ['FREQ=MONTHLY;BYDAY=-1FR;COUNT=7', '2026-12-25'], ['FREQ=MONTHLY;BYDAY=2TU;UNTIL=20270630', '2026-12-08'],
      ['FREQ=YEARLY;COUNT=2', '2026-12-01'], ['FREQ=WEEKLY;UNTIL=20270301', '2026-12-01']] as const) {
      const own = readRecurrence('', rule, `${first}T15:00:00`);
      if ('problems' in own) throw new Error(JSON.stringify(own.problems));
      const { meetings } = read(event('UID:a', `DTSTART:${first.replaceAll('-', '')}T150000Z`, `RRULE:${rule}`));
      expect(instancesOf(own.recurrence, `${first}T15:00:00`)).toEqual(meetings.map(({ startsAt }) => startsAt.slice(0, 19)));
    }
  });
});
