import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import JSZip from 'jszip';
import { Clock } from '../src/platform/clock.js';
import { openRegistry, type Asker, type Registry } from './support/harness.js';

const SETTINGS = 'acronym name { es en } officialSince timeZone version memberships { id country fromDay toDay }';
const READ = `{ coalitionSettings { ${SETTINGS} } session { coalition { acronym members timeZone } } }`;
const AMEND = `mutation ($version: Int!, $input: CoalitionInput!) { amendCoalition(version: $version, input: $input) { ${SETTINGS} } }`;

let registry: Registry;
let admin: Asker;

beforeAll(async () => {
  registry = await openRegistry();
  admin = await registry.as('admin');
});
afterAll(() => registry.close());

const read = async () => (await admin.get(READ)).coalitionSettings;
const refusal = async (asker: Asker, input: object, version?: number) => (await asker.ask(AMEND, { version: version ?? (await read()).version, input })).errors?.[0]?.extensions;

it('changes what the coalition is called and where its days are counted', async () => {
  const before = await read();
  const { amendCoalition } = await admin.get(AMEND, { version: before.version, input: { acronym: 'CORETT+', nameEn: 'Regional Coalition', officialSince: null, timeZone: 'America/Tegucigalpa' } });
  expect(amendCoalition).toMatchObject({ acronym: 'CORETT+', name: { es: before.name.es, en: 'Regional Coalition' }, officialSince: null, timeZone: 'America/Tegucigalpa', memberships: before.memberships });
  expect((await admin.get(READ)).session.coalition).toMatchObject({ acronym: 'CORETT+', timeZone: 'America/Tegucigalpa' });
  expect(registry.app.get(Clock).today()).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect((await refusal(admin, { acronym: 'Tarde' }, before.version))?.code).toBe('CONFLICT_STALE');
});

it('has the members of the coalition\'s today, whatever day it is in UTC', async () => {
  await registry.sql("insert into membership (country, member_from) values ('EC', '2031-05-02')");
  const members = async (day: string) => {
    registry.travelTo(day);
    return (await admin.get(READ)).session.coalition.members as string[];
  };
  expect(await members('2031-05-01')).not.toContain('EC');
  expect(await members('2031-05-02')).toContain('EC');
  jest.restoreAllMocks();
});

it('lets a country accede and leave; on the last day it is no longer a member', async () => {
  const { version, memberships } = await read();
  const [first, ...rest] = memberships;
  const { amendCoalition } = await admin.get(AMEND, { version, input: { memberships: [{ ...first, toDay: '2026-01-01' }, ...rest, { country: 'CO', fromDay: '2026-01-01' }] } });
  expect(amendCoalition.memberships).toContainEqual({ ...first, toDay: '2026-01-01' });
  expect(amendCoalition.memberships).toContainEqual({ id: expect.any(String), country: 'CO', fromDay: '2026-01-01', toDay: null });
  const { members } = (await admin.get(READ)).session.coalition;
  expect(members).toContain('CO');
  expect(members).not.toContain(first.country);
});

it('says what is wrong next to the field', async () => {
  const { memberships } = await read();
  expect((await refusal(admin, { acronym: ' ', timeZone: 'Mars/Olympus', officialSince: 12 }))?.fields).toMatchObject([
    { path: 'acronym', problem: 'required' }, { path: 'officialSince', problem: 'number_out_of_range' }, { path: 'timeZone', problem: 'not_a_choice' }]);
  const open = memberships.find((each: { toDay: string | null }) => each.toDay === null);
  expect((await refusal(admin, { memberships: [...memberships, { country: open.country, fromDay: '2026-02-01' }] }))?.fields).toEqual([{ path: `memberships.${memberships.length}.country`, problem: 'overlapping' }]);
  expect((await refusal(admin, { memberships: [{ country: 'PE', fromDay: '2026-02-01', toDay: '2026-02-01' }] }))?.fields).toMatchObject([{ path: 'memberships.0.toDay', problem: 'end_before_start' }]);
  expect((await refusal(admin, { memberships: [{ country: 'ZZ', fromDay: '2026-02-01' }] }))?.code).toBe('INVALID');
  expect((await read()).memberships).toEqual(memberships);
});

