import sql, { type Sql } from 'sql-template-tag';

/** What the domain's AgreementFacts are read from, as the names and values of a json object; said once for the status, the counts and the indicators. */
export const entryFacts = (row: Sql): Sql => sql`'stage', ${row}.stage, 'effectiveFrom', ${row}.effective_from, 'effectiveTo', ${row}.effective_to,
  'terminatedOn', ${row}.terminated_on, 'terminationRecordedOn', ${row}.termination_recorded_on, 'signaturesRequired', ${row}.signatures_required,
  'entryRule', ${row}.entry_rule, 'actOn', ${row}.act_on, 'actRecordedOn', ${row}.act_recorded_on,
  'renewsId', ${row}.renews_id, 'partOfId', ${row}.part_of_id, 'recordedOn', ${row}.recorded_on`;

export const partyFacts = (row: Sql): Sql => sql`'organisationId', ${row}.organisation_id, 'required', ${row}.required, 'signedOn', ${row}.signed_on,
  'ratificationRequired', ${row}.ratification_required, 'ratifiedOn', ${row}.ratified_on, 'ratificationRecordedOn', ${row}.ratification_recorded_on,
  'withdrawnOn', ${row}.withdrawn_on, 'recordedOn', ${row}.recorded_on, 'withdrawalRecordedOn', ${row}.withdrawal_recorded_on`;

export const suspensionFacts = (row: Sql): Sql => sql`'from', ${row}.from_day, 'to', ${row}.to_day, 'recordedOn', ${row}.recorded_on`;

export const amendmentFacts = (row: Sql): Sql => sql`'number', ${row}.number, 'from', ${row}.effective_from, 'effectiveTo', ${row}.effective_to, 'recordedOn', ${row}.recorded_on`;

/** Only a signed one that changes the end decides anything. */
export const amendsEnd = (row: Sql): Sql => sql`${row}.number is not null and ${row}.changes_end`;
