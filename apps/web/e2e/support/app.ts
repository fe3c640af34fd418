import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const DIST = join(import.meta.dirname, '../../../api/dist');
/** Of the first administrator of a register that starts empty. */
const FIRST_PASSWORD = 'una clave larga para el recorrido';
const START_LIMIT = 90_000; // milliseconds, the demonstration data included
const STOP_LIMIT = 15_000;

/** The demonstration's accounts, one of each kind of reader. */
const SIGN_INS = {
  secretariat: 'secretaria@demo.tejido.example',
  verifier: 'verificacion@demo.tejido.example',
  delegate: 'delegada.hn@demo.tejido.example',
  presidency: 'presidencia@demo.tejido.example',
  observer: 'observadora@demo.tejido.example',
  admin: 'admin@demo.tejido.example',
} as const;

export type Reader = keyof typeof SIGN_INS;

export interface PageOptions {
  /** Whose session the page has; nobody's when absent. */
  as?: Reader;
  language?: 'es' | 'en';
  /** In CSS pixels; a phone is 390 × 844. */
  size?: { width: number; height: number };
}

export interface App {
  url: string;
  newPage(options?: PageOptions): Promise<Page>;
  /** What pages complained of: uncaught errors, and errors written to the console. */
  complaints: string[];
  /** The command line (`npm run tejido -- …`) on the same register; answers what it wrote. @throws when it fails */
  tejido(...args: string[]): Promise<string>;
  close(): Promise<void>;
}

/** The built product with demonstration data of its own (or `empty`, with an administrator), and a browser. `npm run build` must have run. */
export async function startApp({ empty = false } = {}): Promise<App> {
  const data = await mkdtemp(join(tmpdir(), 'tejido-journey-'));
  const { server, url, password } = await startServer(data, empty).catch(async (error: unknown) => {
    await rm(data, { recursive: true, force: true });
    throw error;
  });
  const complaints: string[] = [];
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    await stop(server);
    await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
  } catch (error) {
    await close();
    throw error;
  }
  const opened = browser;
  const tejido = (...args: string[]) => runCommand(data, args);
  return { url, complaints, close, tejido, newPage: (options = {}) => newPage(opened, url, password, complaints, options) };
}

/** Keeps a picture when the environment names a folder for them in SCREENSHOTS. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

async function newPage(browser: Browser, url: string, password: string, complaints: string[], options: PageOptions): Promise<Page> {
  const language = options.language ?? 'es';
  const context = await browser.newContext({
    baseURL: url,
    viewport: options.size ?? { width: 1440, height: 900 },
    locale: language === 'es' ? 'es-GT' : 'en-GB',
    timezoneId: 'America/Guatemala',
    reducedMotion: 'reduce',
  });
  if (options.as) await signIn(context, url, SIGN_INS[options.as], password);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
  });
  return page;
}

/** Signs the whole browser context in, as the sign-in page does. */
async function signIn(context: BrowserContext, url: string, email: string, password: string): Promise<void> {
  const answer = await context.request.post(`${url}/graphql`, {
    data: { query: 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { viewer { email } } }', variables: { email, password } },
    headers: { origin: url },
  });
  const { data } = (await answer.json()) as { data?: { signIn?: { viewer?: { email: string } } } };
  if (data?.signIn?.viewer?.email !== email) throw new Error(`${email} could not sign in: ${await answer.text()}`);
}

function browserPath(): string {
  const path = process.env.CHROMIUM_PATH;
  if (!path) throw new Error('The journeys need a Chromium: run them by `npm test`, which finds one, or set CHROMIUM_PATH.');
  return path;
}

function environment(data: string): NodeJS.ProcessEnv {
  const { DATABASE_URL: _ours, ...inherited } = process.env;
  return { ...inherited, NODE_OPTIONS: '', NODE_ENV: 'production', PORT: '0', HOST: '127.0.0.1', TEJIDO_DATA: data };
}

async function runCommand(data: string, args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(DIST, 'cli.js'), ...args], { env: environment(data), maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

/** Uses the single-use link that an empty register prints. */
async function setUp(url: string, token: string): Promise<void> {
  const query = 'mutation ($token: String!, $email: String!, $password: String!) { setUp(token: $token, email: $email, name: "Administración", password: $password) { viewer { id } } }';
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables: { token, email: SIGN_INS.admin, password: FIRST_PASSWORD } }),
  });
  const { errors } = (await answer.json()) as { errors?: unknown };
  if (errors) throw new Error(`The first administrator could not be set up: ${JSON.stringify(errors)}`);
}

/** Resolves when the server has printed its address and the demonstration's password, or the link of an empty register was used. */
function startServer(data: string, empty: boolean): Promise<{ server: ChildProcess; url: string; password: string }> {
  const server = spawn(process.execPath, ['--enable-source-maps', join(DIST, 'main.js'), ...(empty ? ['--empty'] : [])], {
    env: environment(data), stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((done, fail) => {
    let said = '';
    const giveUp = (why: string) => {
      clearTimeout(limit);
      server.kill('SIGKILL');
      fail(new Error(`${why}\n${said}`));
    };
    const limit = setTimeout(() => giveUp('The server did not start in time.'), START_LIMIT);
    const hear = (chunk: Buffer) => {
      said += chunk;
      const url = /http:\/\/localhost:\d+/.exec(said)?.[0];
      const password = /(?:Contraseña|password): (.+)\n/.exec(said)?.[1]?.trim();
      const token = /\/configurar\/(\S+)\s/.exec(said)?.[1];
      if (!url || !(empty ? token : password)) return;
      server.stdout.off('data', hear);
      clearTimeout(limit);
      if (empty) setUp(url, token!).then(() => done({ server, url, password: FIRST_PASSWORD }), (error: Error) => giveUp(error.message));
      else done({ server, url, password: password! });
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.once('exit', (code) => giveUp(`The server ended with ${code}.`));
  });
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((done) => server.once('exit', done));
  server.kill('SIGTERM');
  const limit = setTimeout(() => server.kill('SIGKILL'), STOP_LIMIT);
  await ended;
  clearTimeout(limit);
}
