import pg from 'pg';
import { installJobs } from '../jobs/install-jobs.js';
import { openDatabase } from './data-source.js';

const MIGRATION_LOCK = 7_302_026;

/**
 * Brings the database to the newest schema; two instances at once migrate once (advisory lock).
 * @param ownerUrl a role that may create tables; @returns the names of the migrations that ran.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const guard = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5_000 });
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const database = await openDatabase(ownerUrl);
    try {
      const ran = await database.runMigrations();
      await guard.query(APPLICATION_ROLE);
      await installJobs(ownerUrl, guard);
      return ran.map((migration) => migration.name);
    } finally {
      await database.destroy();
    }
  } finally {
    await guard.end();
  }
}

// The application's role may read and write rows; it owns nothing, and history is written by the audit trigger alone.
// Where the server does not let us create roles, the application runs as the given role: the triggers still hold.
const APPLICATION_ROLE = `
  do $$
  begin
    if not exists (select from pg_roles where rolname = 'tejido_app') then
      create role tejido_app nologin;
      -- From PostgreSQL 16 on whoever creates a role may not take it on without this.
      execute format('grant tejido_app to %I', current_user);
    end if;
  exception when insufficient_privilege or duplicate_object or unique_violation then null;
  end $$;
  do $$
  begin
    if exists (select from pg_roles where rolname = 'tejido_app') then
      grant usage on schema public to tejido_app;
      grant select, insert, update, delete on all tables in schema public to tejido_app;
      grant usage on all sequences in schema public to tejido_app;
      revoke insert, update, delete, truncate on audit_entry from tejido_app;
    end if;
  end $$;
`;
