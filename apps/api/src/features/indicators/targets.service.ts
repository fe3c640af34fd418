import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { notFound, problem, refuseIfAny } from '@tejido/domain/error.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { Work, type Tx } from '../../platform/database/work.js';

const YEARS = { min: 2000, max: 2100 };
const LARGEST = 1_000_000;

/** What an indicator starts from and is to reach. */
@Injectable()
export class TargetsService {
  constructor(private readonly work: Work) {}

  /** Sets the target of a year; null takes it away. @throws INVALID, NOT_FOUND */
  set(viewer: Viewer, indicator: string, year: number, value: number | null, rationale: string | null): Promise<void> {
    return this.work.run(viewer, 'target.set', async (tx) => {
      authorize(viewer, 'target.set');
      refuseIfAny([
        ...(year >= YEARS.min && year <= YEARS.max ? [] : [problem('year', 'number_out_of_range', YEARS)]),
        ...valueProblems(value),
      ]);
      await known(tx, indicator);
      await tx.query(value === null ? sql`delete from target where indicator = ${indicator} and year = ${year}`
        : sql`insert into target (indicator, year, value, rationale) values (${indicator}, ${year}, ${value}, ${rationale})
          on conflict (indicator, year) do update set value = excluded.value, rationale = excluded.rationale`);
    });
  }

  /** Sets the value from which progress is measured, and its day; null: it starts from nothing. @throws INVALID, NOT_FOUND */
  setBaseline(viewer: Viewer, indicator: string, on: string, value: number | null): Promise<void> {
    return this.work.run(viewer, 'target.setBaseline', async (tx) => {
      authorize(viewer, 'target.set');
      refuseIfAny(valueProblems(value));
      await known(tx, indicator);
      await tx.query(sql`update indicator set baseline_on = ${on}, baseline_value = ${value} where code = ${indicator}`);
    });
  }
}

const valueProblems = (value: number | null) =>
  (value === null || (value >= 0 && value <= LARGEST) ? [] : [problem('value', 'number_out_of_range', { min: 0, max: LARGEST })]);

async function known(tx: Tx, indicator: string): Promise<void> {
  if ((await tx.query(sql`select 1 from indicator where code = ${indicator}`)).length === 0) throw notFound();
}
