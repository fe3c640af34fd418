import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Registry } from './support/harness.js';

const PARTS = `id title status startsOn endsOn counting version country visibility viewerCan countries
  parent { title } parts { title } agreement { title } participations { role contributes organisation { id name } }
  evidence { id title verifiedOn verifiedBy canVerify }`;
const REGISTER = `mutation ($input: ActivityInput!) { registerActivity(input: $input) { ${PARTS} } }`;
const AMEND = `mutation ($id: ID!, $version: Int!, $input: ActivityInput!) { amendActivity(id: $id, version: $version, input: $input) { ${PARTS} } }`;
const COMPLETE = `mutation ($id: ID!, $version: Int!, $endsOn: Day!) { completeActivity(id: $id, version: $version, endsOn: $endsOn) { ${PARTS} } }`;
const CANCEL = 'mutation ($id: ID!, $version: Int!) { cancelActivity(id: $id, version: $version) { status version } }';
const ARCHIVE = 'mutation ($id: ID!, $version: Int!) { archiveActivity(id: $id, version: $version) }';
const PROVE = `mutation ($id: ID!, $input: EvidenceInput!) { addActivityEvidence(activityId: $id, input: $input) { id } }`;
const VERIFY = 'mutation ($id: ID!, $version: Int = 1) { verifyEvidence(id: $id, version: $version) { id } }';
const READ = `query ($id: ID!) { activity(id: $id) { ${PARTS} } }`;
const LIST = `query ($filter: ActivityFilter, $sort: ActivitySort, $first: Int, $after: String) {
  activities(filter: $filter, sort: $sort, first: $first, after: $after) { total hasMore endCursor nodes { id title } facets { name values { value count } } } }`;

let registry: Registry;
let secretariat: Asker;
let verifier: Asker;
let honduras: Asker;
let oim: string;
let unodc: string;
let body: string;
let hidden: string;

beforeAll(async () => {
  registry = await openRegistry();
  registry.travelTo('2026-11-24');
  [secretariat, verifier, honduras] = [await registry.as('secretariat'), await registry.as('secretariat'), await registry.as('delegate', 'HN')];
  oim = await registry.organisation({ name: 'Organización Internacional para las Migraciones', acronym: 'OIM' });
  unodc = await registry.organisation({ name: 'Oficina contra la Droga y el Delito', acronym: 'UNODC' });
  body = await registry.organisation({ name: 'Comisión nacional', standing: 'member', country: 'HN' });
  hidden = await registry.organisation({ name: 'Mesa reservada', visibility: 'secretariat' });
});
afterAll(() => registry.close());

const given = (input: object = {}) => ({ title: 'Campaña Corazón Azul', kind: 'campaign', startsOn: '2026-10-01', endsOn: '2026-10-30', ...input });
const register = async (asker: Asker, input: object = {}) => (await asker.get(REGISTER, { input: given(input) })).registerActivity;
const refusal = async (asker: Asker, query: string, variables: object) => (await asker.ask(query, variables)).errors?.[0]?.extensions;
const problems = async (asker: Asker, query: string, variables: object) =>
  (await refusal(asker, query, variables))?.fields.map((each) => `${each.path} ${each.problem}`);
const list = async (asker: Asker, variables: object = {}) => (await asker.get(LIST, variables)).activities;
const titles = async (asker: Asker, variables: object) => (await list(asker, variables)).nodes.map((each: { title: string }) => each.title);
const nothing = '00000000-0000-4000-8000-000000000000';

