import pg from 'pg';
import { QueryFailedError } from 'typeorm';
import { DomainError, problem, type ErrorCode, type FieldProblem, type ProblemCode } from '@tejido/domain/error.js';

/** What a named database constraint means to whoever filled the form: the field and its problem. */
const MEANING: Readonly<Record<string, [path: string, problem: ProblemCode]>> = {
  organisation_identifier_key: ['identifiers', 'duplicate_identifier'],
  organisation_country_needed: ['country', 'country_missing'],
  organisation_not_own_parent: ['parentId', 'self_reference'],
  organisation_parent_id_no_cycle: ['parentId', 'parent_cycle'],
  organisation_not_with_itself: ['countsWithId', 'self_reference'],
  organisation_counts_with_id_no_cycle: ['countsWithId', 'counts_with_cycle'],
  organisation_countries_known: ['countries', 'unknown_country'],
  organisation_themes_known: ['themes', 'unknown_code'],
  organisation_sdgs_known: ['sdgs', 'unknown_code'],
  relationship_two_ends: ['toId', 'self_reference'],
  relationship_days: ['toDay', 'end_before_start'],
  relationship_no_overlap: ['fromDay', 'already_tied'],
  person_country_needed: ['country', 'country_missing'],
  affiliation_days: ['toDay', 'end_before_start'],
  affiliation_end_stays: ['toDay', 'end_told'],
  affiliation_correction_changes: ['toDay', 'duplicate_entry'],
  contact_point_one_preferred: ['contactPoints', 'duplicate_entry'],
  affiliation_no_overlap: ['fromDay', 'overlapping'],
  agreement_series_key: ['reference', 'duplicate_identifier'],
  agreement_signed_after_date: ['datedOn', 'signed_before_agreement'],
  agreement_act_after_signature: ['actOn', 'act_before_signature'],
  agreement_amendment_after_signature: ['signedOn', 'amended_before_agreement'],
  agreement_amendment_days: ['effectiveTo', 'end_before_start'],
  agreement_entry_rule_check: ['entryRule', 'not_a_choice'],
  agreement_day_named: ['effectiveFrom', 'required'],
  agreement_act_named: ['entryAct', 'required'],
  agreement_party_ratification: ['ratifiedOn', 'ratified_before_signed'],
  agreement_party_left_later: ['withdrawnOn', 'withdrawn_before_ratified'],
  agreement_country_needed: ['country', 'country_missing'],
  agreement_days: ['effectiveTo', 'end_before_start'],
  agreement_termination: ['terminatedOn', 'termination_before_start'],
  agreement_termination_told: ['on', 'required'],
  agreement_signatures_reachable: ['signaturesRequired', 'signatures_out_of_range'],
  agreement_signatures_required_check: ['signaturesRequired', 'signatures_out_of_range'],
  agreement_suspension_within: ['fromDay', 'outside_agreement'],
  agreement_kind_fkey: ['kind', 'unknown_code'],
  agreement_stage_check: ['stage', 'not_a_choice'],
  agreement_visibility_check: ['visibility', 'not_a_choice'],
  coalition_primary_colour: ['primaryColour', 'not_a_colour'],
  coalition_accent_colour: ['accentColour', 'not_a_colour'],
  agreement_strategy_activity_fkey: ['strategyActivity', 'unknown_code'],
  agreement_party_role_fkey: ['parties', 'unknown_code'],
  agreement_party_role_retired: ['parties', 'retired_choice'],
  agreement_not_own_renewal: ['renewsId', 'self_reference'],
  agreement_renews_id_no_cycle: ['renewsId', 'renewal_cycle'],
  agreement_not_own_part: ['partOfId', 'self_reference'],
  agreement_part_of_id_no_cycle: ['partOfId', 'part_of_cycle'],
  agreement_themes_known: ['themes', 'unknown_code'],
  agreement_sdgs_known: ['sdgs', 'unknown_code'],
  agreement_party_once: ['parties', 'party_twice'],
  agreement_party_days: ['withdrawnOn', 'withdrawn_before_signed'],
  agreement_suspension_days: ['toDay', 'end_before_start'],
  agreement_suspension_no_overlap: ['fromDay', 'overlapping'],
  meeting_country_needed: ['country', 'country_missing'],
  meeting_times: ['endsAt', 'end_before_start'],
  meeting_themes_known: ['themes', 'unknown_code'],
  agenda_item_one_owner: ['agenda', 'ambiguous'],
  agenda_item_minutes_check: ['agenda', 'number_out_of_range'],
  attendance_once: ['attendees', 'duplicate_entry'],
  minutes_read_only: ['', 'read_only'],
  minutes_window: ['observationsUntil', 'end_before_start'],
  minutes_section_agenda_item: ['agendaItemId', 'duplicate_entry'],
  attendance_read_only: ['attendees', 'read_only'],
  attendance_on_behalf_of_one: ['onBehalfOf', 'too_many'],
  commitment_read_only: ['', 'read_only'],
  commitment_country_needed: ['country', 'country_missing'],
  commitment_somebody_owes: ['owner', 'required'],
  commitment_verifier_is_another: ['verifierId', 'own_commitment'],
  commitment_one_end: ['', 'wrong_stage'],
  commitment_verified_after: ['', 'wrong_stage'],
  commitment_postponement_later: ['dueOn', 'end_before_start'],
  commitment_verified_by_another: ['', 'own_commitment'],
  activity_country_needed: ['country', 'country_missing'],
  activity_days: ['endsOn', 'end_before_start'],
  activity_done_has_end: ['endsOn', 'required'],
  activity_not_own_parent: ['parentId', 'self_reference'],
  activity_parent_id_no_cycle: ['parentId', 'part_of_cycle'],
  activity_countries_known: ['countries', 'unknown_country'],
  activity_themes_known: ['themes', 'unknown_code'],
  activity_sdgs_known: ['sdgs', 'unknown_code'],
  participation_once: ['participations', 'duplicate_entry'],
  evidence_verified_by_another: ['', 'own_evidence'],
  evidence_found_somewhere: ['address', 'required'],
  evidence_address_check: ['address', 'invalid_url'],
  proposal_country_needed: ['country', 'country_missing'],
  proposal_amount_currency: ['currency', 'required'],
  proposal_days: ['decidedOn', 'end_before_start'],
  proposal_submitted: ['submittedOn', 'required'],
  proposal_partner_once: ['partners', 'duplicate_entry'],
  dissemination_country_needed: ['country', 'country_missing'],
  matrix_row_labelled: ['label', 'required'],
  matrix_row_plan_frozen: ['plannedFrom', 'read_only'],
  matrix_row_planned_days: ['plannedTo', 'end_before_start'],
  matrix_row_current_days: ['currentTo', 'end_before_start'],
  matrix_row_actual_days: ['actualTo', 'end_before_start'],
  matrix_row_progress_share: ['progress', 'number_out_of_range'],
  matrix_row_expected_some: ['expectedCount', 'number_out_of_range'],
  matrix_row_rating_scale: ['rating', 'number_out_of_range'],
  matrix_row_state_check: ['state', 'not_a_choice'],
  matrix_ally_once: ['allyIds', 'duplicate_entry'],
  matrix_adjustment_approved_by_another: ['', 'own_adjustment'],
  membership_days: ['memberships', 'end_before_start'],
  membership_once: ['memberships', 'overlapping'],
  snapshot_frozen: ['', 'read_only'],
  report_edition_read_only: ['', 'read_only'],
  report_text_read_only: ['', 'read_only'],
  report_edition_days: ['toDay', 'end_before_start'],
  snapshot_approved_by_another: ['', 'own_snapshot'],
  snapshot_days: ['to', 'end_before_start'],
  presidency_term_days: ['toDay', 'end_before_start'],
  presidency_term_one_at_a_time: ['fromDay', 'overlapping'],
  user_account_email_key: ['email', 'duplicate_email'],
  user_account_last_administrator: ['', 'last_administrator'],
  user_account_delegate_country: ['country', 'country_missing'],
};

