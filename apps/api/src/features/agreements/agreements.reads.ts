import sql, { type Sql } from 'sql-template-tag';
import { fold } from '@tejido/domain/text.js';
import { inTrash, readableBy } from '../../platform/access/scope.js';
import { columns, many, one, type Piece, type Reading, type Shape } from '../../platform/graphql/composer.js';
import type { Facet, PageRequest, Sort } from '../../platform/graphql/page.js';
import { subjectPiece } from '../../platform/graphql/subject.js';
import { evidenceWhere, waits } from '../evidence/evidence.reads.js';
import { extendOrganisation, organisations } from '../organisations/organisations.reads.js';
import { happensWithin, phaseSql, statusSql } from './agreement-phase.sql.js';
import { countingFacts, statusFacts } from './agreement-status.reads.js';
import { amendments, parties, suspensions } from './agreement-parts.reads.js';
import { AgreementSort, type AgreementFilter } from './agreement.input.js';

export const verified = (row: Sql): Sql => sql`exists (select from evidence proof where proof.agreement_id = ${row}.id and proof.verified_on is not null)`;
/** Its last day, as the amendments have it; kept on write. */
export const endsOn = (row: Sql): Sql => sql`(select k.ends_on from agreement_span k where k.agreement_id = ${row}.id)`;

const status = (row: Sql, reading: Reading): Sql => statusSql(row, reading.today);

const phase = (row: Sql, reading: Reading): Sql => phaseSql(row, status(row, reading), reading.today);

const inForce: Piece = (row) => sql`(select coalesce(json_agg(json_build_object('from', lower(days), 'to', upper(days) - 1) order by days), '[]')
  from agreement_span k, unnest(k.span) days where k.agreement_id = ${row}.id)`;

const fields: Record<string, Piece> = {
  ...columns('id', 'reference', 'title', 'titleEn', 'kind', 'summary', 'stage', 'datedOn', 'effectiveFrom', 'effectiveTo', 'terminatedOn', 'terminationReason', 'signaturesRequired',
    'entryRule', 'entryAct', 'actOn',
    'inCoalitionName', 'themes', 'sdgs', 'strategyActivity', 'recordedOn', 'visibility', 'country', 'demonstration', 'version'),
  viewerCan: subjectPiece,
  status: (row, reading) => status(row, reading),
  phase,
  statusReason: statusFacts,
  endsOn: (row) => endsOn(row),
  referenceGiven: (row) => sql`(${row}.reference_series is not null)`,
  inForce,
  counting: countingFacts,
  inForceSince: (row) => sql`(select lower(k.span) from agreement_span k where k.agreement_id = ${row}.id)`,
  verified: (row) => verified(row),
  responsible: (row, reading) => (reading.viewer.role === 'public' ? sql`null::text` : sql`(select u.name from user_account u where u.id = coalesce(${row}.responsible_id, ${row}.created_by))`),
  renews: (row, reading, selection) => one(reading, agreements, selection, { where: (other) => sql`${other}.id = ${row}.renews_id` }),
  renewedBy: (row, reading, selection) => many(reading, agreements, selection, { where: (other) => sql`${other}.renews_id = ${row}.id`, orderBy: titleOrder }),
  partOf: (row, reading, selection) => one(reading, agreements, selection, { where: (other) => sql`${other}.id = ${row}.part_of_id` }),
  parts: (row, reading, selection) => many(reading, agreements, selection, { where: (other) => sql`${other}.part_of_id = ${row}.id`, orderBy: titleOrder }),
  parties: (row, reading, selection) => many(reading, parties, selection, { where: (party) => sql`${party}.agreement_id = ${row}.id`, orderBy: partyOrder }),
  amendments: (row, reading, selection) => many(reading, amendments, selection, { where: (each) => sql`${each}.agreement_id = ${row}.id`, orderBy: (each) => sql`${each}.number nulls last, ${each}.title, ${each}.id` }),
  suspensions: (row, reading, selection) => many(reading, suspensions, selection, { where: (each) => sql`${each}.agreement_id = ${row}.id`, orderBy: (each) => sql`${each}.from_day` }),
  evidence: evidenceWhere((each, row) => sql`${each}.agreement_id = ${row}.id`),
};