describe('registering a joint activity', () => {
  it('enters it with its partners in their roles', async () => {
    const activity = await register(honduras, { countries: ['HN', 'GT'], themes: ['trafficking'], strategyActivity: 'E3.A3', participations: [{ organisationId: oim, role: 'attends' }, { organisationId: oim, role: 'funds' }, { organisationId: body, role: 'co_organises' }] });
    expect(activity).toMatchObject({ status: 'planned', counting: 'planned', country: 'HN', visibility: 'coalition', countries: ['HN', 'GT'] });
    expect(activity.participations.map((each: any) => [each.role, each.contributes])).toEqual([['co_organises', true], ['funds', true], ['attends', false]]);
    expect(activity.viewerCan).toEqual(['read', 'register', 'amend']);
  });

  it('names every wrong field at once, and writes nothing', async () => {
    const before = await registry.sql('select count(*) from activity');
    const wrong = { title: ' ', startsOn: '2026-10-05', endsOn: '2026-10-01', countries: ['HN', 'XX'], status: 'postponed', visibility: 'world',
      participations: [{ organisationId: oim, role: 'funds' }, { organisationId: oim.toUpperCase(), role: 'funds' }, { organisationId: unodc, role: 'no_such_role' }] };
    expect(await problems(secretariat, REGISTER, { input: wrong })).toEqual([
      'title required', 'status not_a_choice', 'endsOn end_before_start', 'countries.1 unknown_country', 'participations.1 duplicate_entry',
      'kind required', 'visibility not_a_choice', 'participations.2.role not_a_choice',
    ]);
    expect(await registry.sql('select count(*) from activity')).toEqual(before);
  });

  it('knows no kind, theme, axis or country that does not exist', async () => {
    expect(await problems(secretariat, REGISTER, { input: given({ kind: 'party' }) })).toEqual(['kind not_a_choice']);
    expect(await problems(secretariat, REGISTER, { input: given({ themes: ['football'] }) })).toEqual(['themes unknown_code']);
    expect(await problems(secretariat, REGISTER, { input: given({ axis: 'E99' }) })).toEqual(['axis unknown_record']);
    expect(await problems(secretariat, REGISTER, { input: given({ country: 'XX' }) })).toEqual(['country unknown_country']);
    expect(await problems(secretariat, REGISTER, { input: given({ visibility: 'country' }) })).toEqual(['country country_missing']);
  });

  it('is done only with an end that has come', async () => {
    expect(await problems(secretariat, REGISTER, { input: given({ status: 'done', endsOn: null }) })).toEqual(['endsOn required']);
    expect(await problems(secretariat, REGISTER, { input: given({ status: 'done', endsOn: '2026-11-25' }) })).toEqual(['endsOn day_in_future']);
    expect((await register(secretariat, { status: 'done', endsOn: '2026-11-24' })).status).toBe('done');
  });

  it('answers a hidden organisation, agreement or activity like one that never was', async () => {
    const secret = (await register(secretariat, { visibility: 'secretariat' })).id;
    for (const named of [{ participations: [{ organisationId: hidden, role: 'funds' }] }, { parentId: secret }]) {
      const asNothing = JSON.parse(JSON.stringify(named).replaceAll(hidden, nothing).replaceAll(secret, nothing));
      const refused = await refusal(honduras, REGISTER, { input: given(named) });
      expect(refused).toEqual(await refusal(honduras, REGISTER, { input: given(asNothing) }));
      expect(refused?.fields[0]?.problem).toBe('unknown_record');
    }
    expect(await problems(honduras, REGISTER, { input: given({ agreementId: nothing }) })).toEqual(['agreementId unknown_record']);
  });

  it('turns away observers, strangers, and a delegate who writes for another country', async () => {
    expect((await refusal(await registry.as('observer'), REGISTER, { input: given() }))?.code).toBe('FORBIDDEN');
    expect((await refusal(await registry.as('public'), REGISTER, { input: given() }))?.code).toBe('NOT_SIGNED_IN');
    expect((await refusal(honduras, REGISTER, { input: given({ country: 'GT' }) }))?.code).toBe('FORBIDDEN');
    expect((await refusal(honduras, REGISTER, { input: given({ visibility: 'secretariat' }) }))?.code).toBe('FORBIDDEN');
  });
});

