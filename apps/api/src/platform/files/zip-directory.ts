import { inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  name: string;
  method: number;
  encrypted: boolean;
  compressed: number;
  inflated: number;
  headerAt: number;
}

/** Why a zip is not read. */
export class ZipFault extends Error {
  constructor(readonly reason: 'damaged' | 'encrypted' | 'too_complex') {
    super(reason);
  }
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const MAX_ENTRIES = 2_000;
const STORED = 0;
const DEFLATED = 8;

/** What a zip says that it holds; nothing is inflated. @throws ZipFault */
export function zipDirectory(zip: Buffer): ZipEntry[] {
  const end = endOfDirectory(zip);
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  // 0xffff announces the 64-bit format: nothing within our limits needs it.
  if (count > MAX_ENTRIES || at === 0xffffffff) throw new ZipFault('too_complex');
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new ZipFault('damaged');
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
  throw new ZipFault('damaged');
}

/** One entry's content. The directory may lie about sizes: inflating stops at what it declares, so whoever summed those is safe. @throws ZipFault */
export function inflateEntry(zip: Buffer, entry: ZipEntry): Buffer {
  const { headerAt } = entry;
  if (entry.encrypted) throw new ZipFault('encrypted');
  if (headerAt + 30 > zip.length || zip.readUInt32LE(headerAt) !== LOCAL_HEADER) throw new ZipFault('damaged');
  const start = headerAt + 30 + zip.readUInt16LE(headerAt + 26) + zip.readUInt16LE(headerAt + 28);
  if (start + entry.compressed > zip.length) throw new ZipFault('damaged');
  const content = zip.subarray(start, start + entry.compressed);
  if (entry.method === STORED) return content;
  if (entry.method !== DEFLATED) throw new ZipFault('damaged');
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, entry.inflated) });
  } catch (error) {
    throw new ZipFault((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too_complex' : 'damaged');
  }
}
