/** What went wrong as a whole: the only codes that leave the system. The web has a text for each. */
export const ERROR_CODES = [
  'NOT_SIGNED_IN',
  'SIGN_IN_REFUSED',
  'FORBIDDEN',
  'NOT_FOUND',
  'INVALID',
  'CONFLICT',
  'CONFLICT_STALE',
  'DUPLICATE',
  'IN_USE',
  'RATE_LIMITED',
  'TOO_LARGE',
  'UNSUPPORTED_FILE',
  'IDEMPOTENCY_MISMATCH',
  'UNAVAILABLE',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What is wrong with one field. The web has a text for each, filled from `values`. */
export const PROBLEM_CODES = [
  'required',
  'too_short',
  'too_long',
  'too_many',
  'too_few',
  'not_text',
  'not_a_day',
  'day_out_of_range',
  'day_in_future',
  'end_before_start',
  'period_too_long',
  'same_days',
  'termination_before_start',
  'not_a_time',
  'not_a_number',
  'number_out_of_range',
  'not_a_choice',
  'not_a_colour',
  'unknown_code',
  'retired_choice',
  'unknown_country',
  'unknown_language',
  'unknown_record',
  'invalid_email',
  'invalid_phone',
  'invalid_url',
  'invalid_identifier',
  'invalid_characters',
  'duplicate_name',
  'duplicate_identifier',
  'duplicate_email',
  'duplicate_entry',
  'parties_too_few',
  'party_twice',
  'coalition_missing',
  'signatures_out_of_range',
  'future_signature',
  'withdrawn_before_signed',
  'signed_before_agreement',
  'ratified_before_signed',
  'ratification_not_needed',
  'withdrawn_before_ratified',
  'act_before_signature',
  'amended_before_agreement',
  'agreement_unsigned',
  'substitution_needed',
  'post_of_another',
  'reference_of_series',
  'pattern_without_number',
  'pattern_token_unknown',
  'signature_without_signatory',
  'evidence_missing',
  'own_evidence',
  'own_commitment',
  'own_snapshot',
  'snapshot_missing',
  'text_missing',
  'own_adjustment',
  'overlapping',
  'already_tied',
  'outside_agreement',
  'self_reference',
  'parent_cycle',
  'counts_with_cycle',
  'renewal_cycle',
  'part_of_cycle',
  'already_merged',
  'standings_differ',
  'still_in_use',
  'read_only',
  'wrong_stage',
  'window_open',
  'window_closed',
  'observations_unanswered',
  'last_administrator',
  'stale',
  'not_own_country',
  'country_missing',
  'password_short',
  'password_common',
  'password_wrong',
  'link_expired',
  'file_too_large',
  'file_empty',
  'file_type_refused',
  'file_unreadable',
  'file_type_mismatch',
  'column_unmapped',
  'column_missing',
  'ambiguous',
  'end_told',
  'not_of_organisation',
  'repeats_too_often',
  'endless',
  'series_too_long',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/**
 * One problem at one place. `path` is the input's path with dots and indexes ('parties.1.signedOn'); the empty path is
 * the whole input. `values` fill the reader's text ({max: 200}); they never carry what the viewer may not see.
 */
export interface FieldProblem {
  path: string;
  problem: ProblemCode;
  values?: Record<string, string | number>;
}

/** The only error that rules and services throw on purpose; anything else is INTERNAL to the outside. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(fields.length === 0 ? code : `${code}: ${fields.map(describe).join(', ')}`);
    this.name = 'DomainError';
  }
}

/** One problem, written short: `problem('endsOn', 'end_before_start')`. */
export function problem(path: string, code: ProblemCode, values?: Record<string, string | number>): FieldProblem {
  return values ? { path, problem: code, values } : { path, problem: code };
}

export const notSignedIn = () => new DomainError('NOT_SIGNED_IN');

export const forbidden = () => new DomainError('FORBIDDEN');

/** Also for what exists but is hidden: hidden equals nonexistent. */
export const notFound = () => new DomainError('NOT_FOUND');

export const invalid = (fields: readonly FieldProblem[]) => new DomainError('INVALID', fields);

/** The state of the record forbids it (a merged organisation, approved minutes). */
export const conflict = (fields: readonly FieldProblem[] = []) => new DomainError('CONFLICT', fields);

/** Somebody else changed the record since it was read. */
export const stale = (fields: readonly FieldProblem[] = []) => new DomainError('CONFLICT_STALE', fields);

export const duplicate = (fields: readonly FieldProblem[]) => new DomainError('DUPLICATE', fields);

export const inUse = (fields: readonly FieldProblem[] = []) => new DomainError('IN_USE', fields);

/** Throws INVALID with all problems at once, so that a form shows every one; does nothing when there is none. */
export function refuseIfAny(fields: readonly FieldProblem[]): void {
  if (fields.length > 0) throw invalid(fields);
}

/** Puts the problems of a part under its place in the whole: `under('parties.0', problems)`. */
export function under(path: string, problems: readonly FieldProblem[]): FieldProblem[] {
  return problems.map((each) => ({ ...each, path: each.path === '' ? path : `${path}.${each.path}` }));
}

function describe(field: FieldProblem): string {
  return field.path === '' ? field.problem : `${field.path} ${field.problem}`;
}
