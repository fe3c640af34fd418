import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import JSZip from 'jszip';
import { MinutesDocumentsService } from '../src/features/minutes/minutes-documents.service.js';
import { openRegistry, type Asker, type Loose, type Registry } from './support/harness.js';

const MINUTES = `minutes { state version circulatedOn circulatedBy observationsUntil windowOpen approvedOn approvedBy contentHash decisionCount unansweredCount
  sections { id title number content visibility agendaItemId version decisions { id label text visibility version } commitments { text visibility owner { id } ownerUser } }
  observations { id text author outcome answer answeredBy } agreement { asked agreed mine } versions { number contentHash approvedBy reopenedBy reopenedReason } }`;
const ANSWER = `{ id ${MINUTES} attendees { id presence organisation { id } onBehalfOfOrganisation { name } onBehalfOfPerson { name } } }`;
const START = `mutation ($id: ID!) { startMinutes(meetingId: $id) ${ANSWER} }`;
const ADD = `mutation ($id: ID!, $input: MinutesSectionInput!) { addMinutesSection(meetingId: $id, input: $input) ${ANSWER} }`;
const SAVE = `mutation ($id: ID!, $version: Int!, $input: MinutesSectionInput!) { saveMinutesSection(id: $id, version: $version, input: $input) ${ANSWER} }`;
const MOVE = `mutation ($id: ID!, $down: Boolean!) { moveMinutesSection(id: $id, down: $down) ${ANSWER} }`;
const REMOVE = `mutation ($id: ID!, $version: Int!) { removeMinutesSection(id: $id, version: $version) ${ANSWER} }`;
const DECIDE = `mutation ($id: ID!, $input: DecisionInput!) { recordDecision(sectionId: $id, input: $input) ${ANSWER} }`;
const PROMISE = `mutation ($id: ID!, $input: MinutesCommitmentInput!) { promiseInMinutes(sectionId: $id, input: $input) ${ANSWER} }`;
const MARK = `mutation ($id: ID!, $input: AttendanceInput!) { markAttendance(id: $id, input: $input) ${ANSWER} }`;
const CIRCULATE = `mutation ($id: ID!, $version: Int, $until: Day) { circulateMinutes(meetingId: $id, version: $version, observationsUntil: $until) ${ANSWER} }`;
const REVISE = `mutation ($id: ID!) { reviseMinutes(meetingId: $id) ${ANSWER} }`;
const OBSERVE = `mutation ($id: ID!, $text: String!, $sectionId: ID) { observeMinutes(meetingId: $id, text: $text, sectionId: $sectionId) ${ANSWER} }`;
const REPLY = `mutation ($id: ID!, $outcome: String!, $answer: String!) { answerObservation(id: $id, outcome: $outcome, answer: $answer) ${ANSWER} }`;
const AGREE = `mutation ($id: ID!) { agreeMinutes(meetingId: $id) ${ANSWER} }`;
const APPROVE = `mutation ($id: ID!, $version: Int) { approveMinutes(meetingId: $id, version: $version) ${ANSWER} }`;
const REOPEN = `mutation ($id: ID!, $reason: String!) { reopenMinutes(meetingId: $id, reason: $reason) ${ANSWER} }`;
const READ = `query ($id: ID!) { meeting(id: $id) ${ANSWER} }`;
const AMEND = 'mutation ($id: ID!, $version: Int!, $input: MeetingInput!) { amendMeeting(id: $id, version: $version, input: $input) { id } }';

let registry: Registry;
let secretariat: Asker;
let honduras: Asker;
let presidency: Asker;
let observer: Asker;
let oim: string;
let hidden: string;

beforeAll(async () => {
  registry = await openRegistry();
  [secretariat, honduras, presidency, observer] = [await registry.as('secretariat'), await registry.as('delegate', 'HN'), await registry.as('presidency', 'PA'), await registry.as('observer')];
  oim = await registry.organisation({ name: 'Organización Internacional para las Migraciones', acronym: 'OIM' });
  hidden = await registry.organisation({ name: 'Mesa reservada', acronym: 'RESERVADA', visibility: 'secretariat' });
});
beforeEach(() => registry.travelTo('2026-11-24'));
afterAll(() => registry.close());

