import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Registry } from './support/harness.js';

const LOG = `mutation ($input: MeetingInput!) { logMeeting(input: $input) { id title version country visibility viewerCan
  attendees { presence person { id name } organisation { id name } } commitments { id text status ownerUser owner { id } ownerPerson { name } beneficiary { id } visibility } } }`;
const AMEND = 'mutation ($id: ID!, $version: Int!, $input: MeetingInput!) { amendMeeting(id: $id, version: $version, input: $input) { id title version attendees { organisation { name } } commitments { visibility } } }';
const LIST = 'query ($filter: MeetingFilter, $sort: MeetingSort, $first: Int, $after: String) { meetings(filter: $filter, sort: $sort, first: $first, after: $after) { total hasMore endCursor nodes { id title } facets { name values { value count } } } }';
const HISTORY = 'query ($id: ID!) { organisation(id: $id) { timeline(first: 20) { kind id day title } whoKnows { name country meetings lastMet people { name } organisation { name } } meetings(first: 5) { title } } }';

let registry: Registry;
let secretariat: Asker;
let honduras: Asker;
let oim: string;
let unodc: string;
let hidden: string;

beforeAll(async () => {
  registry = await openRegistry();
  registry.travelTo('2026-11-24');
  [secretariat, honduras] = [await registry.as('secretariat'), await registry.as('delegate', 'HN')];
  oim = await registry.organisation({ name: 'Organización Internacional para las Migraciones', acronym: 'OIM' });
  unodc = await registry.organisation({ name: 'Oficina contra la Droga y el Delito', acronym: 'UNODC' });
  hidden = await registry.organisation({ name: 'Mesa reservada', visibility: 'secretariat' });
});
afterAll(() => registry.close());

const given = (input: object = {}) => ({ title: 'Enlace regional', kind: 'bilateral', startsAt: '2026-11-20T15:00:00Z', timeZone: 'America/Guatemala', ...input });
const log = async (asker: Asker, input: object = {}) => (await asker.get(LOG, { input: given(input) })).logMeeting;
const refusal = async (asker: Asker, query: string, variables: object) => (await asker.ask(query, variables)).errors?.[0]?.extensions;
const titles = async (asker: Asker, variables: object) => (await asker.get(LIST, variables)).meetings.nodes.map((each: { title: string }) => each.title);

