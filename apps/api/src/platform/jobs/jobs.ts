import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { CronItem, Runner, TaskList } from 'graphile-worker';
import pg from 'pg';
import sql from 'sql-template-tag';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { isUnavailable } from '../database/unavailable.js';
import type { Tx } from '../database/work.js';
import { logged } from '../graphql/error-formatter.js';

export interface Task {
  /** Its name in the database: 'mail.send'. */
  name: string;
  /** Minutes on which the cluster runs it by itself, as cron writes them, in UTC: `* * * * *`. Absent: only when queued. */
  every?: string;
  /** Also when a server starts: a new register has something to show at once. */
  atStart?: boolean;
  /**
   * Does the work. It may run twice, and on two instances at once: what must happen once is guarded by the rows that it writes.
   * @param stopping fired when the server ends: finish the piece at hand and return
   */
  run(payload: Readonly<Record<string, unknown>>, stopping: AbortSignal): Promise<void>;
}

// One connection hears of new jobs, two take and finish them: requests never wait for one of these.
const CONNECTIONS = 3;
const AT_ONCE = 2;
const POLL = 10_000; // milliseconds; new jobs are told at once, this is for those that waited for their hour
const LONGEST_GOODBYE = 7_000; // of the ten seconds that the server has
const LONGEST_WAIT = 30_000; // between two looks at a database that is away

/** Jobs live in PostgreSQL: however many instances run, each is taken by one. Features register their tasks when their module starts. */
@Injectable()
export class Jobs implements OnModuleDestroy {
  private readonly tasks = new Map<string, Task>();
  private readonly leaving = new AbortController();
  private running: Promise<void> | null = null;

  constructor(private readonly database: DataSource) {}

  register(task: Task): void {
    if (this.tasks.has(task.name)) throw new Error(`two tasks named ${task.name}`);
    this.tasks.set(task.name, task);
  }

  /** Queues a job in this unit of work: it exists when that is kept. @param key a waiting job of the same key is replaced */
  async queue(tx: Tx, name: string, payload: object = {}, { key = null, at = null }: { key?: string | null; at?: Date | null } = {}): Promise<void> {
    if (!this.tasks.has(name)) throw new Error(`no task named ${name}`);
    await tx.query(sql`select from graphile_worker.add_job(${name}::text, ${JSON.stringify(payload)}::json, run_at := ${at}::timestamptz, job_key := ${key}::text)`);
  }

  /** From now on this instance takes jobs; a database that goes away is waited for. Returns at once. */
  start(): void {
    this.running ??= this.keepRunning();
  }

  /** Runs what is due and returns: for tests, which start no runner. */
  async runDue(): Promise<void> {
    const { runOnce } = await import('graphile-worker');
    const pool = poolOf(this.database.options);
    try {
      await runOnce({ pgPool: pool, taskList: this.taskList(), noHandleSignals: true, logger: await quiet() });
    } finally {
      await pool.end();
    }
  }

  /** Finishes the jobs at hand, within seven seconds: what is cut off is taken up again. */
  async onModuleDestroy(): Promise<void> {
    this.leaving.abort();
    await this.running;
  }

  private async keepRunning(): Promise<void> {
    const { signal } = this.leaving;
    for (let wait = 1_000; !signal.aborted; wait = Math.min(2 * wait, LONGEST_WAIT)) {
      const began = Date.now();
      await this.runUntilItEnds(signal).catch((error: unknown) => void (isUnavailable(error) || signal.aborted || logged(error)));
      if (Date.now() - began > LONGEST_WAIT) wait = 1_000;
      await pause(wait, undefined, { signal }).catch(() => undefined);
    }
  }

  private async runUntilItEnds(signal: AbortSignal): Promise<void> {
    const { parseCronItems, run } = await import('graphile-worker');
    const pool = poolOf(this.database.options);
    try {
      const cron = [...this.tasks.values()].flatMap(({ name, every }) => (every ? [cronItem(name, every)] : []));
      const runner = await run({
        pgPool: pool, taskList: this.taskList(), parsedCronItems: parseCronItems(cron), concurrency: AT_ONCE, pollInterval: POLL,
        noHandleSignals: true, logger: await quiet(), gracefulShutdownAbortTimeout: LONGEST_GOODBYE - 2_000,
        // In batches, though of one: only these are waited for when it stops.
        preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      });
      const ended = runner.promise.catch(() => undefined);
      for (const { name, atStart } of this.tasks.values()) if (atStart) await runner.addJob(name, {}, { jobKey: `start ${name}`, maxAttempts: 1 });
      if (signal.aborted) await goodbye(runner, ended);
      else await Promise.race([ended, new Promise<void>((done) => { signal.addEventListener('abort', () => void goodbye(runner, ended).then(done), { once: true }); })]);
    } finally {
      // A connection that never answers again must not keep the server from ending.
      await Promise.race([pool.end(), pause(1_000, undefined, { ref: false })]);
    }
  }

  private taskList(): TaskList {
    return Object.fromEntries([...this.tasks.values()].map(({ name, run }) => [name, async (payload: unknown) => {
      try {
        await run((payload ?? {}) as Record<string, unknown>, this.leaving.signal);
      } catch (error) {
        // The library would write the message into its table and the log: it may carry what people typed.
        throw new Error(isUnavailable(error) ? 'UNAVAILABLE' : logged(error));
      }
    }]));
  }
}

// It comes again by itself: a failed turn is not repeated beside the next one, and turns missed while nothing ran are not made up.
const cronItem = (task: string, match: string): CronItem =>
  ({ task, match, identifier: task, options: { backfillPeriod: 0, maxAttempts: 1, jobKey: `every ${task}` } });

async function goodbye(runner: Runner, ended: Promise<void>): Promise<void> {
  await Promise.race([runner.stop().catch(() => undefined).then(() => ended), pause(LONGEST_GOODBYE, undefined, { ref: false })]);
}

/** Connections beside those of requests, as the same role. */
function poolOf(options: DataSourceOptions): pg.Pool {
  const { url, extra } = options as { url: string; extra: pg.PoolConfig };
  const pool = new pg.Pool({ ...extra, connectionString: url, max: CONNECTIONS, connectionTimeoutMillis: 5_000, application_name: 'tejido-jobs' });
  // A connection that breaks while nobody uses it would otherwise end the process.
  pool.on('error', () => undefined).on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}

/** What the library has to say is told by the tasks themselves, or is a database that is away. */
async function quiet() {
  const { Logger } = await import('graphile-worker');
  return new Logger(() => () => undefined);
}
