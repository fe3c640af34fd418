import { wouldCycle } from '@tejido/domain/cycle.js';
import type { DraftRelation, OrganisationDraft } from './drafts.js';
import { shownReference, type ImportRun, type Place } from './import-run.js';

/** A tie whose ends are both known. */
interface Tie {
  from: string;
  to: string;
  type: string;
  place: Place;
}

// What files say when they mean "stands under" and "stands above".
const PARENT = ['parent', 'matriz'];
const CHILD = ['child'];

/**
 * Plans parents and relationships among the organisations of the file and the register. An end that neither has is told
 * and left out. A second parent becomes a membership, since an organisation has one place in the tree.
 */
export function planTies(run: ImportRun, ids: ReadonlyMap<OrganisationDraft, string>, existing: ReadonlySet<string>): void {
  const planned = new Set(existing);
  for (const [draft, id] of ids) {
    for (const relation of draft.relations) {
      const tie = tieOf(run, draft, id, relation);
      if (tie === null) continue;
      if (tie.type === 'parent') planParent(run, tie, planned);
      else planRelationship(run, tie, planned);
    }
  }
}

/** One key for a tie, from whichever end it is told: two organisations have one of a type at a time. */
export function tieKey(from: string, to: string, type: string): string {
  return [type, ...[from, to].sort()].join(' ');
}

function tieOf(run: ImportRun, draft: OrganisationDraft, id: string, relation: DraftRelation): Tie | null {
  const place = { line: draft.lines[0]!, column: relation.column };
  const match = run.register.organisations.findReference(relation.to);
  if (match.found === 'none') run.report(place, 'note', 'outside_file', shownReference(relation.to));
  if (match.found === 'several') run.report(place, 'error', 'ambiguous', shownReference(relation.to), { candidates: match.names.join('; ') });
  if (match.found !== 'one') return null;
  const other = match.organisation.id;
  if (other === id) {
    run.report(place, 'error', 'self_reference', shownReference(relation.to));
    return null;
  }
  if (PARENT.includes(relation.type)) return { from: id, to: other, type: 'parent', place };
  if (CHILD.includes(relation.type)) return { from: other, to: id, type: 'parent', place };
  const type = run.code('relationship_type', { value: relation.type, column: relation.column }, place.line, 'needed');
  return type === null ? null : { from: id, to: other, type, place };
}

function planParent(run: ImportRun, tie: Tie, planned: Set<string>): void {
  const { parentOf } = run.register;
  const present = parentOf.get(tie.from) ?? null;
  if (present === tie.to) return;
  if (present !== null) {
    planRelationship(run, { ...tie, type: 'member_of' }, planned);
    return;
  }
  if (wouldCycle(parentOf, tie.from, tie.to)) {
    run.report(tie.place, 'error', 'parent_cycle', run.register.organisations.get(tie.to)?.names[0] ?? '');
    return;
  }
  parentOf.set(tie.from, tie.to);
  run.batch.parents.set(tie.from, tie.to);
}

function planRelationship(run: ImportRun, { from, to, type }: Tie, planned: Set<string>): void {
  const key = tieKey(from, to, type);
  if (planned.has(key)) return;
  planned.add(key);
  run.batch.relationships.push({ fromId: from, toId: to, type });
}