const LOG = 'mutation ($input: MeetingInput!) { logMeeting(input: $input) { id version } }';
const log = async (input: object = {}, asker = secretariat) => (await asker.get(LOG, {
  input: { title: 'Sesión', kind: 'bilateral', startsAt: '2026-11-20T15:00:00Z', timeZone: 'America/Guatemala', ...input },
})).logMeeting as { id: string; version: number };
/** Does it and gives the meeting with its minutes as they are then. */
const does = async (asker: Asker, operation: string, variables: object): Promise<Loose> => Object.values(await asker.get(operation, variables))[0];
const refusal = async (asker: Asker, query: string, variables: object) => (await asker.ask(query, variables)).errors?.[0]?.extensions;
const minutesNow = async (asker: Asker, id: string) => (await asker.get(READ, { id })).meeting.minutes;
const doc = (...content: object[]) => ({ type: 'doc', content });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const text = (value: string) => ({ type: 'text', text: value });
const said = (value: string) => doc(paragraph(text(value)));
const mention = (id: string, kind = 'organisation') => ({ type: 'mention', attrs: { id, kind } });

/** A meeting with begun minutes, and its first section. */
async function begun(input: object = {}): Promise<{ id: string; section: Loose }> {
  const { id } = await log(input);
  const { minutes } = await does(secretariat, START, { id });
  return { id, section: minutes.sections[0] };
}
async function written(body = 'Se acordó el plan'): Promise<{ id: string; section: Loose }> {
  const { id, section } = await begun();
  const { minutes } = await does(secretariat, SAVE, { id: section.id, version: section.version, input: { content: said(body) } });
  return { id, section: minutes.sections[0] };
}

