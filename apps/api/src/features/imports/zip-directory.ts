import { inflateEntry, zipDirectory, ZipFault, type ZipEntry } from '../../platform/files/zip-directory.js';
import { unreadable } from './table.js';

/**
 * Refuses a zip that would be dangerous to inflate: too many entries, a total above `maxInflated` bytes, an entry
 * that inflates to more than its directory declares, one that is encrypted, or XML with a document type (entities).
 * Throws `file_unreadable`: damaged, encrypted or too_complex.
 */
export function inspectZip(bytes: Uint8Array, maxInflated: number): void {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const entries = zipDirectory(zip);
    if (entries.reduce((sum, entry) => sum + entry.inflated, 0) > maxInflated) throw new ZipFault('too_complex');
    if (!entries.some((entry) => entry.name === 'xl/workbook.xml')) throw new ZipFault('damaged');
    for (const entry of entries) inspectEntry(zip, entry);
  } catch (error) {
    throw error instanceof ZipFault ? unreadable(error.reason) : error;
  }
}

function inspectEntry(zip: Buffer, entry: ZipEntry): void {
  const content = inflateEntry(zip, entry);
  if (/\.(xml|rels|vml)$/i.test(entry.name) && (content.includes('<!DOCTYPE') || content.includes('<!ENTITY'))) throw new ZipFault('damaged');
}
