import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { ActivityFacts, ActivityRegister } from '@tejido/domain/activity-count.js';
import type { AgreementFacts } from '@tejido/domain/agreement-facts.js';
import type { OrganisationFacts } from '@tejido/domain/counting-unit.js';
import type { Term } from '@tejido/domain/presidency.js';
import type { Visibility } from '@tejido/domain/policy.js';
import { Reader } from '../../platform/graphql/read.js';

/** How a record is named, and for whom. */
interface Named { title: string; visibility: Visibility; country: string | null }

export interface CountingFacts extends ActivityRegister {
  organisations: (OrganisationFacts & Named)[];
  agreements: (AgreementFacts & Named)[];
  activities: (ActivityFacts & Named)[];
  themes: string[];
  terms: Term[];
}

/**
 * All that the indicators count, read in one statement and kept until something is written: the audit trail's last entry
 * is the version of the data.
 */
@Injectable()
export class Facts {
  private kept: { version: string; facts: CountingFacts } | null = null;

  constructor(private readonly reader: Reader) {}

  async current(): Promise<CountingFacts> {
    const version = (await this.version())!;
    if (this.kept?.version !== version) this.kept = { version, facts: (await this.reader.answer<CountingFacts>(FACTS))! };
    return this.kept.facts;
  }

  /** Changes with every write. */
  version(): Promise<string | null> {
    return this.reader.answer<string>(sql`select coalesce(max(id), 0)::text as answer from audit_entry`);
  }
}

const named = (row: Sql, title: Sql): Sql => sql`'title', ${title}, 'visibility', ${row}.visibility, 'country', ${row}.country`;

// Archived records do not count; a merged organisation stays, for its parties lead to the survivor.
const FACTS = sql`select json_build_object(
  'themes', (select coalesce(json_agg(code order by position), '[]') from theme),
  'terms', (select coalesce(json_agg(json_build_object('id', id, 'country', country, 'from', from_day, 'to', to_day) order by from_day), '[]') from presidency_term),
  'organisations', (select coalesce(json_agg(json_build_object('id', o.id, 'standing', o.standing, 'countsWithId', o.counts_with_id, 'mergedIntoId', o.merged_into_id, 'scope', o.scope, 'audience', o.audience,
    'kind', o.kind, 'countries', o.countries, 'seatCountry', o.seat_country, 'sdgs', o.sdgs, ${named(sql`o`, sql`coalesce(o.acronym, o.name)`)})), '[]') from organisation o),
  'agreements', (select coalesce(json_agg(json_build_object('id', a.id, 'kindIsInstrument', k.is_instrument, 'inCoalitionName', a.in_coalition_name, 'stage', a.stage, 'effectiveFrom', a.effective_from,
    'effectiveTo', a.effective_to, 'terminatedOn', a.terminated_on, 'terminationRecordedOn', a.termination_recorded_on, 'signaturesRequired', a.signatures_required, 'renewsId', a.renews_id, 'partOfId', a.part_of_id,
    'recordedOn', a.recorded_on, 'themes', a.themes, 'sdgs', a.sdgs, ${named(sql`a`, sql`a.title`)},
    'parties', coalesce(p.list, '[]'), 'suspensions', coalesce(s.list, '[]'), 'evidence', coalesce(e.list, '[]'))), '[]')
    from agreement a join agreement_kind k on k.code = a.kind
    left join (select agreement_id, json_agg(json_build_object('organisationId', organisation_id, 'required', required, 'signedOn', signed_on, 'withdrawnOn', withdrawn_on, 'recordedOn', recorded_on,
      'withdrawalRecordedOn', withdrawal_recorded_on) order by id) as list from agreement_party group by 1) p on p.agreement_id = a.id
    left join (select agreement_id, json_agg(json_build_object('from', from_day, 'to', to_day, 'recordedOn', recorded_on)) as list from agreement_suspension group by 1) s on s.agreement_id = a.id
    left join (select agreement_id, json_agg(json_build_object('verifiedOn', verified_on)) as list from evidence group by 1) e on e.agreement_id = a.id
    where a.archived_at is null),
  'activities', (select coalesce(json_agg(json_build_object('id', c.id, 'kindCounts', k.counts, 'parentId', c.parent_id, 'status', c.status, 'endsOn', c.ends_on, 'strategyTie', coalesce(c.strategy_activity, c.axis),
    'countries', c.countries, 'themes', c.themes, 'recordedOn', c.recorded_on, ${named(sql`c`, sql`c.title`)}, 'participations', coalesce(p.list, '[]'), 'evidence', coalesce(e.list, '[]'))), '[]')
    from activity c join activity_kind k on k.code = c.kind
    left join (select activity_id, json_agg(json_build_object('organisationId', organisation_id, 'roleContributes', r.contributes)) as list from participation join activity_role r on r.code = role group by 1) p on p.activity_id = c.id
    left join (select activity_id, json_agg(json_build_object('verifiedOn', verified_on)) as list from evidence group by 1) e on e.activity_id = c.id
    where c.archived_at is null)) as answer`;