describe('a draft', () => {
  it('begins with a section for each point of the agenda, once', async () => {
    const { id } = await log({ agenda: [{ title: 'Apertura', minutes: 10 }, { title: 'Convenio', minutes: 30 }] });
    await does(secretariat, START, { id });
    const { minutes } = await does(secretariat, START, { id });
    expect(minutes.sections.map((each: Loose) => [each.number, each.title, Boolean(each.agendaItemId)])).toEqual([[1, 'Apertura', true], [2, 'Convenio', true]]);
    expect(minutes.state).toBe('draft');
  });

  it('keeps headings, lists, tables and mentions, with the name that the reader may see', async () => {
    const { id, section } = await begun();
    const cell = (type: string, value: string) => ({ type, attrs: { colspan: 1, rowspan: 1, colwidth: [120] }, content: [paragraph(text(value))] });
    const content = doc(
      { type: 'heading', attrs: { level: 3, onclick: 'x' }, content: [text('Avance')] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('Uno'))] }] },
      { type: 'table', content: [{ type: 'tableRow', content: [cell('tableHeader', 'Eje'), cell('tableCell', 'E1')] }] },
      paragraph(text('Con '), mention(oim), text(' y '), mention(hidden)),
    );
    const saved = (await does(secretariat, SAVE, { id: section.id, version: section.version, input: { content } })).minutes.sections[0];
    expect(saved.content.content[0].attrs).toEqual({ level: 3 });
    expect(saved.content.content[3].content.filter((each: Loose) => each.type === 'mention').map((each: Loose) => each.attrs.label)).toEqual(['OIM', 'RESERVADA']);
    const seen = (await minutesNow(honduras, id)).sections[0];
    expect(JSON.stringify(seen)).not.toContain(hidden);
    expect(JSON.stringify(seen)).not.toContain('RESERVADA');
    expect(seen.content.content[3].content[3].attrs).toEqual({ kind: 'unnamed', id: '0', label: '…' });
    // The text is found, the name that not everybody may read is not.
    const found = async (asker: Asker, word: string) => (await asker.get('query ($word: String) { meetings(filter: { text: $word }) { nodes { id } } }', { word })).meetings.nodes.some((each: Loose) => each.id === id);
    expect(await found(honduras, 'avance')).toBe(true);
    expect(await found(honduras, 'migraciones')).toBe(true);
    expect(await found(secretariat, 'reservada')).toBe(false);
    expect(await found(await registry.as('public'), 'avance')).toBe(false);
  });

  it('keeps whom its writer does not see when that writer saves it', async () => {
    const { id } = await log({ country: 'HN' });
    const [section] = (await does(secretariat, START, { id })).minutes.sections;
    await does(secretariat, SAVE, { id: section.id, version: section.version, input: { content: doc(paragraph(mention(hidden), text(' habló'))) } });
    const [seen] = (await minutesNow(honduras, id)).sections;
    const edited = doc(paragraph(...seen.content.content[0].content, text(' largo')));
    await does(honduras, SAVE, { id: section.id, version: seen.version, input: { content: edited } });
    const [after] = (await minutesNow(secretariat, id)).sections;
    expect(after.content.content[0].content.map((each: Loose) => each.attrs?.label ?? each.text)).toEqual(['RESERVADA', ' habló', ' largo']);
    const named = await refusal(honduras, SAVE, { id: section.id, version: after.version, input: { content: doc(paragraph(mention(hidden), mention(hidden))) } });
    expect(named).toBeUndefined(); // what stands there already may be named again …
    const other = await registry.organisation({ visibility: 'secretariat' });
    expect((await refusal(honduras, SAVE, { id: section.id, version: after.version + 1, input: { content: doc(paragraph(mention(other))) } }))?.fields).toEqual([{ path: 'content', problem: 'unknown_record' }]);
  });

  it('refuses what no editor writes: HTML, unknown kinds, scripts as addresses, depths and sizes', async () => {
    const { section } = await begun();
    let deep: object = paragraph(text('x'));
    for (let level = 0; level < 40; level++) deep = { type: 'blockquote', content: [deep] };
    const link = (href: string) => doc(paragraph({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }));
    const cases: [unknown, string][] = [
      ['<p>hola</p>', 'not_text'], [doc({ type: 'iframe' }), 'not_a_choice'], [doc(paragraph({ type: 'image', attrs: { src: 'https://x.example' } })), 'not_a_choice'],
      [link('javascript:alert(1)'), 'invalid_url'], [doc(deep), 'too_many'], [said('x'.repeat(60_001)), 'too_long'],
      [doc(...Array.from({ length: 8_001 }, () => ({ type: 'paragraph' }))), 'too_many'], [doc(), 'too_few'], [said('a\u0000b'), 'invalid_characters'], [said('a\ud800'), 'invalid_characters'],
      [doc(paragraph(mention('no uuid'))), 'unknown_record'], [doc({ type: '__proto__' }), 'not_a_choice'], [doc(paragraph({ type: 'text', text: 7 })), 'not_text'],
    ];
    for (const [content, problem] of cases) {
      expect([problem, (await refusal(secretariat, SAVE, { id: section.id, version: section.version, input: { content } }))?.fields]).toEqual([problem, [expect.objectContaining({ path: 'content', problem })]]);
    }
  });

  it('tells the second of two who write the same section, and lets two who write different ones be', async () => {
    const { id, section } = await begun();
    const second = (await does(secretariat, ADD, { id, input: { title: 'Varios' } })).minutes.sections[1];
    const admin = await registry.as('admin');
    await does(admin, SAVE, { id: section.id, version: section.version, input: { content: said('Primero') } });
    expect((await refusal(secretariat, SAVE, { id: section.id, version: section.version, input: { content: said('Segundo') } }))?.code).toBe('CONFLICT_STALE');
    await does(secretariat, SAVE, { id: second.id, version: second.version, input: { title: 'Varios y cierre' } });
  });

  it('moves and removes sections', async () => {
    const { id, section } = await begun();
    await does(secretariat, ADD, { id, input: { title: 'B' } });
    const third = (await does(secretariat, ADD, { id, input: { title: 'C' } })).minutes.sections[2];
    const titles = (answer: Loose) => answer.minutes.sections.map((each: Loose) => each.title);
    expect(titles(await does(secretariat, MOVE, { id: third.id, down: false }))).toEqual(['', 'C', 'B']);
    expect(titles(await does(secretariat, MOVE, { id: section.id, down: true }))).toEqual(['C', '', 'B']);
    const now = (await minutesNow(secretariat, id)).sections[1];
    expect(titles(await does(secretariat, REMOVE, { id: now.id, version: now.version }))).toEqual(['C', 'B']);
  });

  it('is nobody else’s: a delegate of another country, an observer, a stranger', async () => {
    const { id, section } = await begun();
    for (const asker of [honduras, observer, presidency]) {
      expect((await refusal(asker, SAVE, { id: section.id, version: section.version, input: { content: said('No') } }))?.code).toBe('FORBIDDEN');
      expect((await refusal(asker, START, { id }))?.code).toBe('FORBIDDEN');
    }
    expect((await refusal(await registry.as('public'), SAVE, { id: section.id, version: 1, input: {} }))?.code).toBe('NOT_SIGNED_IN');
    expect((await (await registry.as('public')).get(READ, { id })).meeting).toBeNull();
  });
});