describe('amending a joint activity', () => {
  it('judges the state that would result, not the input alone', async () => {
    const { id, version } = await register(secretariat);
    expect(await problems(secretariat, AMEND, { id, version, input: { endsOn: '2026-09-30' } })).toEqual(['endsOn end_before_start']);
    expect(await problems(secretariat, AMEND, { id, version, input: { startsOn: '2026-10-31' } })).toEqual(['endsOn end_before_start']);
    expect(await problems(secretariat, AMEND, { id, version, input: { status: 'done', endsOn: null } })).toEqual(['endsOn required']);
    const { amendActivity } = await secretariat.get(AMEND, { id, version, input: { status: 'done' } });
    expect(amendActivity).toMatchObject({ status: 'done', endsOn: '2026-10-30', title: 'Campaña Corazón Azul' });
    expect(await problems(secretariat, AMEND, { id, version: amendActivity.version, input: { endsOn: null } })).toEqual(['endsOn required']);
  });

  it('keeps the roles of organisations that the viewer may not see, and never shows them', async () => {
    const { id, version } = await register(honduras, { participations: [{ organisationId: oim, role: 'funds' }] });
    await registry.sql("insert into participation (activity_id, organisation_id, role) values ($1, $2, 'funds')", [id, hidden]);
    const { amendActivity } = await honduras.get(AMEND, { id, version, input: { participations: [{ organisationId: unodc, role: 'facilitates' }] } });
    expect(amendActivity.participations.map((each: any) => each.organisation.id)).toEqual([unodc]);
    expect(await titles(honduras, { filter: { organisationId: hidden } })).toEqual([]);
    const { activity } = await secretariat.get(READ, { id });
    expect(activity.participations.map((each: any) => each.organisation.id).sort()).toEqual([hidden, unodc].sort());
  });

  it('keeps the identity of the roles that stay', async () => {
    const { id, version } = await register(secretariat, { participations: [{ organisationId: oim, role: 'funds' }, { organisationId: unodc, role: 'funds' }] });
    const [before] = await registry.sql('select id from participation where activity_id = $1 and organisation_id = $2', [id, oim]);
    await secretariat.get(AMEND, { id, version, input: { participations: [{ organisationId: oim, role: 'funds' }, { organisationId: oim, role: 'attends' }] } });
    expect(await registry.sql("select id from participation where activity_id = $1 and organisation_id = $2 and role = 'funds'", [id, oim])).toEqual([before]);
    expect(await registry.sql('select role from participation where activity_id = $1 order by 1', [id])).toEqual([{ role: 'attends' }, { role: 'funds' }]);
  });

  it('lets no activity be part of itself, nor through others', async () => {
    const whole = await register(secretariat, { title: 'Campaña regional' });
    const part = await register(secretariat, { title: 'Campaña en Honduras', parentId: whole.id });
    const piece = await register(secretariat, { title: 'Campaña en Tela', parentId: part.id });
    expect(await problems(secretariat, AMEND, { id: whole.id, version: whole.version, input: { parentId: piece.id } })).toEqual(['parentId part_of_cycle']);
    expect(await problems(secretariat, AMEND, { id: whole.id, version: whole.version, input: { parentId: whole.id } })).toEqual(['parentId self_reference']);
    const { activity } = await secretariat.get(READ, { id: whole.id });
    expect(activity.parts).toEqual([{ title: 'Campaña en Honduras' }]);
  });

  it('shows a part of something hidden without what it is part of, and keeps it there', async () => {
    const secret = await register(secretariat, { title: 'Operación reservada', visibility: 'secretariat' });
    const part = await register(secretariat, { title: 'Taller abierto', parentId: secret.id, country: 'HN' });
    await register(secretariat, { title: 'Taller cerrado', parentId: part.id, visibility: 'secretariat' });
    const seen = (await honduras.get(READ, { id: part.id })).activity;
    expect(seen).toMatchObject({ parent: null, parts: [], counting: 'sub_activity' });
    await honduras.get(AMEND, { id: part.id, version: seen.version, input: { summary: 'Con la prensa' } });
    expect((await secretariat.get(READ, { id: part.id })).activity).toMatchObject({ parent: { title: 'Operación reservada' }, parts: [{ title: 'Taller cerrado' }] });
  });

  it('refuses a stale edit, what is hidden, and the activity of another country', async () => {
    const { id, version } = await register(secretariat, { country: 'GT' });
    await secretariat.get(AMEND, { id, version, input: { title: 'Primero' } });
    expect((await refusal(secretariat, AMEND, { id, version, input: { title: 'Segundo' } }))?.code).toBe('CONFLICT_STALE');
    expect((await refusal(honduras, AMEND, { id, version: version + 1, input: { title: 'Ajeno' } }))?.code).toBe('FORBIDDEN');
    const secret = await register(secretariat, { visibility: 'secretariat' });
    expect(await refusal(honduras, AMEND, { id: secret.id, version: 1, input: {} })).toEqual(await refusal(honduras, AMEND, { id: nothing, version: 1, input: {} }));
  });
});

