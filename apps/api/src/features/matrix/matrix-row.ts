import sql from 'sql-template-tag';
import { notFound, problem, refuseIfAny, type FieldProblem } from '@tejido/domain/error.js';
import { matrixProblems } from '@tejido/domain/matrix.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { refuseUnnameable } from '../../platform/access/nameable.js';
import { readableBy } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { MatrixRow } from './matrix.entity.js';
import type { MatrixRowInput } from './matrix.input.js';

/** @throws NOT_FOUND, also for what was taken off the matrix */
export async function standingRow(tx: Tx, id: string): Promise<MatrixRow> {
  const found = isUuid(id) ? await tx.manager.findOneBy(MatrixRow, { id }) : null;
  if (!found || found.archivedAt) throw notFound();
  return found;
}

/** Writes what the input gives of a row. Absent keeps, null clears. @throws INVALID, CONFLICT_STALE */
export async function writeRow(tx: Tx, viewer: Viewer, before: MatrixRow, version: number, input: MatrixRowInput, today: string): Promise<void> {
  const patch = patchOf(input);
  refuseIfAny([...matrixProblems({ ...before, ...patch }, today), ...await resultProblems(tx, before, patch)]);
  await refuseUnnameable(tx, viewer, (input.allyIds ?? []).map((id, at) => ({ path: `allyIds.${at}`, table: 'organisation' as const, id })));
  await tx.amend(MatrixRow, before.id, version, patch);
  if (input.allyIds) await replaceAllies(tx, viewer, before.id, input.allyIds);
}

const TEXTS = ['label', 'responsibleRole', 'coResponsible', 'observations', 'assumptions', 'meansOfVerification'] as const;
const VALUES = ['result', 'product', 'actualFrom', 'actualTo', 'responsibleCountry', 'progress', 'expectedCount', 'state'] as const;

function patchOf(input: MatrixRowInput): Partial<MatrixRow> {
  const texts = TEXTS.filter((field) => input[field] !== undefined).map((field) => [field, tidy(field, input[field])]);
  const values = VALUES.filter((field) => input[field] !== undefined).map((field) => [field, input[field]]);
  return Object.fromEntries([...texts, ...values]) as Partial<MatrixRow>;
}

// Only a label may be absent; the other texts are empty.
const tidy = (field: string, text: string | null | undefined): string | null => text?.normalize('NFC').trim() || (field === 'label' ? null : '');

async function resultProblems(tx: Tx, before: MatrixRow, { result }: Partial<MatrixRow>): Promise<FieldProblem[]> {
  if (!result) return [];
  const known = await tx.query(sql`select from result r join strategy_activity y on y.axis = r.axis where r.code = ${result} and y.code = ${before.strategyActivity}`);
  return known.length > 0 ? [] : [problem('result', 'unknown_code')];
}

/** Allies that the viewer may not see stay: they cannot have taken them away. */
async function replaceAllies(tx: Tx, viewer: Viewer, rowId: string, allyIds: readonly string[]): Promise<void> {
  await tx.query(sql`delete from matrix_ally a using organisation o
    where a.row_id = ${rowId} and o.id = a.organisation_id and a.organisation_id <> all(${allyIds}::uuid[]) and ${readableBy(viewer, sql`o`)}`);
  await tx.query(sql`insert into matrix_ally (row_id, organisation_id) select ${rowId}, id from unnest(${allyIds}::uuid[]) id on conflict do nothing`);
}