describe('what minutes record', () => {
  it('numbers decisions over the whole, and what few may read by itself', async () => {
    const { id, section } = await begun();
    const second = (await does(secretariat, ADD, { id, input: { title: 'Varios' } })).minutes.sections[1];
    await does(secretariat, DECIDE, { id: second.id, input: { text: 'Última' } });
    await does(secretariat, DECIDE, { id: section.id, input: { text: 'Reservada', visibility: 'secretariat' } });
    const { minutes } = await does(secretariat, DECIDE, { id: section.id, input: { text: 'Primera' } });
    const labels = (each: Loose) => each.sections.flatMap((part: Loose) => part.decisions.map(({ label, text: what }: Loose) => `${label} ${what}`));
    expect(labels(minutes)).toEqual(['S1 Reservada', '1 Primera', '2 Última']);
    const seen = await minutesNow(honduras, id);
    expect(labels(seen)).toEqual(['1 Primera', '2 Última']);
    expect(seen.decisionCount).toBe(2);
  });

  it('leaves a reserved section out for those who may not read it, without a gap', async () => {
    const { id } = await written();
    const reserved = (await does(secretariat, ADD, { id, input: { title: 'Reservado' } })).minutes.sections[1];
    await does(secretariat, DECIDE, { id: reserved.id, input: { text: 'En reserva' } });
    await does(secretariat, ADD, { id, input: { title: 'Cierre' } });
    const { minutes } = await does(secretariat, SAVE, { id: reserved.id, version: reserved.version, input: { visibility: 'secretariat', content: said('palabrasecreta') } });
    expect(minutes.sections[1].decisions[0]).toMatchObject({ label: 'S1', visibility: 'secretariat' }); // it became as reserved as its section
    const seen = await minutesNow(honduras, id);
    expect(seen.sections.map((each: Loose) => [each.number, each.title])).toEqual([[1, ''], [2, 'Cierre']]);
    expect((await honduras.get('{ meetings(filter: { text: "palabrasecreta" }) { total } }')).meetings.total).toBe(0);
    expect((await secretariat.get('{ meetings(filter: { text: "palabrasecreta" }) { total } }')).meetings.total).toBe(1);
    // What is hidden is answered like what never was.
    const nothing = '00000000-0000-4000-8000-000000000000';
    await does(secretariat, CIRCULATE, { id });
    const about = (sectionId: string) => refusal(honduras, OBSERVE, { id, text: 'x', sectionId });
    expect(await about(reserved.id)).toEqual(await about(nothing));
  });

  it('cannot be put by a delegate where delegates do not see it', async () => {
    const { id } = await log({ country: 'HN' }, honduras);
    const [section] = (await does(honduras, START, { id })).minutes.sections;
    expect((await refusal(honduras, SAVE, { id: section.id, version: section.version, input: { visibility: 'secretariat' } }))?.code).toBe('FORBIDDEN');
    await does(honduras, DECIDE, { id: section.id, input: { text: 'De país', visibility: 'country' } });
    expect((await minutesNow(observer, id)).decisionCount).toBe(0);
    expect((await minutesNow(presidency, id)).sections[0].decisions[0].label).toBe('R1');
  });

  it('notes who spoke for whom, and keeps it when the list of who was there is written again', async () => {
    const { id, version } = await log({ attendees: [{ organisationId: oim }] });
    const { attendees } = await does(secretariat, START, { id });
    const marked = await does(secretariat, MARK, { id: attendees[0].id, input: { presence: 'on_behalf', onBehalfOfOrganisationId: hidden } });
    expect(marked.attendees[0]).toMatchObject({ presence: 'on_behalf', onBehalfOfOrganisation: { name: 'Mesa reservada' } });
    expect((await honduras.get(READ, { id })).meeting.attendees[0].onBehalfOfOrganisation).toBeNull();
    await secretariat.get(AMEND, { id, version, input: { attendees: [{ organisationId: oim }] } });
    expect((await secretariat.get(READ, { id })).meeting.attendees[0]).toMatchObject({ presence: 'on_behalf', onBehalfOfOrganisation: { name: 'Mesa reservada' } });
    const [again] = (await secretariat.get(READ, { id })).meeting.attendees;
    expect((await refusal(secretariat, MARK, { id: again.id, input: { presence: 'absent' } }))?.fields).toEqual([{ path: 'presence', problem: 'not_a_choice' }]);
    expect((await does(secretariat, MARK, { id: again.id, input: { presence: 'excused' } })).attendees[0]).toMatchObject({ presence: 'excused', onBehalfOfOrganisation: null });
  });

  it('makes commitments at a point, as visible as the point', async () => {
    const { section } = await begun();
    await does(secretariat, PROMISE, { id: section.id, input: { text: 'Enviar el convenio', dueOn: '2026-12-01' } });
    const { minutes } = await does(secretariat, PROMISE, { id: section.id, input: { text: 'Revisarlo', ownerOrganisationId: oim } });
    expect(minutes.sections[0].commitments).toEqual([
      { text: 'Enviar el convenio', visibility: 'coalition', owner: null, ownerUser: 'secretariat' }, { text: 'Revisarlo', visibility: 'coalition', owner: { id: oim }, ownerUser: null }]);
  });
});

