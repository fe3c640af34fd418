import type { ProblemCode } from '@tejido/domain/error.js';

/** What the domain has no word for, because only foreign tables have it. */
export type TableProblem =
  | 'empty_day' | 'day_rounded' | 'cells_beyond_header' | 'differs_from_line' | 'repeated_row' | 'invalid_pcode' | 'title_made' | 'similar_record' | 'outside_file';

/** The domain's problems that cells can have. */
type DomainProblem = Extract<ProblemCode,
  | 'column_missing' | 'required' | 'too_long' | 'not_a_day' | 'day_out_of_range' | 'day_in_future' | 'end_before_start' | 'termination_before_start'
  | 'future_signature' | 'not_a_choice' | 'unknown_code' | 'unknown_country' | 'unknown_record' | 'number_out_of_range' | 'invalid_url' | 'invalid_email'
  | 'ambiguous' | 'party_twice' | 'parties_too_few' | 'parent_cycle' | 'self_reference'>;

/** All that can be said about a cell: the catalogues of texts have a sentence for each. */
export type ToldProblem = DomainProblem | TableProblem;

/**
 * One thing to tell about one cell. An error stops the import; a warning says what was left out; a note what was
 * understood. `column` is the header as the file writes it, null for the whole row; line 0 is the file itself.
 */
export interface CellProblem {
  line: number;
  column: string | null;
  severity: 'error' | 'warning' | 'note';
  problem: ToldProblem;
  value: string;
  values?: Record<string, string | number>;
}
