import { crc32, deflateRawSync } from 'node:zlib';
import { inflateEntry, zipDirectory } from '../files/zip-directory.js';

/** Changes an entry's content while the zip is written anew. */
export type Amend = (name: string, content: Buffer) => Buffer;

/**
 * A zip (DOCX, PPTX, XLSX and those inside them) written anew with one time in all its entries, so that the same input gives the same bytes.
 * @param madeAt an instant or a day, also for docProps/core.xml. @param amend what else in an entry differs each time
 */
export function steadyZip(zip: Uint8Array, madeAt: string, amend: Amend = (_, content) => content): Buffer {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  const entries = zipDirectory(bytes).filter(({ name }) => !name.endsWith('/')).map((entry) => {
    const content = amend(entry.name, inflateEntry(bytes, entry));
    return { name: entry.name, content: entry.name === 'docProps/core.xml' ? dated(content, madeAt) : entry.name.endsWith('.xlsx') ? steadyZip(content, madeAt) : content };
  });
  return written(entries, dosTime(new Date(madeAt)));
}

const dated = (xml: Buffer, madeAt: string): Buffer =>
  Buffer.from(xml.toString('utf8').replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${new Date(madeAt).toISOString().slice(0, 19)}Z`));

// Of an archive (APPNOTE 4.4.6): seconds in twos, years from 1980.
function dosTime(at: Date): number {
  const date = ((Math.max(1980, at.getUTCFullYear()) - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return date * 0x10000 + ((at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1));
}

function written(entries: readonly { name: string; content: Buffer }[], time: number): Buffer {
  const [parts, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, content } of entries) {
    const packed = deflateRawSync(content, { level: 9 });
    const path = Buffer.from(name);
    // Version 2.0, name in UTF-8, deflated; then what local header and directory share.
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x0800, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(time, 6);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(content.length, 18);
    shared.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, path, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, rest, path);
    parts.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