describe('a round', () => {
  it('opens a window, by the clock, for those who may read; the secretariat answers; then the presidency approves', async () => {
    const { id, section } = await written();
    const circulated = (await does(secretariat, CIRCULATE, { id, until: '2026-11-27' })).minutes;
    expect(circulated).toMatchObject({ state: 'circulated', circulatedOn: '2026-11-24', circulatedBy: 'secretariat', observationsUntil: '2026-11-27', windowOpen: true });
    expect((await refusal(secretariat, SAVE, { id: section.id, version: section.version, input: { content: said('Otra') } }))?.fields).toEqual([{ path: '', problem: 'wrong_stage' }]);
    const [observation] = (await does(honduras, OBSERVE, { id, text: 'Falta una fecha', sectionId: section.id })).minutes.observations;
    expect((await refusal(presidency, APPROVE, { id }))?.fields).toEqual([
      { path: '', problem: 'window_open', values: { day: '2026-11-27' } }, { path: '', problem: 'observations_unanswered', values: { count: 1 } }]);
    registry.travelTo('2026-11-28');
    expect((await refusal(honduras, OBSERVE, { id, text: 'Tarde' }))?.fields).toEqual([{ path: '', problem: 'window_closed', values: { day: '2026-11-27' } }]);
    expect((await refusal(honduras, REPLY, { id: observation.id, outcome: 'accepted', answer: '' }))?.code).toBe('FORBIDDEN');
    expect((await refusal(secretariat, REPLY, { id: observation.id, outcome: 'rejected', answer: ' ' }))?.fields).toEqual([{ path: 'answer', problem: 'required' }]);
    const answered = (await does(secretariat, REPLY, { id: observation.id, outcome: 'rejected', answer: 'Está en el anexo' })).minutes;
    expect(answered.observations[0]).toMatchObject({ author: 'delegate HN', outcome: 'rejected', answeredBy: 'secretariat' });
    expect((await refusal(secretariat, APPROVE, { id }))?.code).toBe('FORBIDDEN');
    expect((await refusal(presidency, APPROVE, { id, version: answered.version - 1 }))?.code).toBe('CONFLICT_STALE');
    const approved = (await does(presidency, APPROVE, { id, version: answered.version })).minutes;
    expect(approved).toMatchObject({ state: 'approved', approvedOn: '2026-11-28', approvedBy: 'presidency PA', contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('ends early when every delegation has agreed, with this text and no earlier one', async () => {
    const { id } = await written();
    await does(secretariat, CIRCULATE, { id });
    await registry.sql("update user_account set disabled_at = now() where role = 'delegate' and id <> $1", [honduras.userId]);
    expect((await does(honduras, AGREE, { id })).minutes.agreement).toEqual({ asked: 1, agreed: ['delegate HN'], mine: true });
    await does(secretariat, REVISE, { id });
    await does(secretariat, CIRCULATE, { id });
    expect((await refusal(presidency, APPROVE, { id }))?.fields?.[0]?.problem).toBe('window_open');
    await does(honduras, AGREE, { id });
    expect((await refusal(secretariat, AGREE, { id }))?.code).toBe('FORBIDDEN');
    expect((await does(presidency, APPROVE, { id })).minutes.state).toBe('approved');
  });

  it('does not begin with nothing, twice, or with a window that ends before it opens', async () => {
    const { id } = await begun();
    expect((await refusal(secretariat, CIRCULATE, { id }))?.fields).toEqual([{ path: '', problem: 'required' }]);
    const { id: other } = await written();
    expect((await refusal(secretariat, CIRCULATE, { id: other, until: '2026-11-23' }))?.fields?.[0]).toMatchObject({ path: 'observationsUntil', problem: 'end_before_start' });
    expect((await refusal(secretariat, CIRCULATE, { id: other, until: '2027-11-23' }))?.fields?.[0]).toMatchObject({ path: 'observationsUntil', problem: 'day_out_of_range' });
    await does(secretariat, CIRCULATE, { id: other, until: '2026-11-24' });
    expect((await refusal(secretariat, CIRCULATE, { id: other }))?.fields).toEqual([{ path: '', problem: 'wrong_stage' }]);
  });
});

describe('approved minutes', () => {
  async function approved(): Promise<{ id: string; version: number; section: Loose; hash: string; attendee: string }> {
    const { id, version } = await log({ attendees: [{ organisationId: oim }] });
    const { minutes, attendees } = await does(secretariat, START, { id });
    const section = minutes.sections[0];
    await does(secretariat, SAVE, { id: section.id, version: section.version, input: { content: doc(paragraph(mention(oim), text(' firmará'))) } });
    await does(secretariat, DECIDE, { id: section.id, input: { text: 'Firmar' } });
    await does(secretariat, PROMISE, { id: section.id, input: { text: 'Preparar el texto', dueOn: '2026-12-10' } });
    await does(secretariat, CIRCULATE, { id, until: '2026-11-24' });
    registry.travelTo('2026-11-25');
    const { contentHash } = (await does(presidency, APPROVE, { id })).minutes;
    return { id, version, section, hash: contentHash, attendee: attendees[0].id };
  }

  it('have a hash over everything: attendance, text, decisions and commitments, by ids alone', async () => {
    const { id, hash } = await approved();
    const [kept] = await registry.sql<{ content: string; content_hash: string }>('select content, content_hash from minutes_version where meeting_id = $1', [id]);
    expect(kept!.content_hash).toBe(hash);
    expect(createHash('sha256').update(kept!.content).digest('hex')).toBe(hash);
    const content = JSON.parse(kept!.content) as Loose;
    expect(content).toMatchObject({ form: 2, attendance: [{ organisationId: oim, presence: 'present' }], commitments: [{ text: 'Preparar el texto', dueOn: '2026-12-10' }] });
    expect(content.sections[0].decisions).toEqual([expect.objectContaining({ text: 'Firmar' })]);
    expect(kept!.content).not.toContain('OIM'); // a name can change, or be erased, and the hash holds
  });

  it('are read only: their text, their decisions and who was there, for the database too', async () => {
    const { id, version, section, attendee } = await approved();
    const now = (await minutesNow(secretariat, id)).sections[0];
    const readOnly = [{ path: '', problem: 'read_only' }];
    expect((await refusal(secretariat, SAVE, { id: section.id, version: now.version, input: { content: said('Otra') } }))?.fields).toEqual(readOnly);
    expect((await refusal(secretariat, DECIDE, { id: section.id, input: { text: 'Otra' } }))?.fields).toEqual(readOnly);
    expect((await refusal(secretariat, MARK, { id: attendee, input: { presence: 'excused' } }))?.fields).toEqual([{ path: 'attendees', problem: 'read_only' }]);
    expect((await refusal(secretariat, AMEND, { id, version, input: { attendees: [] } }))?.fields).toEqual([{ path: 'attendees', problem: 'read_only' }]);
    expect((await refusal(secretariat, AMEND, { id, version, input: { agreed: 'Otra cosa' } }))?.fields).toEqual([{ path: 'agreed', problem: 'read_only' }]);
    for (const [statement, values] of [
      ['update minutes_section set title = $2 where meeting_id = $1', [id, 'x']], ['delete from decision where meeting_id = $1', [id]],
      ["update attendance set presence = 'excused' where meeting_id = $1", [id]], ['delete from attendance where meeting_id = $1', [id]],
      ["update minutes set state = 'draft', content_hash = null, approved_on = null where meeting_id = $1", [id]], ['delete from minutes where meeting_id = $1', [id]],
      ["update commitment set text = 'x' where meeting_id = $1", [id]], ['delete from minutes_version where meeting_id = $1', [id]], ["update minutes_version set content = '{}' where meeting_id = $1", [id]],
    ] as const) await expect(registry.sql(statement, [...values])).rejects.toThrow();
    // What was promised goes on living.
    await registry.sql("update commitment set due_on = '2026-12-20' where meeting_id = $1", [id]);
  });

  it('are reopened by the presidency, with a reason, and the approved version stays', async () => {
    const { id, section, hash } = await approved();
    expect((await refusal(secretariat, REOPEN, { id, reason: 'Errata' }))?.code).toBe('FORBIDDEN');
    expect((await refusal(presidency, REOPEN, { id, reason: ' ' }))?.fields).toEqual([{ path: 'reason', problem: 'required' }]);
    const reopened = (await does(presidency, REOPEN, { id, reason: 'Errata en la fecha' })).minutes;
    expect(reopened).toMatchObject({ state: 'draft', contentHash: null, approvedOn: null });
    expect(reopened.versions).toEqual([{ number: 1, contentHash: hash, approvedBy: 'presidency PA', reopenedBy: 'presidency PA', reopenedReason: 'Errata en la fecha' }]);
    await does(secretariat, SAVE, { id: section.id, version: reopened.sections[0].version, input: { content: said('Corregida') } });
    await does(secretariat, CIRCULATE, { id, until: '2026-11-25' });
    registry.travelTo('2026-11-26');
    const again = (await does(presidency, APPROVE, { id })).minutes;
    expect(again.versions.map((each: Loose) => each.number)).toEqual([2, 1]);
    expect(again.contentHash).not.toBe(hash);
  });
});

describe('as documents', () => {
  const fetched = async (asker: Asker, path: string) => fetch(`${registry.url}/api/meetings/${path}`, { headers: { cookie: asker.cookie } });
  const wordsOf = async (response: Response) => (await (await JSZip.loadAsync(Buffer.from(await response.arrayBuffer()))).file('word/document.xml')!.async('string')).replace(/<[^>]+>/g, ' ');

  async function reserved(): Promise<string> {
    const { id, version } = await log({ title: 'Sesión reservada en parte', attendees: [{ organisationId: oim }, { organisationId: hidden }] });
    const { minutes } = await does(secretariat, START, { id });
    const cell = (type: string, value: string, attrs = {}) => ({ type, attrs: { colspan: 1, rowspan: 1, ...attrs }, content: [paragraph(text(value))] });
    const table = { type: 'table', content: [{ type: 'tableRow', content: [cell('tableHeader', 'Eje'), cell('tableHeader', 'Avance')] }, { type: 'tableRow', content: [cell('tableCell', 'E1 y E2', { colspan: 2 })] },
      { type: 'tableRow', content: [cell('tableCell', 'Alto', { rowspan: 2 }), cell('tableCell', 'Uno')] }, { type: 'tableRow', content: [cell('tableCell', 'Dos')] }] };
    const list = { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph(text('Primero')), { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('Dentro'))] }] }] }] };
    await does(secretariat, SAVE, { id: minutes.sections[0].id, version: 1, input: { title: 'Abierto', content: doc(paragraph(mention(oim), text(' y '), mention(hidden)), table, list) } });
    const closed = (await does(secretariat, ADD, { id, input: { title: 'Cerrado', visibility: 'secretariat' } })).minutes.sections[1];
    await does(secretariat, SAVE, { id: closed.id, version: 1, input: { content: said('Palabra reservadísima') } });
    await does(secretariat, DECIDE, { id: closed.id, input: { text: 'Decidir en reserva' } });
    await does(secretariat, PROMISE, { id: closed.id, input: { text: 'Prometer en reserva' } });
    const last = (await does(secretariat, ADD, { id, input: { title: 'Después' } })).minutes.sections[2];
    await does(secretariat, DECIDE, { id: last.id, input: { text: 'Decidir en público' } });
    await secretariat.get(AMEND, { id, version, input: { agreed: 'Se acordó lo público.' } });
    return id;
  }

  it('say to each what they may read, numbered as if the rest had never been, in both languages', async () => {
    const id = await reserved();
    const documents = registry.app.get(MinutesDocumentsService);
    const seen = await documents.document({ userId: honduras.userId, role: 'delegate', country: 'HN' }, id, 'es');
    expect(seen.sections.map((each) => each.heading)).toEqual(['1. Abierto', '2. Después']);
    expect(seen.sections[1]!.decisions).toEqual([{ label: 'Decisión 1', text: 'Decidir en público' }]);
    for (const word of ['en reserva', 'reservad', 'RESERVADA', 'Mesa', hidden]) expect([word, JSON.stringify({ ...seen, title: '', words: null })]).not.toEqual([word, expect.stringContaining(word)]);
    const whole = await documents.document({ userId: secretariat.userId, role: 'secretariat', country: null }, id, 'en');
    expect(whole.sections.map((each) => [each.heading, each.reserved])).toEqual([['1. Abierto', null], ['Cerrado', 'Reserved for the secretariat'], ['2. Después', null]]);
    expect(whole.sections[1]!.decisions[0]!.label).toBe('Decision S1');
    expect(whole.participants.map((each) => each.organisation)).toEqual(['Mesa reservada (RESERVADA)', 'Organización Internacional para las Migraciones (OIM)']);
    const docx = await wordsOf(await fetched(honduras, `${id}/minutes.docx`));
    expect(docx).toContain('Decidir en público');
    for (const word of ['reservadísima', 'en reserva', 'RESERVADA']) expect(docx).not.toContain(word);
    expect(await wordsOf(await fetched(secretariat, `${id}/minutes.docx?language=en`))).toContain('Palabra reservadísima');
  });

  it('are downloads that run nothing, with the name of the meeting', async () => {
    const { id } = await written();
    for (const [kind, start] of [['pdf', '%PDF-'], ['docx', 'PK']] as const) {
      const response = await fetched(observer, `${id}/minutes.${kind}`);
      expect([response.status, response.headers.get('x-content-type-options'), response.headers.get('content-disposition')]).toEqual([200, 'nosniff', expect.stringContaining(`attachment; filename="Acta - Sesion.${kind}"`)]);
      expect(Buffer.from(await response.arrayBuffer()).subarray(0, start.length).toString()).toBe(start);
    }
  });

  it('are refused to strangers, and a hidden one is answered like one that never was', async () => {
    const { id } = await begun({ visibility: 'secretariat' });
    expect((await fetched(await registry.as('public'), `${id}/minutes.pdf`)).status).toBe(401);
    const answers = await Promise.all([id, '00000000-0000-4000-8000-000000000000', 'no-id'].map(async (each) => { const response = await fetched(honduras, `${each}/minutes.pdf`); return [response.status, await response.text()]; }));
    expect(answers).toEqual([answers[1], answers[1], answers[1]]);
    expect(answers[0]![0]).toBe(404);
  });
});
