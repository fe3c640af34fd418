import { closeSync, copyFileSync, ftruncateSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type pg from 'pg';
import { TODAY } from '../src/start/demonstration/days.js';
import { loadDemonstration } from '../src/start/demonstration/load-demonstration.js';
import { prepare as prepareUser } from '../src/commands/user.command.js';
import { prepare as prepareExport } from '../src/features/exports/export.command.js';
import { prepare as prepareImport } from '../src/features/imports/import.command.js';
import { prepare as prepareCount } from '../src/features/indicators/count.command.js';
import { runProgram } from './support/cli.js';
import { openRegistry, type Asker, type Registry } from './support/harness.js';

jest.setTimeout(120_000); // every command is a process of its own

const folder = mkdtempSync(join(tmpdir(), 'tejido-cli-'));
let registry: Registry; // holds the demonstration
let office: Asker;
let stranger: Asker;
beforeAll(async () => {
  registry = await openRegistry();
  const client = { query: async (text: string, values: unknown[] = []) => ({ rows: await registry.sql(text, values) }) };
  await loadDemonstration(client as unknown as pg.ClientBase);
  await registry.sql('update coalition set demonstration = true');
  registry.travelTo(TODAY);
  office = await registry.as('secretariat');
  stranger = await registry.as('public');
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await registry?.close();
});

const tejido = (...args: string[]) => runProgram(args, { databaseUrl: registry.ownerUrl });
const count = async (table: string): Promise<number> => Number((await registry.sql(`select count(*) as n from ${table}`))[0].n);
const refusedWith = (line: string | RegExp) => ({ code: 1, stdout: '', stderr: expect.stringMatching(typeof line === 'string' ? line : line) as unknown as string });
const lines = (text: string): string[] => text.trimEnd().split('\n');

describe('the command line', () => {
  it('explains itself in both languages', async () => {
    const [spanish, english, one] = await Promise.all([tejido('help'), tejido('--help', '--lang', 'en'), tejido('count', '--help', '--lang=en')]);
    expect([spanish.code, english.code, one.code]).toEqual([0, 0, 0]);
    for (const verb of ['migrate', 'demo', 'user add', 'import', 'export', 'count']) expect(spanish.stdout).toContain(`\n  ${verb}`);
    expect(spanish.stdout).toContain('Lleva la base de datos al esquema más nuevo');
    expect(english.stdout).toContain('Brings the database to the newest schema');
    expect(one.stdout).toMatch(/^npm run tejido -- count alliances_in_force\|joint_activities_done .*DIMENSION/);
  });

  it.each([
    [['frobnicate'], /^Orden desconocida: frobnicate\. Las hay: migrate, demo,/],
    [['frobnicate', '--lang', 'en'], /^Unknown command: frobnicate\. There are: migrate,/],
    [['count', 'happiness'], /^Indicador desconocido: happiness\. Se cuentan: alliances_in_force, joint_activities_done/],
    [['count', 'alliances_in_force', '--on', '2024-02-30'], /^«2024-02-30» no es un día \(--on AAAA-MM-DD\)/],
    [['count', 'joint_activities_done', '--on', '2025-02-01'], /^joint_activities_done se cuenta en un período/],
    [['count', 'alliances_in_force', '--by', 'colour'], /^Dimensión desconocida: colour\. Las de este indicador: scope, audience,/],
    [['count', 'alliances_in_force', '--onn', '2025-01-01'], /^Opción desconocida: --onn/],
    [['export', 'people', '--out', '/nowhere/people.csv'], /^No se puede escribir en \/nowhere\/people\.csv/],
    [['import', 'organisations', '/nowhere/x.csv', '--lang', 'en'], /^“x\.csv” does not exist/],
    [['demo', 'now'], /^Uso: npm run tejido -- demo/],
  ])('says in one line what is wrong with %j', async (args, line) => {
    const ran = await tejido(...args);
    expect(ran).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(line) });
    expect(lines(ran.stderr)).toHaveLength(1);
  });

  it('understands its arguments before it opens anything', () => {
    expect(() => prepareCount([], 'es')).toThrow(/^Uso: npm run tejido -- count alliances_in_force/);
    expect(() => prepareCount(['alliances_in_force', '--known', 'ayer'], 'en')).toThrow('“ayer” is not a day (--known YYYY-MM-DD)');
    expect(() => prepareCount(['alliances_in_force', '--on'], 'es')).toThrow('La opción --on lleva un valor');
    expect(() => prepareCount(['alliances_in_force', '--json=1'], 'es')).toThrow('La opción --json no lleva valor');
    expect(() => prepareCount(['joint_activities_done', '--from', '2025-02-01', '--to', '2025-01-01'], 'es')).toThrow('El período termina antes de empezar');
    expect(() => prepareExport(['victims'], 'es')).toThrow(/^Uso: npm run tejido -- export organisations/);
    expect(() => prepareExport(['people', '--out', 'people.pdf'], 'es')).toThrow('El archivo de --out termina en .csv o .xlsx');
    expect(() => prepareImport(['persons', 'x.csv'], 'en')).toThrow(/^Usage: npm run tejido -- import organisations/);
    expect(() => prepareUser(['add', '--name', 'X'], 'es')).toThrow('Falta --email');
    expect(() => prepareUser(['remove'], 'es')).toThrow(/^Uso: npm run tejido -- user add/);
  });

  it.each(['cli', 'main'] as const)('a wrong DATABASE_URL ends the %s with one clear line', async (program) => {
    for (const url of ['postgres://nobody:wrong@127.0.0.1:9/none', registry.ownerUrl.replace(/:[^:@]+@/, ':wrong@'), 'mysql://somewhere']) {
      const ran = await runProgram(program === 'cli' ? ['migrate'] : [], { databaseUrl: url, program });
      expect(ran).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^DATABASE_URL: .+/) });
      expect(lines(ran.stderr)).toHaveLength(1);
    }
  });
});