describe('logging a meeting', () => {
  it('registers new people and organisations and their promises in one go', async () => {
    const meeting = await log(honduras, {
      attendees: [{ organisationId: oim }, { personName: 'Julia Paz', personEmail: 'julia@red.example', personPost: 'Directora', organisationName: 'Red Nueva' }, { personName: 'Luis Mejía', organisationName: 'red nueva' }],
      commitments: [{ text: 'Enviar el convenio', dueOn: '2026-12-01' }, { text: 'Revisarlo', ownerAttendee: 1 }],
    });
    expect(meeting.country).toBe('HN');
    expect(await registry.sql("select 1 from organisation where name ilike 'red nueva'")).toHaveLength(1);
    const [ours, theirs] = meeting.commitments;
    expect(ours).toMatchObject({ ownerUser: 'delegate HN', owner: null, beneficiary: { id: oim }, status: 'open' });
    expect(theirs).toMatchObject({ ownerUser: null, beneficiary: null });
    expect(theirs.owner.id).toBe(meeting.attendees.find((each: any) => each.person?.name === 'Julia Paz').organisation.id);
    const { people } = await honduras.get('query { people(text: "julia@red.example") { nodes { name affiliations { post current } } } }');
    expect(people.nodes).toEqual([{ name: 'Julia Paz', affiliations: [{ post: 'Directora', current: true }] }]);
  });

  it('owes to whom was chosen of several partners, also to one registered on the spot', async () => {
    const { commitments, attendees } = await log(secretariat, {
      attendees: [{ organisationId: oim }, { organisationId: unodc }, { organisationName: 'Casa Alba' }],
      commitments: [{ text: 'Por defecto' }, { text: 'A la segunda', beneficiaryOrganisationId: unodc }, { text: 'A la nueva', beneficiaryAttendee: 2 }],
    });
    const fresh = attendees.find((each: any) => each.organisation.name === 'Casa Alba').organisation.id;
    expect(Object.fromEntries(commitments.map((each: any) => [each.text, each.beneficiary.id]))).toEqual({ 'Por defecto': oim, 'A la segunda': unodc, 'A la nueva': fresh });
    const nobody = (await refusal(secretariat, LOG, { input: given({ commitments: [{ text: 'x', beneficiaryAttendee: 3 }] }) }))!;
    expect(nobody.fields.map((each) => `${each.path} ${each.problem}`)).toEqual(['commitments.0.beneficiaryAttendee unknown_record']);
  });

  it('writes nothing at all when one part is wrong', async () => {
    const before = await registry.sql('select (select count(*) from meeting) m, (select count(*) from organisation) o, (select count(*) from person) p');
    const wrong = given({ title: ' ', timeZone: 'Mars/Base', endsAt: '2026-11-20T14:00:00Z', attendees: [{ organisationName: 'No llegará' }, {}], commitments: [{ text: '' }] });
    const { fields } = (await refusal(secretariat, LOG, { input: wrong }))!;
    expect(fields.map((each) => `${each.path} ${each.problem}`)).toEqual(['title required', 'timeZone not_a_choice', 'endsAt end_before_start', 'attendees.1 required', 'commitments.0.text required']);
    await refusal(secretariat, LOG, { input: given({ attendees: [{ organisationName: 'No llegará' }], kind: 'no_such_kind' }) });
    expect(await registry.sql('select (select count(*) from meeting) m, (select count(*) from organisation) o, (select count(*) from person) p')).toEqual(before);
  });

  it('answers a hidden organisation like one that never was', async () => {
    const nothing = '00000000-0000-4000-8000-000000000000';
    const named = (id: string) => [refusal(honduras, LOG, { input: given({ attendees: [{ organisationId: id }] }) }), refusal(honduras, LOG, { input: given({ commitments: [{ text: 'x', ownerOrganisationId: id }] }) })];
    const [attending, owing] = await Promise.all(named(hidden));
    expect(attending).toEqual({ code: 'INVALID', fields: [{ path: 'attendees.0', problem: 'unknown_record' }] });
    expect([attending, owing]).toEqual(await Promise.all(named(nothing)));
  });

  it('refuses contradictory dates and a country that does not exist, at their fields', async () => {
    const wrong = given({ endsAt: '2026-11-20T14:59:00Z', commitments: [{ text: 'A tiempo', dueOn: '2026-11-20' }, { text: 'Antes de prometerlo', dueOn: '2026-11-19' }] });
    expect((await refusal(secretariat, LOG, { input: wrong }))?.fields).toEqual([
      { path: 'endsAt', problem: 'end_before_start' }, { path: 'commitments.1.dueOn', problem: 'end_before_start', values: { start: '2026-11-20' } }]);
    expect((await refusal(secretariat, LOG, { input: given({ placeCountry: 'XX' }) }))?.fields).toEqual([{ path: 'placeCountry', problem: 'unknown_country' }]);
    const { id, version } = await log(secretariat, { endsAt: '2026-11-20T16:00:00Z' });
    expect((await refusal(secretariat, AMEND, { id, version, input: { startsAt: '2026-11-20T17:00:00Z' } }))?.fields).toEqual([{ path: 'endsAt', problem: 'end_before_start' }]);
    expect((await refusal(secretariat, AMEND, { id, version, input: { commitments: [{ text: 'Tarde', dueOn: '2026-11-01' }] } }))?.fields[0]).toMatchObject({ path: 'commitments.0.dueOn', problem: 'end_before_start' });
  });

  it('takes a handful of statements, however many attend', async () => {
    const input = given({
      attendees: [oim, unodc].map((organisationId) => ({ organisationId })),
      commitments: [{ text: 'Enviar el convenio', dueOn: '2026-12-01' }, { text: 'Revisarlo', ownerOrganisationId: oim }],
    });
    const statements = (await registry.statementsOf(() => secretariat.get(LOG, { input }))).filter((each) => !each.includes('user_session'));
    // Begin, actor, meeting, who may be named (twice), attendance, first guest, commitments, commit, and the answer.
    expect(statements).toHaveLength(10);
  });

  it('turns away observers, strangers, and a delegate who writes for another country', async () => {
    expect((await refusal(await registry.as('observer'), LOG, { input: given() }))?.code).toBe('FORBIDDEN');
    expect((await refusal(await registry.as('public'), LOG, { input: given() }))?.code).toBe('NOT_SIGNED_IN');
    expect((await refusal(honduras, LOG, { input: given({ country: 'GT' }) }))?.code).toBe('FORBIDDEN');
  });
});

