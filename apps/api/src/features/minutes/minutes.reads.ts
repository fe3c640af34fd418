import sql, { raw, type Sql } from 'sql-template-tag';
import { readScope } from '@tejido/domain/policy.js';
import { columns, many, type Piece, type Reading, type Shape } from '../../platform/graphql/composer.js';
import { commitments } from '../commitments/commitments.reads.js';
import { organisations } from '../organisations/organisations.reads.js';
import { people, personName } from '../people/people.reads.js';

/** A part is seen by whoever sees its meeting, or by fewer. Its country is the meeting's. */
function partVisible(row: Sql, { viewer }: Reading): Sql {
  const { visibilities, ownCountry } = readScope(viewer);
  const own = ownCountry === null ? sql`false`
    : sql`(${row}.visibility = 'country' and (select m.country from meeting m where m.id = ${row}.meeting_id) = ${ownCountry})`;
  return sql`(${row}.visibility is null or ${row}.visibility = any(${visibilities}::text[]) or ${own})`;
}

const userName = (column: string): Piece => (row) => sql`(select u.name from user_account u where u.id = ${row}.${raw(column)})`;

/** The names, for the viewer, of what a text mentions. Who was merged has the name of the survivor. */
const namesIn = (content: Sql, reading: Reading): Sql => sql`(select coalesce(json_agg(json_build_object('kind', m.kind, 'id', m.id, 'label',
    case m.kind when 'person' then (select ${personName(sql`p`, reading)} from person p where p.id = m.id and ${people.visible(sql`p`, reading)})
      else (select coalesce(o.acronym, o.name) from organisation named join organisation o on o.id = coalesce(named.merged_into_id, named.id)
        where named.id = m.id and ${organisations.visible(sql`o`, reading)}) end)), '[]')
  from (select distinct node ->> 'kind' as kind, (node ->> 'id')::uuid as id
    from jsonb_path_query(${content}, 'strict $.** ? (@.type == "mention").attrs') node) m)`;

/** Numbered among what is seen by as many: a hidden one leaves no gap. Its twin is decisionLabel() in libs/domain. */
const decisionLabel: Piece = (row) => sql`((case ${row}.visibility when 'country' then 'R' when 'secretariat' then 'S' else '' end)
  || (select count(*) from decision before join minutes_section part on part.id = before.section_id, minutes_section own
    where own.id = ${row}.section_id and before.meeting_id = ${row}.meeting_id and before.visibility is not distinct from ${row}.visibility
      and (part.position, part.id, before.position, before.id) <= (own.position, own.id, ${row}.position, ${row}.id)))`;

const decisions: Shape = {
  table: 'decision', visible: partVisible, fields: { ...columns('id', 'text', 'visibility', 'version'), label: decisionLabel },
};

export const sections: Shape = {
  table: 'minutes_section',
  visible: partVisible,
  fields: {
    ...columns('id', 'title', 'agendaItemId', 'visibility', 'updatedAt', 'version'),
    updatedBy: userName('updated_by'),
    number: (row) => sql`(case when ${row}.visibility is null then (select count(*)::int from minutes_section before
      where before.meeting_id = ${row}.meeting_id and before.visibility is null and (before.position, before.id) <= (${row}.position, ${row}.id)) end)`,
    content: (row, reading) => sql`json_build_object('doc', ${row}.content, 'names', ${namesIn(sql`${row}.content`, reading)})`,
    decisions: (row, reading, selection) => many(reading, decisions, selection, {
      where: (each) => sql`${each}.section_id = ${row}.id`, orderBy: (each) => sql`${each}.position, ${each}.id`,
    }),
    commitments: (row, reading, selection) => many(reading, commitments, selection, {
      where: (each) => sql`${each}.section_id = ${row}.id`, orderBy: (each) => sql`${each}.due_on nulls last, ${each}.id`,
    }),
  },
};

const observations: Shape = {
  table: 'minutes_observation',
  visible: (row, reading) => sql`(${row}.section_id is null or exists (select from minutes_section about where about.id = ${row}.section_id and ${partVisible(sql`about`, reading)}))`,
  fields: {
    ...columns('id', 'sectionId', 'round', 'text', 'madeOn', 'outcome', 'answer', 'answeredOn'),
    author: userName('author_id'), answeredBy: userName('answered_by'),
  },
};

/** The delegations that are asked whether they agree: accounts of delegates who may read the meeting. */
export const asked = (meetingId: Sql): Sql => sql`(select u.id, u.name from user_account u, meeting about where about.id = ${meetingId}
  and u.role = 'delegate' and u.disabled_at is null and (about.visibility in ('public', 'coalition') or (about.visibility = 'country' and u.country = about.country)))`;

const agreement: Piece = (row, { viewer }) => sql`(select json_build_object('asked', count(*)::int,
    'agreed', coalesce(json_agg(asked.name order by asked.name) filter (where a.user_id is not null), '[]'),
    'mine', coalesce(bool_or(a.user_id = ${viewer.userId}::uuid), false))
  from ${asked(sql`${row}.meeting_id`)} asked left join minutes_agreement a on a.meeting_id = ${row}.meeting_id and a.round = ${row}.round and a.user_id = asked.id)`;

const unanswered = (row: Sql, reading: Reading): Sql => sql`(select count(*)::int from minutes_observation waiting
  where waiting.meeting_id = ${row}.meeting_id and waiting.outcome is null and ${observations.visible(sql`waiting`, reading)})`;

/** Reached through their meeting, whose visibility is theirs; they are for signed-in viewers. */
export const minutes: Shape = {
  table: 'minutes',
  visible: (_, { viewer }) => (viewer.role === 'public' ? sql`false` : sql`true`),
  fields: {
    ...columns('state', 'circulatedOn', 'observationsUntil', 'approvedOn', 'contentHash', 'round', 'version'),
    circulatedBy: userName('circulated_by'), approvedBy: userName('approved_by'),
    windowOpen: (row, { today }) => sql`(${row}.state = 'circulated' and ${row}.observations_until >= ${today}::date)`,
    decisionCount: (row, reading) => sql`(select count(*)::int from decision counted where counted.meeting_id = ${row}.meeting_id and ${partVisible(sql`counted`, reading)})`,
    unansweredCount: unanswered,
    sections: (row, reading, selection) => many(reading, sections, selection, {
      where: (each) => sql`${each}.meeting_id = ${row}.meeting_id`, orderBy: (each) => sql`${each}.position, ${each}.id`,
    }),
    observations: (row, reading, selection) => many(reading, observations, selection, {
      where: (each) => sql`${each}.meeting_id = ${row}.meeting_id`, orderBy: (each) => sql`${each}.made_at, ${each}.id`,
    }),
    agreement,
    versions: (row) => sql`(select coalesce(json_agg(json_build_object('number', v.number, 'contentHash', v.content_hash, 'approvedOn', v.approved_on,
        'approvedBy', (select u.name from user_account u where u.id = v.approved_by), 'reopenedOn', v.reopened_on,
        'reopenedBy', (select u.name from user_account u where u.id = v.reopened_by), 'reopenedReason', v.reopened_reason) order by v.number desc), '[]')
      from minutes_version v where v.meeting_id = ${row}.meeting_id)`,
  },
};

/** Meetings in whose minutes the viewer may read this word. */
export const minutedWith = (meeting: Sql, word: string, reading: Reading): Sql => (reading.viewer.role === 'public' ? sql`false`
  : sql`${meeting}.id in (select found.meeting_id from minutes_section found where found.full_text like ${`%${word}%`} and ${partVisible(sql`found`, reading)})`);
