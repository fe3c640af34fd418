import type { EvidenceState } from './operations.js';

export const QUEUE_STATES = ['waiting', 'returned', 'verified'] as const satisfies readonly EvidenceState[];

/** What the address of the queue holds; waiting when it names no state. `open`: the evidence shown beside the list. */
export interface QueueSearch { state?: EvidenceState; proves?: string[]; country?: string[]; text?: string; mine?: true; open?: string }
