import sql from 'sql-template-tag';
import { yearOf } from '@tejido/domain/day.js';
import { problem, type FieldProblem } from '@tejido/domain/error.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { kindCode, looksGiven, numberIn, referenceOf, seriesOf } from '@tejido/domain/reference-number.js';
import { readableBy } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import type { Agreement } from './agreement.entity.js';

interface Numbering { acronym: string; pattern: string; kindCodes: Record<string, string> }

const numberingOf = async (tx: Tx): Promise<Numbering> => (await tx.query<Numbering>(sql`select coalesce((select c.acronym from coalition c), '') as acronym,
  n.pattern, n.kind_codes as "kindCodes" from agreement_numbering n`))[0]!;

/**
 * The next number of the series. Writes come one after the other, so no two get one, and what is rolled back leaves no gap; a number
 * that somebody imported is passed over.
 */
export async function nextReference(tx: Tx, kind: string, today: string): Promise<Pick<Agreement, 'reference' | 'referenceSeries' | 'referenceNumber'>> {
  const { acronym, pattern, kindCodes } = await numberingOf(tx);
  const parts = { acronym, year: yearOf(today), kindCode: kindCode(kind, kindCodes) };
  const series = seriesOf(pattern, parts);
  const [before, after] = series.split('{N}') as [string, string];
  const taken = await tx.query<{ reference: string; number: number | null }>(sql`select reference, case when reference_series = ${series} then reference_number end as number
    from agreement where reference_series = ${series} or (starts_with(reference, ${before}) and right(reference, ${after.length}) = ${after})`);
  const numbers = taken.map((each) => each.number ?? numberIn(series, each.reference) ?? 0);
  const number = 1 + numbers.reduce((most, each) => Math.max(most, each), 0);
  return { reference: referenceOf(pattern, parts, number), referenceSeries: series, referenceNumber: number };
}

/**
 * What is wrong with a reference that somebody types. One in the register's own form is refused whether or not it is taken, and any
 * other is compared with what the viewer may see: neither answer tells of a hidden agreement (docs/decisions/0012).
 */
export async function referenceProblems(tx: Tx, viewer: Viewer, typed: string | null | undefined, before: Agreement | null): Promise<FieldProblem[]> {
  if (typed === undefined) return [];
  const reference = typed?.normalize('NFC').trim() || null;
  if (reference === (before?.reference ?? null)) return [];
  if (before?.referenceSeries) return [problem('reference', 'read_only')];
  if (reference === null) return [];
  const { acronym, pattern } = await numberingOf(tx);
  if (looksGiven(pattern, acronym, reference)) return [problem('reference', 'reference_of_series')];
  const same = await tx.query(sql`select from agreement a where a.reference = ${reference} and a.archived_at is null and ${readableBy(viewer, sql`a`)} limit 1`);
  return same.length > 0 ? [problem('reference', 'duplicate_identifier')] : [];
}
