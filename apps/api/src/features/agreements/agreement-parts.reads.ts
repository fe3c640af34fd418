import sql, { type Sql } from 'sql-template-tag';
import { columns, many, one, type Piece, type Reading, type Shape } from '../../platform/graphql/composer.js';
import { evidenceOfRecord } from '../evidence/evidence.reads.js';
import { organisationOf, organisations } from '../organisations/organisations.reads.js';
import { people } from '../people/people.reads.js';

/** The twin of partyStateOn() in libs/domain. */
const state: Piece = (row, { today }) => sql`(case when ${row}.withdrawn_on <= ${today}::date then 'withdrawn'
  when ${row}.ratified_on <= ${today}::date then 'ratified' when ${row}.signed_on <= ${today}::date then 'signed' else ${row}.stage end)`;

const personSeen = (person: Sql, reading: Reading): Sql => sql`exists (select from person seen where seen.id = ${person} and ${people.visible(sql`seen`, reading)})`;

const postOf = (affiliation: Sql, person: Sql, reading: Reading): Sql => sql`(select json_build_object('id', f.id, 'post', f.post, 'toDay', f.to_day)
  from affiliation f where f.id = ${affiliation} and f.person_id = ${person} and ${personSeen(person, reading)})`;

const formerSignatories: Shape = {
  table: 'agreement_former_signatory',
  visible: (row, reading) => personSeen(sql`${row}.person_id`, reading),
  fields: {
    ...columns('id', 'reason', 'replacedOn'),
    person: (row, reading, selection) => one(reading, people, selection, { where: (person) => sql`${person}.id = ${row}.person_id` }),
    post: (row, reading) => postOf(sql`${row}.affiliation_id`, sql`${row}.person_id`, reading),
  },
};

export const amendments: Shape = {
  table: 'agreement_amendment', visible: () => sql`true`,
  fields: columns('id', 'number', 'title', 'terms', 'signedOn', 'effectiveFrom', 'changesEnd', 'effectiveTo'),
};

/** A party is shown to whoever may see its organisation. */
export const parties: Shape = {
  table: 'agreement_party',
  visible: (row, reading) => sql`exists (select from organisation seen where seen.id = ${row}.organisation_id and ${organisations.visible(sql`seen`, reading)})`,
  fields: {
    ...columns('id', 'role', 'required', 'signedOn', 'ratificationRequired', 'ratifiedOn', 'withdrawnOn', 'withdrawalReason'),
    state,
    organisation: organisationOf(),
    document: (row, reading, selection) => one(reading, evidenceOfRecord, selection, { where: (each) => sql`${each}.id = ${row}.evidence_id` }),
    formerSignatories: (row, reading, selection) => many(reading, formerSignatories, selection, {
      where: (former) => sql`${former}.party_id = ${row}.id`, orderBy: (former) => sql`${former}.created_at desc, ${former}.id`,
    }),
    signatoryPost: (row, reading) => postOf(sql`${row}.signatory_affiliation_id`, sql`${row}.signatory_id`, reading),
    signatory: (row, reading, selection) => one(reading, people, selection, { where: (person) => sql`${person}.id = ${row}.signatory_id` }),
  },
};

export const suspensions: Shape = { table: 'agreement_suspension', visible: () => sql`true`, fields: columns('id', 'fromDay', 'toDay', 'reason') };
