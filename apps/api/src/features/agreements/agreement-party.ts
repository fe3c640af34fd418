import sql from 'sql-template-tag';
import { notFound } from '@tejido/domain/error.js';
import type { Viewer } from '@tejido/domain/policy.js';
import type { Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { standingsOf, storedWhole, type Whole } from './agreement-draft.js';
import type { Agreement, AgreementParty } from './agreement.entity.js';

/** A party's row in the whole that it belongs to. */
export interface PartyFound { whole: Whole; at: number; party: AgreementParty }

/** @throws NOT_FOUND also for a party whose organisation the viewer may not see */
export async function findParty(tx: Tx, viewer: Viewer, before: Agreement, partyId: string): Promise<PartyFound> {
  const whole = await storedWhole(tx, before);
  const at = isUuid(partyId) ? whole.parties.findIndex((each) => each.stored?.id === partyId) : -1;
  const party = whole.parties[at]?.stored;
  if (!party || (await standingsOf(tx, viewer, [party.organisationId])).hidden.has(party.organisationId)) throw notFound();
  return { whole, at, party };
}

/** The post that a person holds on a day at the organisation, or at an office or body that counts with it; null when none or several. */
export async function postOn(tx: Tx, personId: string, organisationId: string, day: string): Promise<string | null> {
  const posts = await tx.query<{ id: string; own: boolean }>(sql`select f.id, f.organisation_id = ${organisationId} as own from affiliation f join organisation o on o.id = f.organisation_id
    where f.person_id = ${personId} and (o.id = ${organisationId} or o.counts_with_id = ${organisationId}) and daterange(f.from_day, f.to_day, '[]') @> ${day}::date`);
  const own = posts.filter((post) => post.own);
  const chosen = own.length > 0 ? own : posts;
  return chosen.length === 1 ? chosen[0]!.id : null;
}
