import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Registry } from './support/harness.js';

const REGISTER = 'mutation ($input: PersonInput!) { registerPerson(input: $input) { id name version affiliations { id post fromDay toDay current version organisation { name } } contactPoints { kind value } viewerCan } }';
const AMEND = 'mutation ($id: ID!, $version: Int!, $input: PersonInput!) { amendPerson(id: $id, version: $version, input: $input) { id name version affiliations { id post current version } contactPoints { kind value } } }';
const END = 'mutation ($id: ID!, $version: Int!, $toDay: Day!) { endAffiliation(id: $id, version: $version, toDay: $toDay) { affiliations { post toDay current } } }';
const PERSON = 'query ($id: ID!) { person(id: $id) { name contactPoints { value } affiliations { post } viewerCan } }';
const SEARCH = 'query ($text: String) { people(text: $text) { total nodes { name } } }';

let registry: Registry;
let secretariat: Asker;
let honduras: Asker;
let observer: Asker;
let red: string;

beforeAll(async () => {
  registry = await openRegistry();
  registry.travelTo('2026-11-24');
  [secretariat, honduras, observer] = [await registry.as('secretariat'), await registry.as('delegate', 'HN'), await registry.as('observer')];
  red = await registry.organisation({ name: 'Red de Prevención', acronym: 'REPRE' });
});
afterAll(() => registry.close());

const register = async (asker: Asker, input: object) => (await asker.get(REGISTER, { input })).registerPerson;
const refusal = async (asker: Asker, query: string, variables: object) => (await asker.ask(query, variables)).errors?.[0]?.extensions;
const names = async (asker: Asker, text: string) => (await asker.get(SEARCH, { text })).people.nodes.map((each: { name: string }) => each.name);

describe('a person\'s posts', () => {
  it('are current by their dates, and end without disappearing', async () => {
    const person = await register(secretariat, { name: 'María Ángela Núñez', affiliations: [{ organisationId: red, post: 'Directora', fromDay: '2024-01-01' }, { organisationId: red, post: 'Asistente', fromDay: '2020-01-01', toDay: '2023-12-31' }] });
    expect(person.affiliations.map((each: any) => [each.post, each.current])).toEqual([['Directora', true], ['Asistente', false]]);
    const [post] = person.affiliations;
    expect((await refusal(secretariat, END, { id: post.id, version: post.version, toDay: '2023-06-01' }))?.fields[0]).toMatchObject({ path: 'toDay', problem: 'end_before_start' });
    const ended = (await secretariat.get(END, { id: post.id, version: post.version, toDay: '2026-11-23' })).endAffiliation;
    expect(ended.affiliations).toEqual([{ post: 'Directora', toDay: '2026-11-23', current: false }, { post: 'Asistente', toDay: '2023-12-31', current: false }]);
  });

  it('cannot be at an organisation that is hidden from the viewer', async () => {
    const hidden = await registry.organisation({ visibility: 'secretariat' });
    expect((await refusal(honduras, REGISTER, { input: { name: 'X', affiliations: [{ organisationId: hidden }] } }))?.fields).toEqual([{ path: 'affiliations.0.organisationId', problem: 'unknown_record' }]);
  });
});

describe('who may know what', () => {
  it('keeps contact details from observers, and people from strangers', async () => {
    const { id } = await register(secretariat, { name: 'Rafael Soto', email: 'rafael@red.example', phone: '+504 2222 0000' });
    expect((await honduras.get(PERSON, { id })).person.contactPoints).toHaveLength(2);
    expect((await observer.get(PERSON, { id })).person).toMatchObject({ name: 'Rafael Soto', contactPoints: [] });
    expect(await names(honduras, 'rafael@red.example')).toEqual(['Rafael Soto']);
    expect(await names(observer, 'rafael@red.example')).toEqual([]);
    const stranger = await registry.as('public');
    expect((await refusal(stranger, PERSON, { id }))?.code).toBe('NOT_SIGNED_IN');
    expect((await refusal(observer, REGISTER, { input: { name: 'X' } }))?.code).toBe('FORBIDDEN');
  });

  it('keeps why the details may be kept, and notes, from observers', async () => {
    const { id } = await register(secretariat, { name: 'Elsa Ruiz', languages: ['es', 'en'], consentBasis: 'consent', consentOn: '2025-03-01', notes: 'Prefiere correo' });
    const read = async (asker: Asker) => (await asker.get('query ($id: ID!) { person(id: $id) { languages consentBasis consentOn notes } }', { id })).person;
    expect(await read(honduras)).toEqual({ languages: ['es', 'en'], consentBasis: 'consent', consentOn: '2025-03-01', notes: 'Prefiere correo' });
    expect(await read(observer)).toEqual({ languages: ['es', 'en'], consentBasis: null, consentOn: null, notes: '' });
    expect((await refusal(secretariat, REGISTER, { input: { name: 'X', consentBasis: 'because', languages: ['ES!'], consentOn: '2025-02-30' } }))?.code).toBe('INVALID');
  });

  it('finds nobody by an organisation that is hidden', async () => {
    const hidden = await registry.organisation({ name: 'Escondida', acronym: 'ESCO', visibility: 'secretariat' });
    await register(secretariat, { name: 'Alguien De Ahí', affiliations: [{ organisationId: hidden }] });
    const at = async (asker: Asker) => (await asker.get('query ($organisationId: ID) { people(organisationId: $organisationId) { total } }', { organisationId: hidden })).people.total;
    expect([await at(secretariat), await at(honduras), await names(secretariat, 'ESCO'), await names(honduras, 'ESCO')]).toEqual([1, 0, ['Alguien De Ahí'], []]);
  });

  it('lets a delegate write their own country\'s people alone, and not give them away', async () => {
    const theirs = await register(secretariat, { name: 'De Guatemala', country: 'GT' });
    expect((await refusal(honduras, AMEND, { id: theirs.id, version: theirs.version, input: { name: 'Otra' } }))?.code).toBe('FORBIDDEN');
    const own = await register(honduras, { name: 'De Honduras' });
    expect((await refusal(honduras, AMEND, { id: own.id, version: own.version, input: { country: 'GT' } }))?.code).toBe('FORBIDDEN');
  });
});

describe('amending a person', () => {
  it('replaces a contact detail of the kind given, adds posts, and refuses a stale edit', async () => {
    const { id, version } = await register(secretariat, { name: 'Carla Mejía', email: 'vieja@red.example', phone: '+504 1' });
    const { amendPerson } = await secretariat.get(AMEND, { id, version, input: { email: 'nueva@red.example', affiliations: [{ organisationId: red, post: 'Enlace' }] } });
    expect(amendPerson.contactPoints).toEqual([{ kind: 'email', value: 'nueva@red.example' }, { kind: 'phone', value: '+504 1' }]);
    expect(amendPerson.affiliations).toMatchObject([{ post: 'Enlace', current: true }]);
    expect((await refusal(secretariat, AMEND, { id, version, input: { name: 'Otra' } }))?.code).toBe('CONFLICT_STALE');
    expect((await refusal(secretariat, AMEND, { id, version: amendPerson.version, input: { email: 'not one' } }))?.fields).toEqual([{ path: 'email', problem: 'invalid_email' }]);
  });
});

it.each(['nunez', 'maria angela', 'Nuñes Angela', 'repre'])('finds María Ángela Núñez by "%s"', async (text) => {
  expect(await names(honduras, text)).toContain('María Ángela Núñez');
});
