// The limit: node:http and one hand-written statement a job, beside the same look-up of the session. Started by run.mjs.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { byHand } from './by-hand.mjs';
import { INDICATORS } from './by-hand-indicators.mjs';

// As the API's: platform/database/data-source.ts.
const pool = new pg.Pool({ connectionString: process.env.BENCH_DATABASE, max: 10, connectionTimeoutMillis: 2_000, statement_timeout: 15_000 });
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Guatemala', year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date());

const SESSION = `
  with living as (
    select s.token_hash, s.last_seen_at, u.id, u.role, u.country from user_session s join user_account u on u.id = s.user_id
    where s.token_hash = $1 and s.expires_at > now() and u.disabled_at is null),
  seen as (update user_session set last_seen_at = now(), expires_at = now() + interval '12 hours' where token_hash in (select token_hash from living where last_seen_at < now() - interval '10 minutes') returning 1)
  select id, role, country from living`;

const SCOPES = { delegate: (country) => [['public', 'coalition'], country], secretariat: () => [['public', 'coalition', 'country', 'secretariat'], null] };

async function answer(request, body) {
  const token = /(?:^|; )tejido=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const { rows: [user] } = await pool.query({ name: 'session', text: SESSION, values: [createHash('sha256').update(token).digest()] });
  if (!user) return '{"errors":[{"message":"NOT_SIGNED_IN"}]}';
  const { job, variables } = JSON.parse(body);
  const { rows } = await pool.query(byHand(job, { scope: SCOPES[user.role](user.country), userId: user.id, today, variables }, INDICATORS));
  return `{"data":${rows[0].answer}}`;
}

// No connection became free in time, or the statement took longer than it may.
const isBusy = ({ message, code }) => code === '57014' || /timeout exceeded when trying to connect/.test(message);

const server = createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    answer(request, Buffer.concat(parts).toString()).then((text) => {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) }).end(text);
    }, (error) => response.writeHead(isBusy(error) ? 503 : 500).end(String(error)));
  });
});
server.listen(0, '127.0.0.1', () => console.log(`listening ${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
