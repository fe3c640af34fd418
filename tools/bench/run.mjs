// npm run bench [-- --quick] [-- --only page,search]: the API beside the same jobs as hand-written SQL behind bare HTTP.
// Everything is its own: a PostgreSQL server in a temporary folder, both servers on 127.0.0.1, all stopped at the end.
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fill, SIZE } from './data.mjs';
import { jobs } from './jobs.mjs';
import { closeAll, median, post, quantile, round } from './load.mjs';
import { assertSame } from './same.mjs';

const root = resolve(import.meta.dirname, '../..');
const built = (path) => import(pathToFileURL(join(root, 'apps/api/dist', path)).href);
const pg = createRequire(join(root, 'apps/api/package.json'))('pg');
const quick = process.argv.includes('--quick');
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1].split(',') : null;
const ROUNDS = quick ? 2 : 5;
const LIMITS = { ms: quick ? 500 : 1200, most: 2000 };
// Slow jobs get fewer rounds, so that the whole run stays within minutes; and a run that hangs helps nobody.
const SHARE = quick ? 4_000 : 20_000;
const LONGEST = quick ? 300_000 : 600_000;

const children = [];
const { EmbeddedPostgres, removeAbandoned } = await built('platform/database/embedded-postgres.js');
await removeAbandoned(tmpdir(), 'tejido-bench-');
const server = new EmbeddedPostgres({ dir: mkdtempSync(join(tmpdir(), 'tejido-bench-')), volatile: true });
const overtime = setTimeout(() => { console.error('bench: out of time'); void end(1); }, LONGEST);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void end(1));
try {
  await bench();
  await end(0);
} catch (error) {
  console.error(error);
  await end(1);
}

async function bench() {
  const { ownerUrl, appUrl } = await server.start();
  const { token, organisations } = await timed('register', () => prepare(ownerUrl));
  const cookie = `tejido=${token}`;
  const api = { name: 'api', path: '/graphql', cookie, port: await start('apps/api/dist/main.js', { DATABASE_URL: ownerUrl }, /localhost:(\d+)/) };
  const bare = { name: 'bare', path: '/', cookie, port: await start('tools/bench/bare-server.mjs', { BENCH_DATABASE: appUrl }, /listening (\d+)/) };
  const register = { organisations, cursors: await cursorsOf(api) };
  const results = [];
  const failures = [];
  for (const job of jobs(register).filter(({ name }) => !only || only.includes(name))) {
    const sides = [
      { side: api, bodyOf: (at) => JSON.stringify({ query: job.query, variables: job.variables(at) }) },
      { side: bare, bodyOf: (at) => JSON.stringify({ job: job.name, variables: job.variables(at) }) },
    ];
    const size = await compare(job, sides).catch((error) => { failures.push(error.message); return null; });
    for (const askers of size === null ? [] : [1, 16]) {
      const measured = await measure(sides, askers).catch((error) => { failures.push(error.message); return null; });
      if (!measured) continue;
      results.push({ job, askers, size, ...measured });
      console.log(`${job.name}, ${askers} at once: ${ratioOf(measured)}`);
    }
  }
  print(results);
  if (failures.length > 0) throw new Error(`not measured:\n${failures.join('\n')}`);
}

async function prepare(ownerUrl) {
  const { migrate } = await built('platform/database/migrate.js');
  const { prepareRegister } = await built('start/prepare-register.js');
  await migrate(ownerUrl);
  await prepareRegister(ownerUrl, { empty: true });
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const token = await fill(owner);
  // Some of the visible ones that are met with most.
  const ids = await owner.query(`select o.id from organisation o join attendance a on a.organisation_id = o.id where o.visibility = 'coalition' and o.merged_into_id is null
    group by o.id order by count(*) desc, o.id limit 400`);
  await owner.end();
  return { token, organisations: ids.rows.filter((_, at) => at % 10 === 0).map(({ id }) => id) };
}

/** The cursors of ten pages across the list, as a reader who goes on and on gets them. */
async function cursorsOf(api) {
  const cursors = [null];
  while (cursors.length < 10) {
    const body = JSON.stringify({ query: 'query ($after: String) { organisations(first: 200, after: $after) { endCursor } }', variables: { after: cursors.at(-1) } });
    cursors.push(JSON.parse((await post(api, body)).text.toString()).data.organisations.endCursor);
  }
  return cursors;
}

