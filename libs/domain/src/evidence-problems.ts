import { type FieldProblem, problem } from './error.js';
import { textProblems, urlProblems } from './field-problems.js';

export interface EvidenceDraft {
  title: string | null;
  /** Official address. */
  address: string | null;
  archiveReference: string | null;
  fileId: string | null;
}

/** Problems of a piece of evidence: it has a title, and is found somewhere (a file, an official address or the archive). */
export function evidenceProblems({ title, address, archiveReference, fileId }: EvidenceDraft): FieldProblem[] {
  return [
    ...textProblems('title', title, { max: 300, required: true }),
    ...urlProblems('address', address),
    ...textProblems('archiveReference', archiveReference, { max: 500 }),
    ...(address || archiveReference || fileId ? [] : [problem('address', 'required')]),
  ];
}

export const EVIDENCE_STATES = ['waiting', 'returned', 'verified'] as const;
export type EvidenceState = (typeof EVIDENCE_STATES)[number];
