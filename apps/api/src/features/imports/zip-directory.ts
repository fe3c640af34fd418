import { inflateRawSync } from 'node:zlib';
import { unreadable } from './table.js';

interface ZipEntry {
  name: string;
  method: number;
  encrypted: boolean;
  compressed: number;
  inflated: number;
  headerAt: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const MAX_ENTRIES = 2_000;
const STORED = 0;
const DEFLATED = 8;

/**
 * Refuses a zip that would be dangerous to inflate: too many entries, a total above `maxInflated` bytes, an entry
 * that inflates to more than its directory declares, one that is encrypted, or XML with a document type (entities).
 * Throws `file_unreadable`: damaged, encrypted or too_complex.
 */
export function inspectZip(bytes: Uint8Array, maxInflated: number): void {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directory(zip);
  if (entries.reduce((sum, entry) => sum + entry.inflated, 0) > maxInflated) throw unreadable('too_complex');
  if (!entries.some((entry) => entry.name === 'xl/workbook.xml')) throw unreadable('damaged');
  for (const entry of entries) inspectEntry(zip, entry);
}

function directory(zip: Buffer): ZipEntry[] {
  const end = endOfDirectory(zip);
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  // 0xffff announces the 64-bit format: no table within our limits needs it.
  if (count > MAX_ENTRIES || at === 0xffffffff) throw unreadable('too_complex');
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw unreadable('damaged');
    const nameLength = zip.readUInt16LE(at + 28);
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      encrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
      compressed: zip.readUInt32LE(at + 20),
      inflated: zip.readUInt32LE(at + 24),
      headerAt: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

// The record is the last of the file, before a comment of at most 65,535 bytes.
function endOfDirectory(zip: Buffer): number {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 0xffff); at--) {
    if (zip.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw unreadable('damaged');
}

function inspectEntry(zip: Buffer, entry: ZipEntry): void {
  if (entry.encrypted) throw unreadable('encrypted');
  const content = inflate(zip, entry);
  if (/\.(xml|rels|vml)$/i.test(entry.name) && (content.includes('<!DOCTYPE') || content.includes('<!ENTITY'))) {
    throw unreadable('damaged');
  }
}

// The directory may lie about sizes: inflating stops at what it declares, so the checked total holds.
function inflate(zip: Buffer, entry: ZipEntry): Buffer {
  const { headerAt } = entry;
  if (headerAt + 30 > zip.length || zip.readUInt32LE(headerAt) !== LOCAL_HEADER) throw unreadable('damaged');
  const start = headerAt + 30 + zip.readUInt16LE(headerAt + 26) + zip.readUInt16LE(headerAt + 28);
  if (start + entry.compressed > zip.length) throw unreadable('damaged');
  const content = zip.subarray(start, start + entry.compressed);
  if (entry.method === STORED) return content;
  if (entry.method !== DEFLATED) throw unreadable('damaged');
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, entry.inflated) });
  } catch (error) {
    throw unreadable((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too_complex' : 'damaged');
  }
}