describe('the course of a joint activity', () => {
  it('is completed once, on a day that has come and does not precede its start', async () => {
    const { id, version } = await register(secretariat, { endsOn: null });
    expect(await problems(secretariat, COMPLETE, { id, version, endsOn: '2026-12-01' })).toEqual(['endsOn day_in_future']);
    expect(await problems(secretariat, COMPLETE, { id, version, endsOn: '2026-09-01' })).toEqual(['endsOn end_before_start']);
    const { completeActivity } = await secretariat.get(COMPLETE, { id, version, endsOn: '2026-10-15' });
    expect(completeActivity).toMatchObject({ status: 'done', endsOn: '2026-10-15' });
    expect(await problems(secretariat, COMPLETE, { id, version: completeActivity.version, endsOn: '2026-10-16' })).toEqual([' wrong_stage']);
    expect(await problems(secretariat, CANCEL, { id, version: completeActivity.version })).toEqual([' wrong_stage']);
  });

  it('is cancelled, and archived only when nothing is part of it', async () => {
    const whole = await register(secretariat, { title: 'Por descartar' });
    const part = await register(secretariat, { title: 'Parte por descartar', parentId: whole.id });
    expect((await secretariat.get(CANCEL, { id: part.id, version: part.version })).cancelActivity.status).toBe('cancelled');
    expect(await refusal(secretariat, ARCHIVE, { id: whole.id, version: whole.version })).toEqual({ code: 'IN_USE', fields: [{ path: 'parts', problem: 'still_in_use' }] });
    await secretariat.get(ARCHIVE, { id: part.id, version: part.version + 1 });
    await secretariat.get(ARCHIVE, { id: whole.id, version: whole.version });
    expect(await titles(secretariat, { filter: { text: 'descartar' } })).toEqual([]);
    expect((await secretariat.get(READ, { id: whole.id })).activity).toBeNull();
  });

  it('comes back from the trash, a part after its whole', async () => {
    const whole = await register(secretariat, { title: 'De vuelta' });
    const part = await register(secretariat, { title: 'Parte de vuelta', parentId: whole.id });
    const restore = 'mutation ($id: ID!, $version: Int!) { restoreActivity(id: $id, version: $version) { id } }';
    await secretariat.get(ARCHIVE, { id: part.id, version: part.version });
    await secretariat.get(ARCHIVE, { id: whole.id, version: whole.version });
    expect(await titles(secretariat, { filter: { text: 'de vuelta', archived: true }, sort: 'TITLE' })).toEqual(['De vuelta', 'Parte de vuelta']);
    expect(await refusal(secretariat, restore, { id: part.id, version: part.version + 1 })).toEqual({ code: 'CONFLICT', fields: [{ path: 'parentId', problem: 'unknown_record' }] });
    expect((await refusal(await registry.as('observer'), restore, { id: whole.id, version: whole.version + 1 }))?.code).toBe('FORBIDDEN');
    await secretariat.get(restore, { id: whole.id, version: whole.version + 1 });
    await secretariat.get(restore, { id: part.id, version: part.version + 1 });
    expect(await titles(secretariat, { filter: { text: 'de vuelta' }, sort: 'TITLE' })).toEqual(['De vuelta', 'Parte de vuelta']);
  });
});

