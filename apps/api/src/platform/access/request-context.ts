import { AsyncLocalStorage } from 'node:async_hooks';

/** The client's idempotency key, claimed in the same transaction as the first write of the request. */
export interface IdempotencyClaim {
  actor: string;
  key: string;
  digest: string;
  claimed: boolean;
  /** The same request came first and is being answered: its answer is this one's. */
  second?: boolean;
  /** The answer tells a secret once: it is not kept, and a repetition is refused. */
  confidential?: boolean;
}

const storage = new AsyncLocalStorage<{ idempotency: IdempotencyClaim | null }>();

export const currentClaim = (): IdempotencyClaim | null => storage.getStore()?.idempotency ?? null;

/** Said by a verb whose answer holds a secret (a link to set a password). */
export function keepNoAnswer(): void {
  const claim = currentClaim();
  if (claim) claim.confidential = true;
}

/** Runs the rest of a request with its claim. */
export const withClaim = (idempotency: IdempotencyClaim | null, next: () => void): void => storage.run({ idempotency }, next);