describe('migrate and demo', () => {
  let empty: string;
  beforeAll(async () => {
    empty = registry.ownerUrl.replace(/[^/]+$/, `cli_${process.pid}`);
    await registry.sql(`create database cli_${process.pid}`);
  });
  afterAll(() => registry.sql(`drop database cli_${process.pid} with (force)`));

  it('take an empty database to the demonstration; what is there already is told, not done again', async () => {
    const run = (...args: string[]) => runProgram(args, { databaseUrl: empty });
    expect(await run('count', 'alliances_in_force')).toMatchObject({ code: 1, stderr: expect.stringMatching(/^El registro aún no se ha iniciado/) });
    expect(await run('migrate')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Migraciones aplicadas: \d+\n$/) });
    expect(await run('migrate', '--lang', 'en')).toMatchObject({ code: 0, stdout: 'The database has the newest schema already.\n' });
    expect(await run('demo')).toMatchObject({ code: 0, stdout: 'Datos de demostración cargados.\n' });
    expect(await run('demo')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^El registro ya tiene los datos/) });
    expect(JSON.parse((await run('count', 'alliances_in_force', '--on', '2024-12-31', '--json')).stdout)).toMatchObject({ value: 28 });
  });

  it('work as an owner who may neither create roles nor take the application\'s on', async () => {
    const name = `cli_plain_${process.pid}`;
    await registry.sql(`create role ${name} login password 'plain'`);
    await registry.sql(`create database ${name} owner ${name}`);
    const plain = new URL(registry.ownerUrl.replace(/[^/]+$/, name));
    [plain.username, plain.password] = [name, 'plain'];
    try {
      const run = (...args: string[]) => runProgram(args, { databaseUrl: plain.href });
      expect(await run('demo')).toMatchObject({ code: 0, stderr: '' });
      expect(JSON.parse((await run('count', 'alliances_in_force', '--on', '2024-12-31', '--json')).stdout)).toMatchObject({ value: 28 });
    } finally {
      await registry.sql(`drop database ${name} with (force)`);
      await registry.sql(`drop role ${name}`);
    }
  });

  it('demo leaves a real register alone', async () => {
    const real = await openRegistry();
    try {
      await real.organisation();
      expect(await runProgram(['demo'], { databaseUrl: real.ownerUrl })).toMatchObject(refusedWith(/^Este registro es real/));
      expect(Number((await real.sql('select count(*) as n from meeting'))[0].n)).toBe(0);
      await real.sql("delete from organisation where standing = 'external'");
      expect(await runProgram(['demo'], { databaseUrl: real.ownerUrl })).toMatchObject({ code: 0 });
      expect((await real.sql('select demonstration from coalition'))[0]).toEqual({ demonstration: true });
    } finally {
      await real.close();
    }
  });
});

