import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Loose, type Registry } from './support/harness.js';

const REGISTER = 'mutation ($input: PersonInput!) { registerPerson(input: $input) { id version affiliations { id version toDay } } }';
const END = 'mutation ($id: ID!, $version: Int!, $toDay: Day!, $handOver: PostHandOverInput) { endAffiliation(id: $id, version: $version, toDay: $toDay, handOver: $handOver) { affiliations { id version toDay } } }';
const CORRECT = 'mutation ($id: ID!, $version: Int!, $toDay: Day, $reason: String!) { correctAffiliationEnd(id: $id, version: $version, toDay: $toDay, reason: $reason) { affiliations { version toDay current corrections { said reason correctedBy } } } }';
const HANDOVER = 'query ($id: ID!) { postHandover(affiliationId: $id) { kind label mayHandOver } }';
const ERASE = 'mutation ($id: ID!, $version: Int!, $reason: String!) { erasePerson(id: $id, version: $version, reason: $reason) }';

let registry: Registry;
let secretariat: Asker;
let honduras: Asker;
let observer: Asker;
let red: string;
let count = 0;

beforeAll(async () => {
  registry = await openRegistry();
  registry.travelTo('2026-11-24');
  [secretariat, honduras, observer] = [await registry.as('secretariat'), await registry.as('delegate', 'HN'), await registry.as('observer')];
});
beforeEach(async () => { red = await registry.organisation({ name: `Red ${++count}` }); });
afterAll(() => registry.close());

const refusal = async (asker: Asker, query: string, variables: object) => (await asker.ask(query, variables)).errors?.[0]?.extensions;
const register = async (name: string, more: object = {}, asker = secretariat) =>
  (await asker.get(REGISTER, { input: { name, affiliations: [{ organisationId: red, post: 'Dirección', fromDay: '2024-01-01' }], ...more } })).registerPerson as Loose;
const given = async (text: string, values: unknown[]) => (await registry.sql(text, values))[0]!.id as string;
const aMeeting = (on: string, visibility = 'coalition') => given("insert into meeting (title, kind, starts_at, time_zone, visibility) values ('Sesión', (select code from meeting_kind limit 1), $1, 'UTC', $2) returning id", [on, visibility]);
const aCommitment = (owner: string, text: string, visibility = 'coalition') => given('insert into commitment (text, owner_person_id, owner_organisation_id, visibility) values ($1, $2, $3, $4) returning id', [text, owner, red, visibility]);
const aSeat = async (signatory: string, signedOn: string | null) => {
  const agreement = await given("insert into agreement (title, kind) values ('Memorando', (select code from agreement_kind limit 1)) returning id", []);
  return given('insert into agreement_party (agreement_id, organisation_id, signatory_id, signed_on) values ($1, $2, $3, $4) returning id', [agreement, red, signatory, signedOn]);
};

describe('the end of a post', () => {
  it('is told once, and corrected only with a reason, beside what it said', async () => {
    const { affiliations: [post] } = await register('Quien Se Va');
    const [ended] = (await secretariat.get(END, { id: post.id, version: post.version, toDay: '2026-11-20' })).endAffiliation.affiliations;
    expect((await refusal(secretariat, END, { id: post.id, version: ended.version, toDay: '2026-11-10' }))?.fields).toEqual([{ path: 'toDay', problem: 'end_told' }]);
    expect((await refusal(secretariat, CORRECT, { id: post.id, version: ended.version, toDay: '2026-11-10', reason: ' ' }))?.fields).toEqual([{ path: 'reason', problem: 'required' }]);
    expect((await refusal(secretariat, CORRECT, { id: post.id, version: ended.version, toDay: '2023-01-01', reason: 'x' }))?.fields[0]).toMatchObject({ path: 'toDay', problem: 'end_before_start' });
    const [corrected] = (await secretariat.get(CORRECT, { id: post.id, version: ended.version, toDay: '2026-11-10', reason: 'El acta dice otro día' })).correctAffiliationEnd.affiliations;
    expect(corrected).toMatchObject({ toDay: '2026-11-10', current: false, corrections: [{ said: '2026-11-20', reason: 'El acta dice otro día', correctedBy: 'secretariat' }] });
    const [back] = (await secretariat.get(CORRECT, { id: post.id, version: corrected.version, toDay: null, reason: 'No se fue' })).correctAffiliationEnd.affiliations;
    expect([back.toDay, back.current, back.corrections.length]).toEqual([null, true, 2]);
  });

  it('is kept by the database too', async () => {
    const { affiliations: [post] } = await register('Otra Que Se Va');
    await secretariat.get(END, { id: post.id, version: post.version, toDay: '2026-11-20' });
    await expect(registry.sql("update affiliation set to_day = '2026-11-01' where id = $1", [post.id])).rejects.toThrow('the end of a post was told already');
  });
});