describe('evidence', () => {
  it('is verified by a second person, once, and then the activity counts', async () => {
    const { id } = await register(secretariat, { status: 'done', axis: 'E3', participations: [{ organisationId: oim, role: 'funds' }] });
    expect(await problems(secretariat, PROVE, { id, input: { title: '', address: 'ftp://example.org/x' } })).toEqual(['title required', 'address invalid_url']);
    expect(await problems(secretariat, PROVE, { id, input: { title: 'Informe', address: ' ' } })).toEqual(['address required']);
    await secretariat.get(PROVE, { id, input: { title: 'Informe', address: 'https://example.org/informe' } });
    const proved = (await secretariat.get(READ, { id })).activity;
    expect(proved).toMatchObject({ counting: 'to_verify', evidence: [{ title: 'Informe', verifiedOn: null, canVerify: false }] });
    const evidenceId = proved.evidence[0].id;
    expect(await refusal(secretariat, VERIFY, { id: evidenceId })).toEqual({ code: 'FORBIDDEN', fields: [{ path: '', problem: 'own_evidence' }] });
    expect((await refusal(honduras, VERIFY, { id: evidenceId }))?.code).toBe('FORBIDDEN');
    expect((await verifier.get(READ, { id })).activity.evidence[0].canVerify).toBe(true);
    await verifier.get(VERIFY, { id: evidenceId });
    expect((await verifier.get(READ, { id })).activity).toMatchObject({ counting: 'counts', evidence: [{ verifiedOn: '2026-11-24', verifiedBy: 'secretariat', canVerify: false }] });
    expect((await refusal(verifier, VERIFY, { id: evidenceId, version: 2 }))?.code).toBe('CONFLICT');
    expect((await refusal(verifier, VERIFY, { id: nothing }))?.code).toBe('NOT_FOUND');
  });

  it('is added by whoever may amend the activity', async () => {
    const { id } = await register(secretariat, { country: 'GT' });
    const input = { title: 'Informe', archiveReference: 'Archivo 7' };
    expect((await refusal(honduras, PROVE, { id, input }))?.code).toBe('FORBIDDEN');
    expect((await refusal(await registry.as('observer'), PROVE, { id, input }))?.code).toBe('FORBIDDEN');
  });
});

describe('finding joint activities', () => {
  it('by words, kind, country, theme, axis, year, organisation and strategy activity, either way round', async () => {
    await register(secretariat, { title: 'Foro de Tegucigalpa', kind: 'forum', startsOn: '2020-03-01', endsOn: '2020-03-02', countries: ['HN'], themes: ['smuggling'], strategyActivity: 'E3.A3', participations: [{ organisationId: unodc, role: 'attends' }] });
    await register(secretariat, { title: 'Foro de Managua', kind: 'forum', startsOn: '2021-03-05', endsOn: '2021-03-06', countries: ['NI'], axis: 'E2' });
    expect(await titles(secretariat, { filter: { kind: ['forum'] } })).toEqual(['Foro de Managua', 'Foro de Tegucigalpa']);
    expect(await titles(secretariat, { filter: { kind: ['forum'] }, sort: 'OLDEST' })).toEqual(['Foro de Tegucigalpa', 'Foro de Managua']);
    expect(await titles(secretariat, { filter: { text: 'managwa' } })).toEqual(['Foro de Managua']);
    expect(await titles(secretariat, { filter: { kind: ['forum'], country: ['HN'] } })).toEqual(['Foro de Tegucigalpa']);
    expect(await titles(secretariat, { filter: { kind: ['forum'], axis: ['E3'] } })).toEqual(['Foro de Tegucigalpa']);
    expect(await titles(secretariat, { filter: { strategyActivity: 'E3.A3', year: [2020] } })).toEqual(['Foro de Tegucigalpa']);
    expect(await titles(secretariat, { filter: { organisationId: unodc, year: [2020, 2021] } })).toEqual(['Foro de Tegucigalpa']);
    expect(await titles(secretariat, { filter: { organisationId: 'no uuid' } })).toEqual([]);
    const { facets } = await list(secretariat, { filter: { year: [2020] } });
    const facet = (name: string) => facets.find((each: any) => each.name === name).values;
    expect(facet('theme')).toEqual([{ value: 'smuggling', count: 1 }]);
    expect(facet('year')).toEqual(expect.arrayContaining([{ value: '2020', count: 1 }, { value: '2021', count: 1 }]));
    expect(facet('counting')).toEqual([{ value: 'planned', count: 1 }]);
  });

  it('page by page, each once', async () => {
    const all = await list(secretariat, { first: 200, sort: 'TITLE' });
    const seen: string[] = [];
    for (let after: string | null = null, page = null as any; page === null || page.hasMore; after = page.endCursor) {
      page = await list(secretariat, { first: 3, sort: 'TITLE', after });
      expect(page.total).toBe(all.total);
      seen.push(...page.nodes.map((each: any) => each.id));
    }
    expect(seen).toEqual(all.nodes.map((each: any) => each.id));
  });

  it('shows nobody what is not theirs, in totals and facets neither', async () => {
    await register(secretariat, { title: 'Capacitación reservada', kind: 'training', visibility: 'secretariat' });
    expect(await titles(secretariat, { filter: { kind: ['training'] } })).toEqual(['Capacitación reservada']);
    const seen = await list(honduras, { filter: { text: 'reservada' } });
    expect(seen).toMatchObject({ total: 0, nodes: [] });
    expect((await list(honduras)).facets.find((each: any) => each.name === 'kind').values.map((each: any) => each.value)).not.toContain('training');
    expect((await list(await registry.as('public'))).total).toBe(0);
  });
});

