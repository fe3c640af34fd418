import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Registry } from './support/harness.js';

const MEETING = 'id version startsAt endsAt title state sequence series { id startsAt state moved } agenda { title } attendees { organisation { name } } commitments { text }';
const LOG = `mutation ($input: MeetingInput!) { logMeeting(input: $input) { ${MEETING} } }`;
const AMEND = `mutation ($id: ID!, $version: Int!, $input: MeetingInput!, $scope: SeriesScope!) { amendMeeting(id: $id, version: $version, input: $input, scope: $scope) { ${MEETING} } }`;
const CANCEL = `mutation ($id: ID!, $version: Int!, $scope: SeriesScope!) { cancelMeeting(id: $id, version: $version, scope: $scope) { ${MEETING} } }`;
const READ = `query ($id: ID!) { meeting(id: $id) { ${MEETING} } }`;

let registry: Registry;
let secretariat: Asker;
let oim: string;

beforeAll(async () => {
  registry = await openRegistry();
  registry.travelTo('2026-11-24');
  secretariat = await registry.as('secretariat');
  oim = await registry.organisation({ name: 'OIM' });
});
afterAll(() => registry.close());

const GIVEN = { title: 'Coordinación', kind: 'bilateral', startsAt: '2090-10-05T15:00:00Z', endsAt: '2090-10-05T16:00:00Z', timeZone: 'America/Guatemala', repeats: 'FREQ=WEEKLY;COUNT=4' };
const plan = async (input: object = {}) => (await secretariat.get(LOG, { input: { ...GIVEN, ...input } })).logMeeting;
const read = async (id: string) => (await secretariat.get(READ, { id })).meeting;
const refused = async (repeats: string) => (await secretariat.ask(LOG, { input: { ...GIVEN, repeats } })).errors?.[0]?.extensions.fields;
const days = ({ series }: any) => series.map((each: any) => `${each.startsAt.slice(0, 16)} ${each.state}${each.moved ? ' moved' : ''}`);

describe('a series', () => {
  it('becomes meetings of their own with the same guests and agenda; what was promised is promised once', async () => {
    const first = await plan({ attendees: [{ organisationId: oim }], agenda: [{ title: 'Avances' }], commitments: [{ text: 'Uno' }] });
    expect(days(first)).toEqual(['2090-10-05T15:00 planned', '2090-10-12T15:00 planned', '2090-10-19T15:00 planned', '2090-10-26T15:00 planned']);
    const last = await read(first.series[3].id);
    expect(last).toMatchObject({ title: 'Coordinación', endsAt: '2090-10-26T16:00:00.000Z', agenda: [{ title: 'Avances' }], attendees: [{ organisation: { name: 'OIM' } }], commitments: [] });
    expect((await plan({ repeats: null })).series).toEqual([]);
  });

  it('keeps the time of its place when clocks change', async () => {
    const { series } = await plan({ startsAt: '2026-10-22T14:00:00Z', endsAt: null, timeZone: 'Europe/Madrid', repeats: 'FREQ=WEEKLY;COUNT=2' });
    expect(series.map((each: any) => each.startsAt)).toEqual(['2026-10-22T14:00:00.000Z', '2026-10-29T15:00:00.000Z'].map((each) => expect.stringContaining(each.slice(0, 19))));
  });

  it('is refused per second and without an end, at its field', async () => {
    expect(await refused('FREQ=SECONDLY;COUNT=9')).toEqual([{ path: 'repeats', problem: 'repeats_too_often' }]);
    expect(await refused('FREQ=WEEKLY')).toEqual([{ path: 'repeats', problem: 'endless' }]);
    expect(await registry.sql('select count(*)::int as n from meeting_series where rule like $1', ['%SECONDLY%'])).toEqual([{ n: 0 }]);
  });

  it('changes one, this and those after it, or all that are planned; one that was moved by itself keeps its time', async () => {
    const first = await plan();
    const [, second, third] = first.series;
    await secretariat.get(AMEND, { id: second.id, version: 1, scope: 'ONE', input: { startsAt: '2090-10-13T18:00:00Z', endsAt: '2090-10-13T19:00:00Z' } });
    expect(days(await read(first.id))[1]).toBe('2090-10-13T18:00 planned moved');
    const at = await read(third.id);
    const later = (await secretariat.get(AMEND, { id: third.id, version: at.version, scope: 'FOLLOWING', input: { title: 'Con otro nombre', startsAt: '2090-10-20T16:00:00Z', endsAt: '2090-10-20T16:30:00Z' } })).amendMeeting;
    expect(days(later)).toEqual(['2090-10-05T15:00 planned', '2090-10-13T18:00 planned moved', '2090-10-20T16:00 planned', '2090-10-27T16:00 planned']);
    expect(await read(first.series[3].id)).toMatchObject({ title: 'Con otro nombre', endsAt: '2090-10-27T16:30:00.000Z', sequence: 1 });
    expect((await read(first.id)).title).toBe('Coordinación');
    const now = await read(first.id);
    await secretariat.get(AMEND, { id: first.id, version: now.version, scope: 'ALL', input: { startsAt: '2090-10-05T20:00:00Z', endsAt: '2090-10-05T21:00:00Z', agenda: [{ title: 'Nueva' }] } });
    const all = await read(first.id);
    expect(days(all)).toEqual(['2090-10-05T20:00 planned', '2090-10-13T18:00 planned moved', '2090-10-20T21:00 planned', '2090-10-27T21:00 planned']);
    expect((await read(second.id)).agenda).toEqual([{ title: 'Nueva' }]);
  });

  it('skips one, and ends early', async () => {
    const first = await plan();
    const [, second, third] = first.series;
    await secretariat.get(CANCEL, { id: second.id, version: 1, scope: 'ONE' });
    expect(days(await read(first.id)).map((each: string) => each.split(' ')[1])).toEqual(['planned', 'cancelled', 'planned', 'planned']);
    await secretariat.get(CANCEL, { id: third.id, version: 1, scope: 'FOLLOWING' });
    expect(days(await read(first.id)).map((each: string) => each.split(' ')[1])).toEqual(['planned', 'cancelled', 'cancelled', 'cancelled']);
  });

  it('shows nothing of its hidden meetings and changes none of them', async () => {
    const first = await plan({ country: 'HN' });
    const honduras = await registry.as('delegate', 'HN');
    await registry.sql("update meeting set visibility = 'secretariat' where id = $1", [first.series[1].id]);
    expect((await honduras.get(READ, { id: first.id })).meeting.series).toHaveLength(3);
    const { version } = await read(first.id);
    await honduras.get(AMEND, { id: first.id, version, scope: 'ALL', input: { title: 'De Honduras' } });
    expect((await read(first.series[1].id)).title).toBe('Coordinación');
    expect((await read(first.series[2].id)).title).toBe('De Honduras');
  });
});
