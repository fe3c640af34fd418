// Both sides must have done the same job, or the comparison says nothing.

// Lists whose order is not part of the answer, by the key that tells their members apart.
const UNORDERED = { parties: (each) => each.id, ties: (each) => `${each.a} ${each.b}`, cells: (each) => String(each.key), attendees: (each) => each.organisation.id };
// A cursor is the API's own matter.
const SKIPPED = new Set(['endCursor']);
// Made anew by each side.
const OWN = new Set(['meeting']);

/** @throws Error with the first place at which the two answers differ. */
export function assertSame(job, ours, theirs) {
  const difference = differ(tidy(ours, OWN.has(job)), tidy(theirs, OWN.has(job)), '');
  if (difference) throw new Error(`${job}: the two sides differ at ${difference}`);
}

function tidy(value, own, name) {
  if (Array.isArray(value)) {
    const list = value.map((each) => tidy(each, own));
    return UNORDERED[name] ? list.sort((a, b) => (UNORDERED[name](a) < UNORDERED[name](b) ? -1 : 1)) : list;
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).filter(([key]) => !SKIPPED.has(key)).map(([key, each]) => [key, own && key === 'id' && typeof value.title === 'string' ? '*' : tidy(each, own, key)]));
  }
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value).toISOString() : value;
}

function differ(a, b, path) {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= 0.0011 ? null : `${path}: ${a} and ${b}`;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b ? null : `${path}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (!(key in a) || !(key in b)) return `${path}.${key}: on one side only (${Object.keys(a).length} and ${Object.keys(b).length})`;
    const found = differ(a[key], b[key], `${path}.${key}`);
    if (found) return found;
  }
  return null;
}
