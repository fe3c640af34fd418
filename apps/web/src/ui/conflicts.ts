/** A field that two people changed since it was read. */
export interface FieldConflict<Values> {
  field: keyof Values & string;
  original: unknown;
  theirs: unknown;
  yours: unknown;
}

export interface StaleEdit<Values> {
  /** Both changed it, differently: the reader chooses. */
  conflicts: FieldConflict<Values>[];
  /** The record now, with your changes to fields that nobody else touched. */
  merged: Values;
}

/**
 * Compares a stale edit three ways. `original` is what the form began with, `theirs` the record now, `yours` the form.
 * A field that only one side changed is taken from that side.
 */
export function compareStaleEdit<Values extends object>(original: Values, theirs: Values, yours: Values): StaleEdit<Values> {
  const merged = { ...theirs };
  const conflicts: FieldConflict<Values>[] = [];
  for (const field of Object.keys(yours) as (keyof Values & string)[]) {
    const iChanged = !same(original[field], yours[field]);
    const theyChanged = !same(original[field], theirs[field]);
    if (iChanged && theyChanged && !same(theirs[field], yours[field])) {
      conflicts.push({ field, original: original[field], theirs: theirs[field], yours: yours[field] });
    } else if (iChanged) merged[field] = yours[field];
  }
  return { conflicts, merged };
}

/** Equal as a form sees it: missing, null and the empty text are one. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

const plain = (value: unknown) => (value === undefined || value === '' ? null : value);
