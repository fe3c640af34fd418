import { Injectable } from '@nestjs/common';
import { can, type Viewer } from '@tejido/domain/policy.js';
import { differenceSince, type FrozenCount } from '@tejido/domain/snapshot-difference.js';
import { Reader } from '../../platform/graphql/read.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { Facts, type CountingState } from './facts.js';
import type { CountedRecord, ExcludedRecord, NamedRecord } from './indicator.type.js';
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
  const visible = ({ kind, id }: NamedRecord) => name(kind as RecordKind, id);
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

interface Lists { value: number; counted: CountedRecord[]; excluded: ExcludedRecord[] }

function differenceFor(state: CountingState, row: Lists & { knownOn: string }, now: Lists, name: Naming): SnapshotDifferenceType {
  const entered = state.once('entered on', () => new Map(
    [...state.facts.agreements, ...state.facts.activities].map(({ id, recordedOn }) => [id, recordedOn])));
  const { added, removed } = differenceSince(bare(row), row.knownOn, bare(now), (id) => entered.get(id) ?? null);
  const kinds = new Map([...row.counted, ...now.counted].map(({ record }) => [record.id, record.kind as RecordKind]));
  const told = (changes: readonly { id: string; because: string }[]) => changes.flatMap(({ id, because }) => {
    const record = name(kinds.get(id)!, id);
    return record ? [{ record, because }] : [];
  });
  const [came, went] = [told(added), told(removed)];
  return { added: came, removed: went, withheld: added.length + removed.length - came.length - went.length };
}

/** The lists as ids. An ally counts through its agreements, an agreement or activity through itself. */
function bare({ value, counted, excluded }: Lists): FrozenCount {
  return {
    value,
    counted: counted.map(({ record, through }) => ({ id: record.id, through: record.kind === 'organisation' ? through.map(({ id }) => id) : [record.id] })),
    excluded: excluded.map(({ record, reason }) => ({ id: record.id, reason })),
  };
}
