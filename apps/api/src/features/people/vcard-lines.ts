import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** One property of a card, as it is written in vCard 2.1, 3.0 and 4.0 alike. */
export interface CardLine {
  /** Ties a property to its custom label: 'item1'. */
  group: string;
  /** In capitals: 'TEL', 'X-ABLABEL'. */
  name: string;
  /** In capitals and in order of the alphabet, bare parameters of 2.1 included: ['CELL', 'VOICE']. */
  types: string[];
  params: ReadonlyMap<string, string>;
  /** The text as it stands, escapes included; empty for what is not text. */
  raw: string;
  /** How many bytes an embedded photo, key or sound has; 0 for text. */
  bytes: number;
}

export interface Card { at: number; version: string; lines: CardLine[] }

export class UnreadableCards extends Error {
  constructor(readonly reason: 'not_a_card' | 'unclosed_card' | 'too_many' | 'too_complex', readonly values: Record<string, string | number> = {}) {
    super(reason);
  }
}

const BINARY = new Set(['B', 'BASE64']);

/**
 * The cards of a file. Lines are put together as bytes, for some programs fold in the middle of a letter, and each value is read in
 * the character set that it names, else as UTF-8, else as Windows does (RFC 2425, 5.8; vCard 2.1, 2.1.3). @throws UnreadableCards
 */
export function cardsOf(bytes: Uint8Array, most: number): Card[] {
  const cards: Card[] = [];
  let open: Card | null = null;
  for (const { at, text } of logicalLines(byteText(bytes))) {
    const line = lineOf(text);
    if (!line) continue;
    const says = line.raw.trim().toUpperCase();
    if (line.name === 'BEGIN' && says === 'VCARD' && !open) {
      if (cards.length >= most) throw new UnreadableCards('too_many', { max: most });
      open = { at, version: '2.1', lines: [] };
    } else if (line.name === 'END' && says === 'VCARD' && open) {
      cards.push(open);
      open = null;
    } else if (open) {
      if (line.name === 'VERSION') open.version = line.raw.trim();
      open.lines.push(line);
    }
  }
  if (open) throw new UnreadableCards('unclosed_card', { line: open.at });
  if (cards.length === 0) throw new UnreadableCards('not_a_card');
  return cards;
}

/** A byte a character. */
function byteText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = (buffer[0] === 0xff && buffer[1] === 0xfe) || (buffer[0] === 0xfe && buffer[1] === 0xff);
  const plain = wide ? Buffer.from(iconv.decode(buffer, 'utf-16'), 'utf8') : buffer;
  return plain.toString('latin1').replace(/^\xef\xbb\xbf/, '');
}

const QUOTED_PRINTABLE = /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i;
const EMBEDDED = /^[^:]*;(?:ENCODING=)?(?:B|BASE64)[;:]/i;

/** Folded lines as one: by a blank at the start, by "=" at the end of quoted-printable, and the lines of what is embedded. */
function* logicalLines(text: string): Generator<{ at: number; text: string }> {
  const physical = text.split(/\r\n|\n|\r/);
  for (let at = 0; at < physical.length; at++) {
    const start = at;
    const parts = [physical[at]!];
    const [quoted, embedded] = [QUOTED_PRINTABLE.test(parts[0]!), EMBEDDED.test(parts[0]!)];
    while (at + 1 < physical.length) {
      const next = physical[at + 1]!;
      if (quoted && parts.at(-1)!.endsWith('=')) parts[parts.length - 1] = parts.at(-1)!.slice(0, -1);
      else if (/^[ \t]/.test(next)) { /* folded */ }
      else if (!(embedded && /^[A-Za-z0-9+/=]+$/.test(next) && next.length > 1)) break;
      parts.push(quoted ? next : next.replace(/^[ \t]/, ''));
      at += 1;
    }
    if (parts[0]!.trim() !== '') yield { at: start + 1, text: parts.join('') };
  }
}

function lineOf(text: string): CardLine | null {
  const colon = endOfHead(text);
  if (colon < 0) return null;
  const [head = '', ...given] = splitOutside(text.slice(0, colon), ';');
  const dot = head.lastIndexOf('.');
  const params = new Map<string, string>();
  const types: string[] = [];
  for (const each of given) {
    const [key, value] = each.includes('=') ? [each.slice(0, each.indexOf('=')).trim().toUpperCase(), each.slice(each.indexOf('=') + 1)] : bare(each);
    if (key === 'TYPE') types.push(...value.replaceAll('"', '').split(',').map((type) => type.trim().toUpperCase()).filter(Boolean));
    else params.set(key, value.replace(/^"|"$/g, '').trim());
  }
  const name = head.slice(dot + 1).trim().toUpperCase();
  if (!/^[A-Z0-9-]+$/.test(name)) return null;
  return { group: head.slice(0, Math.max(0, dot)).trim().toLowerCase(), name, types: [...new Set(types)].sort(), params, ...valueOf(text.slice(colon + 1), params) };
}

/** In vCard 2.1 a parameter may stand without its name: it is an encoding, or a type. */
const bare = (value: string): [string, string] =>
  (/^(QUOTED-PRINTABLE|BASE64|8BIT|7BIT)$/i.test(value.trim()) ? ['ENCODING', value] : ['TYPE', value]);

function valueOf(value: string, params: ReadonlyMap<string, string>): { raw: string; bytes: number } {
  const encoding = params.get('ENCODING')?.toUpperCase() ?? '';
  if (BINARY.has(encoding)) return { raw: '', bytes: Buffer.from(value.replace(/\s/g, ''), 'base64').length };
  // A photo within its address is no text either.
  const within = /^data:[^,]*;base64,(.*)$/is.exec(value);
  if (within) return { raw: '', bytes: Buffer.from(within[1]!.replace(/[\s\\]/g, ''), 'base64').length };
  const plain = encoding === 'QUOTED-PRINTABLE' ? value.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : value;
  return { raw: readIn(params.get('CHARSET'), plain), bytes: 0 };
}

function readIn(charset: string | undefined, bytes: string): string {
  const buffer = Buffer.from(bytes, 'latin1');
  const known = charset !== undefined && iconv.encodingExists(charset) ? charset : null;
  const named = known && !(/^utf-?8$/i.test(known) && !isUtf8(buffer)) ? known : null;
  return iconv.decode(buffer, named ?? (isUtf8(buffer) ? 'utf-8' : 'windows-1252')).normalize('NFC');
}

/** Where the value begins: the first colon outside quotes; -1 for a line without one. */
function endOfHead(text: string): number {
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === ':' && !quoted) return at;
  }
  return text.indexOf(':');
}

function splitOutside(text: string, separator: string): string[] {
  const parts = [''];
  let quoted = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    if (letter === separator && !quoted) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}

/** The text without its escapes; Gmail escapes colons too ("http\://"). @param version 2.1 knows no escaped line break. */
export const unescaped = (text: string, version: string): string =>
  text.replace(/\\([\\;,:"nN])/g, (whole, letter: string) => (/n/i.test(letter) ? (version === '2.1' ? whole : '\n') : letter));

/** The parts of a structured value ('N', 'ADR', 'ORG'), each without its escapes. */
export function components({ raw }: CardLine, version: string): string[] {
  return raw.split(/(?<=(?:^|[^\\])(?:\\\\)*);/).map((part) => unescaped(part, version).trim());
}