/** Both sides answer the same content. @returns the answer's size in kB. */
async function compare(job, [ours, theirs]) {
  let size = 0;
  for (const at of [0, 1, 2]) {
    const [a, b] = await Promise.all([post(ours.side, ours.bodyOf(at)), post(theirs.side, theirs.bodyOf(at))]);
    const [left, right] = [a, b].map(({ text }) => JSON.parse(text.toString()));
    if (left.errors || right.errors) throw new Error(`${job.name}: ${JSON.stringify(left.errors ?? right.errors).slice(0, 600)}`);
    assertSame(job.name, left.data[Object.keys(left.data)[0]] && (Object.keys(left.data).length === 1 ? Object.values(left.data)[0] : left.data), right.data);
    size = Math.max(size, a.text.length / 1000);
  }
  return size;
}

/** Interleaved rounds, so that what else the machine does weighs on both. */
async function measure(sides, askers) {
  const seen = sides.map(() => ({ rates: [], latencies: [], turnedAway: 0 }));
  for (const { side, bodyOf } of sides) await round(side, bodyOf, askers, { ms: 300, most: 30 });
  const begun = performance.now();
  for (let at = 0; at < ROUNDS && performance.now() - begun < SHARE; at++) {
    for (const [which, { side, bodyOf }] of sides.entries()) {
      const { perSecond, latencies, turnedAway } = await round(side, bodyOf, askers, LIMITS);
      seen[which].rates.push(perSecond);
      seen[which].latencies.push(...latencies);
      seen[which].turnedAway += turnedAway;
    }
  }
  const [api, bare] = seen.map(({ rates, latencies, turnedAway }) =>
    ({ perSecond: median(rates), p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), turnedAway }));
  return { api, bare, ratio: api.perSecond / bare.perSecond };
}

/** No ratio where a side answered nothing. */
function ratioOf({ ratio, bare }) {
  return bare.perSecond > 0 && Number.isFinite(ratio) ? ratio.toFixed(2) : '–';
}

function print(results) {
  const figure = (number) => (Number.isNaN(number) ? '–' : number >= 100 ? number.toFixed(0) : number.toFixed(1));
  console.log(`\n${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, `
    + `${Object.entries(SIZE).map(([what, count]) => `${count} ${what}`).join(', ')}; median of up to ${ROUNDS} interleaved rounds\n`);
  console.log('| Job | kB | At once | API req/s | p50 ms | p99 ms | By hand req/s | p50 ms | p99 ms | Turned away | Ratio |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|');
  for (const { job, size, askers, api, bare, ratio } of results) {
    const cells = [api.perSecond, api.p50, api.p99, bare.perSecond, bare.p50, bare.p99].map(figure);
    console.log(`| ${job.label} | ${size.toFixed(0)} | ${askers} | ${cells.join(' | ')} | ${api.turnedAway} / ${bare.turnedAway} | **${ratioOf({ bare, ratio })}** |`);
  }
}

/** Starts a server of ours; @returns the port that it tells. */
function start(file, env, told) {
  const child = spawn(process.execPath, [join(root, file)], {
    cwd: root, stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', TEJIDO_VOLATILE: '1', ...env },
  });
  children.push(child);
  return new Promise((ready, fail) => {
    let text = '';
    child.stdout.on('data', (part) => {
      text += part;
      const port = told.exec(text)?.[1];
      if (port) ready(Number(port));
    });
    child.on('exit', (code) => fail(new Error(`${file} ended with ${code}: ${text}`)));
  });
}

async function timed(what, run) {
  const begun = performance.now();
  const result = await run();
  console.log(`${what}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return result;
}

async function end(code) {
  clearTimeout(overtime);
  closeAll();
  await Promise.all(children.filter((child) => child.exitCode === null).map((child) => new Promise((gone) => {
    child.once('exit', gone);
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 12_000).unref();
  })));
  await server.stop();
  process.exit(code);
}
