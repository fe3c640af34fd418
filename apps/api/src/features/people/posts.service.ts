import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { notFound, problem, refuseIfAny, type FieldProblem } from '@tejido/domain/error.js';
import { addDays } from '@tejido/domain/day.js';
import { dayProblems, periodProblems, textProblems } from '@tejido/domain/field-problems.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { refuseUnnameable } from '../../platform/access/nameable.js';
import { Clock } from '../../platform/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { newReading } from '../../platform/graphql/composer.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { mayHandOver, ownedAt, type HandoverKind, type OwnedRow } from './handover.reads.js';
import { allowedPerson } from './people.service.js';
import { Affiliation, AffiliationCorrection } from './person.entity.js';
import type { PostHandOverInput } from './person.input.js';

/** What happens to posts: they end, what their holder owned goes to others, and an end that was told wrongly is corrected. */
@Injectable()
export class PostsService {
  constructor(private readonly work: Work, private readonly clock: Clock) {}

  /**
   * Ends a post on a day; it stays in the person's history. What the person owned there goes to the successors named, in the
   * same transaction; what the viewer may not amend stays. @returns the person's id. @throws INVALID (also for an end told before)
   */
  end(viewer: Viewer, id: string, version: number, toDay: string, handOver: PostHandOverInput = {}): Promise<string> {
    return this.work.run(viewer, 'person.endAffiliation', async (tx) => {
      const post = await allowedPost(tx, viewer, id);
      refuseIfAny([...textProblems('handOver.reason', handOver.reason, { max: 500 }), ...periodProblems(['fromDay', post.fromDay], ['toDay', toDay]), ...(post.toDay ? [problem('toDay', 'end_told')] : [])]);
      await refuseIfNotOf(tx, viewer, post, toDay, handOver);
      await tx.amend(Affiliation, id, version, { toDay });
      await this.handOver(tx, viewer, post, handOver);
      return post.personId;
    });
  }

  /** The end was told wrongly: what it said is kept beside the reason. Null: the post has not ended after all. @throws INVALID, CONFLICT_STALE */
  correctEnd(viewer: Viewer, id: string, version: number, toDay: string | null, reason: string): Promise<string> {
    return this.work.run(viewer, 'person.correctAffiliation', async (tx) => {
      const post = await allowedPost(tx, viewer, id);
      refuseIfAny([
        ...textProblems('reason', reason, { max: 500, required: true }), ...dayProblems('toDay', toDay), ...periodProblems(['fromDay', post.fromDay], ['toDay', toDay]),
        ...(post.toDay === null ? [problem('toDay', 'wrong_stage')] : post.toDay === toDay ? [problem('toDay', 'duplicate_entry')] : []),
      ]);
      await tx.insert(AffiliationCorrection, { affiliationId: id, personId: post.personId, said: post.toDay!, correctedTo: toDay, reason: reason.normalize('NFC').trim(), correctedBy: viewer.userId });
      await tx.amend(Affiliation, id, version, { toDay });
      return post.personId;
    });
  }

  private async handOver(tx: Tx, viewer: Viewer, { personId, organisationId }: Affiliation, to: PostHandOverInput): Promise<void> {
    const owned = await tx.query<OwnedRow>(ownedAt(newReading(viewer, this.clock.today()), sql`${personId}::uuid`, sql`${organisationId}::uuid`));
    const idsOf = (kind: HandoverKind) => owned.filter((each) => each.kind === kind && mayHandOver(viewer, each)).map((each) => each.id);
    if (to.commitmentsTo) await tx.query(sql`update commitment set owner_person_id = ${to.commitmentsTo}::uuid where id = any(${idsOf('commitment')}::uuid[])`);
    if (to.signaturesTo) await this.substitute(tx, idsOf('signature'), organisationId, to.signaturesTo, to.reason);
    if (to.meetingsTo) await giveSeats(tx, idsOf('meeting'), personId, to.meetingsTo);
  }

  /** Another signs, in their post there; whoever was named before stays with the party, with the reason. */
  private async substitute(tx: Tx, parties: readonly string[], organisationId: string, successor: string, reason: string | null | undefined): Promise<void> {
    await tx.query(sql`insert into agreement_former_signatory (party_id, person_id, affiliation_id, reason, replaced_on)
      select id, signatory_id, signatory_affiliation_id, ${reason?.normalize('NFC').trim() || LEFT}, ${this.clock.today()}::date from agreement_party where id = any(${parties}::uuid[])`);
    await tx.query(sql`update agreement_party set signatory_id = ${successor}::uuid, signatory_affiliation_id = (select a.id from affiliation a
        where a.person_id = ${successor}::uuid and a.organisation_id = ${organisationId} order by a.to_day desc nulls first, a.from_day desc nulls last limit 1)
      where id = any(${parties}::uuid[])`);
  }
}

/** Why another signs, where nobody said it in other words. */
const LEFT = 'Dejó el cargo';

/** The successor takes the seat, and what the agenda asks of the person there; who has one there already keeps it, and the other is free. */
async function giveSeats(tx: Tx, attendances: readonly string[], personId: string, successor: string): Promise<void> {
  await tx.query(sql`update agenda_item set owner_person_id = ${successor}::uuid where owner_person_id = ${personId}
    and meeting_id in (select a.meeting_id from attendance a where a.id = any(${attendances}::uuid[]))`);
  await tx.query(sql`delete from attendance a where a.id = any(${attendances}::uuid[]) and exists (select from attendance has where has.meeting_id = a.meeting_id
    and has.person_id = ${successor}::uuid and has.organisation_id is not distinct from a.organisation_id)`);
  await tx.query(sql`update attendance set person_id = ${successor}::uuid where id = any(${attendances}::uuid[])`);
}

async function allowedPost(tx: Tx, viewer: Viewer, id: string): Promise<Affiliation> {
  const post = isUuid(id) ? await tx.manager.findOneBy(Affiliation, { id }) : null;
  if (!post) throw notFound();
  await allowedPerson(tx, viewer, 'person.amend', post.personId);
  return post;
}

/** A successor is somebody else who has a post at the same organisation after the day, and whom the viewer may name. */
async function refuseIfNotOf(tx: Tx, viewer: Viewer, { personId, organisationId }: Affiliation, toDay: string, to: PostHandOverInput): Promise<void> {
  const named = (['commitmentsTo', 'signaturesTo', 'meetingsTo'] as const).flatMap((field) => (to[field] ? [{ path: `handOver.${field}`, id: to[field] }] : []));
  await refuseUnnameable(tx, viewer, named.map((each) => ({ ...each, table: 'person' })));
  const there = await tx.query<{ person: string }>(sql`select person_id as person from affiliation where organisation_id = ${organisationId} and person_id <> ${personId}
    and person_id = any(${named.map(({ id }) => id)}::uuid[]) and (to_day is null or to_day >= ${addDays(toDay, 1)}::date)`);
  const strangers: FieldProblem[] = named.filter(({ id }) => !there.some(({ person }) => person === id.toLowerCase())).map(({ path }) => problem(path, 'not_of_organisation'));
  refuseIfAny(strangers);
}
