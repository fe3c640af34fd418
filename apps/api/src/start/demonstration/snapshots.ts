import type pg from 'pg';
import type { Sql } from 'sql-template-tag';
import { Facts } from '../../features/indicators/facts.js';
import { IndicatorsQueries } from '../../features/indicators/indicators.queries.js';
import { hashOf } from '../../features/indicators/snapshot-content.js';
import { SnapshotContents } from '../../features/indicators/snapshot-contents.js';
import { Clock } from '../../platform/clock.js';
import type { Reader } from '../../platform/graphql/read.js';
import { insertRows } from '../insert-rows.js';
import { stableId } from '../stable-id.js';

interface Published { indicator: string; days: { on: string } | { from: string; to: string }; proposedOn: string; approvedOn: string | null }

const allianceYear = (year: number): Published =>
  ({ indicator: 'alliances_in_force', days: { on: `${year}-12-31` }, proposedOn: `${year + 1}-01-15`, approvedOn: `${year + 1}-01-20` });
const activityYear = (year: number): Published =>
  ({ indicator: 'joint_activities_done', days: { from: `${year}-01-01`, to: `${year}-12-31` }, proposedOn: `${year + 1}-01-15`, approvedOn: `${year + 1}-01-20` });

/** Two years published as they were known in January, of which one was revised since; one figure waits for the presidency. */
const PUBLISHED: readonly Published[] = [
  allianceYear(2024), activityYear(2024), allianceYear(2025), activityYear(2025),
  { indicator: 'alliances_in_force', days: { on: '2026-09-30' }, proposedOn: '2026-10-05', approvedOn: null },
];

/** Snapshots of what the demonstration holds, frozen by the code that freezes those of a register. */
export async function publishSnapshots(client: pg.ClientBase, users: { recorder: string; presidency: string }): Promise<void> {
  const contents = contentsFrom(client);
  for (const { indicator, days, proposedOn, approvedOn } of PUBLISHED) {
    const content = await contents.of(indicator, { ...days, known: proposedOn });
    const { onDay, fromDay, toDay, knownOn, value, counted, excluded, definition, figures, hashVersion } = content;
    await insertRows(client, 'snapshot', [{
      id: stableId('snapshot', `${indicator} ${onDay ?? toDay}`), indicator, on_day: onDay, from_day: fromDay, to_day: toDay, known_on: knownOn, value, counted, excluded, definition,
      figures, hash_version: hashVersion, content_hash: hashOf(content), proposed_by: users.recorder, proposed_at: `${proposedOn}T16:00:00Z`,
      approved_by: approvedOn && users.presidency, approved_at: approvedOn && `${approvedOn}T16:00:00Z`,
    }]);
  }
}

/** The services that count, on this connection: what was just inserted is not committed yet. */
function contentsFrom(client: pg.ClientBase): SnapshotContents {
  // A connection takes one query at a time.
  let turn: Promise<unknown> = Promise.resolve();
  const ask = async ({ text, values }: Sql) => (await client.query<{ answer: unknown }>(text, values)).rows[0]?.answer ?? null;
  const reader = { answer: (statement: Sql) => (turn = turn.then(() => ask(statement))) } as unknown as Reader;
  const clock = new Clock();
  const facts = new Facts(reader);
  return new SnapshotContents(facts, new IndicatorsQueries(facts, clock), reader, clock);
}