export const agreements: Shape = {
  table: 'agreement',
  visible: (row, reading) => sql`${row}.archived_at is null and ${readableBy(reading.viewer, row)}`,
  fields,
};

/** What hangs on an agreement from other features. */
export function extendAgreement(pieces: Readonly<Record<string, Piece>>): void {
  Object.assign(fields, pieces);
}

// The coalition first, then its members' bodies, then the others.
const partyOrder = (row: Sql): Sql => sql`(select array_position(array['coalition', 'member', 'external'], side.standing)::text || lower(side.name) from organisation side where side.id = ${row}.organisation_id), ${row}.id`;

const titleOrder = (row: Sql): Sql => sql`lower(${row}.title) collate "es-x-icu", ${row}.id`;

extendOrganisation({
  // Its own and those of the offices that count with it.
  agreements: (row, reading, selection) => many(reading, agreements, selection, {
    // An "or" here would read every party of the register for each organisation.
    where: (agreement) => sql`${agreement}.id in (select p.agreement_id from agreement_party p
      where p.organisation_id in (select ${row}.id union all select office.id from organisation office where office.counts_with_id = ${row}.id))`,
    orderBy: (agreement) => sql`${agreement}.recorded_on desc, ${agreement}.id`,
    limit: Number(selection.args['first'] ?? 50),
  }),
});

/** The trash. */
const archivedAgreements: Shape = { ...agreements, visible: (row, reading) => inTrash(reading.viewer, row) };

export const agreementById = (reading: Reading, id: string, selection: Parameters<typeof one>[2]): Sql =>
  sql`select ${one(reading, agreements, selection, { where: (row) => sql`${row}.id = ${id}::uuid` })} as answer`;

export interface AgreementPageArgs {
  filter?: AgreementFilter | null;
  sort?: AgreementSort | null;
  first: number;
  after?: string | null;
}

export function agreementPage(reading: Reading, { filter, sort, first, after }: AgreementPageArgs): PageRequest {
  return {
    shape: filter?.archived ? archivedAgreements : agreements, where: (row) => conditions(reading, row, filter ?? {}), sort: sorts(reading)[sort ?? AgreementSort.RECENT], first, after: after ?? null,
    // A phase is dear to find out: once a row, not once for the page and again for its total.
    foundOnce: Boolean(filter?.phase?.length),
    facets: [
      // The array keeps PostgreSQL from working it out twice for each row.
      { name: 'status', values: (row) => sql`unnest(array[${status(row, reading)}])` },
      { name: 'kind', values: (row) => sql`${row}.kind` },
      { name: 'theme', values: (row) => sql`unnest(${row}.themes)` },
      { name: 'audience', values: (row) => partyValues(reading, row, sql`o.audience`) },
      { name: 'country', values: (row) => partyValues(reading, row, sql`unnest(o.countries)`) },
      { name: 'evidence', values: evidenceState },
      { name: 'expiring', values: (row) => sql`unnest(array(select days::text from unnest(${EXPIRING}::int[]) days where ${endsWithin(reading, row, sql`days`)}))` },
    ] satisfies Facet[],
  };
}

const sorts = (reading: Reading) => ({
  RECENT: { key: (row) => sql`${row}.recorded_on`, type: 'date', descending: true },
  TITLE: { key: (row) => sql`lower(${row}.title) collate "es-x-icu"`, type: 'text' },
  // What ended already, or has no end, comes after all that will end.
  EXPIRING: { key: (row) => sql`(case when ${endsOn(row)} >= ${reading.today}::date then ${endsOn(row)} else '9999-12-31'::date end)`, type: 'date' },
  // By the first day in force, or the one that its text names; without either, last.
  STARTING: { key: (row) => sql`coalesce((select lower(k.span) from agreement_span k where k.agreement_id = ${row}.id), ${row}.effective_from, '9999-12-31'::date)`, type: 'date' },
}) satisfies Record<AgreementSort, Sort>;