describe('what somebody owned, when they leave', () => {
  it('goes to a successor of the organisation in one action, and what is done stays theirs', async () => {
    const [leaver, next] = [await register('Ana Sale'), await register('Luis Entra')];
    const open = await aCommitment(leaver.id, 'Enviar datos');
    const done = await aCommitment(leaver.id, 'Ya cumplido');
    await registry.sql("update commitment set fulfilled_on = '2026-01-01' where id = $1", [done]);
    const [unsigned, signed] = [await aSeat(leaver.id, null), await aSeat(leaver.id, '2025-01-01')];
    const [future, past] = [await aMeeting('2026-12-10T15:00Z'), await aMeeting('2026-01-10T15:00Z')];
    for (const meeting of [future, past]) await registry.sql('insert into attendance (meeting_id, person_id, organisation_id) values ($1, $2, $3)', [meeting, leaver.id, red]);
    const [post] = leaver.affiliations;
    expect((await secretariat.get(HANDOVER, { id: post.id })).postHandover).toEqual([
      { kind: 'commitment', label: 'Enviar datos', mayHandOver: true }, { kind: 'meeting', label: 'Sesión', mayHandOver: true }, { kind: 'signature', label: 'Memorando', mayHandOver: true },
    ]);
    await secretariat.get(END, { id: post.id, version: post.version, toDay: '2026-11-24', handOver: { commitmentsTo: next.id, signaturesTo: next.id, meetingsTo: next.id, reason: 'Se fue' } });
    const owners = await registry.sql(`select (select owner_person_id from commitment where id = $1) as open, (select owner_person_id from commitment where id = $2) as done,
      (select signatory_id from agreement_party where id = $3) as unsigned, (select signatory_id from agreement_party where id = $4) as signed,
      (select person_id from attendance where meeting_id = $5) as future, (select person_id from attendance where meeting_id = $6) as past`, [open, done, unsigned, signed, future, past]);
    expect(owners).toEqual([{ open: next.id, done: leaver.id, unsigned: next.id, signed: leaver.id, future: next.id, past: leaver.id }]);
    expect(await registry.sql('select person_id as person, reason from agreement_former_signatory where party_id = any($1::uuid[])', [[unsigned, signed]])).toEqual([{ person: leaver.id, reason: 'Se fue' }]);
    expect(await registry.sql('select a.person_id as person from agreement_party g join affiliation a on a.id = g.signatory_affiliation_id where g.id = $1', [unsigned])).toEqual([{ person: next.id }]);
    const actions = await registry.sql("select distinct action from audit_entry where table_name in ('commitment', 'agreement_party', 'attendance') and operation = 'update' and after::text like $1", [`%${next.id}%`]);
    expect(actions).toEqual([{ action: 'person.endAffiliation' }]);
  });

  it('stays where nobody is named, and a seat that the successor has already is not given twice', async () => {
    const [leaver, next] = [await register('Ana Sale'), await register('Luis Entra')];
    const commitment = await aCommitment(leaver.id, 'Se queda');
    const meeting = await aMeeting('2026-12-10T15:00Z');
    for (const { id } of [leaver, next]) await registry.sql('insert into attendance (meeting_id, person_id, organisation_id) values ($1, $2, $3)', [meeting, id, red]);
    const [post] = leaver.affiliations;
    await secretariat.get(END, { id: post.id, version: post.version, toDay: '2026-11-24', handOver: { meetingsTo: next.id } });
    expect(await registry.sql('select owner_person_id as id from commitment where id = $1', [commitment])).toEqual([{ id: leaver.id }]);
    expect(await registry.sql('select person_id as id from attendance where meeting_id = $1', [meeting])).toEqual([{ id: next.id }]);
  });

  it('cannot go to a stranger of the organisation, nor to somebody hidden, and then the post has not ended', async () => {
    const leaver = await register('Ana Sale', { country: 'HN' });
    const stranger = await register('De Otra Parte', { affiliations: [] });
    const hidden = await register('Escondido', { visibility: 'secretariat' });
    const [post] = leaver.affiliations;
    const end = (commitmentsTo: string) => refusal(honduras, END, { id: post.id, version: post.version, toDay: '2026-11-24', handOver: { commitmentsTo } });
    expect((await end(stranger.id))?.fields).toEqual([{ path: 'handOver.commitmentsTo', problem: 'not_of_organisation' }]);
    expect((await end(hidden.id))?.fields).toEqual([{ path: 'handOver.commitmentsTo', problem: 'unknown_record' }]);
    expect(await registry.sql('select to_day from affiliation where id = $1', [post.id])).toEqual([{ to_day: null }]);
  });

  it('shows and moves only what the viewer may see and amend', async () => {
    const [leaver, next] = [await register('Ana Sale', { country: 'HN' }), await register('Luis Entra', { country: 'HN' })];
    const [ours, theirs, hidden] = [await aCommitment(leaver.id, 'De la casa'), await aCommitment(leaver.id, 'De Honduras'), await aCommitment(leaver.id, 'Reservado', 'secretariat')];
    await registry.sql("update commitment set country = 'HN' where id = $1", [theirs]);
    const [post] = leaver.affiliations;
    expect((await honduras.get(HANDOVER, { id: post.id })).postHandover).toEqual([
      { kind: 'commitment', label: 'De Honduras', mayHandOver: true }, { kind: 'commitment', label: 'De la casa', mayHandOver: false },
    ]);
    await honduras.get(END, { id: post.id, version: post.version, toDay: '2026-11-24', handOver: { commitmentsTo: next.id } });
    const rows = await registry.sql('select id, owner_person_id as owner from commitment where id = any($1::uuid[])', [[ours, theirs, hidden]]);
    expect(Object.fromEntries(rows.map((each: Loose) => [each.id, each.owner]))).toEqual({ [ours]: leaver.id, [theirs]: next.id, [hidden]: leaver.id });
    expect((await refusal(observer, HANDOVER, { id: post.id }))?.code).toBe('FORBIDDEN');
  });
});

