import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type ObjectLiteral, type QueryDeepPartialEntity } from 'typeorm';
import type { Sql } from 'sql-template-tag';
import { DomainError, notFound, stale } from '@tejido/domain/error.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { currentClaim } from '../access/request-context.js';
import { problemOf } from './constraints.js';

type Entity<T> = new () => T;

/** A row that is written with an optimistic version. */
export interface Versioned extends ObjectLiteral {
  id: string;
  version: number;
}

/** The only thing that can write. It lives as long as one unit of work. */
export class Tx {
  constructor(readonly manager: EntityManager) {}

  /** Inserts one row; @returns its id. */
  async insert<T extends ObjectLiteral>(entity: Entity<T>, values: QueryDeepPartialEntity<T>): Promise<string> {
    const result = await this.manager.createQueryBuilder().insert().into(entity).values(values).returning('*').execute();
    const row = (result.raw as Record<string, unknown>[])[0]!;
    return String(row['id'] ?? row['code']);
  }

  /** Inserts several rows in one statement, very many in a few (PostgreSQL takes 65,535 values at once); none is fine. */
  async insertAll<T extends ObjectLiteral>(entity: Entity<T>, values: QueryDeepPartialEntity<T>[]): Promise<void> {
    for (let at = 0; at < values.length; at += 1000) {
      await this.manager.createQueryBuilder().insert().into(entity).values(values.slice(at, at + 1000)).returning([]).execute();
    }
  }

  /** Changes the named columns if `version` is still current. Absent keeps, null clears. @throws CONFLICT_STALE, NOT_FOUND */
  async amend<T extends Versioned>(entity: Entity<T>, id: string, version: number, patch: QueryDeepPartialEntity<T>): Promise<void> {
    const changes = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as QueryDeepPartialEntity<T>;
    // An empty patch still takes the version: whoever amends only the children of a record must not overwrite another's.
    const set = Object.keys(changes).length > 0 ? changes : ({ version } as unknown as QueryDeepPartialEntity<T>);
    const update = this.manager.createQueryBuilder().update(entity).set(set).where('id = :id and version = :version', { id, version });
    const result = await update.execute();
    if (result.affected === 1) return;
    if (await this.manager.createQueryBuilder(entity, 'row').where('row.id = :id', { id }).getExists()) throw stale();
    throw notFound();
  }

  /** Deletes the rows of `entity` that match; for the parts of a record that its owner replaces. */
  async remove<T extends ObjectLiteral>(entity: Entity<T>, where: { [column in keyof T]?: T[column] }): Promise<void> {
    await this.manager.getRepository(entity).delete(where as never);
  }

  query<T = unknown>(statement: Sql): Promise<T[]> {
    return this.manager.query(statement.text, statement.values) as Promise<T[]>;
  }
}

/** Every write happens in here: one transaction, with actor and action for the audit trail. */
@Injectable()
export class Work {
  /** Whom the audit trail names when nobody is signed in; null: the viewer's role. The command line has a name of its own. */
  namelessActor: string | null = null;

  constructor(private readonly database: DataSource) {}

  /**
   * @param viewer who acts; @param action the business verb, 'agreement.terminate'.
   * @throws DomainError, with the fields that a database constraint names.
   */
  async run<T>(viewer: Viewer, action: string, write: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.database.transaction(async (manager) => {
        await manager.query('select begin_work($1, $2)', [viewer.userId ?? this.namelessActor ?? `:${viewer.role}`, action]);
        await claimIdempotencyKey(manager);
        return write(new Tx(manager));
      });
    } catch (error) {
      throw problemOf(error) ?? error;
    }
  }
}

/** A request sent twice writes once: the second one finds its key taken, in the same transaction as the first one's writes. */
async function claimIdempotencyKey(manager: EntityManager): Promise<void> {
  const claim = currentClaim();
  if (!claim || claim.claimed) return;
  const taken = (await manager.query(
    'insert into idempotency_key (actor, key, request_digest) values ($1, $2, $3) on conflict do nothing returning key',
    [claim.actor, claim.key, claim.digest],
  )) as unknown[];
  if (taken.length === 0) {
    claim.second = true;
    throw new DomainError('CONFLICT');
  }
  claim.claimed = true;
}