describe('amending a meeting', () => {
  it('keeps the attendees that the viewer may not see', async () => {
    const { id } = await log(honduras, { attendees: [{ organisationId: oim }] });
    await registry.sql('insert into attendance (meeting_id, organisation_id) values ($1, $2)', [id, hidden]);
    const { amendMeeting } = await honduras.get(AMEND, { id, version: 1, input: { attendees: [{ organisationId: unodc }] } });
    expect(amendMeeting.attendees).toEqual([{ organisation: { name: 'Oficina contra la Droga y el Delito' } }]);
    expect(await registry.sql('select organisation_id from attendance where meeting_id = $1 order by 1', [id])).toEqual([hidden, unodc].sort().map((organisation_id) => ({ organisation_id })));
  });

  it('gives commitments added later the visibility of the meeting', async () => {
    const { id, version } = await log(secretariat, { visibility: 'secretariat' });
    const { amendMeeting } = await secretariat.get(AMEND, { id, version, input: { commitments: [{ text: 'En reserva' }] } });
    expect(amendMeeting.commitments).toEqual([{ visibility: 'secretariat' }]);
  });

  it('promises to the first guest what is added later, and ties it to no agreement that the viewer may not see', async () => {
    const { id, version } = await log(secretariat, { attendees: [{ organisationId: unodc }] });
    await secretariat.get(AMEND, { id, version, input: { commitments: [{ text: 'Añadido después' }] } });
    expect(await registry.sql("select beneficiary_organisation_id as id from commitment where text = 'Añadido después'")).toEqual([{ id: unodc }]);
    const [agreement] = await registry.sql("insert into agreement (title, kind, visibility) values ('Convenio reservado', 'memorandum', 'secretariat') returning id");
    expect((await refusal(honduras, LOG, { input: given({ agreementId: agreement.id }) }))?.fields).toEqual([{ path: 'agreementId', problem: 'unknown_record' }]);
    const open = (await secretariat.get('mutation ($input: MeetingInput!) { logMeeting(input: $input) { id agreement { title } } }', { input: given({ agreementId: agreement.id }) })).logMeeting;
    expect(open.agreement).toEqual({ title: 'Convenio reservado' });
    expect((await honduras.get('query ($id: ID!) { meeting(id: $id) { title agreement { title } loggedBy } }', { id: open.id })).meeting).toEqual({ title: 'Enlace regional', agreement: null, loggedBy: 'secretariat' });
  });

  it('refuses a stale edit', async () => {
    const { id, version } = await log(secretariat);
    await secretariat.get(AMEND, { id, version, input: { title: 'Primero' } });
    expect((await refusal(secretariat, AMEND, { id, version, input: { title: 'Segundo' } }))?.code).toBe('CONFLICT_STALE');
  });

  it('leaves what is in the trash out of everything', async () => {
    const { id, version } = await log(secretariat, { title: 'Por descartar' });
    await secretariat.get('mutation ($id: ID!, $version: Int!) { archiveMeeting(id: $id, version: $version) }', { id, version });
    expect(await titles(secretariat, { filter: { text: 'descartar' } })).toEqual([]);
    expect(await titles(secretariat, { filter: { text: 'descartar', archived: true } })).toEqual(['Por descartar']);
    await secretariat.get('mutation ($id: ID!, $version: Int!) { restoreMeeting(id: $id, version: $version) { id } }', { id, version: version + 1 });
    expect(await titles(secretariat, { filter: { text: 'descartar' } })).toEqual(['Por descartar']);
    expect(await titles(secretariat, { filter: { text: 'descartar', archived: true } })).toEqual([]);
  });
});