it('says of every activity whether it counts as the indicator does', async () => {
  const office = await registry.organisation({ name: 'OIM Honduras', countsWith: oim });
  const within = await registry.organisation({ name: 'Enlace de la comisión', countsWith: body });
  const whole = await register(secretariat, { title: 'Entera', status: 'done', axis: 'E3' });
  const part = await register(secretariat, { title: 'Parte', parentId: whole.id, status: 'done' });
  await register(secretariat, { title: 'Pieza', parentId: part.id, participations: [{ organisationId: office, role: 'facilitates' }] });
  await register(secretariat, { title: 'De casa', status: 'done', axis: 'E3', participations: [{ organisationId: within, role: 'funds' }, { organisationId: oim, role: 'attends' }] });
  await register(secretariat, { title: 'Sin eje', status: 'done', participations: [{ organisationId: oim, role: 'funds' }] });
  await register(secretariat, { title: 'Seguimiento', status: 'done', kind: 'follow_up_meeting', axis: 'E3', participations: [{ organisationId: oim, role: 'funds' }] });
  await register(secretariat, { title: 'Cancelada', status: 'cancelled', axis: 'E3' });
  await registry.sql("insert into evidence (activity_id, title, archive_reference, added_on, verified_on) select id, 'Informe', 'x', '2026-11-01', '2026-11-02' from activity where title = any('{Entera,De casa,Sin eje}')");

  const { indicatorReport } = await secretariat.get("query { indicatorReport(code: \"joint_activities_done\", from: \"2011-01-01\", to: \"2040-12-31\") { value counted { record { id } } excluded { record { id } reason } } }");
  const expected = Object.fromEntries([...indicatorReport.counted.map(({ record }: any) => [record.id, 'counts']), ...indicatorReport.excluded.map(({ record, reason }: any) => [record.id, reason])]);
  const { activities } = await secretariat.get('query { activities(first: 200) { nodes { id title counting } } }');
  expect(Object.fromEntries(activities.nodes.map(({ id, counting }: any) => [id, counting]))).toEqual(expected);
  const tally = [...new Set(Object.values(expected) as string[])].map((value) => ({ value, count: Object.values(expected).filter((reason) => reason === value).length }));
  const { facets } = await list(secretariat);
  const inOrder = (values: { value: string; count: number }[]) => values.sort((a, b) => a.value.localeCompare(b.value));
  expect(inOrder(facets.find((each: any) => each.name === 'counting').values)).toEqual(inOrder(tally));
  for (const { value, count } of tally) expect((await list(secretariat, { filter: { counting: [value] } })).total).toBe(count);
  const byTitle = new Map(activities.nodes.map(({ title, counting }: any) => [title, counting]));
  expect(['Entera', 'Parte', 'De casa', 'Sin eje', 'Seguimiento', 'Cancelada'].map((title) => byTitle.get(title)))
    .toEqual(['counts', 'sub_activity', 'no_external_contributor', 'no_strategy_tie', 'kind_does_not_count', 'cancelled']);
});