describe('user add', () => {
  const signIn = (email: string, password: string) => stranger.ask('mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { viewer { role country language } } }', { email, password });

  it('gives a single-use link with which its owner chooses the password, and the audit trail names the command line', async () => {
    const ran = await tejido('user', 'add', '--email', 'Nueva@Example.org', '--name', 'Nueva Delegada', '--role', 'delegate', '--country', 'gt', '--lang', 'en');
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const token = /http:\/\/localhost:4000\/configurar\/(\S+)/.exec(ran.stdout)![1];
    expect(await registry.sql("select role, country, language, password_hash, demonstration from user_account where email = 'nueva@example.org'"))
      .toEqual([{ role: 'delegate', country: 'GT', language: 'en', password_hash: null, demonstration: false }]);
    expect((await registry.sql("select actor, action from audit_entry where table_name = 'user_account' order by id desc limit 1"))[0]).toEqual({ actor: ':command_line', action: 'user.register' });
    const use = () => stranger.ask('mutation ($token: String!, $password: String!) { setPassword(token: $token, password: $password) { viewer { email } } }', { token, password: 'una frase larga y propia' });
    expect((await use()).data?.['setPassword'].viewer.email).toBe('nueva@example.org');
    expect((await use()).errors![0]!.extensions.fields).toMatchObject([{ problem: 'link_expired' }]);
  });

  it('or takes the password from the standard input', async () => {
    const add = (email: string, input: string) => runProgram(['user', 'add', '--email', email, '--name', 'Ana', '--role', 'admin', '--password-stdin'], { databaseUrl: registry.ownerUrl, input });
    expect(await add('ana@example.org', 'caballo correcto batería\n')).toMatchObject({ code: 0, stdout: 'Cuenta de ana@example.org, con la contraseña dada.\n' });
    expect((await signIn('ana@example.org', 'caballo correcto batería')).data?.['signIn'].viewer).toMatchObject({ role: 'admin', language: 'es' });
  });

  it('refuses what no account may be, naming the option', async () => {
    const add = (...args: string[]) => tejido('user', 'add', ...args);
    const before = await count('user_account');
    expect(await add('--email', 'secretaria@demo.tejido.example', '--name', 'A', '--role', 'admin')).toMatchObject(refusedWith(/^--email: ya tiene una cuenta/));
    expect(await add('--email', 'b@example.org', '--name', 'B', '--role', 'queen')).toMatchObject(refusedWith(/^--role: no es un papel/));
    expect(await add('--email', 'b@example.org', '--name', 'B', '--role', 'delegate')).toMatchObject(refusedWith(/^--country: una persona delegada necesita su país/));
    expect(await add('--email', 'b', '--name', 'B', '--role', 'observer', '--lang', 'en')).toMatchObject(refusedWith(/^--email: is not an e-mail address/));
    expect(await add('--email', 'b@example.org', '--name', 'B', '--role', 'delegate', '--country', 'ZZ')).toMatchObject(refusedWith(/^--country: no es un código de país/));
    const short = await runProgram(['user', 'add', '--email', 'b@example.org', '--name', 'B', '--role', 'observer', '--password-stdin'], { databaseUrl: registry.ownerUrl, input: 'corta\n' });
    expect(short).toMatchObject({ code: 1, stderr: expect.stringContaining('menos de 15 caracteres') });
    expect(await count('user_account')).toBe(before);
  });
});

