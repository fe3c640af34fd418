/**
 * Would a thing that gets this parent become its own ancestor? For parents, countsWith, renewals and parts alike.
 * `parentOf` has the stored parents; `newParent` null (no parent) never closes a cycle.
 */
export function wouldCycle(parentOf: ReadonlyMap<string, string | null>, id: string, newParent: string | null): boolean {
  const seen = new Set<string>();
  for (let at = newParent; at !== null && !seen.has(at); at = parentOf.get(at) ?? null) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}
