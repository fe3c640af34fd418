import type { FieldProblem } from '@tejido/domain/error.js';
import type { Kind } from './mapping.js';
import { en } from './messages.en.js';
import { es } from './messages.es.js';
import type { CellProblem, ToldProblem } from './problems.js';
import type { Outcome, Receipt } from './receipt.js';
import type { Fault, UnreadableReason } from './table.js';

/** Problems of a whole file or map. */
type FileProblem = Fault['problem'] | 'not_text' | 'invalid_characters';

export interface Messages {
  severity: Record<CellProblem['severity'], string>;
  outcome: Record<Outcome, string>;
  kind: Record<Kind, string>;
  heading: string;
  newOrganisations: string;
  unusedColumns: string;
  place: string;
  placeOfRow: string;
  more: string;
  written: string;
  dryRun: string;
  refused: string;
  forbidden: string;
  reason: Record<UnreadableReason, string>;
  found: Record<string, string>;
  problem: Record<ToldProblem | FileProblem, string>;
  mapProblem: string;
}

export const LANGUAGES = { es, en } satisfies Record<string, Messages>;
export type Language = keyof typeof LANGUAGES;

// More would scroll the summary away; --json has them all.
const SHOWN_PROBLEMS = 40;

/** The receipt as lines for a terminal. */
export function receiptLines(receipt: Receipt, texts: Messages): string[] {
  const { file, kind, counts, problems, organisationsCreated, unusedColumns } = receipt;
  const shape = [file.format.toUpperCase(), file.encoding, file.sheet].filter((each) => each !== null).join(', ');
  const order = { error: 0, warning: 1, note: 2 };
  const sorted = [...problems].sort((a, b) => order[a.severity] - order[b.severity] || a.line - b.line);
  return [
    filled(texts.heading, { file: file.name, rows: file.rows, format: shape, kind: texts.kind[kind] }),
    ...Object.entries(counts).filter(([, count]) => count > 0).map(([outcome, count]) => `  ${count} ${texts.outcome[outcome as Outcome]}`),
    ...(organisationsCreated.length > 0 ? [filled(texts.newOrganisations, { count: organisationsCreated.length })] : []),
    ...(unusedColumns.length > 0 ? [filled(texts.unusedColumns, { columns: unusedColumns.map((column) => `«${column}»`).join(', ') })] : []),
    ...sorted.slice(0, SHOWN_PROBLEMS).map((problem) => cellProblemText(problem, texts)),
    ...(sorted.length > SHOWN_PROBLEMS ? [filled(texts.more, { count: sorted.length - SHOWN_PROBLEMS })] : []),
    receipt.written ? texts.written : counts.refused > 0 || problems.some(({ severity }) => severity === 'error') ? texts.refused : texts.dryRun,
  ];
}

export function cellProblemText({ line, column, severity, problem, value, values }: CellProblem, texts: Messages): string {
  const place = filled(column === null ? texts.placeOfRow : texts.place, { line, column: column ?? '' });
  const shown = value.length > 120 ? `${value.slice(0, 119)}…` : value;
  return `${texts.severity[severity]}: ${place}: ${filled(texts.problem[problem], { value: shown, column: column ?? '', ...values })}`;
}

/** A problem of the file or of the map as a whole. */
export function fieldProblemText({ path, problem, values = {} }: FieldProblem, texts: Messages): string {
  const reason = filled(texts.reason[values['reason'] as UnreadableReason] ?? '', values);
  const found = texts.found[String(values['found'])] ?? '';
  const text = filled(texts.problem[problem as FileProblem] ?? problem, { name: path, value: '', ...values, reason, found });
  return path.startsWith('map') ? filled(texts.mapProblem, { path, problem: text }) : text;
}

function filled(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}
