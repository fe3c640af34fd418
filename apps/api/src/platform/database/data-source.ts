import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from './migrations.js';
import { SnakeNames } from './snake-names.js';

// A date is a day, not an instant: it stays text, twice as fast and without a time-zone shift.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

type Entities = NonNullable<DataSourceOptions['entities']>;

/** Options of every connection. `entities` come from the features; the platform knows none. */
export function databaseOptions(url: string, entities: Entities = []): DataSourceOptions {
  // pg takes the options of the address instead of ours, not beside them: the application's role may be among those.
  const address = new URL(url);
  const ofAddress = address.searchParams.get('options');
  address.searchParams.delete('options');
  return {
    type: 'postgres',
    url: address.href,
    entities,
    migrations,
    migrationsTransactionMode: 'all',
    namingStrategy: new SnakeNames(),
    synchronize: false,
    // Its log of failed statements would carry what people typed; unexpected errors are logged once, where answers are made.
    logging: false,
    applicationName: 'tejido',
    extra: {
      max: 10, idleTimeoutMillis: 30_000, connectionTimeoutMillis: 2_000, statement_timeout: 15_000, idle_in_transaction_session_timeout: 30_000,
      // How like a word of a title (operator %>) a typed word must be: one wrong letter of seven is forgiven.
      options: ['-c pg_trgm.word_similarity_threshold=0.45', ofAddress ?? ''].join(' ').trim(),
    },
  } as DataSourceOptions;
}

export const openDatabase = (url: string, entities?: Entities): Promise<DataSource> =>
  new DataSource(databaseOptions(url, entities)).initialize();