describe('count', () => {
  const REPORT = `query ($code: String!, $on: Day, $from: Day, $to: Day, $known: Day) {
    indicatorReport(code: $code, on: $on, from: $from, to: $to, known: $known) {
      value allies instruments participations from to
      counted { record { id kind title } because on through { id kind title } } excluded { record { id kind title } reason } } }`;
  const BREAKDOWN = `query ($code: String!, $by: String!, $on: Day, $from: Day, $to: Day, $known: Day) {
    indicatorBreakdown(code: $code, by: $by, on: $on, from: $from, to: $to, known: $known) { dimension additive total cells { key value } } }`;
  const options = (days: object) => Object.entries(days).flatMap(([name, value]) => [`--${name}`, value as string]);

  /** The verb with this registry's services: the same code without a process for each question. */
  async function answerOf(...args: string[]) {
    let written = '';
    const context = { app: registry.app, viewer: { userId: null, role: 'admin', country: null } as const, language: 'es' as const, tell: () => undefined };
    await prepareCount([...args, '--json'], 'es')({ ...context, write: (bytes) => { written += String(bytes); } });
    return JSON.parse(written);
  }

  it.each([
    ['alliances_in_force', { on: '2019-12-31' }], ['alliances_in_force', { on: '2024-12-31' }], ['alliances_in_force', { on: '2024-12-31', known: '2025-01-15' }], ['alliances_in_force', { on: TODAY }],
    ['alliances_in_force', { from: '2025-01-01', to: '2025-06-30' }],
    ['joint_activities_done', { from: '2024-01-01', to: '2024-12-31' }], ['joint_activities_done', { from: '2019-01-01', to: '2027-12-31' }], ['joint_activities_done', { from: '2024-11-01', to: '2025-01-31', known: '2025-01-01' }],
  ])('%s %j says what the API says, and why', async (code, days) => {
    const said = await answerOf(code, ...options(days));
    const { indicatorReport: { counted, excluded, ...figures } } = await office.get(REPORT, { code, ...days });
    expect(said).toMatchObject(Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== null)));
    expect(said.counted).toEqual(counted.map(({ record, ...rest }: { record: object }) => ({ ...record, ...rest })));
    expect(said.excluded).toEqual(excluded.map(({ record, reason }: { record: object; reason: string }) => ({ ...record, reason })));
    expect(said.counted).toHaveLength(said.value);
  });

  it('as a process of its own too', async () => {
    for (const args of [['alliances_in_force', '--on', '2024-12-31', '--by', 'country'], ['joint_activities_done', '--from', '2024-01-01', '--to', '2024-12-31']]) {
      const ran = await tejido('count', ...args, '--json');
      expect([ran.code, ran.stderr, JSON.parse(ran.stdout)]).toEqual([0, '', await answerOf(...args)]);
    }
  });

  it('by every dimension says what the API says', async () => {
    const day = { on: '2024-12-31' };
    const year = { from: '2025-01-01', to: '2025-12-31' };
    const asked: [string, string, object][] = [
      ...['scope', 'audience', 'kind', 'theme_set', 'theme', 'country', 'sdg', 'term'].map((by): [string, string, object] => ['alliances_in_force', by, day]),
      ['alliances_in_force', 'year', { from: '2019-01-01', to: '2026-11-24' }],
      ...['kind', 'theme_set', 'theme', 'country', 'scope', 'audience', 'sdg'].map((by): [string, string, object] => ['joint_activities_done', by, year]),
      ...['year', 'term'].map((by): [string, string, object] => ['joint_activities_done', by, { from: '2019-01-01', to: '2026-11-24' }]),
    ];
    for (const [code, by, days] of asked) {
      const { breakdown } = await answerOf(code, ...options(days), '--by', by);
      const { indicatorBreakdown } = await office.get(BREAKDOWN, { code, by, ...days });
      expect([by, breakdown]).toEqual([by, indicatorBreakdown]);
      expect(breakdown.cells.length).toBeGreaterThan(1);
    }
  });

  it('prints a table for people, with words instead of codes', async () => {
    const [why, spanish, english] = await Promise.all([
      tejido('count', 'alliances_in_force', '--on', '2024-12-31'), tejido('count', 'alliances_in_force', '--on', '2024-12-31', '--by', 'theme_set'),
      tejido('count', 'alliances_in_force', '--on', '2024-12-31', '--by', 'country', '--lang', 'en'),
    ]);
    expect(why.stdout).toMatch(/\n28 \(31 instrumentos\), el 2024-12-31\n\nCuentan \(28\):\n/);
    expect(why.stdout).toMatch(/\n {2}vencido \(\d+\):\n {4}\S/);
    expect(why.stdout).not.toMatch(/status_|in_force|to_verify/);
    expect(spanish.stdout).toMatch(/\n {2}Solo Trata de personas +\d+\n/);
    expect(english.stdout).toMatch(/\n {2}Guatemala +\d+\n/);
    expect(english.stdout).toContain('The cells do not add up to the total');
  });
});

