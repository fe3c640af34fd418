import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { conflict, DomainError, notFound, problem } from '@tejido/domain/error.js';
import { can, type Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { Clock } from '../../platform/clock.js';
import { Work } from '../../platform/database/work.js';
import { Reader } from '../../platform/graphql/read.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { IndicatorsQueries, type PeriodAsked } from './indicators.queries.js';
import type { SnapshotType } from './indicator.type.js';

interface Row extends Omit<SnapshotType, 'valueNow' | 'canApprove'> { proposedById: string }

// A figure is frozen by somebody who sees everything, so that its lists are whole.
const WHOLE: Viewer = { userId: null, role: 'secretariat', country: null };

/** A frozen figure: proposed by the secretariat, approved by the presidency, never changed. */
@Injectable()
export class SnapshotsService {
  constructor(private readonly work: Work, private readonly reader: Reader, private readonly queries: IndicatorsQueries, private readonly clock: Clock) {}

  /** Freezes the figure as it is known now. @returns the snapshot's id */
  async propose(viewer: Viewer, indicator: string, asked: PeriodAsked): Promise<string> {
    authorize(viewer, 'snapshot.propose');
    const known = this.clock.today();
    const definition = (await this.queries.all()).find((each) => each.code === indicator);
    const report = await this.queries.report(WHOLE, indicator, asked);
    const period = definition?.nature === 'stock' ? { onDay: report.to, fromDay: null, toDay: null } : { onDay: null, fromDay: report.from, toDay: report.to };
    const content = { indicator, ...period, known, value: report.value, counted: report.counted, excluded: report.excluded, definition };
    const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
    return this.work.run(viewer, 'snapshot.propose', async (tx) => {
      const rows = await tx.query<{ id: string }>(sql`insert into snapshot (indicator, on_day, from_day, to_day, known_on, value, counted, excluded, definition, content_hash, proposed_by)
        values (${indicator}, ${period.onDay}, ${period.fromDay}, ${period.toDay}, ${known}, ${report.value}, ${JSON.stringify(report.counted)}, ${JSON.stringify(report.excluded)}, ${JSON.stringify(definition)}, ${hash}, ${viewer.userId}) returning id`);
      return rows[0]!.id;
    });
  }

  /** By another person. @throws FORBIDDEN, NOT_FOUND, CONFLICT when it is approved already */
  approve(viewer: Viewer, id: string): Promise<void> {
    return this.work.run(viewer, 'snapshot.approve', async (tx) => {
      authorize(viewer, 'snapshot.approve');
      const [found] = isUuid(id) ? await tx.query<{ proposed_by: string; approved_at: Date | null }>(sql`select proposed_by, approved_at from snapshot where id = ${id}`) : [];
      if (!found) throw notFound();
      if (found.approved_at) throw conflict([problem('', 'read_only')]);
      if (found.proposed_by === viewer.userId) throw new DomainError('FORBIDDEN', [problem('', 'own_evidence')]);
      await tx.query(sql`update snapshot set approved_by = ${viewer.userId}, approved_at = now() where id = ${id}`);
    });
  }

  /** Newest first, each with the same count as it is known now. */
  async list(viewer: Viewer, indicator: string | null): Promise<SnapshotType[]> {
    const rows = (await this.reader.answer<Row[]>(sql`select coalesce(json_agg(json_build_object('id', s.id, 'indicator', s.indicator, 'onDay', s.on_day, 'fromDay', s.from_day, 'toDay', s.to_day, 'knownOn', s.known_on,
      'value', s.value, 'contentHash', s.content_hash, 'proposedById', s.proposed_by, 'proposedBy', p.name, 'proposedAt', s.proposed_at, 'approvedBy', a.name, 'approvedAt', s.approved_at) order by s.proposed_at desc), '[]') as answer
      from snapshot s join user_account p on p.id = s.proposed_by left join user_account a on a.id = s.approved_by where ${indicator}::text is null or s.indicator = ${indicator}`)) ?? [];
    return Promise.all(rows.map(async ({ proposedById, ...row }) => ({
      ...row,
      valueNow: (await this.queries.report(viewer, row.indicator, { on: row.onDay, from: row.fromDay, to: row.toDay })).value,
      canApprove: !row.approvedAt && can(viewer, 'snapshot.approve') && proposedById !== viewer.userId,
    })));
  }
}
