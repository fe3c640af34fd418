import { fold } from '@tejido/domain/text.js';
import type { ActivityDraft } from './drafts.js';
import type { ExistingRecords } from './existing-records.js';
import type { ImportRun } from './import-run.js';
import { planEvidence } from './plan-evidence.js';
import { planLinks } from './plan-links.js';

/** Plans the activities of the file. One that was imported before, or that the register has in all its particulars, is left as it is. */
export function planActivities(run: ImportRun, drafts: readonly ActivityDraft[], existing: ExistingRecords): void {
  for (const draft of drafts) planActivity(run, draft, existing);
}

function planActivity(run: ImportRun, draft: ActivityDraft, existing: ExistingRecords): void {
  const imported = run.known.get(draft.key);
  if (imported !== undefined && existing.has(imported)) {
    run.settle('activity', draft.key, draft.lines, draft.title, 'unchanged', imported);
    return;
  }
  const participations = participationsOf(run, draft);
  const summary = summaryOf(draft);
  const present = existing.take(activityKey({ ...draft, summary }, participations.map(({ organisationId, role }) => `${organisationId} ${role}`)));
  if (present !== null) run.settle('activity', draft.key, draft.lines, draft.title, 'matched', present);
  else create(run, draft, summary, participations);
}

/** What makes two activities one when no key tells: title, days, text, and who took part in which role. */
export function activityKey(activity: Pick<ActivityDraft, 'title' | 'startsOn' | 'endsOn' | 'summary'>, participations: readonly string[]): string {
  return [fold(activity.title), activity.startsOn ?? '', activity.endsOn ?? '', fold(activity.summary), ...[...participations].sort()].join(' | ');
}

interface PlannedParticipation {
  organisationId: string;
  role: string;
}

function participationsOf(run: ImportRun, draft: ActivityDraft): PlannedParticipation[] {
  const planned = planLinks(run, draft.participants).flatMap(({ link, organisation }) => {
    if (link.role === null) run.report({ line: link.line, column: link.column }, 'error', 'required', organisation.names[0] ?? '');
    const role = run.code('activity_role', link.role, link.line, 'needed');
    return role === null ? [] : [{ organisationId: organisation.id, role }];
  });
  return [...new Map(planned.map((each) => [`${each.organisationId} ${each.role}`, each])).values()];
}

/** Sector and areas have no columns of their own: they close the text, a line each, so that nothing of the file is lost. */
function summaryOf({ summary, sector, areas }: ActivityDraft): string {
  const places = areas.map(({ code, name }) => [name, code === null ? '' : `(${code})`].filter((part) => part !== '').join(' '));
  return [summary, sector ?? '', places.join(' · ')].filter((line) => line !== '').join('\n');
}

function create(run: ImportRun, draft: ActivityDraft, summary: string, participations: readonly PlannedParticipation[]): void {
  const line = draft.lines[0]!;
  const own = run.ownership();
  const { id } = own;
  if (draft.status === 'done' && draft.endsOn !== null && draft.endsOn > run.owner.today) {
    run.report({ line, column: run.columnOf('endsOn') }, 'error', 'day_in_future', draft.endsOn);
  }
  const countries = draft.countries.map(({ ref, column }) => run.country(ref, { line, column })?.code).filter((code) => code !== undefined);
  const code = (taxonomy: 'axis' | 'strategy_activity', field: 'axis' | 'strategyActivity') =>
    run.code(taxonomy, draft[field] === null ? null : { value: draft[field], column: run.columnOf(field) }, line);
  run.batch.activities.push({
    ...own,
    title: draft.title,
    titleEn: draft.titleEn,
    kind: draft.kind === null ? 'other' : (run.code('activity_kind', draft.kind, line, 'needed') ?? ''),
    status: draft.status,
    summary,
    startsOn: draft.startsOn,
    endsOn: draft.endsOn,
    countries: [...new Set(countries)],
    themes: run.codes('theme', draft.themes, line),
    sdgs: [...new Set(draft.sdgs)],
    axis: code('axis', 'axis'),
    strategyActivity: code('strategy_activity', 'strategyActivity'),
  });
  run.batch.participations.push(...participations.map((each) => ({ ...each, activityId: id })));
  planEvidence(run, { activityId: id }, draft.evidence, line);
  run.settle('activity', draft.key, draft.lines, draft.title, 'created', id);
}