const EXPIRING = [15, 30, 60, 90, 180];

const endsWithin = (reading: Reading, row: Sql, days: Sql): Sql =>
  sql`(${endsOn(row)} between ${reading.today}::date and ${reading.today}::date + ${days} and ${status(row, reading)} = 'in_force')`;

/** Is there evidence that waits for a second person, and somebody else than the viewer added? */
export const anothersProof = ({ viewer }: Reading, tied: Sql): Sql =>
  sql`exists (select from evidence proof where ${tied} and ${waits(sql`proof`)} and proof.added_by is distinct from ${viewer.userId}::uuid)`;

const evidenceState = (row: Sql): Sql => sql`(select case when bool_or(proof.verified_on is not null) then 'verified' when count(*) > 0 then 'to_verify' else 'missing' end
  from evidence proof where proof.agreement_id = ${row}.id)`;

const partyValues = (reading: Reading, row: Sql, value: Sql): Sql => sql`unnest(array(select distinct ${value} from agreement_party p join organisation o on o.id = p.organisation_id
  where p.agreement_id = ${row}.id and o.standing = 'external' and ${organisations.visible(sql`o`, reading)}))`;

const partyWith = (reading: Reading, row: Sql, condition: Sql): Sql => sql`exists (select from agreement_party p join organisation o on o.id = p.organisation_id
  where p.agreement_id = ${row}.id and ${organisations.visible(sql`o`, reading)} and ${condition})`;

const widest = (days: readonly string[]): number => Math.max(...days.map((each) => (EXPIRING.includes(Number(each)) ? Number(each) : 0)));

function conditions(reading: Reading, row: Sql, filter: AgreementFilter): Record<string, Sql[]> {
  const among = (values: string[] | null | undefined, expression: Sql) => (values?.length ? [sql`${expression} = any(${values}::text[])`] : []);
  const words = fold(filter.text ?? '').split(' ').filter(Boolean);
  return {
    '': [
      ...words.map((word) => sql`(fold(${row}.title) like ${`%${word}%`} or fold(coalesce(${row}.reference, '')) like ${`%${word}%`} or word_similarity(${word}, fold(${row}.title)) >= 0.5)`),
      ...(filter.organisationId ? [partyWith(reading, row, sql`o.id = ${filter.organisationId}`)] : []),
      ...(filter.expiringWithinDays ? [endsWithin(reading, row, sql`${filter.expiringWithinDays}::int`)] : []),
      ...among(filter.phase, phase(row, reading)),
      ...(filter.happening ? [happensWithin(row, status(row, reading), filter.happening.from, filter.happening.to)] : []),
      ...(filter.toVerify ? [sql`${evidenceState(row)} = 'to_verify'`] : []),
      ...(filter.verifiable ? [sql`${evidenceState(row)} = 'to_verify'`, anothersProof(reading, sql`proof.agreement_id = ${row}.id`)] : []),
    ],
    status: among(filter.status, status(row, reading)),
    evidence: among(filter.evidence, evidenceState(row)),
    expiring: filter.expiring?.length ? [endsWithin(reading, row, sql`${widest(filter.expiring)}::int`)] : [],
    kind: among(filter.kind, sql`${row}.kind`),
    theme: filter.theme?.length ? [sql`${row}.themes && ${filter.theme}::text[]`] : [],
    audience: filter.audience?.length ? [partyWith(reading, row, sql`o.standing = 'external' and o.audience = any(${filter.audience}::text[])`)] : [],
    country: filter.country?.length ? [partyWith(reading, row, sql`o.standing = 'external' and o.countries && ${filter.country}::text[]`)] : [],
  };
}
