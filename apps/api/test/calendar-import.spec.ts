import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarPreview, CalendarReceipt } from '@tejido/domain/calendar-preview.js';
import { openRegistry, type Asker, type Registry } from './support/harness.js';
import { SAMPLES } from './imports-samples.js';

const LIST = 'query ($filter: MeetingFilter) { meetings(filter: $filter, sort: OLDEST, first: 200) { total nodes { id title startsAt endsAt state mode place notes timeZone allDay sequence version attendees { person { name } organisation { name } } } } }';

let registry: Registry;
let secretariat: Asker;
let honduras: Asker;

beforeAll(async () => {
  registry = await openRegistry();
  registry.travelTo('2026-11-24');
  [secretariat, honduras] = [await registry.as('secretariat'), await registry.as('delegate', 'HN')];
});
afterAll(() => registry.close());

const calendar = (...events: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const send = async (asker: Asker | null, path: string, body: string | Buffer, type = 'text/calendar') => {
  const response = await fetch(`${registry.url}/api/calendars/${path}`, { method: 'POST', headers: { 'content-type': type, 'x-tejido-client': 'test', ...(asker?.cookie ? { cookie: asker.cookie } : {}) }, body: body as string });
  return { status: response.status, body: (await response.json()) as any };
};
const preview = async (asker: Asker, text: string): Promise<CalendarPreview> => (await send(asker, 'preview', text)).body;
const take = async (asker: Asker, text: string, query = ''): Promise<CalendarReceipt> => (await send(asker, `import${query}`, text)).body;
const titled = async (asker: Asker, text: string) => (await asker.get(LIST, { filter: { text } })).meetings.nodes;
const statuses = ({ rows }: CalendarPreview) => rows.map(({ title, status, reason }) => [title, status, reason].filter(Boolean).join(' '));

describe('a calendar that is read', () => {
  it('shows what it would do and writes nothing, then becomes meetings, once', async () => {
    const text = calendar(event('UID:uno@outlook', 'SUMMARY:Enlace con Outlook', 'DTSTART;TZID=Central America Standard Time:20270115T100000', 'DTEND;TZID=Central America Standard Time:20270115T113000', 'LOCATION:Hotel Tegucigalpa', 'DESCRIPTION:Traer el borrador'));
    expect(statuses(await preview(secretariat, text))).toEqual(['Enlace con Outlook new']);
    expect(await titled(secretariat, 'Outlook')).toEqual([]);
    expect(await take(secretariat, text)).toMatchObject({ created: 1, changed: 0, same: 0, leftOut: 0 });
    expect(await titled(secretariat, 'Outlook')).toMatchObject([{ startsAt: '2027-01-15T16:00:00.000Z', endsAt: '2027-01-15T17:30:00.000Z', timeZone: 'America/Guatemala', state: 'planned', mode: 'in_person', place: 'Hotel Tegucigalpa', notes: 'Traer el borrador' }]);
    expect(await take(secretariat, text)).toMatchObject({ created: 0, same: 1 });
    expect(await titled(secretariat, 'Outlook')).toHaveLength(1);
  });

  it('changes what the calendar says otherwise, and leaves what was written here', async () => {
    const version = (sequence: number, start: string, title = 'Sesión cambiante') => calendar(event('UID:dos', `SUMMARY:${title}`, `DTSTART:${start}`, `SEQUENCE:${sequence}`, 'LOCATION:Aquí'));
    await take(secretariat, version(0, '20270201T150000Z'));
    const [meeting] = await titled(secretariat, 'cambiante');
    await secretariat.get('mutation ($id: ID!, $version: Int!, $input: MeetingInput!) { amendMeeting(id: $id, version: $version, input: $input) { id } }', { id: meeting.id, version: meeting.version, input: { title: 'Sesión cambiante, con nombre propio' } });
    expect((await preview(secretariat, version(1, '20270202T150000Z'))).rows).toMatchObject([{ status: 'changed', changes: ['startsAt'], meetingId: meeting.id }]);
    expect(await take(secretariat, version(1, '20270202T150000Z'))).toMatchObject({ created: 0, changed: 1 });
    expect(await titled(secretariat, 'cambiante')).toMatchObject([{ id: meeting.id, title: 'Sesión cambiante, con nombre propio', startsAt: '2027-02-02T15:00:00.000Z' }]);
    expect(statuses(await preview(secretariat, version(0, '20270201T150000Z')))).toEqual(['Sesión cambiante left_out older']);
  });

  it('cancels what the calendar cancels, one instance or the whole, and nothing that it never knew', async () => {
    const series = event('UID:tres', 'SUMMARY:Coordinación', 'DTSTART:20270301T150000Z', 'DTEND:20270301T160000Z', 'RRULE:FREQ=WEEKLY;COUNT=4');
    expect(await take(secretariat, calendar(series))).toMatchObject({ created: 4 });
    const one = calendar('METHOD:CANCEL', event('UID:tres', 'SUMMARY:Coordinación', 'DTSTART:20270308T150000Z', 'RECURRENCE-ID:20270308T150000Z', 'SEQUENCE:1'));
    expect(await take(secretariat, one)).toMatchObject({ cancelled: 1 });
    expect((await titled(secretariat, 'Coordinación')).map((each: any) => each.state)).toEqual(['planned', 'cancelled', 'planned', 'planned']);
    expect(await registry.sql("select count(distinct series_id)::int as series, count(series_at)::int as meetings from meeting where title = 'Coordinación'")).toEqual([{ series: 1, meetings: 4 }]);
    const shorter = calendar(event('UID:tres', 'SUMMARY:Coordinación', 'DTSTART:20270301T150000Z', 'DTEND:20270301T160000Z', 'RRULE:FREQ=WEEKLY;COUNT=4', 'EXDATE:20270322T150000Z', 'SEQUENCE:2'));
    expect(statuses(await preview(secretariat, shorter))).toContain('Coordinación cancelled not_in_series');
    await take(secretariat, shorter);
    const whole = calendar('METHOD:CANCEL', event('UID:tres', 'SUMMARY:Coordinación', 'DTSTART:20270301T150000Z', 'SEQUENCE:3'), event('UID:nunca', 'SUMMARY:Desconocida', 'DTSTART:20270301T150000Z'));
    const receipt = await take(secretariat, whole);
    expect((await titled(secretariat, 'Coordinación')).map((each: any) => each.state)).toEqual(['cancelled', 'cancelled', 'cancelled', 'cancelled']);
    expect(receipt).toMatchObject({ created: 0, leftOut: 1 });
  });

  it('finds who is invited by e-mail, with the organisation where they are today, and registers others only when asked', async () => {
    const oim = await registry.organisation({ name: 'Organización Internacional para las Migraciones' });
    const [person] = await registry.sql("insert into person (name, visibility) values ('Ana Solís', 'coalition') returning id");
    await registry.sql("insert into contact_point (person_id, kind, value, label) values ($1, 'email', 'Ana.Solis@OIM.example', '')", [person!.id]);
    await registry.sql("insert into affiliation (person_id, organisation_id, post, from_day) values ($1, $2, 'Directora', '2020-01-01')", [person!.id, oim]);
    const [hidden] = await registry.sql("insert into person (name, visibility) values ('Agente reservado', 'secretariat') returning id");
    await registry.sql("insert into contact_point (person_id, kind, value, label) values ($1, 'email', 'reservado@x.example', '')", [hidden!.id]);
    const text = calendar(event('UID:cuatro', 'SUMMARY:Con invitados', 'DTSTART:20270401T150000Z', 'ORGANIZER;CN=Ana Solis:mailto:ana.solis@oim.example', 'ATTENDEE;CN=Luis Mejía:mailto:luis@nuevo.example',
      'ATTENDEE:mailto:sinnombre@x.example', 'ATTENDEE;CUTYPE=ROOM;CN=Sala 1:mailto:sala@x.example', 'ATTENDEE;CN=Reservado:mailto:reservado@x.example'));
    const guests = (await preview(honduras, text)).rows[0]!.guests;
    expect(guests).toEqual([
      { email: 'ana.solis@oim.example', name: 'Ana Solís', found: 'person', organisation: 'Organización Internacional para las Migraciones' },
      { email: 'luis@nuevo.example', name: 'Luis Mejía', found: null, organisation: null }, { email: 'sinnombre@x.example', name: '', found: null, organisation: null },
      { email: 'reservado@x.example', name: 'Reservado', found: null, organisation: null }]);
    expect(await take(secretariat, text)).toMatchObject({ created: 1, registered: 0 });
    expect((await titled(secretariat, 'invitados'))[0].attendees).toEqual([{ person: { name: 'Ana Solís' }, organisation: { name: 'Organización Internacional para las Migraciones' } }, { person: { name: 'Agente reservado' }, organisation: null }]);
    const again = text.replace('UID:cuatro', 'UID:cuatro-bis').replace('Con invitados', 'Con registrados');
    expect(await take(secretariat, again, '?register=1')).toMatchObject({ created: 1, registered: 1 });
    expect((await titled(secretariat, 'registrados'))[0].attendees.map((each: any) => each.person?.name).sort()).toEqual(['Agente reservado', 'Ana Solís', 'Luis Mejía']);
  });

  it('belongs to whoever read it: another country knows nothing of it and may read the same invitation', async () => {
    const text = calendar(event('UID:cinco', 'SUMMARY:Reservada del país', 'DTSTART:20270501T150000Z'));
    expect(await take(honduras, text, '?visibility=country')).toMatchObject({ created: 1 });
    const guatemala = await registry.as('delegate', 'GT');
    expect(statuses(await preview(guatemala, text))).toEqual(['Reservada del país new']);
    expect(statuses(await preview(honduras, text))).toEqual(['Reservada del país same']);
    await take(secretariat, calendar(event('UID:seis', 'SUMMARY:De la secretaría', 'DTSTART:20270501T150000Z')));
    expect(statuses(await preview(honduras, calendar(event('UID:seis', 'SUMMARY:Otro nombre', 'DTSTART:20270501T150000Z', 'SEQUENCE:1'))))).toEqual(['Otro nombre left_out not_yours']);
  });

  it('takes nothing out of the trash and renames nothing that was approved', async () => {
    await take(secretariat, calendar(event('UID:siete', 'SUMMARY:Tirada', 'DTSTART:20270501T150000Z'), event('UID:ocho', 'SUMMARY:Aprobada', 'DTSTART:20260501T150000Z')));
    await registry.sql("update meeting set archived_at = now() where title = 'Tirada'");
    await registry.sql("insert into minutes (meeting_id) select id from meeting where title = 'Aprobada'");
    await registry.sql("insert into minutes_version (meeting_id, number, content, content_hash, approved_on) select id, 1, 'x', encode(sha256('x'), 'hex'), '2026-06-01' from meeting where title = 'Aprobada'");
    await registry.sql("update minutes set state = 'approved', circulated_on = '2026-05-20', observations_until = '2026-05-27', approved_on = '2026-06-01', content_hash = encode(sha256('x'), 'hex')");
    const text = calendar(event('UID:siete', 'SUMMARY:Tirada dos', 'DTSTART:20270502T150000Z', 'SEQUENCE:1'), event('UID:ocho', 'SUMMARY:Aprobada dos', 'DTSTART:20260501T150000Z', 'SEQUENCE:1'));
    expect(statuses(await preview(secretariat, text)).sort()).toEqual(['Aprobada dos left_out minutes_approved', 'Tirada dos left_out in_trash']);
  });

  it('is refused to strangers and observers, and as something that it is not', async () => {
    const text = calendar(event('UID:x', 'DTSTART:20270501T150000Z'));
    expect((await send(null, 'preview', text)).status).toBe(401);
    expect((await send(await registry.as('observer'), 'import', text)).status).toBe(403);
    expect(await send(secretariat, 'preview', 'no es un calendario')).toMatchObject({ status: 415, body: { errors: [{ extensions: { code: 'UNSUPPORTED_FILE', fields: [{ path: 'file', problem: 'file_unreadable', values: { reason: 'no_calendar' } }] } }] } });
    expect((await send(secretariat, 'preview', Buffer.alloc(11 * 1024 * 1024, 65))).status).toBe(413);
    expect((await send(secretariat, 'preview', JSON.stringify({}), 'application/json')).status).toBe(422);
    expect((await send(secretariat, 'import?kind=nada', text)).body.errors[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ path: 'kind' }] });
  });

  (SAMPLES ? it : it.skip)('becomes meetings out of every sample, and nothing new the second time', async () => {
    for (const name of ['exchange-cdo-recurring', 'exchange-custom-tz', 'exchange-rrule-until-utc', 'google-biweekly-exdate-until', 'google-recurrence-order', 'itip-classify', 'mozilla-estonia-holidays', 'outlook12-ms-tzid', 'rfc5545-group-meeting']) {
      const text = readFileSync(join(SAMPLES!, 'calendars', `${name}.ics`), 'utf8');
      const { rows } = await preview(secretariat, text);
      expect(await take(secretariat, text)).toMatchObject({ created: rows.length, changed: 0, cancelled: 0 });
      expect(await take(secretariat, text)).toMatchObject({ created: 0, same: rows.length });
    }
  });
});
