import sql, { type Sql } from 'sql-template-tag';
import { readableBy } from '../../platform/access/scope.js';
import type { Piece, Reading } from '../../platform/graphql/composer.js';
import type { Selection } from '../../platform/graphql/selection.js';
import { organisations } from '../organisations/organisations.reads.js';
import { amendmentFacts, amendsEnd, entryFacts, partyFacts, suspensionFacts } from './agreement-facts.reads.js';

const parties = (row: Sql, reading: Reading): Sql => sql`(select coalesce(json_agg(json_build_object(${partyFacts(sql`p`)}, 'name', (select coalesce(seen.acronym, seen.name)
  from organisation seen where seen.id = p.organisation_id and ${organisations.visible(sql`seen`, reading)}))), '[]') from agreement_party p where p.agreement_id = ${row}.id)`;

/** All that decides the status of the row, but for what it hangs on. */
const own = (row: Sql, reading: Reading): Sql => sql`'id', ${row}.id, 'title', case when ${readableBy(reading.viewer, row)} then ${row}.title end, ${entryFacts(row)}, 'parties', ${parties(row, reading)},
  'suspensions', (select coalesce(json_agg(json_build_object(${suspensionFacts(sql`s`)})), '[]') from agreement_suspension s where s.agreement_id = ${row}.id),
  'amendments', (select coalesce(json_agg(json_build_object(${amendmentFacts(sql`m`)})), '[]') from agreement_amendment m where m.agreement_id = ${row}.id and ${amendsEnd(sql`m`)})`;

/** What it hangs on, up to the last framework; what is in the trash holds nothing. */
const frameworks = (row: Sql, reading: Reading): Sql => sql`(case when ${row}.part_of_id is null then '[]'::json else (
  with recursive above(id) as (select ${row}.part_of_id union
    select f.part_of_id from above join agreement f on f.id = above.id where f.part_of_id is not null and f.archived_at is null)
  select coalesce(json_agg(json_build_object(${own(sql`f`, reading)})), '[]') from above join agreement f using (id) where f.archived_at is null) end)`;

/** What explainStatus() of the domain needs, with the names that the viewer may see. */
export const statusFacts: Piece = (row, reading) => sql`json_build_object('today', ${reading.today}::text, ${own(row, reading)}, 'frameworks', ${frameworks(row, reading)})`;

const NO_SELECTION: Selection = { key: '', field: '', args: {}, children: [] };

/** What alliancesInForce() of the domain needs of one agreement: itself, and its parties with all that they count with. */
export const countingFacts: Piece = (row, reading) => sql`json_build_object('status', ${statusFacts(row, reading, NO_SELECTION)},
  'kindIsInstrument', (select k.is_instrument from agreement_kind k where k.code = ${row}.kind), 'inCoalitionName', ${row}.in_coalition_name,
  'evidence', (select coalesce(json_agg(json_build_object('verifiedOn', proof.verified_on)), '[]') from evidence proof where proof.agreement_id = ${row}.id),
  'organisations', (with recursive trail(id) as (select p.organisation_id from agreement_party p where p.agreement_id = ${row}.id
      union select next.id from trail join organisation o on o.id = trail.id, lateral (select coalesce(o.merged_into_id, o.counts_with_id)) next(id) where next.id is not null)
    select coalesce(json_agg(json_build_object('id', o.id, 'standing', o.standing, 'countsWithId', o.counts_with_id, 'mergedIntoId', o.merged_into_id)), '[]') from trail join organisation o using (id)))`;
