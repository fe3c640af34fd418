import { fileTypeFromBuffer } from 'file-type';
import { inflateEntry, zipDirectory, ZipFault, type ZipEntry } from './zip-directory.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const LARGEST_LIST = 256 * 1024; // bytes, inflated: the list of a document's parts has two or three kilobytes
const HEAD = 4_100; // bytes: all that file-type needs of what is no zip

/** What a file is by its bytes, whatever its name says; null when that is nothing known. A zip is only looked at from outside: never inflated. */
export async function sniffFile(bytes: Buffer): Promise<string | null> {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return isWordDocument(bytes) ? DOCX : 'application/zip';
  return (await fileTypeFromBuffer(bytes.subarray(0, HEAD)))?.mime ?? null;
}

/** By its directory, and by the small list of its parts, the only one that is inflated. With macros it is none: that is a .docm. */
function isWordDocument(bytes: Buffer): boolean {
  try {
    const entries = zipDirectory(bytes);
    const list = entries.find(({ name }) => name === '[Content_Types].xml');
    if (!list || list.inflated > LARGEST_LIST || !has(entries, 'word/document.xml') || entries.some(({ name }) => /vbaProject\.bin$/i.test(name))) return false;
    return inflateEntry(bytes, list).includes(`${DOCX}.main+xml`);
  } catch (error) {
    if (error instanceof ZipFault || error instanceof RangeError) return false;
    throw error;
  }
}

const has = (entries: readonly ZipEntry[], wanted: string) => entries.some(({ name }) => name === wanted);
