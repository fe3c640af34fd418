import sql, { raw, type Sql } from 'sql-template-tag';
import { coalitionDay } from '../../platform/database/coalition-day.js';
import { inBoth } from '../../platform/graphql/in-both.js';
import { amendmentFacts, amendsEnd, entryFacts, partyFacts, suspensionFacts } from '../agreements/agreement-facts.reads.js';

/** The tables that the statement below reads: a write to any of them makes what was counted old. */
export const COUNTED_TABLES = [
  'organisation', 'agreement', 'agreement_party', 'agreement_suspension', 'agreement_amendment', 'evidence', 'activity', 'participation', 'snapshot',
  'theme', 'agreement_kind', 'activity_kind', 'activity_role', 'presidency_term', 'indicator', 'indicator_definition', 'target', 'coalition',
] as const;

const named = (row: Sql, title: Sql, titleEn = sql`${row}.title_en`): Sql => sql`'title', ${title}, 'titleEn', ${titleEn}, 'visibility', ${row}.visibility, 'country', ${row}.country,
  'archived', ${row}.archived_at is not null, 'recordedOn', ${row}.recorded_on`;

const APPROVED_DEFINITIONS = sql`select coalesce(json_agg(json_build_object('number', d.number, 'validFrom', d.valid_from, 'unit', d.unit,
    'agreementKinds', d.agreement_kinds, 'verifiedOnly', d.verified_only, 'rollUpOffices', d.roll_up_offices, 'direction', d.direction,
    'texts', d.texts) order by d.number), '[]')
  from indicator_definition d where d.indicator = i.code and d.approved_at is not null`;

const INDICATORS = sql`select coalesce(json_agg(json_build_object('code', i.code, 'label', ${inBoth('label', raw('i'))},
    'definitions', (${APPROVED_DEFINITIONS}),
    'nature', i.nature, 'source', i.source, 'baselineValue', i.baseline_value, 'baselineOn', i.baseline_on,
    'lastApprovedOn', (select ${coalitionDay(sql`max(n.approved_at)`)} from snapshot n where n.indicator = i.code),
    'targets', (select coalesce(json_agg(json_build_object('year', t.year, 'value', t.value, 'rationale', t.rationale) order by t.year), '[]')
      from target t where t.indicator = i.code)) order by r.code), '[]')
  from indicator i join result r on r.indicator = i.code`;

const TERMS = sql`select coalesce(json_agg(json_build_object('id', id, 'country', country, 'from', from_day, 'to', to_day)
  order by from_day), '[]') from presidency_term`;

const ORGANISATIONS = sql`select coalesce(json_agg(json_build_object('id', o.id, 'standing', o.standing, 'countsWithId', o.counts_with_id,
  'mergedIntoId', o.merged_into_id, 'scope', o.scope, 'audience', o.audience, 'kind', o.kind, 'countries', o.countries,
  'seatCountry', o.seat_country, 'sdgs', o.sdgs, ${named(sql`o`, sql`coalesce(o.acronym, o.name)`, sql`coalesce(o.acronym_en, o.acronym, o.name_en)`)})), '[]') from organisation o`;

// With what stood before it was replaced: figures were told on it, and are told again as known on those days.
const proofs = (subject: Sql): Sql => sql`select ${subject}, json_agg(json_build_object('verifiedOn', verified_on, 'replacedOn', replaced_on)) as list from (
  select ${subject}, verified_on, null::date as replaced_on from evidence
  union all select ${subject}, v.verified_on, v.replaced_on from evidence_version v join evidence on evidence.id = v.evidence_id where v.verified_on is not null
  ) proof where ${subject} is not null group by 1`;

const AGREEMENTS = sql`select coalesce(json_agg(json_build_object('id', a.id, 'kindIsInstrument', k.is_instrument, 'kind', a.kind,
    'inCoalitionName', a.in_coalition_name, ${entryFacts(sql`a`)}, 'themes', a.themes, 'sdgs', a.sdgs, ${named(sql`a`, sql`a.title`)},
    'parties', coalesce(p.list, '[]'), 'suspensions', coalesce(s.list, '[]'), 'amendments', coalesce(m.list, '[]'), 'evidence', coalesce(e.list, '[]'))), '[]')
  from agreement a join agreement_kind k on k.code = a.kind
  left join (select agreement_id, json_agg(json_build_object(${partyFacts(sql`p`)}) order by p.id) as list
    from agreement_party p group by 1) p on p.agreement_id = a.id
  left join (select agreement_id, json_agg(json_build_object(${suspensionFacts(sql`s`)})) as list
    from agreement_suspension s group by 1) s on s.agreement_id = a.id
  left join (select agreement_id, json_agg(json_build_object(${amendmentFacts(sql`m`)})) as list
    from agreement_amendment m where ${amendsEnd(sql`m`)} group by 1) m on m.agreement_id = a.id
  left join (${proofs(sql`agreement_id`)}) e on e.agreement_id = a.id
  where a.archived_at is null`;

const ACTIVITIES = sql`select coalesce(json_agg(json_build_object('id', c.id, 'kindCounts', k.counts, 'kind', c.kind, 'parentId', c.parent_id,
    'status', c.status, 'endsOn', c.ends_on, 'strategyTie', coalesce(c.strategy_activity, c.axis), 'countries', c.countries,
    'themes', c.themes, 'sdgs', c.sdgs, ${named(sql`c`, sql`c.title`)}, 'participations', coalesce(p.list, '[]'),
    'evidence', coalesce(e.list, '[]'))), '[]')
  from activity c join activity_kind k on k.code = c.kind
  left join (select activity_id, json_agg(json_build_object('organisationId', organisation_id, 'roleContributes', r.contributes)) as list
    from participation join activity_role r on r.code = role group by 1) p on p.activity_id = c.id
  left join (${proofs(sql`activity_id`)}) e on e.activity_id = c.id
  where c.archived_at is null`;

/** All that the indicators count. Archived records do not count; a merged organisation stays, for its parties lead to the survivor. */
export const FACTS = sql`select json_build_object('indicators', (${INDICATORS}), 'themes', (select coalesce(json_agg(code order by position), '[]') from theme),
  'terms', (${TERMS}), 'organisations', (${ORGANISATIONS}), 'agreements', (${AGREEMENTS}), 'activities', (${ACTIVITIES})) as answer`;

/** Was anything that counts written since the entry `seen` of the audit trail, and which entry is the last? */
export const writtenSince = (seen: string): Sql => sql`select json_build_object('last', coalesce(max(id), ${seen}::bigint)::text,
  'changed', coalesce(bool_or(table_name = any(${COUNTED_TABLES as unknown as string[]}::text[])), false)) as answer from audit_entry where id > ${seen}::bigint`;