describe('erasing a person', () => {
  const traces = (id: string) => registry.sql(`select t.name, t.found from (
    select 'audit' as name, count(*)::int as found from audit_entry where concat(before, after) ~* $1
    union all select 'person', count(*)::int from person where (to_jsonb(person)::text) ~* $1
    union all select 'contact', count(*)::int from contact_point where value ~* $1
    union all select 'outbox', count(*)::int from outbox_mail where concat(to_email, to_name, subject, body_text) ~* $1
    union all select 'answers', count(*)::int from idempotency_key where answer::text ~* $1) t where t.found > 0`, [id]);

  it('leaves no value anywhere, keeps the counts, and the chain holds', async () => {
    const input = { name: 'Zenobia Quintanilla', contactPoints: [{ kind: 'email', value: 'zenobia@red.example', preferred: true }], notes: 'Nota de Zenobia', affiliations: [{ organisationId: red, post: 'Oficial Zenobia' }] };
    const { registerPerson: { id, version } } = (await secretariat.ask(REGISTER, { input }, { 'idempotency-key': 'zenobia-registered' })).data as Loose;
    const meeting = await aMeeting('2026-10-10T15:00Z');
    await registry.sql('insert into attendance (meeting_id, person_id) values ($1, $2)', [meeting, id]);
    const seat = await aSeat(id, '2025-01-01');
    const { amendPerson } = await secretariat.get('mutation ($id: ID!, $version: Int!, $input: PersonInput!) { amendPerson(id: $id, version: $version, input: $input) { version } }', { id, version, input: { notes: 'Otra nota de Zenobia' } });
    await registry.sql("insert into outbox_mail (once_key, kind, message_id, to_email, subject, body_text, body_html) values ('z', 'x', 'z', 'zenobia@red.example', 'a', 'b', 'c'), ('y', 'x', 'y', 'otra@red.example', 'Reunión', 'con Zenobia Quintanilla', ''), ('w', 'x', 'w', 'otra@red.example', 'Reunión', 'con nadie', '')");
    const hashes = await registry.sql('select id, hash from audit_entry order by id');
    expect((await registry.sql(`select count(*)::int as n from audit_entry where concat(before, after) ~* 'zenobia'`))[0]!.n).toBeGreaterThan(3);
    await secretariat.get(ERASE, { id, version: amendPerson.version, reason: 'Lo pidió' });
    expect(await traces('zenobia')).toEqual([]);
    expect(await registry.sql('select once_key as key, body_text as text from outbox_mail order by once_key')).toEqual([{ key: 'w', text: 'con nadie' }, { key: 'y', text: '' }, { key: 'z', text: '' }]);
    expect(await registry.sql('select * from audit_verify()')).toEqual([]);
    expect((await registry.sql('select id, hash from audit_entry order by id')).slice(0, hashes.length)).toEqual(hashes);
    expect((await secretariat.get('query { people(text: "zenobia") { total } search(text: "zenobia", first: 5) { id } }'))).toMatchObject({ people: { total: 0 }, search: [] });
    const { meeting: held } = await secretariat.get('query ($id: ID!) { meeting(id: $id) { attendees { person { name erasedAt } } } }', { id: meeting });
    expect(held.attendees).toEqual([{ person: { name: 'Persona suprimida', erasedAt: expect.any(String) } }]);
    expect(await registry.sql('select signatory_id as id from agreement_party where id = $1', [seat])).toEqual([{ id }]);
    expect((await secretariat.get('query { people(text: "suprimida") { total } }')).people.total).toBe(0);
  });

  it('names the anonymous participant in the reader\'s language', async () => {
    const english = await registry.as('secretariat');
    await registry.sql("update user_account set language = 'en' where id = $1", [english.userId]);
    const { id, version } = await register('Alguien');
    await english.get(ERASE, { id, version, reason: 'Asked' });
    const read = async (asker: Asker) => (await asker.get('query ($id: ID!) { person(id: $id) { name affiliations { id } contactPoints { value } } }', { id })).person;
    expect(await read(english)).toEqual({ name: 'Erased person', affiliations: [], contactPoints: [] });
    expect((await read(secretariat)).name).toBe('Persona suprimida');
  });

  it('is told by the trail, which finds an alteration of what was erased and of its record', async () => {
    const { id, version } = await register('Otra Persona');
    await secretariat.get(ERASE, { id, version, reason: 'Lo pidió' });
    const [erasure] = await registry.sql("select id, after from audit_entry where table_name = 'erasure' order by id desc limit 1");
    const [first] = (erasure as Loose).after.entries;
    const altered = async (statement: string, values: unknown[]) => {
      await registry.sql('begin');
      await registry.sql(statement, values);
      const found = await registry.sql('select * from audit_verify()');
      await registry.sql('rollback');
      return found;
    };
    expect(await altered(`update audit_entry set after = '{"name": "Inventada"}' where id = $1`, [first])).toEqual([{ entry_id: String(first), problem: 'payload' }]);
    expect(await altered("update audit_entry set after = jsonb_set(after, '{entries}', '[]') where id = $1", [(erasure as Loose).id])).toEqual([{ entry_id: String(first), problem: 'payload' }]);
    const [other] = await registry.sql('select id from audit_entry where num_nonnulls(before, after) > 0 order by id limit 1');
    expect(await altered('update audit_entry set before = null, after = null where id = $1', [(other as Loose).id])).toEqual([{ entry_id: (other as Loose).id, problem: 'payload' }]);
  });

  it('is for the office, with a reason, once; and nobody comes back from it', async () => {
    const { id, version } = await register('Quien Pide', { country: 'HN' });
    expect((await refusal(honduras, ERASE, { id, version, reason: 'x' }))?.code).toBe('FORBIDDEN');
    expect((await refusal(secretariat, ERASE, { id, version, reason: ' ' }))?.fields).toEqual([{ path: 'reason', problem: 'required' }]);
    expect((await refusal(secretariat, ERASE, { id, version: version + 7, reason: 'x' }))?.code).toBe('CONFLICT_STALE');
    await secretariat.get(ERASE, { id, version, reason: 'Lo pidió' });
    expect((await refusal(secretariat, ERASE, { id, version: version + 1, reason: 'x' }))?.code).toBe('NOT_FOUND');
    expect((await refusal(secretariat, 'mutation ($id: ID!) { restorePerson(id: $id, version: 2) { id } }', { id }))?.code).toBe('NOT_FOUND');
    expect((await refusal(secretariat, 'mutation ($id: ID!) { amendPerson(id: $id, version: 2, input: { name: "Otra vez" }) { id } }', { id }))?.code).toBe('NOT_FOUND');
  });

  it('tells before what will be erased, and which texts name the person', async () => {
    const { id } = await register('Telma Irigoyen', { email: 'telma@red.example' });
    await aCommitment(id, 'Llamar a Telma Irigoyen');
    await secretariat.get('mutation ($input: MeetingInput!) { logMeeting(input: $input) { id } }', {
      input: { title: 'Visita', kind: 'bilateral', startsAt: '2026-11-20T15:00:00Z', timeZone: 'America/Guatemala', notes: 'La guía TELMA IRIGOYEN' } });
    await registry.sql(`insert into meeting (title, kind, starts_at, time_zone) values ('Observada', 'bilateral', '2026-11-20T15:00:00Z', 'America/Guatemala')`);
    await registry.sql(`insert into minutes (meeting_id) select id from meeting where title = 'Observada'`);
    await registry.sql(`insert into minutes_observation (meeting_id, round, author_id, text) select m.id, 1, $1, 'Falta Telma Irigoyen' from meeting m where title = 'Observada'`, [secretariat.userId]);
    const { personTraces } = await secretariat.get('query ($id: ID!) { personTraces(id: $id) { contactPoints posts history attendances ties texts { kind label } } }', { id });
    expect(personTraces).toEqual({ contactPoints: 1, posts: 1, history: 3, attendances: 0, ties: 1, texts: [{ kind: 'commitment', label: 'Llamar a Telma Irigoyen' }, { kind: 'meeting', label: 'Observada' }, { kind: 'meeting', label: 'Visita' }] });
    const { personFile } = await secretariat.get('query ($id: ID!) { personFile(id: $id) { name contactPoints { value } posts { post } commitments { text } history { action by } } }', { id });
    expect(personFile).toMatchObject({ name: 'Telma Irigoyen', contactPoints: [{ value: 'telma@red.example' }], posts: [{ post: 'Dirección' }], commitments: [{ text: 'Llamar a Telma Irigoyen' }] });
    expect(personFile.history[0]).toEqual({ action: 'person.register', by: 'secretariat' });
    expect((await refusal(honduras, 'query ($id: ID!) { personFile(id: $id) { name } }', { id }))?.code).toBe('FORBIDDEN');
  });
});

