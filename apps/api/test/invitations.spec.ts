import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { openRegistry, type Asker, type Registry } from './support/harness.js';

const LOG = 'mutation ($input: MeetingInput!) { logMeeting(input: $input) { id version } }';
const AMEND = 'mutation ($id: ID!, $version: Int!, $input: MeetingInput!) { amendMeeting(id: $id, version: $version, input: $input) { version } }';
const CANCEL = 'mutation ($id: ID!, $version: Int!) { cancelMeeting(id: $id, version: $version) { version } }';
const PROSPECT = 'query ($id: ID!) { invitation(id: $id) { sequence cancels invitees { key name email sentSequence } } }';
const SEND = 'mutation ($id: ID!, $to: [String!]!) { sendInvitations(meetingId: $id, to: $to) }';
const RENEW = 'mutation { renewCalendarAddress { since address } }';

let registry: Registry;
let secretariat: Asker;
let oim: string;
let ana: string;

beforeAll(async () => {
  registry = await openRegistry();
  registry.travelTo('2026-11-24');
  secretariat = await registry.as('secretariat');
  oim = await registry.organisation({ name: 'Organización Internacional para las Migraciones' });
  ana = (await registry.sql("insert into person (name, visibility) values ('Ana Solís', 'coalition') returning id"))[0]!.id;
  await registry.sql("insert into contact_point (person_id, kind, value, label) values ($1, 'email', 'ana@oim.example', '')", [ana]);
});
afterAll(() => registry.close());

const plan = async (asker: Asker, input: object = {}): Promise<{ id: string; version: number }> =>
  (await asker.get(LOG, { input: { title: 'Enlace, con comas; y más', kind: 'bilateral', startsAt: '2027-01-20T16:00:00Z', endsAt: '2027-01-20T17:30:00Z', timeZone: 'America/Tegucigalpa', place: 'Tegucigalpa',
    agenda: [{ title: 'Apertura', minutes: 10 }, { title: 'Varios' }], attendees: [{ personId: ana, organisationId: oim }, { personName: 'Sin Correo' }], ...input } })).logMeeting;
const fetched = async (path: string, asker?: Asker) => fetch(registry.url + path, { headers: asker?.cookie ? { cookie: asker.cookie } : {} });
const eventIn = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  const [event] = calendar.getAllSubcomponents('vevent');
  return { method: calendar.getFirstPropertyValue('method'), value: (name: string) => String(event?.getFirstPropertyValue(name)), all: (name: string) => (event?.getAllProperties(name) ?? []).map((each) => String(each.getFirstValue()).toLowerCase()) };
};
const invitation = async (asker: Asker, id: string) => eventIn(await (await fetched(`/api/meetings/${id}/invitation.ics`, asker)).text());

