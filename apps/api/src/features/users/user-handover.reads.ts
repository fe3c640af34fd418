import sql, { raw, type Sql } from 'sql-template-tag';
import { can, canRead, type Subject, type Viewer } from '@tejido/domain/policy.js';
import { subject } from '../../platform/graphql/subject.js';

export type UserHandoverKind = 'organisation' | 'agreement' | 'commitment' | 'verification' | 'agenda';

/** One thing that an account answers for. `id` is the row's, `recordId` the page's. */
export interface AnsweredRow {
  kind: UserHandoverKind;
  id: string;
  recordId: string;
  label: string;
  day: string | null;
  viewerCan: Subject;
  /** Of a commitment: whoever owes it, fulfilled it, and verifies it. */
  ownerId: string | null;
  fulfilledBy: string | null;
  verifierId: string | null;
}

/** What an account answers for and is not over: partners, agreements, commitments that it owes or verifies, points of coming agendas. */
export function answeredBy(userId: string): Sql {
  const id = sql`${userId}::uuid`;
  const row = (kind: UserHandoverKind, record: Sql, label: Sql, day: Sql, rowId: Sql = sql`${record}.id`) => sql`select ${raw(`'${kind}'`)} as kind, ${rowId} as id, ${record}.id as "recordId", ${label} as label,
    ${day} as day, ${subject(record)}::jsonb as "viewerCan"`;
  const nobody = sql`null::uuid as "ownerId", null::uuid as "fulfilledBy", null::uuid as "verifierId"`;
  const people = sql`c.owner_user_id as "ownerId", c.fulfilled_by as "fulfilledBy", c.verifier_id as "verifierId"`;
  const [o, g, c, m] = [sql`o`, sql`g`, sql`c`, sql`m`];
  return sql`
    ${row('organisation', o, sql`coalesce(o.acronym || ' · ', '') || o.name`, sql`null::date`)}, ${nobody} from organisation o where o.relationship_owner_id = ${id} and o.archived_at is null and o.merged_into_id is null
    union all ${row('agreement', g, sql`g.title`, sql`g.effective_to`)}, ${nobody} from agreement g where g.responsible_id = ${id} and g.archived_at is null and g.terminated_on is null
    union all ${row('commitment', c, sql`c.text`, sql`c.due_on`)}, ${people} from commitment c where c.owner_user_id = ${id} and c.archived_at is null and c.fulfilled_on is null and c.cancelled_on is null
    union all ${row('verification', c, sql`c.text`, sql`c.due_on`)}, ${people} from commitment c where c.verifier_id = ${id} and c.archived_at is null and c.verified_on is null and c.cancelled_on is null
    union all ${row('agenda', m, sql`i.title || ' · ' || m.title`, sql`(m.starts_at at time zone m.time_zone)::date`, sql`i.id`)}, ${nobody} from agenda_item i join meeting m on m.id = i.meeting_id
      where i.owner_user_id = ${id} and m.archived_at is null and m.starts_at > now()`;
}

export const userHandoverStatement = (userId: string): Sql =>
  sql`select coalesce(json_agg(owned order by owned.kind, owned.day nulls last, owned.label), '[]') as answer from (${answeredBy(userId)}) owned`;

/** May this account answer for it from now on? It must see it; what somebody owes, another verifies. */
export function mayAnswerFor(successor: Viewer, { kind, viewerCan, ownerId, fulfilledBy, verifierId }: AnsweredRow): boolean {
  if (!canRead(successor, viewerCan)) return false;
  if (kind === 'commitment') return successor.userId !== verifierId;
  if (kind !== 'verification') return true;
  return ![ownerId, fulfilledBy].includes(successor.userId) && can(successor, 'commitment.verify', { ...viewerCan, ownerUserId: ownerId, verifierUserId: successor.userId });
}
