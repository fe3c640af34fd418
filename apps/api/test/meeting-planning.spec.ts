import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Registry } from './support/harness.js';

const MEETING = 'id version state cancelledOn cancelledReason sequence agenda { id title minutes ownerOrganisation { name } ownerPerson { name } ownerUser ownerUserId }';
const LOG = `mutation ($input: MeetingInput!) { logMeeting(input: $input) { ${MEETING} } }`;
const AMEND = `mutation ($id: ID!, $version: Int!, $input: MeetingInput!) { amendMeeting(id: $id, version: $version, input: $input) { ${MEETING} } }`;
const CANCEL = `mutation ($id: ID!, $version: Int!, $reason: String!) { cancelMeeting(id: $id, version: $version, reason: $reason) { ${MEETING} } }`;
const REINSTATE = `mutation ($id: ID!, $version: Int!) { reinstateMeeting(id: $id, version: $version) { ${MEETING} } }`;
const READ = `query ($id: ID!) { meeting(id: $id) { ${MEETING} } }`;
const LIST = 'query ($filter: MeetingFilter) { meetings(filter: $filter, first: 200) { nodes { title } } }';

let registry: Registry;
let secretariat: Asker;
let honduras: Asker;
let oim: string;
let hidden: string;

beforeAll(async () => {
  registry = await openRegistry();
  registry.travelTo('2026-11-24');
  [secretariat, honduras] = [await registry.as('secretariat'), await registry.as('delegate', 'HN')];
  oim = await registry.organisation({ name: 'Organización Internacional para las Migraciones' });
  hidden = await registry.organisation({ name: 'Mesa reservada', visibility: 'secretariat' });
});
afterAll(() => registry.close());

const plan = async (asker: Asker, input: object = {}) =>
  (await asker.get(LOG, { input: { title: 'Sesión prevista', kind: 'bilateral', startsAt: '2090-01-20T15:00:00Z', timeZone: 'America/Guatemala', ...input } })).logMeeting;
const refusal = async (asker: Asker, query: string, variables: object) => (await asker.ask(query, variables)).errors?.[0]?.extensions;

describe('an agenda', () => {
  it('has points in order, each with a time box and one owner', async () => {
    const { agenda } = await plan(secretariat, { agenda: [
      { title: ' Apertura ', minutes: 10, ownerUserId: secretariat.userId }, { title: 'Plan 2091', minutes: 45, ownerOrganisationId: oim }, { title: 'Varios' }] });
    expect(agenda).toMatchObject([
      { title: 'Apertura', minutes: 10, ownerUser: 'secretariat', ownerOrganisation: null },
      { title: 'Plan 2091', minutes: 45, ownerOrganisation: { name: 'Organización Internacional para las Migraciones' } }, { title: 'Varios', minutes: null, ownerUser: null }]);
  });

  it('keeps a point the same one when it is moved or reworded, for the minutes refer to it', async () => {
    const { id, version, agenda: [first, second] } = await plan(secretariat, { agenda: [{ title: 'Uno' }, { title: 'Dos' }] });
    const { amendMeeting } = await secretariat.get(AMEND, { id, version, input: { agenda: [{ id: second.id, title: 'Dos, mejor' }, { title: 'Tres' }, { id: first.id, title: 'Uno' }] } });
    expect(amendMeeting.agenda.map((each: any) => each.title)).toEqual(['Dos, mejor', 'Tres', 'Uno']);
    expect([amendMeeting.agenda[0].id, amendMeeting.agenda[2].id]).toEqual([second.id, first.id]);
    const shorter = (await secretariat.get(AMEND, { id, version: amendMeeting.version, input: { agenda: [{ id: first.id, title: 'Uno' }] } })).amendMeeting;
    expect(shorter.agenda.map((each: any) => each.id)).toEqual([first.id]);
  });

  it('refuses, next to the point, what is wrong with it', async () => {
    const wrong = [{ title: ' ' }, { title: 'Larga', minutes: 2000 }, { title: 'De dos', ownerOrganisationId: oim, ownerUserId: secretariat.userId }];
    const input = { title: 'x', kind: 'bilateral', startsAt: '2090-01-20T15:00:00Z', timeZone: 'America/Guatemala' };
    expect((await refusal(secretariat, LOG, { input: { ...input, agenda: wrong } }))?.fields.map((each) => `${each.path} ${each.problem}`))
      .toEqual(['agenda.0.title required', 'agenda.1.minutes number_out_of_range', 'agenda.2 ambiguous']);
    const { agenda: [foreign] } = await plan(secretariat, { agenda: [{ title: 'De otra reunión' }] });
    expect((await refusal(secretariat, LOG, { input: { ...input, agenda: [{ id: foreign.id, title: 'Robado' }] } }))?.fields).toEqual([{ path: 'agenda.0', problem: 'unknown_record' }]);
  });

  it('names no owner that the viewer may not see, and does not lose one either', async () => {
    const input = { title: 'x', kind: 'bilateral', startsAt: '2090-01-20T15:00:00Z', agenda: [{ title: 'x', ownerOrganisationId: hidden }] };
    expect((await refusal(honduras, LOG, { input }))?.fields).toEqual([{ path: 'agenda.0.ownerOrganisationId', problem: 'unknown_record' }]);
    const { id, version } = await plan(secretariat, { country: 'HN', agenda: [{ title: 'Reservado', ownerOrganisationId: hidden }] });
    const seen = (await honduras.get(READ, { id })).meeting.agenda[0];
    expect(seen).toMatchObject({ title: 'Reservado', ownerOrganisation: null });
    await honduras.get(AMEND, { id, version, input: { agenda: [{ id: seen.id, title: 'Otro nombre' }] } });
    expect((await secretariat.get(READ, { id })).meeting.agenda[0]).toMatchObject({ title: 'Otro nombre', ownerOrganisation: { name: 'Mesa reservada' } });
  });

  it('is not for strangers', async () => {
    const { id } = await plan(secretariat, { visibility: 'public', agenda: [{ title: 'Interno' }] });
    expect((await (await registry.as('public')).get(READ, { id })).meeting.agenda).toEqual([]);
  });
});

