import { Injectable } from '@nestjs/common';
import { can, type Viewer } from '@tejido/domain/policy.js';
import { differenceSince } from '@tejido/domain/snapshot-difference.js';
import { Reader } from '../../platform/graphql/read.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { bare, enteredOn, visibleTo, type Lists } from './counted-records.js';
import { Facts, type CountingState } from './facts.js';
import { IndicatorsQueries } from './indicators.queries.js';
import { naming, type Naming, type RecordKind } from './naming.js';
import { hashOf, type SnapshotContent } from './snapshot-content.js';
import { WHOLE } from './snapshot-contents.js';
import { snapshotsStatement } from './snapshots.reads.js';
import type { SnapshotDifferenceType, SnapshotType } from './snapshot.type.js';

interface Row extends SnapshotContent, Pick<SnapshotType, 'id' | 'contentHash' | 'proposedBy' | 'proposedAt' | 'approvedBy' | 'approvedAt'> {
  proposedById: string;
}

/** Frozen figures, each beside the same count as it is known now. */
@Injectable()
export class SnapshotsQueries {
  constructor(private readonly reader: Reader, private readonly facts: Facts, private readonly queries: IndicatorsQueries) {}

  /** Newest first. */
  async list(viewer: Viewer, indicator: string | null): Promise<SnapshotType[]> {
    return this.told(viewer, (await this.reader.answer<Row[]>(snapshotsStatement(indicator, null)))!);
  }

  async one(viewer: Viewer, id: string): Promise<SnapshotType | null> {
    if (!isUuid(id)) return null;
    return (await this.told(viewer, (await this.reader.answer<Row[]>(snapshotsStatement(null, id)))!))[0] ?? null;
  }

  private async told(viewer: Viewer, rows: readonly Row[]): Promise<SnapshotType[]> {
    const state = await this.facts.current();
    const name = naming(state, viewer);
    return Promise.all(rows.map(async ({ proposedById, definition, figures, hashVersion, ...row }) => {
      const now = await this.queries.report(WHOLE, row.indicator, { on: row.onDay, from: row.fromDay, to: row.toDay });
      const frozen = visibleLists(row, name);
      return {
        ...row, ...frozen, valueNow: now.value, difference: differenceFor(state, row, now, name),
        definitionVersion: (definition as { definitionVersion?: number }).definitionVersion ?? 1,
        intact: hashOf({ ...row, definition, figures, hashVersion }) === row.contentHash,
        canApprove: !row.approvedAt && can(viewer, 'snapshot.approve') && proposedById !== viewer.userId,
      };
    }));
  }
}

/** The frozen lists with what the viewer may see today, under the names of today. */
function visibleLists({ counted, excluded }: Pick<Row, 'counted' | 'excluded'>, name: Naming) {
  const visible = visibleTo(name);
  const shown = counted.flatMap((each) => {
    const record = visible(each.record);
    return record ? [{ ...each, record, through: each.through.flatMap((other) => visible(other) ?? []) }] : [];
  });
  const left = excluded.flatMap((each) => {
    const record = visible(each.record);
    return record ? [{ ...each, record }] : [];
  });
  return { counted: shown, excluded: left, withheldCounted: counted.length - shown.length };
}

function differenceFor(state: CountingState, row: Lists & { knownOn: string }, now: Lists, name: Naming): SnapshotDifferenceType {
  const { added, removed } = differenceSince(bare(row), row.knownOn, bare(now), enteredOn(state));
  const kinds = new Map([...row.counted, ...now.counted].map(({ record }) => [record.id, record.kind as RecordKind]));
  const told = (changes: readonly { id: string; because: string }[]) => changes.flatMap(({ id, because }) => {
    const record = name(kinds.get(id)!, id);
    return record ? [{ record, because }] : [];
  });
  const [came, went] = [told(added), told(removed)];
  return { added: came, removed: went, withheld: added.length + removed.length - came.length - went.length };
}