describe('the trash', () => {
  it('hides a person until they are taken out', async () => {
    const { id, version } = await register('Al Archivo', { country: 'HN' });
    await honduras.get('mutation ($id: ID!, $version: Int!) { archivePerson(id: $id, version: $version) }', { id, version });
    const people = async (archived: boolean) => (await honduras.get('query ($archived: Boolean) { people(text: "Al Archivo", archived: $archived) { nodes { id version } } }', { archived })).people.nodes;
    expect(await people(false)).toEqual([]);
    const [row] = await people(true);
    expect(row.id).toBe(id);
    await honduras.get('mutation ($id: ID!, $version: Int!) { restorePerson(id: $id, version: $version) { id } }', row);
    expect(await people(false)).toHaveLength(1);
  });
});

describe('while somebody is typed', () => {
  const LIKELY = 'query ($name: String!, $emails: [String!], $phones: [String!], $exceptId: ID) { likelyPeople(name: $name, emails: $emails, phones: $phones, exceptId: $exceptId) { verdict because person { id name } } }';
  const likely = async (asker: Asker, typed: object) => (await asker.get(LIKELY, typed)).likelyPeople.map((each: Loose) => [each.person.name, each.verdict, each.because]);

  it('whoever may be the same is told with the reason, among those that the typist may see', async () => {
    const { id } = await register('Hortensia Madrigal Soto', { contactPoints: [{ kind: 'email', value: 'Hortensia@red.example' }, { kind: 'phone', value: '+502 7777-8888' }] });
    await register('Hortensia Madrigal', { visibility: 'secretariat' });
    expect(await likely(honduras, { name: 'hortensia madrigal soto' })).toEqual([['Hortensia Madrigal Soto', 'maybe', 'name']]);
    expect(await likely(honduras, { name: 'Hortensia Madrigal', emails: ['HORTENSIA@red.example '] })).toEqual([['Hortensia Madrigal Soto', 'maybe', 'email']]);
    expect(await likely(honduras, { name: 'H. Madrigal', phones: ['77778888'] })).toEqual([['Hortensia Madrigal Soto', 'maybe', 'phone']]);
    expect(await likely(honduras, { name: 'Madrigal Soto Hortensia', emails: ['hortensia@red.example'] })).toEqual([['Hortensia Madrigal Soto', 'same', 'name_and_email']]);
    expect(await likely(secretariat, { name: 'Hortensia Madrigal' })).toHaveLength(2);
    expect(await likely(secretariat, { name: 'Hortensia Madrigal Soto', exceptId: id })).toEqual([['Hortensia Madrigal', 'maybe', 'similar_name']]);
    expect(await likely(observer, { name: 'Nadie', emails: ['hortensia@red.example'] })).toEqual([]);
    expect(await likely(honduras, { name: '' })).toEqual([]);
  });

  it('one way to be reached is preferred, and a way that is none is refused beside its field', async () => {
    const contactPoints = [{ kind: 'email', value: 'no es', label: 'Trabajo' }, { kind: 'messaging', value: '+502 1', label: 'WhatsApp', preferred: true }, { kind: 'fax', value: '1', preferred: true }, { kind: 'website', value: 'javascript:alert(1)' }];
    expect((await refusal(secretariat, REGISTER, { input: { name: 'X', contactPoints } }))?.fields).toEqual([
      { path: 'contactPoints.0.value', problem: 'invalid_email' }, { path: 'contactPoints.2.kind', problem: 'not_a_choice' }, { path: 'contactPoints.3.value', problem: 'invalid_url' },
      { path: 'contactPoints.2.preferred', problem: 'duplicate_entry' },
    ]);
    const { id } = await register('Con Canales', { contactPoints: [contactPoints[1], { kind: 'email', value: 'a@b.example' }] });
    expect((await secretariat.get('query ($id: ID!) { person(id: $id) { contactPoints { kind label value preferred } } }', { id })).person.contactPoints)
      .toEqual([{ kind: 'messaging', label: 'WhatsApp', value: '+502 1', preferred: true }, { kind: 'email', label: '', value: 'a@b.example', preferred: false }]);
  });
});