it('is refused to everybody but administrators', async () => {
  for (const asker of [await registry.as('secretariat'), await registry.as('presidency'), await registry.as('delegate', 'HN'), await registry.as('observer')]) {
    expect((await refusal(asker, { acronym: 'X' }))?.code).toBe('FORBIDDEN');
    expect((await asker.ask('{ coalitionSettings { acronym } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }
  expect((await refusal(await registry.as('public'), { acronym: 'X' }))?.code).toBe('NOT_SIGNED_IN');
});

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

it('keeps address and picture of the letterhead, and sets them into documents', async () => {
  const keep = `mutation ($version: Int!, $input: CoalitionInput!) { amendCoalition(version: $version, input: $input) { addressLine logo version } }`;
  const { version } = await read();
  const { amendCoalition } = await admin.get(keep, { version, input: { addressLine: ' Calle 1 ', logo: PIXEL } });
  expect(amendCoalition).toMatchObject({ addressLine: 'Calle 1', logo: `data:image/png;base64,${PIXEL}` });
  const { logMeeting } = await admin.get('mutation { logMeeting(input: { title: "Con membrete", kind: "bilateral", startsAt: "2026-11-20T15:00:00Z", timeZone: "UTC" }) { id } }');
  await admin.get('mutation ($id: ID!) { startMinutes(meetingId: $id) { id } }', { id: logMeeting.id });
  const bytesOf = async (kind: string) => Buffer.from(await (await fetch(`${registry.url}/api/meetings/${logMeeting.id}/minutes.${kind}`, { headers: { cookie: admin.cookie } })).arrayBuffer());
  expect((await bytesOf('pdf')).includes('/Subtype /Image')).toBe(true);
  const docx = await JSZip.loadAsync(await bytesOf('docx'));
  expect(Object.keys(docx.files).some((name) => name.startsWith('word/media/'))).toBe(true);
  expect(await docx.file(/word\/header\d\.xml/)[0]!.async('string')).toContain('Calle 1');
  for (const [logo, problem] of [['PHN2Zz48L3N2Zz4=', 'file_type_mismatch'], ['A'.repeat(300_000), 'file_too_large']] as const) expect((await refusal(admin, { logo }))?.fields).toMatchObject([{ path: 'logo', problem }]);
  expect((await admin.get(keep, { version: amendCoalition.version, input: { logo: null } })).amendCoalition.logo).toBeNull();
});

it('keeps the colours and the cover of the brand, and sets the colour into the letterhead', async () => {
  const keep = 'mutation ($version: Int!, $input: CoalitionInput!) { amendCoalition(version: $version, input: $input) { cover primaryColour accentColour version } }';
  const before = (await admin.get('{ coalitionSettings { cover primaryColour accentColour version } }')).coalitionSettings;
  expect(before).toMatchObject({ cover: null, primaryColour: '#3751b2', accentColour: '#b84a14' });
  const { amendCoalition } = await admin.get(keep, { version: before.version, input: { primaryColour: '#0F766E', accentColour: '#ffd500', cover: PIXEL } });
  expect(amendCoalition).toMatchObject({ cover: `data:image/png;base64,${PIXEL}`, primaryColour: '#0f766e', accentColour: '#ffd500' });
  const { logMeeting } = await admin.get('mutation { logMeeting(input: { title: "De color", kind: "bilateral", startsAt: "2026-11-21T15:00:00Z", timeZone: "UTC" }) { id } }');
  await admin.get('mutation ($id: ID!) { startMinutes(meetingId: $id) { id } }', { id: logMeeting.id });
  const asked = async () => Buffer.from(await (await fetch(`${registry.url}/api/meetings/${logMeeting.id}/minutes.docx?language=en`, { headers: { cookie: admin.cookie } })).arrayBuffer());
  const docx = await asked();
  expect(await (await JSZip.loadAsync(docx)).file(/word\/header\d\.xml/)[0]!.async('string')).toContain('0F766E');
  expect((await asked()).equals(docx)).toBe(true);
  for (const primaryColour of ['red', '#12345', '#12345g', 'url(#x)', '']) expect((await refusal(admin, { primaryColour }))?.fields).toEqual([{ path: 'primaryColour', problem: 'not_a_colour' }]);
  expect((await refusal(admin, { cover: 'A'.repeat(700_000) }))?.fields).toEqual([{ path: 'cover', problem: 'file_too_large', values: { max: '450 kB' } }]);
  expect((await admin.get(keep, { version: amendCoalition.version, input: { cover: null } })).amendCoalition).toMatchObject({ cover: null, accentColour: '#ffd500' });
});
