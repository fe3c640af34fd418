import { type FieldProblem, problem } from './error.js';

/** In bytes. A signed agreement scanned in colour has five to ten megabytes; what is larger was scanned wrongly. */
export const LARGEST_FILE = 25 * 1024 * 1024;

/** What proves something: each type with the endings that a name of it may have. No spreadsheet, no page that runs scripts (SVG, HTML), no macros. */
export const FILE_ENDINGS = {
  'application/pdf': ['.pdf'],
  'image/png': ['.png'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/webp': ['.webp'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
} as const satisfies Record<string, readonly string[]>;
export type FileType = keyof typeof FILE_ENDINGS;

export const FILE_TYPES = Object.keys(FILE_ENDINGS) as readonly FileType[];

/** The type that a file's name claims; null for one that is not taken. */
export function claimedType(name: string): FileType | null {
  const lower = name.toLowerCase();
  return FILE_TYPES.find((type) => FILE_ENDINGS[type].some((ending) => lower.endsWith(ending))) ?? null;
}

/** Can a browser show it without running anything in it? */
export const canPreview = (type: string): boolean => type === 'application/pdf' || type.startsWith('image/');

/**
 * What can be told of a file before its content is read, by the page before it sends it and by the server: path 'file'.
 * @param size bytes, NaN when not known yet; @param largest bytes
 */
export function fileProblems({ name, size }: { name: string; size: number }, largest = LARGEST_FILE): FieldProblem[] {
  if (claimedType(name) === null) return [problem('file', 'file_type_refused')];
  if (size === 0) return [problem('file', 'file_empty')];
  return size > largest ? [tooLarge(largest)] : [];
}

export const tooLarge = (largest = LARGEST_FILE): FieldProblem => problem('file', 'file_too_large', { max: `${Math.floor(largest / 1024 / 1024)} MB` });

/** Does the content keep what the name claims? @param found what the bytes are, null: nothing known */
export function contentProblems(name: string, found: string | null): FieldProblem[] {
  return found !== null && found === claimedType(name) ? [] : [problem('file', 'file_type_mismatch')];
}