describe('export', () => {
  it('writes a file by its name, or CSV to the standard output, and it comes back equal', async () => {
    const out = join(folder, 'organisations.xlsx');
    expect(await tejido('export', 'organisations', '--out', out)).toMatchObject({ code: 0, stdout: '', stderr: expect.stringMatching(/^\d+ filas escritas en .*organisations\.xlsx\n$/) });
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
    const { stdout } = await tejido('export', 'organisations');
    expect(stdout).toMatch(/^\uFEFFID;Nombre;/);
    const file = join(folder, 'organisations.csv');
    writeFileSync(file, stdout);
    const before = await count('organisation');
    const receipt = JSON.parse((await tejido('import', 'organisations', file, '--dry-run', '--json')).stdout);
    expect(receipt.counts).toMatchObject({ created: 0, refused: 0 });
    expect(await count('organisation')).toBe(before);
    for (const kind of ['agreements', 'activities', 'people']) expect(lines((await tejido('export', kind, '--lang', 'en')).stdout).length).toBeGreaterThan(80);
  });
});

describe('import', () => {
  const given = (name: string, content: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  it('reports an unknown country at its cell, and changes nothing', async () => {
    const before = await count('audit_entry');
    const file = given('países.csv', 'Nombre;País\nCasa Uno;Guatemala\nCasa Dos;Mordor\n');
    const ran = await tejido('import', 'organisations', file);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('error: línea 3, columna «País»: «Mordor» no es un país conocido');
    expect(lines(ran.stdout).at(-1)).toBe('No se escribió nada: corrija los errores y vuelva a importar.');
    const json = JSON.parse((await tejido('import', 'organisations', file, '--json')).stdout);
    expect(json).toMatchObject({ written: false, problems: [{ line: 3, column: 'País', problem: 'unknown_country', value: 'Mordor', severity: 'error' }] });
    expect(await count('audit_entry')).toBe(before);
  });

  it('writes as the command line, once, and not in a dry run', async () => {
    const file = given('aliados.csv', 'Nombre;País\nCasa Tres de Prueba;HN\n');
    const before = await count('organisation');
    expect(lines((await tejido('import', 'organisations', file, '--dry-run', '--lang', 'en')).stdout).at(-1)).toBe('Dry run: nothing was written.');
    expect(await count('organisation')).toBe(before);
    expect((await tejido('import', 'organisations', file)).code).toBe(0);
    expect(lines((await tejido('import', 'organisations', file)).stdout)[1]).toBe('  1 ya importados antes, sin cambio');
    expect(await count('organisation')).toBe(before + 1);
    expect((await registry.sql("select distinct actor, action from audit_entry where after ->> 'name' = 'Casa Tres de Prueba'"))).toEqual([{ actor: ':command_line', action: 'import.organisations' }]);
  });

  it('refuses a file of 200 MB at once, by its size alone', async () => {
    const file = join(folder, 'grande.csv');
    const handle = openSync(file, 'w');
    writeSync(handle, 'Nombre;País\n');
    ftruncateSync(handle, 200 * 1024 * 1024); // sparse: takes no room
    closeSync(handle);
    const small = await tejido('import', 'organisations', '/nowhere/nada.csv');
    const large = await tejido('import', 'organisations', file);
    expect(large).toMatchObject(refusedWith(/^«grande\.csv» pesa 200 MB; se leen archivos de hasta 50 MB\n$/));
    expect(large.seconds).toBeLessThan(small.seconds + 3);
    expect(large.megabytes).toBeLessThan(small.megabytes + 80);
  });

  it('refuses what is not what its name says', async () => {
    const xlsx = join(folder, 'libro.xlsx');
    await tejido('export', 'organisations', '--out', xlsx);
    copyFileSync(xlsx, join(folder, 'libro.csv'));
    const files = [given('carta.csv', '%PDF-1.7\n…'), given('paquete.csv', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0, 0])), join(folder, 'libro.csv'), given('tabla.xlsx', 'Nombre;País\nX;GT\n')];
    for (const file of files) {
      const ran = await tejido('import', 'organisations', file);
      expect(ran).toMatchObject(refusedWith(/no es lo que su nombre dice: contiene (un PDF|un archivo comprimido o un libro de Excel|texto)\n$/));
      expect(lines(ran.stderr)).toHaveLength(1);
    }
  });
});
