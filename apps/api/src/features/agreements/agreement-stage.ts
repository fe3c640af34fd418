import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Stage } from '@tejido/domain/agreement-facts.js';
import { isStage } from '@tejido/domain/agreement-phase.js';
import { conflict, problem, refuseIfAny } from '@tejido/domain/error.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { Clock } from '../../platform/clock.js';
import { Work } from '../../platform/database/work.js';
import { phaseSql } from './agreement-phase.sql.js';
import { changeAgreement } from './agreements.service.js';

/** How far the work before signature has come. */
@Injectable()
export class AgreementStage {
  constructor(private readonly work: Work, private readonly clock: Clock) {}

  /** @throws INVALID for what is no stage, CONFLICT when signatures and dates decide already, NOT_FOUND, CONFLICT_STALE */
  move(viewer: Viewer, id: string, version: number, stage: string): Promise<void> {
    return changeAgreement(this.work, viewer, 'agreement.moveStage', id, version, async (tx) => {
      refuseIfAny(isStage(stage) ? [] : [problem('stage', 'not_a_choice')]);
      const today = this.clock.today();
      const [row] = await tx.query<{ phase: string }>(sql`select ${phaseSql(sql`a`, sql`agreement_status(a, ${today}::date)`, today)} as phase from agreement a where a.id = ${id}`);
      if (!isStage(row!.phase)) throw conflict([problem('stage', 'wrong_stage')]);
      return { stage: stage as Stage };
    });
  }
}
