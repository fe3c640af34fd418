import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { Work } from '../../platform/database/work.js';

/** What an indicator is to reach in a year. */
@Injectable()
export class TargetsService {
  constructor(private readonly work: Work) {}

  set(viewer: Viewer, indicator: string, year: number, value: number, rationale: string | null): Promise<void> {
    return this.work.run(viewer, 'target.set', async (tx) => {
      authorize(viewer, 'target.set');
      await tx.query(sql`insert into target (indicator, year, value, rationale) values (${indicator}, ${year}, ${value}, ${rationale})
        on conflict (indicator, year) do update set value = excluded.value, rationale = excluded.rationale`);
    });
  }
}
