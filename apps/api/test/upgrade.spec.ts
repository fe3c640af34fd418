import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../src/platform/database/data-source.js';
import { migrate } from '../src/platform/database/migrate.js';
import { migrations } from '../src/platform/database/migrations.js';

/** The last migration of the first release: registers in use have this schema. */
const FIRST_RELEASE = 'CommitmentsAndRelationships1790000000012';

let owner: pg.Client;
let url: string;
const name = `t_${randomBytes(6).toString('hex')}`;
const onServer = async (statement: string) => {
  const server = new pg.Client(process.env['TEST_OWNER_URL']!);
  await server.connect();
  await server.query(statement);
  await server.end();
};

beforeAll(async () => {
  await onServer(`create database ${name}`);
  const address = new URL(process.env['TEST_OWNER_URL']!);
  address.pathname = `/${name}`;
  url = address.href;
  const released = migrations.slice(0, migrations.findIndex((each) => each.name === FIRST_RELEASE) + 1);
  const before = await new DataSource({ ...databaseOptions(url), migrations: released } as never).initialize();
  await before.runMigrations();
  await before.destroy();
  owner = new pg.Client(url);
  await owner.connect();
  await owner.query(IN_USE);
});
afterAll(async () => {
  await owner.end();
  await onServer(`drop database ${name} with (force)`);
});

// A small register as the first release kept it: its plan, a definition, a target, and a signed figure.
const IN_USE = `
  begin;
  select begin_work(':test', 'test.given');
  insert into country (code, alpha3, numeric_code, label_es, label_en) values ('HN', 'HND', '340', 'Honduras', 'Honduras');
  insert into audience (code, label_es, label_en, position, number) values ('state', 'Estado', 'State', 0, 1);
  insert into product (code, label_es, label_en) values ('quarterly_bulletin', 'Boletín trimestral', 'Quarterly bulletin');
  insert into medium (code, label_es, label_en) values ('email', 'Correo electrónico', 'E-mail');
  insert into coalition (acronym, name_es, name_en) values ('CORETT', 'Coalición', 'Coalition');
  insert into strategy (code, title_es, title_en, from_year, to_year, content_plan) values ('plan', 'Plan', 'Plan', 2019, 2027, '[{ "audience": "state", "years": { "from": 2021, "to": 2025 },
    "messages": [{ "es": "Somos la instancia regional.", "en": "We are the regional body." }], "products": [{ "code": "bulletin", "es": "Boletines", "en": "Bulletins" }],
    "media": [{ "es": "Correo electrónico", "en": "E-mail" }, { "es": "Otras acciones", "en": "Other actions" }] }]');
  insert into axis (code, strategy, position, label_es, label_en, tactic_es, tactic_en, from_year, to_year) values ('E3', 'plan', 0, 'Alianzas', 'Alliances', '', '', 2021, 2027);
  insert into indicator (code, label_es, label_en, nature, source, unit, definition_es, definition_en, baseline_on, definition_version)
    values ('alliances_in_force', 'Alianzas', 'Alliances', 'stock', 'alliances', 'instrument', 'Instrumentos vigentes', 'Instruments in force', '2019-01-01', 1);
  insert into result (code, axis, position, label_es, label_en, indicator) values ('E3.R1', 'E3', 0, 'Alianzas', 'Alliances', 'alliances_in_force');
  insert into strategy_activity (code, axis, position, label_es, label_en, from_day, to_day) values ('E3.A1', 'E3', 0, 'Mapeo', 'Mapping', '2021-01-01', '2025-12-31');
  insert into target (indicator, year, value, rationale) values ('alliances_in_force', 2025, 12, 'Acordada');
  insert into user_account (id, email, name, role) values ('00000000-0000-4000-8000-000000000001', 'ana@example.org', 'Ana', 'secretariat'),
    ('00000000-0000-4000-8000-000000000002', 'eva@example.org', 'Eva', 'presidency');
  insert into snapshot (indicator, on_day, known_on, value, counted, excluded, definition, content_hash, proposed_by, approved_by, approved_at) values ('alliances_in_force', '2024-12-31', '2025-01-10', 6, '[]', '[]',
    '{"unit": "instrument", "definitionVersion": 1}', 'as it was', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002', now());
  insert into dissemination (audience, message, product, medium, sent_on, visibility, demonstration, created_at) values ('state', 'Boletín', 'quarterly_bulletin', 'email', '2024-02-01', 'coalition', false, now());
  commit;
`;

const rows = async (statement: string) => (await owner.query(statement)).rows;

it('a register of the first release is brought to today\'s schema, and keeps what it said', async () => {
  const ran = await migrate(url);
  expect(ran).toEqual(migrations.map((each) => each.name).slice(migrations.findIndex((each) => each.name === FIRST_RELEASE) + 1));
  // What was published stays published.
  expect(await rows('select value, content_hash, figures, hash_version, approved_at is not null as approved from snapshot')).toEqual(
    [{ value: 6, content_hash: 'as it was', figures: null, hash_version: 1, approved: true }]);
  expect(await rows('select year, value, rationale from target')).toEqual([{ year: 2025, value: 12, rationale: 'Acordada' }]);
  // The definition by which it was counted becomes its first version.
  expect(await rows('select number, unit, texts -> \'definition\' ->> \'es\' as said, approved_at is not null as approved from indicator_definition')).toEqual(
    [{ number: 1, unit: 'instrument', said: 'Instrumentos vigentes', approved: true }]);
  expect(await rows('select strategy_activity, country, planned_from, current_to from matrix_row')).toEqual([{ strategy_activity: 'E3.A1', country: null, planned_from: '2021-01-01', current_to: '2025-12-31' }]);
  expect(await rows('select code, term, every, label_es from content_plan_entry order by code')).toEqual([
    { code: 'state.medium.1', term: 'email', every: 'once', label_es: 'Correo electrónico' }, { code: 'state.medium.2', term: null, every: 'once', label_es: 'Otras acciones' },
    { code: 'state.message.1', term: null, every: 'once', label_es: 'Somos la instancia regional.' }, { code: 'state.product.1', term: 'quarterly_bulletin', every: 'quarter', label_es: 'Boletines' }]);
  expect(await rows('select message, plan_entry from dissemination')).toEqual([{ message: 'Boletín', plan_entry: null }]);
});

it('the trail of what was written stays whole, and a second start has nothing to do', async () => {
  expect(await rows('select * from audit_verify()')).toEqual([]);
  expect(await migrate(url)).toEqual([]);
});
