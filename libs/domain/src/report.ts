import { addDays, type Day, endOfYear, startOfYear, yearOf } from './day.js';
import { problem, type FieldProblem } from './error.js';
import { periodProblems } from './field-problems.js';

/** A report of a year, or a bulletin of a quarter. */
export const REPORT_KINDS = ['annual', 'quarterly'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** A draft's data and texts change; what was issued is read only, and hashed. */
export const REPORT_STATES = ['draft', 'issued'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** For whom a report is written: it counts everything, and names only what these may read. */
export const REPORT_VISIBILITIES = ['public', 'coalition', 'secretariat'] as const;
export type ReportVisibility = (typeof REPORT_VISIBILITIES)[number];

/** What people write between the data and the document, in the order of the document. */
export const REPORT_SECTIONS = [
  'presidency_message', 'presidency_signature', 'executive_summary', 'method', 'alliances', 'activities', 'allies', 'changes', 'matrix', 'lessons',
] as const;
export type ReportSection = (typeof REPORT_SECTIONS)[number];

const BULLETIN_SECTIONS: readonly ReportSection[] = ['executive_summary', 'alliances', 'activities', 'changes', 'matrix', 'lessons'];

export const sectionsOf = (kind: ReportKind): readonly ReportSection[] => (kind === 'annual' ? REPORT_SECTIONS : BULLETIN_SECTIONS);

/** The longest text of a section, in characters: a page and a half, and a line under the message. */
export const longestText = (section: ReportSection): number => (section === 'presidency_signature' ? 200 : 6000);

/** The documents that are made of an edition. */
export const REPORT_OUTPUTS = [
  'report_pdf', 'report_docx', 'summary_pdf', 'bulletin_pdf', 'infographic_pdf', 'infographic_png', 'presentation_pptx', 'data_xlsx',
] as const;
export type ReportOutputCode = (typeof REPORT_OUTPUTS)[number];

/** Days that a period may have, both ends included. */
const LONGEST: Record<ReportKind, number> = { annual: 366, quarterly: 92 };

/** What is wrong with a period: an end before its start, days to come, longer than its kind. */
export function reportPeriodProblems(kind: ReportKind, from: Day | null | undefined, to: Day | null | undefined, today: Day): FieldProblem[] {
  const missing = [...(from ? [] : [problem('fromDay', 'required')]), ...(to ? [] : [problem('toDay', 'required')])];
  if (!from || !to) return missing;
  const wrong = periodProblems(['fromDay', from], ['toDay', to]);
  if (wrong.length > 0) return wrong;
  if (to > today) return [problem('toDay', 'day_in_future')];
  return to > addDays(from, LONGEST[kind] - 1) ? [problem('toDay', 'period_too_long', { days: LONGEST[kind] })] : [];
}

export interface ReportPeriod { fromDay: Day; toDay: Day }

/** The last year, or quarter, that is over: what a report is proposed for. */
export function lastPeriod(kind: ReportKind, today: Day): ReportPeriod {
  const year = yearOf(today);
  if (kind === 'annual') return { fromDay: startOfYear(year - 1), toDay: endOfYear(year - 1) };
  const quarter = quarterOf(today);
  return quarter === 1 ? quarterPeriod(year - 1, 4) : quarterPeriod(year, quarter - 1);
}

/** @param quarter 1 to 4 */
export function quarterPeriod(year: number, quarter: number): ReportPeriod {
  const first = (at: number) => `${year}-${String(3 * at - 2).padStart(2, '0')}-01`;
  return { fromDay: first(quarter), toDay: quarter === 4 ? endOfYear(year) : addDays(first(quarter + 1), -1) };
}

export const quarterOf = (day: Day): number => Math.ceil(Number(day.slice(5, 7)) / 3);

/** How a period is called: a whole year, a whole quarter, or days of its own. */
export type PeriodName = { is: 'year'; year: number } | { is: 'quarter'; year: number; quarter: number } | { is: 'days' };

export function periodName({ fromDay, toDay }: ReportPeriod): PeriodName {
  const year = yearOf(fromDay);
  if (fromDay === startOfYear(year) && toDay === endOfYear(year)) return { is: 'year', year };
  const quarter = quarterOf(fromDay);
  const whole = quarterPeriod(year, quarter);
  return whole.fromDay === fromDay && whole.toDay === toDay ? { is: 'quarter', year, quarter } : { is: 'days' };
}

/** A text as people write it in a box: paragraphs between empty lines, and points that begin with a dash. */
export type TextBlock = { is: 'paragraph'; text: string } | { is: 'points'; points: string[] };

export function blocksOfText(text: string): TextBlock[] {
  return text.split(/\n\s*\n/).flatMap((part) => blocksOfPart(part.split('\n').map((line) => line.trim()).filter(Boolean)));
}

function blocksOfPart(lines: readonly string[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const line of lines) {
    const [point, last] = [/^[-–•*]\s+(.+)$/.exec(line)?.[1], blocks.at(-1)];
    if (point && last?.is === 'points') last.points.push(point);
    else if (point) blocks.push({ is: 'points', points: [point] });
    else if (last?.is === 'paragraph') last.text += ` ${line}`;
    else blocks.push({ is: 'paragraph', text: line });
  }
  return blocks;
}

/** Without the letters and digits that are taken for another one (Crockford's base 32). */
const CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 10;

/** The code of an edition, from that many random bytes. Fifty bits: nobody finds one by trying. */
export const codeOf = (bytes: Uint8Array): string => [...bytes.slice(0, CODE_LENGTH)].map((byte) => CODE_LETTERS[byte % 32]).join('');

/** 'K7Q2M-9TD4X', as it is printed. */
export const printedCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;

/** What somebody typed from paper: case, blanks, dashes and likely slips are forgiven. @returns null for what is no code */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s–—-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return code.length === CODE_LENGTH && [...code].every((letter) => CODE_LETTERS.includes(letter)) ? code : null;
}
