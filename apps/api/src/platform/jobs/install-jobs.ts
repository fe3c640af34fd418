import pg from 'pg';

/** The newest step of graphile-worker's own schema (its sql/ folder); a test compares. Asked first, for loading the library costs a tenth of a second. */
export const JOBS_SCHEMA = 19;

/**
 * Puts graphile-worker's tables into a schema of their own, as the owner; the application may queue and take jobs, and change nothing of how
 * they are kept. Called under the migrations' lock. @param guard the owner's connection that holds it
 */
export async function installJobs(ownerUrl: string, guard: pg.ClientBase): Promise<void> {
  if ((await installed(guard)) < JOBS_SCHEMA) {
    const { runMigrations } = await import('graphile-worker');
    const pool = new pg.Pool({ connectionString: ownerUrl, max: 1, connectionTimeoutMillis: 5_000 });
    pool.on('error', () => undefined).on('connect', (client) => void client.on('error', () => undefined));
    await runMigrations({ pgPool: pool }).finally(() => pool.end());
  }
  await guard.query(GRANTS);
}

async function installed(guard: pg.ClientBase): Promise<number> {
  const { rows } = await guard.query<{ there: boolean }>("select to_regclass('graphile_worker.migrations') is not null as there");
  if (!rows[0]!.there) return 0;
  return (await guard.query<{ newest: number }>('select coalesce(max(id), 0) as newest from graphile_worker.migrations')).rows[0]!.newest;
}

// The library closes its tables to all but their owner (row-level security without a policy): the application's role gets one.
const GRANTS = `
  do $$
  declare kept text;
  begin
    if not exists (select from pg_roles where rolname = 'tejido_app') then return; end if;
    grant usage on schema graphile_worker to tejido_app;
    grant select on all tables in schema graphile_worker to tejido_app;
    grant usage on all sequences in schema graphile_worker to tejido_app;
    for kept in select relname from pg_class where relnamespace = 'graphile_worker'::regnamespace and relkind = 'r' and relrowsecurity loop
      execute format('grant insert, update, delete on graphile_worker.%I to tejido_app', kept);
      if not exists (select from pg_policies where schemaname = 'graphile_worker' and tablename = kept and policyname = 'tejido_app') then
        execute format('create policy tejido_app on graphile_worker.%I to tejido_app using (true) with check (true)', kept);
      end if;
    end loop;
  end $$;
`;
