import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepare as prepareUser } from '../src/commands/user.command.js';
import { prepare as prepareExport } from '../src/features/exports/export.command.js';
import { prepare as prepareImport } from '../src/features/imports/import.command.js';
import { prepare as prepareCount } from '../src/features/indicators/count.command.js';
import { runProgram } from './support/cli.js';
import { giveTime, lines, openDemonstration, SLOW } from './support/demonstration.js';
import { openRegistry, type Asker, type Registry } from './support/harness.js';

giveTime();
let registry: Registry; // holds the demonstration
let stranger: Asker;
beforeAll(async () => {
  registry = await openDemonstration();
  stranger = await registry.as('public');
}, SLOW);
afterAll(() => registry?.close());

const tejido = (...args: string[]) => runProgram(args, { databaseUrl: registry.ownerUrl });
const count = async (table: string): Promise<number> => Number((await registry.sql(`select count(*) as n from ${table}`))[0].n);
const refusedWith = (line: RegExp) => ({ code: 1, stdout: '', stderr: expect.stringMatching(line) as unknown as string });

describe('the command line', () => {
  it('explains itself in both languages', async () => {
    const [spanish, english, one] = await Promise.all([tejido('help'), tejido('--help', '--lang', 'en'),
      tejido('count', '--help', '--lang=en')]);
    expect([spanish.code, english.code, one.code]).toEqual([0, 0, 0]);
    for (const verb of ['migrate', 'demo', 'user add', 'import', 'export', 'count', 'audit verify']) expect(spanish.stdout).toContain(`\n  ${verb}`);
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
    expect(() => prepareCount(['joint_activities_done', '--from', '2025-02-01', '--to', '2025-01-01'],
      'es')).toThrow('El período termina antes de empezar');
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
    const ran = await tejido('user', 'add', '--email', 'Nueva@Example.org', '--name', 'Nueva Delegada', '--role', 'delegate', '--country',
      'gt', '--lang', 'en');
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const token = /http:\/\/localhost:4000\/configurar\/(\S+)/.exec(ran.stdout)![1];
    expect(await registry.sql("select role, country, language, password_hash, demonstration from user_account where email = 'nueva@example.org'"))
      .toEqual([{ role: 'delegate', country: 'GT', language: 'en', password_hash: null, demonstration: false }]);
    expect((await registry.sql("select actor, action from audit_entry where table_name = 'user_account' order by id desc limit 1"))[0]).toEqual({ actor: ':command_line', action: 'user.register' });
    const use = () => stranger.ask('mutation ($token: String!, $password: String!) { setPassword(token: $token, password: $password) { viewer { email } } }', { token, password: 'una frase larga y propia' });
    expect((await use()).data?.['setPassword'].viewer.email).toBe('nueva@example.org');
    expect((await use()).errors![0]!.extensions.fields).toMatchObject([{ problem: 'link_expired' }]);
  });

  it('gives the link at the port of PORT, and without it says that the port is a guess', async () => {
    const add = (email: string, env: Record<string, string>) => runProgram(['user', 'add', '--email', email, '--name', 'Ana', '--role', 'admin'],
      { databaseUrl: registry.ownerUrl, env });
    const told = (await add('puerto@example.org', { PORT: '4555' })).stdout;
    expect(told).toContain('http://localhost:4555/configurar/');
    expect(told).not.toContain('otro puerto');
    expect((await add('otro.puerto@example.org', {})).stdout).toMatch(/http:\/\/localhost:4000\/configurar\/\S+\nSi Tejido se sirve en otro puerto, ponga ese en lugar de 4000\.\n$/);
  });

  it('or takes the password from the standard input', async () => {
    const add = (email: string, input: string) => runProgram(['user', 'add', '--email', email, '--name', 'Ana', '--role', 'admin',
      '--password-stdin'], { databaseUrl: registry.ownerUrl, input });
    expect(await add('ana@example.org', 'caballo correcto batería\n')).toMatchObject({ code: 0,
      stdout: 'Cuenta de ana@example.org, con la contraseña dada.\n' });
    expect((await signIn('ana@example.org', 'caballo correcto batería')).data?.['signIn'].viewer).toMatchObject({ role: 'admin',
      language: 'es' });
  });

  it('refuses what no account may be, naming the option', async () => {
    const add = (...args: string[]) => tejido('user', 'add', ...args);
    const before = await count('user_account');
    expect(await add('--email', 'secretaria@demo.tejido.example', '--name', 'A', '--role', 'admin')).toMatchObject(refusedWith(/^--email: ya tiene una cuenta/));
    expect(await add('--email', 'b@example.org', '--name', 'B', '--role', 'queen')).toMatchObject(refusedWith(/^--role: no es un papel/));
    expect(await add('--email', 'b@example.org', '--name', 'B', '--role', 'delegate')).toMatchObject(refusedWith(/^--country: una persona delegada necesita su país/));
    expect(await add('--email', 'b', '--name', 'B', '--role', 'observer', '--lang', 'en')).toMatchObject(refusedWith(/^--email: is not an e-mail address/));
    expect(await add('--email', 'b@example.org', '--name', 'B', '--role', 'delegate', '--country', 'ZZ')).toMatchObject(refusedWith(/^--country: no es un código de país/));
    const short = await runProgram(['user', 'add', '--email', 'b@example.org', '--name', 'B', '--role', 'observer', '--password-stdin'],
      { databaseUrl: registry.ownerUrl, input: 'corta\n' });
    expect(short).toMatchObject({ code: 1, stderr: expect.stringContaining('menos de 15 caracteres') });
    expect(await count('user_account')).toBe(before);
  });
});
