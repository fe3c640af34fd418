import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Registry } from './support/harness.js';

const SEARCH = 'query ($text: String!, $first: Int) { search(text: $text, first: $first) { kind id label labelEn detail kindCode country day } }';

let registry: Registry;
let secretariat: Asker;
let honduras: Asker;
let observer: Asker;

const found = async (asker: Asker, text: string, first = 20): Promise<{ kind: string; label: string; detail: string | null }[]> => (await asker.get(SEARCH, { text, first })).search;
const labels = async (asker: Asker, text: string) => (await found(asker, text)).map(({ label }) => label);

beforeAll(async () => {
  registry = await openRegistry();
  registry.travelTo('2026-11-24');
  [secretariat, honduras, observer] = [await registry.as('secretariat'), await registry.as('delegate', 'HN'), await registry.as('observer')];
  const foprel = await registry.organisation({ name: 'Foro de Presidentes de Poderes Legislativos', acronym: 'FOPREL', standing: 'external', country: 'NI' });
  await registry.organisation({ name: 'Fundación Foprelia' });
  await registry.organisation({ name: 'Organización Migración Segura', acronym: 'OMS' });
  await registry.organisation({ name: 'Observatorio Xilófono', visibility: 'secretariat' });
  const oculta = await registry.organisation({ name: 'Oficina Reservada', acronym: 'RESERVADA', visibility: 'secretariat' });
  const [{ id: person }] = await registry.sql("insert into person (name) values ('María Ángela Núñez') returning id");
  await registry.sql("insert into affiliation (person_id, organisation_id, post) values ($1, $2, 'Enlace')", [person, foprel]);
  const [{ id: other }] = await registry.sql("insert into person (name) values ('Berta Reyes') returning id");
  await registry.sql("insert into affiliation (person_id, organisation_id, post) values ($1, $2, 'Enlace')", [other, oculta]);
  await registry.sql("insert into person (name, visibility, country) values ('María Núñez de Guatemala', 'country', 'GT')");
  await registry.sql("insert into agreement (title, title_en, reference, kind, effective_from) values ('Carta de entendimiento con FOPREL', 'Letter of understanding with FOPREL', 'CE-2024-07', 'letter_of_understanding', '2024-10-24')");
  await registry.sql("insert into agreement (title, kind, visibility) values ('Acuerdo Xilófono con FOPREL', 'memorandum', 'secretariat')");
  await registry.sql("insert into agreement (title, kind, archived_at) values ('Acuerdo archivado con FOPREL', 'memorandum', now())");
  for (let at = 0; at < 9; at++) {
    await registry.sql("insert into meeting (title, kind, starts_at, time_zone) values ($1, 'bilateral', $2, 'America/Guatemala')", [`Reunión bilateral con FOPREL ${at}`, `2025-0${at + 1}-01T15:00:00Z`]);
  }
  await registry.sql("insert into activity (title, title_en, kind, starts_on) values ('Campaña Corazón Azul', 'Blue Heart campaign', 'campaign', '2025-07-30')");
  await registry.sql("insert into activity (title, kind, visibility, country) values ('Taller xilófono de Guatemala', 'workshop', 'country', 'GT')");
});
afterAll(() => registry.close());

describe('the global search', () => {
  it('puts the exact acronym first, then what begins so, and other kinds after it', async () => {
    const hits = await found(secretariat, 'foprel');
    expect(hits[0]).toMatchObject({ kind: 'organisation', detail: 'FOPREL' });
    expect(hits.map(({ label }) => label)).toEqual(expect.arrayContaining(['Fundación Foprelia', 'Carta de entendimiento con FOPREL']));
  });

  it.each([
    ['foperl', 'Foro de Presidentes de Poderes Legislativos'], ['foprl', 'Foro de Presidentes de Poderes Legislativos'], ['organisacion migrasion', 'Organización Migración Segura'],
    ['legislativos presidentes', 'Foro de Presidentes de Poderes Legislativos'], ['nunez angela', 'María Ángela Núñez'],
    ['corason azul', 'Campaña Corazón Azul'], ['blue heart', 'Campaña Corazón Azul'], ['CE-2024-07', 'Carta de entendimiento con FOPREL'],
    ['letter understanding', 'Carta de entendimiento con FOPREL'], ['foro para los presidentes', 'Foro de Presidentes de Poderes Legislativos'],
    ['campaña para las corazón azul', 'Campaña Corazón Azul'], ['the heart of the campaign', 'Campaña Corazón Azul'],
  ])('finds by "%s"', async (text, label) => {
    expect((await labels(secretariat, text))[0]).toBe(label);
  });

  it('tells where a person works, but not at an organisation that is hidden from the viewer', async () => {
    expect((await found(honduras, 'maria angela nunez'))[0]).toMatchObject({ kind: 'person', detail: 'FOPREL' });
    expect((await found(secretariat, 'berta reyes'))[0]).toMatchObject({ detail: 'RESERVADA' });
    expect((await found(honduras, 'berta reyes'))[0]).toMatchObject({ label: 'Berta Reyes', detail: null });
  });

  it('does not know what the viewer may not see, or what was archived', async () => {
    expect(await labels(secretariat, 'xilofono')).toEqual(expect.arrayContaining(['Observatorio Xilófono', 'Acuerdo Xilófono con FOPREL', 'Taller xilófono de Guatemala']));
    expect(await labels(honduras, 'xilofono')).toEqual([]);
    expect(await labels(observer, 'maria nunez')).toEqual(['María Ángela Núñez']);
    expect(await labels(secretariat, 'archivado')).toEqual([]);
  });

  it('tells strangers of public organisations alone, and of no person', async () => {
    const stranger = await registry.as('public');
    expect(await labels(stranger, 'maria angela nunez')).toEqual([]);
    expect((await found(stranger, 'CORETT')).map(({ kind, detail }) => [kind, detail])).toContainEqual(['organisation', 'CORETT']);
  });

  it('keeps one kind from filling the answer, the latest first', async () => {
    const meetings = (await found(secretariat, 'reunion bilateral foprel')).filter(({ kind }) => kind === 'meeting').map(({ label }) => label);
    expect(meetings).toHaveLength(6);
    expect(meetings[0]).toBe('Reunión bilateral con FOPREL 8');
  });

  it('answers nothing to no word, and refuses more hits than a page holds', async () => {
    expect(await labels(secretariat, ' ¿? ')).toEqual([]);
    expect((await secretariat.ask(SEARCH, { text: 'foro', first: 51 })).errors?.[0]?.extensions.fields).toMatchObject([{ path: 'first', problem: 'number_out_of_range' }]);
  });

  it('is one statement beside the session\'s', async () => {
    expect(await registry.statementsOf(() => found(secretariat, 'foprel nunez'))).toHaveLength(2);
  });
});
