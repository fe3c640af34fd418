/**
 * What is written in minutes: a tree as the editor (ProseMirror) keeps it, never HTML. Only the kinds below exist; whatever
 * else arrives is refused, and what is kept is built anew from what is known, so that nothing unknown is stored.
 */
import { problem, type FieldProblem } from './error.js';
import { textProblems, urlProblems } from './field-problems.js';

export interface ContentMark { type: string; attrs?: Readonly<Record<string, unknown>> }
export interface ContentNode {
  type: string;
  attrs?: Readonly<Record<string, unknown>>;
  content?: readonly ContentNode[];
  marks?: readonly ContentMark[];
  text?: string;
}

/** A record that a text names: its name is never stored, each reader gets the name that they may see. */
export interface Mention { kind: 'organisation' | 'person'; id: string }

export const EMPTY_CONTENT: ContentNode = { type: 'doc', content: [{ type: 'paragraph' }] };

/** In characters, nodes and levels: generous for minutes of a long day, small enough for one request and one page of a document. */
export const CONTENT_LIMITS = { characters: 60_000, nodes: 8_000, depth: 16 } as const;

const BLOCKS = ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote', 'horizontalRule', 'table'];
const IN_CELL = BLOCKS.filter((each) => each !== 'table'); // no table in a table: no document lays it out well
const INLINE = ['text', 'hardBreak', 'mention'];

/** Which kinds a kind holds; those that hold nothing are not listed. */
const HOLDS: Readonly<Record<string, readonly string[]>> = {
  doc: BLOCKS, paragraph: INLINE, heading: INLINE, blockquote: IN_CELL, bulletList: ['listItem'], orderedList: ['listItem'],
  listItem: IN_CELL, table: ['tableRow'], tableRow: ['tableCell', 'tableHeader'], tableCell: IN_CELL, tableHeader: IN_CELL,
};
/** Must hold something: an empty row or list breaks every layout. */
const NOT_EMPTY = ['doc', 'bulletList', 'orderedList', 'listItem', 'table', 'tableRow', 'tableCell', 'tableHeader', 'blockquote'];
const MARKS = ['bold', 'italic', 'underline', 'strike', 'link'];
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

interface Reading { path: string; nodes: number; characters: number; unnamed: readonly Mention[] }

class Refused extends Error {
  constructor(readonly found: FieldProblem) { super(found.problem); }
}

/**
 * Reads what an editor sent. @returns the content built anew of what is known, in NFC; or its problem at `path`.
 * A tree too deep, too large, of unknown kinds or with an unsafe address is refused as a whole: dropping parts would lose text.
 * @param unnamed the mentions that the writer was shown without a name, in order: they come back as their numbers, and are kept.
 */
export function readContent(value: unknown, path: string, unnamed: readonly Mention[] = []): { content: ContentNode } | { problem: FieldProblem } {
  try {
    return { content: readNode(value, ['doc'], 0, { path, nodes: 0, characters: 0, unnamed }) };
  } catch (error) {
    if (error instanceof Refused) return { problem: error.found };
    throw error;
  }
}

function readNode(value: unknown, allowed: readonly string[], depth: number, reading: Reading): ContentNode {
  if (depth > CONTENT_LIMITS.depth) throw new Refused(problem(reading.path, 'too_many', { max: CONTENT_LIMITS.depth }));
  if ((reading.nodes += 1) > CONTENT_LIMITS.nodes) throw new Refused(problem(reading.path, 'too_many', { max: CONTENT_LIMITS.nodes }));
  const { type, attrs, content, marks, text } = objectOf(value, reading.path);
  if (typeof type !== 'string' || !allowed.includes(type)) throw new Refused(problem(reading.path, 'not_a_choice'));
  if (type === 'text') return readText(text, marks, reading);
  const holds = Object.hasOwn(HOLDS, type) ? HOLDS[type]! : [];
  const children = content === undefined || content === null ? [] : listOf(content, reading.path).map((each) => readNode(each, holds, depth + 1, reading));
  if (children.length === 0 && NOT_EMPTY.includes(type)) throw new Refused(problem(reading.path, 'too_few', { min: 1 }));
  const kept = attrsOf(type, attrs, reading);
  return { type, ...(kept ? { attrs: kept } : {}), ...(children.length > 0 ? { content: children } : {}) };
}

function readText(text: unknown, marks: unknown, reading: Reading): ContentNode {
  if (typeof text !== 'string' || text === '') throw new Refused(problem(reading.path, 'not_text'));
  const unsafe = text.trim() === '' ? [] : textProblems(reading.path, text, { max: CONTENT_LIMITS.characters });
  if (unsafe[0]) throw new Refused(unsafe[0]);
  if ((reading.characters += text.length) > CONTENT_LIMITS.characters) throw new Refused(problem(reading.path, 'too_long', { max: CONTENT_LIMITS.characters }));
  const kept = marks === undefined || marks === null ? [] : listOf(marks, reading.path).map((each) => readMark(each, reading.path));
  return { type: 'text', ...(kept.length > 0 ? { marks: kept } : {}), text: text.normalize('NFC') };
}

