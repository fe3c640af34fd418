import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { conflict, DomainError, notFound, problem, refuseIfAny } from '@tejido/domain/error.js';
import { periodProblems } from '@tejido/domain/field-problems.js';
import { adjustmentProblems, matrixProblems } from '@tejido/domain/matrix.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { refuseUnnameable } from '../../platform/access/nameable.js';
import { Clock } from '../../platform/clock.js';
import { Work } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { MatrixAdjustment, MatrixRow } from './matrix.entity.js';
import type { MatrixAdjustmentInput, MatrixRowInput, NewMatrixRowInput } from './matrix.input.js';
import { standingRow, writeRow } from './matrix-row.js';

interface Which { id: string; version: number }

/** The verbs that write the monitoring matrix; its days are changed by rescheduling. */
@Injectable()
export class MatrixService {
  constructor(private readonly work: Work, private readonly clock: Clock) {}

  /** A country's own part of a strategy activity; its days are the plan from now on. @returns its id. @throws INVALID, FORBIDDEN */
  add(viewer: Viewer, input: NewMatrixRowInput): Promise<string> {
    return this.work.run(viewer, 'matrix.add', async (tx) => {
      const country = input.country ?? viewer.country;
      refuseIfAny(country === null ? [problem('country', 'required')] : []);
      authorize(viewer, 'matrix.amend', { country });
      const { strategyActivity, from, to } = input;
      const label = input.label.normalize('NFC').trim();
      refuseIfAny([...matrixProblems({ ...EMPTY, country, label }, this.clock.today()), ...periodProblems(['from', from], ['to', to])]);
      const known = await tx.query(sql`select from strategy_activity where code = ${strategyActivity}`);
      refuseIfAny(known.length > 0 ? [] : [problem('strategyActivity', 'unknown_code')]);
      return tx.insert(MatrixRow, { strategyActivity, country, label, plannedFrom: from, plannedTo: to, currentFrom: from, currentTo: to, responsibleCountry: country, createdBy: viewer.userId });
    });
  }

  /** @throws INVALID, NOT_FOUND, FORBIDDEN, CONFLICT_STALE */
  amend(viewer: Viewer, { id, version }: Which, input: MatrixRowInput): Promise<void> {
    return this.work.run(viewer, 'matrix.amend', async (tx) => {
      const before = await standingRow(tx, id);
      authorize(viewer, 'matrix.amend', { country: before.country });
      await writeRow(tx, viewer, before, version, input, this.clock.today());
    });
  }

  /** How well it was done, 1 to 5, in the eyes of whoever reviews it; null takes the rating away. */
  rate(viewer: Viewer, { id, version }: Which, rating: number | null): Promise<void> {
    return this.work.run(viewer, 'matrix.rate', async (tx) => {
      const before = await standingRow(tx, id);
      authorize(viewer, 'matrix.rate', { country: before.country });
      refuseIfAny(matrixProblems({ ...before, rating }, this.clock.today()).filter(({ path }) => path === 'rating'));
      await tx.amend(MatrixRow, id, version, { rating });
    });
  }

  /** Takes a country's row off the matrix. @throws CONFLICT for a regional row: the strategy has its activity */
  archive(viewer: Viewer, { id, version }: Which): Promise<void> {
    return this.work.run(viewer, 'matrix.archive', async (tx) => {
      const before = await standingRow(tx, id);
      authorize(viewer, 'matrix.amend', { country: before.country });
      if (before.country === null) throw conflict([problem('', 'read_only')]);
      await tx.amend(MatrixRow, id, version, { archivedAt: this.clock.now() });
    });
  }

  /** Records a change of the plan that is not one of days. @throws INVALID, NOT_FOUND, FORBIDDEN */
  adjust(viewer: Viewer, rowId: string, input: MatrixAdjustmentInput): Promise<void> {
    return this.work.run(viewer, 'matrix.adjust', async (tx) => {
      const row = await standingRow(tx, rowId);
      authorize(viewer, 'matrix.amend', { country: row.country });
      refuseIfAny([...adjustmentProblems(input), ...(input.kind === 'dates' ? [problem('kind', 'not_a_choice')] : [])]);
      const meetingId = input.meetingId ?? null;
      await refuseUnnameable(tx, viewer, [{ path: 'meetingId', table: 'meeting', id: meetingId }]);
      const [what, why] = [input.what.normalize('NFC').trim(), input.why.normalize('NFC').trim()];
      await tx.insert(MatrixAdjustment, { rowId, kind: input.kind, what, why, meetingId, madeBy: viewer.userId, madeOn: this.clock.today() });
    });
  }

  /** The presidency agrees with a change of the plan. @returns the row's id. @throws NOT_FOUND, CONFLICT when it was approved already, CONFLICT_STALE */
  approve(viewer: Viewer, { id, version }: Which): Promise<string> {
    return this.work.run(viewer, 'matrix.approve', async (tx) => {
      const found = isUuid(id) ? await tx.manager.findOneBy(MatrixAdjustment, { id }) : null;
      if (!found) throw notFound();
      if (viewer.userId !== null && found.madeBy === viewer.userId) throw new DomainError('FORBIDDEN', [problem('', 'own_adjustment')]);
      authorize(viewer, 'matrix.approve', { ownerUserId: found.madeBy });
      if (found.approvedOn) throw conflict([problem('', 'wrong_stage')]);
      await tx.amend(MatrixAdjustment, id, version, { approvedBy: viewer.userId, approvedOn: this.clock.today() });
      return found.rowId;
    });
  }
}

/** What a new row says beside its words and days. */
const EMPTY = {
  actualFrom: null, actualTo: null, responsibleRole: '', coResponsible: '', progress: null, expectedCount: null, state: 'planned',
  observations: '', assumptions: '', meansOfVerification: '', rating: null,
};
