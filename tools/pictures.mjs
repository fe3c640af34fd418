// Takes the pictures of the README and of both guides: starts the built product on demonstration data of its own, and a Chromium.
// `node tools/setup.mjs build && node tools/pictures.mjs`
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'docs/pictures');
const WIDE = { width: 1440, height: 900 };
const SECRETARIAT = 'secretaria@demo.tejido.example';
const VERIFIER = 'verificacion@demo.tejido.example';
const PRESIDENCY = 'presidencia@demo.tejido.example';
const firstOf = (list) => (page) => page.locator(`main a[href^="/${list}/"]:not([href$="nueva"]):not([href$="nuevo"])`).first();
const open = (list) => (page) => firstOf(list)(page).click();

const PICTURES = [
  { name: 'home', as: SECRETARIAT, at: '/' },
  { name: 'organisation', as: SECRETARIAT, at: '/organizaciones?text=acnur', then: open('organizaciones') },
  { name: 'network', as: SECRETARIAT, at: '/red', wait: 3_000 },
  { name: 'indicators', as: PRESIDENCY, at: '/indicadores' },
  { name: 'log-meeting', as: SECRETARIAT, at: '/', then: (page) => page.keyboard.press('r') },
  // Of the guides, in both languages.
  ...['es', 'en'].flatMap((language) => [
    { name: 'agreement-board', as: SECRETARIAT, at: '/acuerdos?view=board' },
    { name: 'agreement', as: SECRETARIAT, at: '/acuerdos?text=marco', then: open('acuerdos') },
    { name: 'agreements-expiring', as: SECRETARIAT, at: '/acuerdos?view=expiring' },
    { name: 'meeting-planned', as: SECRETARIAT, at: '/reuniones?span=upcoming&sort=OLDEST', then: open('reuniones') },
    { name: 'minutes', as: SECRETARIAT, at: '/reuniones?minutes=circulated', then: async (page) => page.goto(`${await firstOf('reuniones')(page).getAttribute('href')}/acta`) },
    { name: 'evidence-queue', as: VERIFIER, at: '/evidencia' },
  ].map((picture) => ({ ...picture, name: `${picture.name}-${language}`, language }))),
];

const data = mkdtempSync(join(tmpdir(), 'tejido-pictures-'));
const server = spawn(process.execPath, ['apps/api/dist/main.js'], { cwd: root, env: { ...process.env, PORT: '0', TEJIDO_DATA: data, NODE_ENV: 'production' } });
try {
  const { url, password } = await started();
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  for (const picture of PICTURES) await take(browser, url, password, picture);
  await browser.close();
} finally {
  const ended = new Promise((done) => server.once('exit', done));
  server.kill('SIGTERM');
  await ended;
  rmSync(data, { recursive: true, force: true });
}

function started() {
  return new Promise((done, fail) => {
    let said = '';
    server.stdout.on('data', (chunk) => {
      said += chunk;
      const url = /http:\/\/localhost:\d+/.exec(said)?.[0];
      const password = /password: (.+)\n/.exec(said)?.[1]?.trim();
      if (url && password) done({ url, password });
    });
    server.stderr.pipe(process.stderr);
    server.once('exit', (code) => fail(new Error(`The server ended with ${code}.\n${said}`)));
  });
}

async function take(browser, url, password, { name, as, at, then, language = 'es', size = WIDE, wait = 800 }) {
  const context = await browser.newContext({ baseURL: url, viewport: size, locale: language === 'en' ? 'en-GB' : 'es-GT', timezoneId: 'America/Guatemala', reducedMotion: 'reduce' });
  const query = 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { viewer { id } } }';
  await context.request.post(`${url}/graphql`, { data: { query, variables: { email: as, password } }, headers: { origin: url } });
  await context.addInitScript((chosen) => localStorage.setItem('tejido.language', chosen), language);
  const page = await context.newPage();
  await page.goto(at);
  await page.waitForLoadState('networkidle');
  await then?.(page);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(wait);
  await page.screenshot({ path: join(out, `${name}.png`), animations: 'disabled' });
  await context.close();
  console.log(`docs/pictures/${name}.png`);
}