describe('the invitation of a meeting as a file', () => {
  it('is a request in UTC that names who is invited and what will be talked about', async () => {
    const { id } = await plan(secretariat);
    const response = await fetched(`/api/meetings/${id}/invitation.ics`, secretariat);
    expect([response.status, response.headers.get('content-type'), response.headers.get('x-content-type-options')]).toEqual([200, 'text/calendar; charset=utf-8', 'nosniff']);
    const text = await response.text();
    expect(text).toContain('\r\nDTSTART:20270120T160000Z\r\n');
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const event = eventIn(text);
    expect(event.method).toBe('REQUEST');
    expect([event.value('uid'), event.value('sequence'), event.value('status'), event.value('summary')]).toEqual([`${id}@tejido`, '0', 'CONFIRMED', 'Enlace, con comas; y más']);
    expect(event.value('description')).toBe('1. Apertura (10 min)\n2. Varios');
    expect(event.all('attendee')).toEqual(['mailto:ana@oim.example']);
    expect(event.all('organizer')[0]).toMatch(/^mailto:secretariat/);
  });

  it('keeps its identifier, raises its number when it is moved, and strikes itself out when it is cancelled', async () => {
    const { id, version } = await plan(secretariat);
    await secretariat.get(AMEND, { id, version, input: { title: 'Otro asunto' } });
    expect((await invitation(secretariat, id)).value('sequence')).toBe('0');
    await secretariat.get(AMEND, { id, version: version + 1, input: { startsAt: '2027-01-21T16:00:00Z', endsAt: '2027-01-21T17:30:00Z' } });
    expect([(await invitation(secretariat, id)).value('uid'), (await invitation(secretariat, id)).value('sequence')]).toEqual([`${id}@tejido`, '1']);
    await secretariat.get(CANCEL, { id, version: version + 2 });
    const off = await invitation(secretariat, id);
    expect([off.method, off.value('status'), off.value('sequence'), off.value('uid')]).toEqual(['CANCEL', 'CANCELLED', '2', `${id}@tejido`]);
  });

  it('is nothing for whoever may not see the meeting, and hides addresses from observers', async () => {
    const { id } = await plan(secretariat, { visibility: 'secretariat' });
    const honduras = await registry.as('delegate', 'HN');
    expect((await fetched(`/api/meetings/${id}/invitation.ics`, honduras)).status).toBe(404);
    expect((await fetched('/api/meetings/nada/invitation.ics', honduras)).status).toBe(404);
    const open = await plan(secretariat);
    expect((await invitation(await registry.as('observer'), open.id)).all('attendee')).toEqual([]);
    expect(await (await fetched(`/api/meetings/${id}/invitation.ics`)).text()).not.toContain('Enlace');
  });

  it('keeps the identifier of the calendar that it came from', async () => {
    const text = 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:ajeno@outlook\r\nSUMMARY:Traída\r\nDTSTART:20270110T150000Z\r\nSEQUENCE:4\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
    const response = await fetch(`${registry.url}/api/calendars/import`, { method: 'POST', headers: { 'content-type': 'text/calendar', 'x-tejido-client': 'test', cookie: secretariat.cookie }, body: text });
    const { ids } = (await response.json()) as { ids: string[] };
    const event = await invitation(secretariat, ids[0]!);
    expect([event.value('uid'), event.value('sequence')]).toEqual(['ajeno@outlook', '4']);
  });
});

