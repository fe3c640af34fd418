import iconv from 'iconv-lite';
import { unreadable } from './table.js';

export interface DecodedText {
  /** 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1', 'macintosh', or the name that was asked for. */
  encoding: string;
  text: string;
}

const BOMS: readonly [encoding: string, bytes: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Bytes to text. The encoding is found in this order: byte order mark, zero bytes of UTF-16, valid UTF-8, and else the
 * single-byte encoding in which the accents stand where Western European languages put them. `wanted` skips detection.
 */
export function decode(bytes: Uint8Array, wanted?: string): DecodedText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (wanted !== undefined) {
    if (!iconv.encodingExists(wanted)) throw unreadable('unknown_encoding', { encoding: wanted });
    return { encoding: wanted.toLowerCase(), text: iconv.decode(buffer, wanted) };
  }
  const encoding = markedEncoding(buffer) ?? utf16Encoding(buffer) ?? (isUtf8(buffer) ? 'utf-8' : singleByteEncoding(buffer));
  // iconv-lite removes a byte order mark. TextDecoder of Node 20 reads windows-1252 wrongly from 0x80 to 0x9F.
  return { encoding, text: iconv.decode(buffer, encoding) };
}

function markedEncoding(buffer: Buffer): string | undefined {
  return BOMS.find(([, mark]) => mark.every((byte, at) => buffer[at] === byte))?.[0];
}

// Delimiters, digits and most letters have a zero byte in UTF-16: first in big endian, second in little endian.
function utf16Encoding(buffer: Buffer): string | undefined {
  const sample = buffer.subarray(0, 65_536);
  let [even, odd] = [0, 0];
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const pairs = sample.length / 2;
  if (odd > pairs * 0.3 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.3 && odd < pairs * 0.05) return 'utf-16be';
  return undefined;
}

function isUtf8(buffer: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(buffer);
    return true;
  } catch {
    return false;
  }
}

function singleByteEncoding(buffer: Buffer): string {
  const sample = accentedParts(buffer);
  const windows = plausibility(iconv.decode(sample, 'windows-1252'));
  const mac = plausibility(iconv.decode(sample, 'macintosh'));
  if (mac > windows) return 'macintosh';
  // The two differ only from 0x80 to 0x9F, which ISO 8859-1 leaves to control characters.
  return buffer.some((byte) => byte >= 0x80 && byte <= 0x9f) ? 'windows-1252' : 'iso-8859-1';
}

/** The surroundings of the first 5,000 bytes beyond ASCII: they alone tell, and they may stand late in a large file. */
function accentedParts(buffer: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < buffer.length && parts.length < 5_000; at++) {
    if (buffer[at]! < 0x80) continue;
    const start = at;
    while (at < buffer.length - 1 && buffer[at + 1]! >= 0x80) at += 1;
    parts.push(buffer.subarray(Math.max(0, start - 3), at + 4), Buffer.from('\n'));
  }
  return Buffer.concat(parts);
}

const COMMON_LOWER = 'áéíóúñüàèìòùâêîôûäëïöçãõæøåœß';
const COMMON_UPPER = COMMON_LOWER.toUpperCase();
const QUOTE_LIKE = '“”‘’«»–—…¿¡ºª°€•·';
const LETTER = /\p{L}/u;
const LOWER = /\p{Ll}/u;

/** Higher when every character beyond ASCII stands where Western European texts put it. */
export function plausibility(text: string): number {
  const characters = [...text];
  return characters.reduce((sum, character, at) => {
    if (character.codePointAt(0)! < 0x80) return sum;
    return sum + weigh(character, characters[at - 1] ?? '\n', characters[at + 1] ?? '\n');
  }, 0);
}

function weigh(character: string, before: string, after: string): number {
  const inWord = LETTER.test(before) && LETTER.test(after);
  if (COMMON_LOWER.includes(character)) return LETTER.test(before) || LETTER.test(after) ? 2 : 1;
  // A capital inside a word in small letters ('organizaciÛn') betrays the wrong table.
  if (COMMON_UPPER.includes(character)) return LOWER.test(before) ? -3 : 1;
  if (QUOTE_LIKE.includes(character)) return inWord && character !== '’' && character !== '·' ? -3 : 1;
  return inWord ? -3 : -1;
}
