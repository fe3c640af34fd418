import sql, { raw, type Sql } from 'sql-template-tag';
import { can } from '@tejido/domain/policy.js';
import { inTrash, readableBy } from '../../platform/access/scope.js';
import { coalitionDay } from '../../platform/database/coalition-day.js';
import { columns, many, one, type Piece, type Reading, type Shape } from '../../platform/graphql/composer.js';
import { subjectPiece } from '../../platform/graphql/subject.js';
import { matchedName } from './organisation-search.reads.js';
import { alliance, freshness } from './organisation-state.js';

/** Other features add what hangs on an organisation (agreements, meetings …) with `extendOrganisation`. */
const fields: Record<string, Piece> = {
  ...columns('id', 'name', 'nameEn', 'acronym', 'acronymEn', 'standing', 'audience', 'kind', 'scope', 'seatCountry', 'countries', 'themes', 'sdgs',
    'description', 'lastConfirmedOn', 'recordedOn', 'visibility', 'country', 'demonstration', 'archivedAt', 'version'),
  viewerCan: subjectPiece,
  alliance,
  matchedName,
  freshness,
  names: (row) => sql`(select coalesce(json_agg(json_build_object('role', n.role, 'language', n.language, 'value', n.value) order by n.role, n.value), '[]')
    from organisation_name n where n.organisation_id = ${row}.id)`,
  identifiers: (row) => sql`(select coalesce(json_agg(json_build_object('scheme', i.scheme, 'value', i.value) order by i.scheme, i.value), '[]')
    from organisation_identifier i where i.organisation_id = ${row}.id)`,
  contactPoints: (row) => sql`(select coalesce(json_agg(json_build_object('kind', c.kind, 'label', c.label, 'value', c.value, 'preferred', c.preferred) order by c.kind, c.value), '[]')
    from contact_point c where c.organisation_id = ${row}.id)`,
  merges: (row, reading) => (can(reading.viewer, 'organisation.merge')
    ? sql`(select coalesce(json_agg(json_build_object('id', m.id, 'name', other.name, 'mergedOn', ${coalitionDay(sql`m.merged_at`)}, 'mergedBy', u.name,
        'rows', (select coalesce(sum(jsonb_array_length(part -> 'moved')), 0)::int from jsonb_array_elements(m.moved -> 'rows') part)) order by m.merged_at desc), '[]')
      from organisation_merge m join organisation other on other.id = m.duplicate_id left join user_account u on u.id = m.merged_by
      where m.survivor_id = ${row}.id and m.undone_at is null)`
    : sql`'[]'::json`),
  parent: (row, reading, selection) => one(reading, organisations, selection, { where: (parent) => sql`${parent}.id = ${row}.parent_id` }),
  countsWith: (row, reading, selection) => one(reading, organisations, selection, { where: (other) => sql`${other}.id = ${row}.counts_with_id` }),
  children: (row, reading, selection) => many(reading, organisations, selection, { where: (below) => sql`${below}.parent_id = ${row}.id`, orderBy: nameOrder }),
};

/** An organisation that was merged exists only as its survivor; one in the trash only for whoever looks there. */
export const organisations: Shape = {
  table: 'organisation',
  visible: (row, reading) => sql`${row}.archived_at is null and ${row}.merged_into_id is null and ${readableBy(reading.viewer, row)}`,
  fields,
};

/** The trash: what was archived and not merged. */
export const archivedOrganisations: Shape = {
  ...organisations,
  visible: (row, reading) => sql`${row}.merged_into_id is null and ${inTrash(reading.viewer, row)}`,
};

/** A feature that hangs on organisations declares its pieces here, when its reads are loaded. */
export function extendOrganisation(pieces: Readonly<Record<string, Piece>>): void {
  Object.assign(fields, pieces);
}

export const nameOrder = (row: Sql): Sql => sql`lower(${row}.name) collate "es-x-icu", ${row}.id`;

/** The organisation of a row's `organisation_id` (or another column), null when hidden. */
export const organisationOf = (column = 'organisation_id'): Piece => (row, reading, selection) =>
  one(reading, organisations, selection, { where: (other) => sql`${other}.id = ${row}.${raw(column)}` });

/** A merged organisation's id leads to its survivor. */
export const survivorOf = (id: Sql): Sql => sql`(with recursive trail(id, next) as (
    select o.id, o.merged_into_id from organisation o where o.id = ${id}
    union select o.id, o.merged_into_id from organisation o join trail on o.id = trail.next)
  select id from trail where next is null)`;

/** One organisation by id, old ids of merged ones included. */
export const organisationById = (reading: Reading, id: string, children: Parameters<typeof one>[2]): Sql =>
  sql`select ${one(reading, organisations, children, { where: (row) => sql`${row}.id = ${survivorOf(sql`${id}::uuid`)}` })} as answer`;

/** How organisations are found by what somebody typed: part of what other features may read. */
export { matchesText, textRank, typedWords } from './organisation-search.reads.js';
