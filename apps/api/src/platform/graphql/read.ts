import { Injectable } from '@nestjs/common';
import type { Sql } from 'sql-template-tag';
import type { Viewer } from '@tejido/domain/policy.js';
import { Clock } from '../clock.js';
import { problemOf } from '../database/constraints.js';
import { Statements } from '../database/statements.js';
import { newReading, type Reading } from './composer.js';

/** Runs composed statements: one for each root field. */
@Injectable()
export class Reader {
  constructor(private readonly statements: Statements, private readonly clock: Clock) {}

  reading(viewer: Viewer): Reading {
    return newReading(viewer, this.clock.today());
  }

  /** The single value of a statement's first row, column `answer`; null when there is no row. */
  async answer<T>(statement: Sql): Promise<T | null> {
    const rows = await this.rows<{ answer: T }>(statement);
    return rows[0]?.answer ?? null;
  }

  /** @throws INVALID for a value that PostgreSQL cannot read: a NUL, a day that is none, a number out of range. */
  async rows<T>(statement: Sql): Promise<T[]> {
    try {
      return await this.statements.rows<T>(statement.text, statement.values);
    } catch (error) {
      throw problemOf(error) ?? error;
    }
  }
}
