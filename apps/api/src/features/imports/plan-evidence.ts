import { urlProblems } from '@tejido/domain/field-problems.js';
import type { ImportRun } from './import-run.js';

/** A web address, or else where the document is archived. It waits for a second person: an import verifies nothing. */
export function planEvidence(run: ImportRun, subject: { agreementId: string } | { activityId: string }, evidence: string | null, line: number): void {
  if (evidence === null) return;
  const isAddress = /^https?:\/\//i.test(evidence);
  if (isAddress && urlProblems('', evidence).length > 0) {
    run.report({ line, column: run.columnOf('evidence') }, 'warning', 'invalid_url', evidence);
    return;
  }
  const { viewer, today } = run.owner;
  run.batch.evidence.push({
    ...subject, title: evidence.slice(0, 300), address: isAddress ? evidence : null, archiveReference: isAddress ? null : evidence, addedBy: viewer.userId, addedOn: today,
  });
}