function readMark(value: unknown, path: string): ContentMark {
  const { type, attrs } = objectOf(value, path);
  if (typeof type !== 'string' || !MARKS.includes(type)) throw new Refused(problem(path, 'not_a_choice'));
  if (type !== 'link') return { type };
  const href = objectOf(attrs, path)['href'];
  if (typeof href !== 'string' || href === '' || urlProblems(path, href).length > 0) throw new Refused(problem(path, 'invalid_url'));
  return { type, attrs: { href } };
}

function attrsOf(type: string, given: unknown, { path, unnamed }: Reading): Record<string, unknown> | null {
  const attrs = given === undefined || given === null ? {} : objectOf(given, path);
  const whole = (name: string, min: number, max: number, otherwise: number) => {
    const number = attrs[name] ?? otherwise;
    if (typeof number !== 'number' || !Number.isInteger(number) || number < min || number > max) throw new Refused(problem(path, 'number_out_of_range', { min, max }));
    return number;
  };
  if (type === 'heading') return { level: whole('level', 1, 6, 3) };
  if (type === 'orderedList') return { start: whole('start', 0, 10_000, 1) };
  if (type === 'tableCell' || type === 'tableHeader') return { colspan: whole('colspan', 1, 20, 1), rowspan: whole('rowspan', 1, 200, 1) };
  if (type !== 'mention') return null;
  const { id, kind } = attrs;
  const meant = kind === 'unnamed' && typeof id === 'string' ? unnamed[Number(id)] : undefined;
  if (meant) return { ...meant };
  if (typeof id !== 'string' || !UUID.test(id) || (kind !== 'organisation' && kind !== 'person')) throw new Refused(problem(path, 'unknown_record'));
  return { id: id.toLowerCase(), kind };
}

function objectOf(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refused(problem(path, 'not_text'));
  return value as Record<string, unknown>;
}

function listOf(value: unknown, path: string): unknown[] {
  if (!Array.isArray(value)) throw new Refused(problem(path, 'not_text'));
  return value;
}

/** The records that a content names, each once. */
export function mentionsIn(content: ContentNode): Mention[] {
  const found = new Map<string, Mention>();
  const visit = (node: ContentNode): void => {
    if (node.type === 'mention') {
      const { kind, id } = node.attrs as unknown as Mention;
      found.set(`${kind} ${id}`, { kind, id });
    }
    node.content?.forEach(visit);
  };
  visit(content);
  return [...found.values()];
}

/** Stands where a text names somebody whom the reader may not see. */
export const UNNAMED = '…';

type NameOf = (mention: Mention) => string | undefined;

/** The mentions that have no name for the reader, in the order of the text. */
export function unnamedIn(content: ContentNode, nameOf: NameOf): Mention[] {
  const found: Mention[] = [];
  withNames(content, (mention) => {
    const name = nameOf(mention);
    if (name === undefined) found.push({ kind: mention.kind, id: mention.id });
    return name;
  });
  return found;
}

/** The same content with the reader's name of each mention (`label`); who is hidden from them keeps neither name nor id, but a number. */
export function withNames(content: ContentNode, nameOf: NameOf): ContentNode {
  let unnamed = 0;
  const named = (node: ContentNode): ContentNode => {
    if (node.type === 'mention') {
      const label = nameOf(node.attrs as unknown as Mention);
      return { type: 'mention', attrs: label === undefined ? { kind: 'unnamed', id: String(unnamed++), label: UNNAMED } : { ...node.attrs, label } };
    }
    return node.content ? { ...node, content: node.content.map(named) } : node;
  };
  return named(content);
}

/** The content as plain text, a line a block: for search and for what compares texts. Mentions as `nameOf` gives them. */
export function contentText(content: ContentNode, nameOf: NameOf = () => undefined): string {
  const inline = (node: ContentNode): string => {
    if (node.type === 'text') return node.text ?? '';
    if (node.type === 'hardBreak') return '\n';
    if (node.type === 'mention') return String(node.attrs?.['label'] ?? nameOf(node.attrs as unknown as Mention) ?? '');
    return (node.content ?? []).map(inline).join('');
  };
  const block = (node: ContentNode): string[] => {
    if (node.type === 'paragraph' || node.type === 'heading') return [inline(node)];
    if (node.type === 'tableRow') return [(node.content ?? []).map((cell) => (cell.content ?? []).flatMap(block).join(' ')).join(' | ')];
    return (node.content ?? []).flatMap(block);
  };
  return block(content).join('\n').replace(/\n{3,}/g, '\n\n').trim();
}

/** Plain text as content: a paragraph for each stretch between empty lines. */
export function paragraphsOf(text: string): ContentNode {
  const stretches = text.normalize('NFC').split(/\n\s*\n/).map((each) => each.trim()).filter(Boolean);
  if (stretches.length === 0) return EMPTY_CONTENT;
  return { type: 'doc', content: stretches.map((stretch) => ({ type: 'paragraph', content: linesOf(stretch) })) };
}

const linesOf = (stretch: string): ContentNode[] =>
  stretch.split('\n').flatMap((line, at) => [...(at > 0 ? [{ type: 'hardBreak' }] : []), ...(line === '' ? [] : [{ type: 'text', text: line }])]);

/** The same text for the same value whatever the order of its keys: what a hash is made of. Absent and undefined are one. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`;
}