const CODE: Readonly<Record<string, ErrorCode>> = { '23505': 'DUPLICATE', '23P01': 'INVALID', '23514': 'INVALID', '23503': 'INVALID', '23502': 'INVALID' };

interface DatabaseError {
  code?: string;
  table?: string;
  constraint?: string;
  column?: string;
}

/** The DomainError that a database error stands for; undefined when it is not the input's fault. */
export function problemOf(error: unknown): DomainError | undefined {
  const told: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (!(told instanceof pg.DatabaseError)) return undefined;
  const { code, table, constraint, column }: DatabaseError = told;
  // Data that the column cannot hold: a NUL, a number or day out of range.
  if (code?.startsWith('22')) return new DomainError('INVALID', [problem('', 'invalid_characters')]);
  if (!code || !CODE[code]) return undefined;
  return new DomainError(CODE[code], [meaningOf(code, table ?? '', constraint ?? '', column)]);
}

function meaningOf(code: string, table: string, constraint: string, column: string | undefined): FieldProblem {
  const known = MEANING[constraint];
  if (known) return problem(known[0], known[1]);
  // PostgreSQL's own names: table_column_fkey.
  const foreign = constraint.startsWith(`${table}_`) ? /^(?<column>[a-z_]+)_fkey$/.exec(constraint.slice(table.length + 1))?.groups?.['column'] : undefined;
  if (constraint === `${table}_${column}_retired`) return problem(camel(column!), 'retired_choice');
  if (code === '23503') return problem(camel(foreign ?? ''), foreign?.includes('country') ? 'unknown_country' : 'unknown_record');
  if (code === '23502') return problem(camel(column ?? ''), 'required');
  return problem('', code === '23505' ? 'duplicate_entry' : 'not_a_choice');
}

const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
