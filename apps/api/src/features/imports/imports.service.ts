import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Viewer, Visibility } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { Clock } from '../../platform/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { Batch, writeBatch } from './batch.js';
import type { Draft, Drafts } from './drafts.js';
import { existingActivities, existingAgreements, existingTies } from './existing-records.js';
import { recogniseHeaders } from './headers.js';
import { ImportRun } from './import-run.js';
import type { Kind, Mapping } from './mapping.js';
import { planActivities } from './plan-activities.js';
import { planAgreements } from './plan-agreements.js';
import { planOrganisations } from './plan-organisations.js';
import { planTies } from './plan-ties.js';
import { readTable, type TableSource } from './read-table.js';
import { countOutcomes, type Receipt, type RowOutcome } from './receipt.js';
import { loadRegister } from './register.js';
import { readActivities, readAgreements, readOrganisations } from './rows.js';
import type { Table } from './table.js';

export interface ImportRequest {
  kind: Kind;
  file: TableSource;
  /** Its name as the reader knows it. */
  fileName: string;
  /** Null: by its headers. */
  mapping: Mapping | null;
  dryRun: boolean;
  /** A workbook's sheet; else the map's, else the first with content. */
  sheet?: string;
  visibility?: Visibility;
}

const TABLES: Record<Kind, string> = { organisations: 'organisation', agreements: 'agreement', activities: 'activity' };

/** Brings foreign tables into the register. */
@Injectable()
export class ImportsService {
  constructor(private readonly work: Work, private readonly clock: Clock) {}

  /**
   * Plans the whole file against the register, then writes all of it in one transaction or, when any cell has an error
   * or for a dry run, nothing. @throws FORBIDDEN, and what `readTable` throws for a file that cannot be read
   */
  async import(viewer: Viewer, request: ImportRequest): Promise<Receipt> {
    authorize(viewer, 'import.run', { visibility: request.visibility ?? 'coalition', country: viewer.country });
    const table = await readTable(request.file, { ...request.mapping?.table, ...(request.sheet !== undefined && { sheet: request.sheet }) });
    const mapping = request.mapping ?? recogniseHeaders(table, request.kind);
    const source = mapping.source ?? `file:${request.fileName}`;
    return this.work.run(viewer, `import.${request.kind}`, async (tx) => {
      const { run, drafts } = await this.plan(tx, viewer, request, table, mapping, source);
      const problems = [...drafts.problems, ...run.problems];
      const refused = problems.some(({ severity }) => severity === 'error');
      const written = !refused && !request.dryRun;
      if (written) await writeBatch(tx, run.batch, source);
      const rows = outcomes(run, drafts, written, new Set(problems.filter(({ severity }) => severity === 'error').map(({ line }) => line)));
      return {
        kind: request.kind, source, written, dryRun: request.dryRun,
        file: { name: request.fileName, format: table.format, encoding: table.encoding, delimiter: table.delimiter, sheet: table.sheet, rows: table.rows.length },
        counts: countOutcomes(rows),
        organisationsCreated: run.organisationsCreated,
        rows,
        problems: problems.sort((a, b) => a.line - b.line),
        unusedColumns: drafts.unused,
      };
    });
  }

  private async plan(tx: Tx, viewer: Viewer, request: ImportRequest, table: Table, mapping: Mapping, source: string): Promise<{ run: ImportRun; drafts: Drafts<Draft> }> {
    const owner = { viewer, visibility: request.visibility ?? 'coalition', today: this.clock.today() } as const;
    const run = new ImportRun(await loadRegister(tx, viewer), new Batch(), await knownKeys(tx, source, request.kind), mapping, owner);
    if (request.kind === 'organisations') {
      const drafts = readOrganisations(table, mapping);
      planTies(run, planOrganisations(run, drafts.drafts), await existingTies(tx));
      return { run, drafts };
    }
    if (request.kind === 'agreements') {
      const drafts = readAgreements(table, mapping);
      planAgreements(run, drafts.drafts, await existingAgreements(tx, viewer));
      return { run, drafts };
    }
    const drafts = readActivities(table, mapping);
    planActivities(run, drafts.drafts, await existingActivities(tx, viewer));
    return { run, drafts };
  }
}

async function knownKeys(tx: Tx, source: string, kind: Kind): Promise<Map<string, string>> {
  const rows = await tx.query<{ key: string; record_id: string }>(sql`select key, record_id from source_record where source = ${source} and table_name = ${TABLES[kind]}`);
  return new Map(rows.map(({ key, record_id: id }) => [key, id]));
}

/** In the order of the file. Where nothing was written there are no new records to point to. */
function outcomes(run: ImportRun, drafts: Drafts<Draft>, written: boolean, wrongLines: ReadonlySet<number>): RowOutcome[] {
  const settled = new Map(run.rows.map((row) => [row.key, row]));
  const rows = drafts.drafts.map(({ key, lines }): RowOutcome => {
    const row = settled.get(key) ?? { key, lines, label: key, outcome: 'refused' as const, id: null };
    const outcome = lines.some((line) => wrongLines.has(line)) ? 'refused' : row.outcome;
    return { ...row, outcome, id: outcome === 'refused' || (outcome === 'created' && !written) ? null : row.id };
  });
  const skipped = drafts.skipped.map((line): RowOutcome => ({ lines: [line], key: '', label: '', outcome: 'skipped', id: null }));
  return [...rows, ...skipped].sort((a, b) => a.lines[0]! - b.lines[0]!);
}
