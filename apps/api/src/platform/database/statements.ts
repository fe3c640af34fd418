import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource } from 'typeorm';

/** A connection keeps what it prepared: only texts that come again are, and not without end. */
const MOST_PREPARED = 300;

/**
 * Runs reads on the pool. A text that was seen before is prepared under its hash, so that PostgreSQL parses and plans a
 * page's long statement once a connection instead of once a request.
 */
@Injectable()
export class Statements {
  private readonly names = new Map<string, string | null>();

  constructor(private readonly database: DataSource) {}

  async rows<T>(text: string, values: unknown[] = []): Promise<T[]> {
    const pool = (this.database.driver as unknown as { master: pg.Pool }).master;
    const name = this.nameOf(text);
    const { rows } = await pool.query(name ? { name, text, values } : { text, values });
    return rows as T[];
  }

  private nameOf(text: string): string | null {
    const known = this.names.get(text);
    if (known) return known;
    const again = known === null;
    if (!again && this.names.size >= MOST_PREPARED) return null;
    const name = again ? createHash('sha256').update(text).digest('base64url').slice(0, 22) : null;
    this.names.set(text, name);
    return name;
  }
}