describe('the state of a meeting', () => {
  it('is planned until its end has passed, then held', async () => {
    expect((await plan(secretariat, { title: 'Por venir' })).state).toBe('planned');
    expect((await plan(secretariat, { title: 'Pasada', startsAt: '2020-01-20T15:00:00Z' })).state).toBe('held');
    expect((await plan(secretariat, { title: 'En curso', startsAt: '2020-01-20T15:00:00Z', endsAt: '2090-01-20T15:00:00Z' })).state).toBe('planned');
    const titles = async (state: string[]) => (await secretariat.get(LIST, { filter: { state } })).meetings.nodes.map((each: any) => each.title);
    expect(await titles(['held'])).toEqual(['Pasada']);
    expect(await titles(['planned', 'cancelled'])).not.toContain('Pasada');
  });

  it('is cancelled with a reason, once, and can be taken back', async () => {
    const { id, version } = await plan(secretariat);
    const { cancelMeeting: off } = await secretariat.get(CANCEL, { id, version, reason: 'Huelga' });
    expect(off).toMatchObject({ state: 'cancelled', cancelledOn: '2026-11-24', cancelledReason: 'Huelga' });
    expect((await refusal(secretariat, CANCEL, { id, version: off.version, reason: '' }))?.fields).toEqual([{ path: '', problem: 'wrong_stage' }]);
    const { reinstateMeeting: on } = await secretariat.get(REINSTATE, { id, version: off.version });
    expect(on).toMatchObject({ state: 'planned', cancelledOn: null, cancelledReason: '' });
    expect((await refusal(secretariat, REINSTATE, { id, version: on.version }))?.code).toBe('CONFLICT');
  });

  it('does not make a contact of a cancelled meeting', async () => {
    const fundacion = await registry.organisation({ name: 'Fundación' });
    const { id, version } = await plan(secretariat, { startsAt: '2026-10-01T15:00:00Z', attendees: [{ organisationId: fundacion }] });
    const contact = async () => (await secretariat.get('query ($id: ID!) { organisation(id: $id) { lastContactOn whoKnows { name } timeline(first: 5) { kind } } }', { id: fundacion })).organisation;
    expect(await contact()).toMatchObject({ lastContactOn: '2026-10-01', whoKnows: [{ name: 'secretariat' }] });
    await secretariat.get(CANCEL, { id, version, reason: '' });
    expect(await contact()).toEqual({ lastContactOn: null, whoKnows: [], timeline: [] });
  });

  it('raises the number of the invitation when time, place or state change, and only then', async () => {
    const { id, version } = await plan(secretariat);
    const sequence = async (input: object, at: number) => (await secretariat.get(AMEND, { id, version: at, input })).amendMeeting.sequence;
    expect(await sequence({ title: 'Otro título' }, version)).toBe(0);
    expect(await sequence({ startsAt: '2090-01-21T15:00:00Z' }, version + 1)).toBe(1);
    expect(await sequence({ place: 'Tegucigalpa' }, version + 2)).toBe(2);
    expect((await secretariat.get(CANCEL, { id, version: version + 3, reason: '' })).cancelMeeting.sequence).toBe(3);
  });
});
