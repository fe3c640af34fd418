import { Injectable } from '@nestjs/common';
import type { Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { Reader } from '../../platform/graphql/read.js';
import { exportTable, type ExportKind, type Language } from './export-columns.js';
import { exportFile, type ExportFormat } from './export-files.js';

/** Gives what the viewer may see as a table to take away. */
@Injectable()
export class ExportsService {
  constructor(private readonly reader: Reader) {}

  /** @returns the file's bytes and how many rows it has below the header. @throws FORBIDDEN */
  async export(viewer: Viewer, kind: ExportKind, format: ExportFormat, language: Language): Promise<{ file: Buffer; rows: number }> {
    authorize(viewer, 'export.run');
    const { headers, statement } = exportTable(kind, this.reader.reading(viewer), language);
    const rows = await this.reader.rows<{ cells: string[] }>(statement);
    return { file: await exportFile(format, headers, rows.map(({ cells }) => cells), language), rows: rows.length };
  }
}
