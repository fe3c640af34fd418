import sql, { join, raw, type Sql } from 'sql-template-tag';
import { can } from '@tejido/domain/policy.js';
import { fold } from '@tejido/domain/text.js';
import { inTrash, readableBy } from '../../platform/access/scope.js';
import { columns, many, one, type Piece, type Reading, type Shape } from '../../platform/graphql/composer.js';
import type { PageRequest } from '../../platform/graphql/page.js';
import { subjectPiece } from '../../platform/graphql/subject.js';
import { matchesText } from '../organisations/organisation-search.reads.js';
import { extendOrganisation, organisationOf, organisations } from '../organisations/organisations.reads.js';

const affiliations: Shape = {
  table: 'affiliation',
  visible: (row, reading) => sql`exists (select from organisation seen where seen.id = ${row}.organisation_id and ${organisations.visible(sql`seen`, reading)})`,
  fields: {
    ...columns('id', 'post', 'fromDay', 'toDay', 'version'),
    current: (row, reading) => sql`daterange(${row}.from_day, ${row}.to_day, '[]') @> ${reading.today}::date`,
    organisation: organisationOf(),
    corrections: (row) => sql`(select coalesce(json_agg(json_build_object('said', c.said, 'reason', c.reason, 'correctedOn', c.corrected_at::date,
      'correctedBy', (select u.name from user_account u where u.id = c.corrected_by)) order by c.corrected_at desc), '[]') from affiliation_correction c where c.affiliation_id = ${row}.id)`,
  },
};

/** How to reach somebody is for whoever may know it, by role. */
export const readsContacts = ({ viewer }: Reading): boolean => can(viewer, 'person.readContacts', { visibility: 'public' });

/** A column for whoever may read how to reach the person, `instead` for the others. */
const withContacts = (column: string, instead: Sql): Piece => (row, reading) => (readsContacts(reading) ? sql`${row}.${raw(column)}` : instead);

// Whoever was erased is an anonymous participant, in the reader's language.
export const personName = (row: Sql, { viewer }: Reading): Sql => sql`(case when ${row}.erased_at is null then ${row}.name
  when exists (select from user_account reader where reader.id = ${viewer.userId}::uuid and reader.language = 'en') then 'Erased person' else 'Persona suprimida' end)`;

/** People are for signed-in viewers. Reached from a meeting or an agreement, whoever was erased is there still, without a name. */
export const people: Shape = {
  table: 'person',
  visible: (row, reading) => (reading.viewer.role === 'public' ? sql`false`
    : sql`(${row}.archived_at is null or ${row}.erased_at is not null) and ${readableBy(reading.viewer, row)}`),
  fields: {
    ...columns('id', 'languages', 'visibility', 'country', 'demonstration', 'archivedAt', 'erasedAt', 'version'),
    name: personName,
    viewerCan: subjectPiece,
    affiliations: (row, reading, selection) => many(reading, affiliations, selection, {
      where: (post) => sql`${post}.person_id = ${row}.id`, orderBy: (post) => sql`${post}.to_day desc nulls first, ${post}.from_day desc nulls last, ${post}.id`,
    }),
    consentBasis: withContacts('consent_basis', sql`null::text`),
    consentOn: withContacts('consent_on', sql`null::date`),
    notes: withContacts('notes', sql`''::text`),
    // The row is readable here; whether its contact details are is a matter of the role.
    contactPoints: (row, reading) => (readsContacts(reading)
      ? sql`(select coalesce(json_agg(json_build_object('kind', c.kind, 'label', c.label, 'value', c.value, 'preferred', c.preferred) order by c.preferred desc, c.kind, c.value), '[]')
          from contact_point c where c.person_id = ${row}.id)`
      : sql`'[]'::json`),
  },
};

/** Those of whom something is known: what lists and files hold. */
export const registeredPeople: Shape = { ...people, visible: (row, reading) => sql`${people.visible(row, reading)} and ${row}.erased_at is null` };

/** The trash. */
const archivedPeople: Shape = { ...people, visible: (row, reading) => sql`${inTrash(reading.viewer, row)} and ${row}.erased_at is null` };

extendOrganisation({
  // Who holds a post there today first.
  people: (row, reading, selection) => many(reading, people, selection, {
    where: (person) => sql`${person}.id in (select a.person_id from affiliation a where a.organisation_id = ${row}.id)`,
    orderBy: (person) => sql`exists (select from affiliation a where a.person_id = ${person}.id and a.organisation_id = ${row}.id
      and daterange(a.from_day, a.to_day, '[]') @> ${reading.today}::date) desc, lower(${person}.name), ${person}.id`,
  }),
});

export const personById = (reading: Reading, id: string, selection: Parameters<typeof one>[2]): Sql =>
  sql`select ${one(reading, people, selection, { where: (row) => sql`${row}.id = ${id}::uuid` })} as answer`;

export interface PersonPageArgs { text?: string | null; organisationId?: string | null; archived?: boolean | null; first: number; after?: string | null }

/** People by name (misspelt or not), by address, or by the organisation where they hold or held a post. */
export function personPage(reading: Reading, { text, organisationId, archived, first, after }: PersonPageArgs): PageRequest {
  // An address loses its marks when folded, so it is looked for as it is written.
  const typed = (text ?? '').trim().toLowerCase();
  const words = typed.includes('@') ? [typed] : fold(typed).split(' ').filter(Boolean);
  return {
    shape: archived ? archivedPeople : registeredPeople,
    where: (row) => ({
      '': [
        ...words.map((word) => sql`${row}.id in (${join(foundBy(reading, word), ' union all ')})`),
        ...(organisationId ? [sql`${row}.id in (select a.person_id from affiliation a join organisation o on o.id = a.organisation_id
          where a.organisation_id::text = ${organisationId.toLowerCase()} and ${organisations.visible(sql`o`, reading)})`] : []),
      ],
    }),
    sort: { key: (row) => sql`lower(${row}.name) collate "es-x-icu"`, type: 'text' },
    first, after: after ?? null,
  };
}

/** Sets of people that a word may mean; each has its index, which an "or" would not use. */
function foundBy(reading: Reading, word: string): Sql[] {
  const where = word.includes('@') ? null : sql`select a.person_id from affiliation a join organisation o on o.id = a.organisation_id
    where ${matchesText(sql`o`, word)} and ${organisations.visible(sql`o`, reading)}`;
  // An address finds its person only for whoever may read it.
  const address = readsContacts(reading) ? sql`select c.person_id from contact_point c where c.person_id is not null and lower(c.value) like ${`%${word}%`}` : null;
  return [
    sql`select named.id from person named where fold(named.name) like ${`%${word}%`}`,
    sql`select named.id from person named where ${word} <% fold(named.name)`,
    ...[where, address].filter((each) => each !== null),
  ];
}