describe('finding meetings', () => {
  it('by words, kind, country, organisation and day, either way round', async () => {
    await log(secretariat, { title: 'Foro de Tegucigalpa', kind: 'forum', startsAt: '2020-03-01T04:00:00Z', placeCountry: 'HN', attendees: [{ organisationId: unodc }] });
    await log(secretariat, { title: 'Foro de Managua', kind: 'forum', startsAt: '2020-03-05T15:00:00Z', placeCountry: 'NI' });
    expect(await titles(secretariat, { filter: { kind: ['forum'] } })).toEqual(['Foro de Managua', 'Foro de Tegucigalpa']);
    expect(await titles(secretariat, { filter: { kind: ['forum'] }, sort: 'OLDEST' })).toEqual(['Foro de Tegucigalpa', 'Foro de Managua']);
    expect(await titles(secretariat, { filter: { text: 'managwa' } })).toEqual(['Foro de Managua']);
    expect(await titles(secretariat, { filter: { country: ['HN'], kind: ['forum'] } })).toEqual(['Foro de Tegucigalpa']);
    // 04:00 in London was still the day before in Guatemala.
    expect(await titles(secretariat, { filter: { organisationId: unodc, from: '2020-02-29', to: '2020-02-29' } })).toEqual(['Foro de Tegucigalpa']);
    const { meetings } = await secretariat.get(LIST, { filter: { country: ['NI'] } });
    expect(meetings.facets.find((each: any) => each.name === 'country').values).toEqual(expect.arrayContaining([{ value: 'NI', count: 1 }]));
  });

  it('does not betray who attended to those who may not know it', async () => {
    const { id } = await log(secretariat, { title: 'Con alguien más', agreed: 'Nada' });
    await registry.sql('insert into attendance (meeting_id, organisation_id) values ($1, $2)', [id, hidden]);
    expect(await titles(secretariat, { filter: { organisationId: hidden } })).toContain('Con alguien más');
    expect(await titles(honduras, { filter: { organisationId: hidden } })).toEqual([]);
    expect(await titles(honduras, { filter: { organisationId: 'no uuid' } })).toEqual([]);
  });

  it('leaves out what the viewer may not see', async () => {
    await log(secretariat, { title: 'Conversación reservada', visibility: 'secretariat' });
    expect(await titles(secretariat, { filter: { text: 'reservada' } })).toEqual(['Conversación reservada']);
    expect(await titles(honduras, { filter: { text: 'reservada' } })).toEqual([]);
    expect((await (await registry.as('public')).get(LIST)).meetings.total).toBe(0);
  });
});

describe('the history of an organisation', () => {
  it('tells what happened with it and who knows it, as far as the viewer may see', async () => {
    const fundacion = await registry.organisation({ name: 'Fundación Horizonte', visibility: 'public' });
    const body = await registry.organisation({ name: 'Comisión nacional', standing: 'member', country: 'HN' });
    await log(honduras, { title: 'Primer contacto', startsAt: '2026-10-01T15:00:00Z', attendees: [{ organisationId: fundacion }, { organisationId: body, personName: 'Rosa Lara' }], commitments: [{ text: 'Enviar carta', dueOn: '2026-12-15' }] });
    await log(secretariat, { title: 'A puerta cerrada', startsAt: '2026-11-01T15:00:00Z', visibility: 'secretariat', attendees: [{ organisationId: fundacion }] });
    await log(honduras, { title: 'Prevista', startsAt: '2027-01-10T15:00:00Z', attendees: [{ organisationId: fundacion }] });

    const seen = (await honduras.get(HISTORY, { id: fundacion })).organisation;
    expect(seen.timeline.map((each: any) => `${each.day} ${each.kind} ${each.title}`)).toEqual(['2027-01-10 meeting Prevista', '2026-12-15 commitment_due Enviar carta', '2026-10-01 meeting Primer contacto']);
    expect(seen.whoKnows).toEqual([
      { name: 'Comisión nacional', country: null, meetings: 1, lastMet: '2026-10-01', people: [{ name: 'Rosa Lara' }], organisation: { name: 'Comisión nacional' } },
      { name: 'delegate HN', country: 'HN', meetings: 1, lastMet: '2026-10-01', people: [], organisation: null },
    ]);
    const all = (await secretariat.get(HISTORY, { id: fundacion })).organisation;
    expect(all.meetings.map((each: any) => each.title)).toEqual(['Prevista', 'A puerta cerrada', 'Primer contacto']);
    const stranger = (await (await registry.as('public')).get(HISTORY, { id: fundacion })).organisation;
    expect(stranger).toEqual({ timeline: [], whoKnows: [], meetings: [] });
  });

  it('reads a meeting with all that hangs on it in one statement', async () => {
    const { id } = await log(secretariat, { attendees: [{ organisationId: oim, personName: 'Eva Cruz' }], commitments: [{ text: 'Uno' }] });
    const query = 'query ($id: ID!) { meeting(id: $id) { title attendees { person { name affiliations { organisation { name } } } organisation { name } } commitments { text owner { name } } minutes { state sections { content } } viewerCan } }';
    const statements = (await registry.statementsOf(() => secretariat.get(query, { id }))).filter((each) => !each.includes('user_session'));
    expect(statements).toHaveLength(1);
  });
});