describe('invitations by mail', () => {
  const mails = (id: string) => registry.sql("select m.to_email, m.subject, m.body_text, convert_from(a.content, 'UTF8') as ics, a.media_type from outbox_mail m join outbox_attachment a on a.mail_id = m.id where m.once_key like $1 order by m.once_key", [`invitation ${id} %`]);

  it('are sent to nobody by planning, moving or cancelling', async () => {
    const { id, version } = await plan(secretariat);
    await secretariat.get(CANCEL, { id, version });
    expect(await registry.sql("select 1 from outbox_mail where kind = 'invitation'")).toEqual([]);
  });

  it('show to whom they would go and who has no address, go once a version, and say what changed', async () => {
    const { id, version } = await plan(secretariat);
    const before = (await secretariat.get(PROSPECT, { id })).invitation;
    expect(before).toEqual({ sequence: 0, cancels: false, invitees: [
      { key: `person ${ana}`, name: 'Ana Solís', email: 'ana@oim.example', sentSequence: null }, expect.objectContaining({ name: 'Sin Correo', email: null })] });
    expect((await secretariat.get(SEND, { id, to: [`person ${ana}`] })).sendInvitations).toBe(1);
    expect((await secretariat.get(SEND, { id, to: [`person ${ana}`] })).sendInvitations).toBe(0);
    expect(await mails(id)).toMatchObject([{ to_email: 'ana@oim.example', subject: 'Invitación: Enlace, con comas; y más', media_type: 'text/calendar; charset=utf-8; method=REQUEST', ics: expect.stringContaining('METHOD:REQUEST') }]);
    await secretariat.get(AMEND, { id, version, input: { place: 'Comayagua' } });
    expect((await secretariat.get(PROSPECT, { id })).invitation).toMatchObject({ sequence: 1, invitees: [{ sentSequence: 0 }, { sentSequence: null }] });
    expect((await secretariat.get(SEND, { id, to: [`person ${ana}`] })).sendInvitations).toBe(1);
    await secretariat.get(CANCEL, { id, version: version + 1 });
    await secretariat.get(SEND, { id, to: [`person ${ana}`] });
    expect((await mails(id)).map(({ subject }) => subject.split(':')[0])).toEqual(['Invitación', 'Cambio', 'Cancelada']);
    expect((await mails(id))[2]!.ics).toContain('METHOD:CANCEL');
  });

  it('go to nobody who is not invited or cannot be reached, and are sent by nobody who may not change the meeting', async () => {
    const { id } = await plan(secretariat);
    const refusal = async (asker: Asker, to: string[]) => (await asker.ask(SEND, { id, to })).errors?.[0]?.extensions;
    expect(await refusal(secretariat, ['person 00000000-0000-4000-8000-000000000000'])).toMatchObject({ code: 'INVALID', fields: [{ path: 'to.0', problem: 'unknown_record' }] });
    const mailless = (await secretariat.get(PROSPECT, { id })).invitation.invitees.find((each: any) => each.email === null).key;
    expect((await refusal(secretariat, [`person ${ana}`, mailless]))?.fields).toEqual([{ path: 'to.1', problem: 'unknown_record' }]);
    expect((await refusal(await registry.as('delegate', 'HN'), [`person ${ana}`]))?.code).toBe('FORBIDDEN');
    expect(await mails(id)).toEqual([]);
  });
});

describe('a calendar to subscribe to', () => {
  const path = (address: string) => new URL(address).pathname;

  it('shows what its owner may see, without signing in', async () => {
    const honduras = await registry.as('delegate', 'HN');
    await plan(secretariat, { title: 'Vista por todos' });
    await plan(secretariat, { title: 'Solo secretaría', visibility: 'secretariat' });
    await plan(secretariat, { title: 'De Guatemala', visibility: 'country', country: 'GT' });
    const { id, version } = await plan(secretariat, { title: 'Anulada' });
    await secretariat.get(CANCEL, { id, version });
    expect((await honduras.get('{ calendarAddress { since } }')).calendarAddress).toBeNull();
    const { address } = (await honduras.get(RENEW)).renewCalendarAddress;
    const response = await fetched(path(address));
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const text = await response.text();
    expect(['Vista por todos', 'Solo secretaría', 'De Guatemala', 'Anulada'].map((title) => text.includes(title))).toEqual([true, false, false, true]);
    expect(text).toMatch(/METHOD:PUBLISH[^]*STATUS:CANCELLED/);
    expect(text).not.toContain('ATTENDEE');
    // The owner's right today counts, not a cookie's.
    expect(await (await fetched(path(address), secretariat)).text()).not.toContain('Solo secretaría');
  });

  it('leads nowhere after it was renewed, revoked, or its owner was disabled', async () => {
    const asker = await registry.as('secretariat');
    const renew = async () => path((await asker.get(RENEW)).renewCalendarAddress.address);
    const first = await renew();
    const second = await renew();
    expect([(await fetched(first)).status, (await fetched(second)).status]).toEqual([404, 200]);
    expect((await asker.get('{ calendarAddress { address } }')).calendarAddress).toEqual({ address: null });
    await asker.get('mutation { revokeCalendarAddress }');
    expect((await fetched(second)).status).toBe(404);
    const third = await renew();
    await registry.sql('update user_account set disabled_at = now() where id = $1', [asker.userId]);
    expect((await fetched(third)).status).toBe(404);
    expect((await (await registry.as('public')).ask(RENEW)).errors?.[0]?.extensions.code).toBe('NOT_SIGNED_IN');
  });
});
