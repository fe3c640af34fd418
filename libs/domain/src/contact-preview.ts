import type { SamePersonBecause } from './same-person.js';

/** Somebody registered who is the person of a card, or may be. */
export interface ContactCandidate { id: string; name: string; detail: string | null; because: SamePersonBecause | 'imported_before'; mayExtend: boolean }

/** An organisation that a card names: the one that it is in the register, or those that it might be. */
export interface ContactPostPreview { organisation: string; post: string; match: { id: string; name: string } | null; several: string[] }

export interface ContactRow {
  /** The line of the file where the card begins. */
  line: number;
  uid: string;
  name: string;
  contactPoints: { kind: string; label: string; value: string; preferred: boolean }[];
  posts: ContactPostPreview[];
  languages: string[];
  notes: string;
  /** 'same': nothing is made anew. 'maybe': the reader decides. */
  verdict: 'new' | 'same' | 'maybe';
  candidates: ContactCandidate[];
  leftOut: { property: string; count: number; why: 'not_kept' | 'not_of_its_kind' | 'too_long' }[];
}

/** What reading a file of contacts would do; nothing is written yet. */
export interface ContactPreview {
  rows: ContactRow[];
  /** Cards that are nobody: a list, a company, one without a name. */
  nobody: { line: number; name: string; reason: 'no_name' | 'group' | 'organisation' }[];
}
