import { UnreadableFile, unreadable } from './table.js';

type Format = 'csv' | 'xlsx';

const EXPECTED: Record<string, Format> = { csv: 'csv', tsv: 'csv', txt: 'csv', xlsx: 'xlsx', xlsm: 'xlsx' };

// First bytes of what people rename by mistake; the word fills the text of the error.
const SIGNATURES: readonly [found: string, bytes: number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['old_excel', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['binary', [0x1f, 0x8b]],
  ['binary', [0x37, 0x7a, 0xbc, 0xaf]],
  ['binary', [0x52, 0x61, 0x72, 0x21]],
  ['binary', [0x7f, 0x45, 0x4c, 0x46]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

/**
 * The format of the file, when content and name agree.
 * Throws `file_type_mismatch` {name, found} when they do not, and `file_unreadable` for an old or protected Excel file.
 */
export function sniff(name: string, bytes: Uint8Array): Format {
  const expected = EXPECTED[extensionOf(name)];
  const found = contentOf(bytes);
  if (bytes.length === 0) throw unreadable('empty', { name });
  // A protected XLSX is an OLE container like an old XLS.
  if (found === 'old_excel' && expected !== 'csv') throw unreadable('old_excel', { name });
  if (expected === 'xlsx' && found === 'zip') return 'xlsx';
  if (expected === 'csv' && found === 'text') return 'csv';
  throw new UnreadableFile({ problem: 'file_type_mismatch', values: { name, found } });
}

function extensionOf(name: string): string {
  return /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

function contentOf(bytes: Uint8Array): string {
  const known = SIGNATURES.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  if (known) return known[0];
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1').trimStart().toLowerCase();
  if (head.startsWith('<!doctype') || head.startsWith('<html') || head.startsWith('<?xml')) return 'markup';
  return looksBinary(bytes) ? 'binary' : 'text';
}

// UTF-16 is text full of NUL bytes, but only at every other place. Control characters are rare in any other text.
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536);
  const zeros = [0, 0];
  let controls = 0;
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26)) controls += 1;
  });
  const [few, many] = zeros.sort((a, b) => a - b) as [number, number];
  if (many > sample.length / 5) return few > sample.length / 50;
  return many > 0 || controls > sample.length / 100;
}
