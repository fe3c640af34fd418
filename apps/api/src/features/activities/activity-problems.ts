import sql from 'sql-template-tag';
import { ACTIVITY_STATUSES } from '@tejido/domain/activity-count.js';
import { problem, type FieldProblem } from '@tejido/domain/error.js';
import { textProblems } from '@tejido/domain/field-problems.js';
import { VISIBILITIES } from '@tejido/domain/policy.js';
import { activityProblems } from '@tejido/domain/record-problems.js';
import type { Tx } from '../../platform/database/work.js';
import type { Activity } from './activity.entity.js';
import type { ActivityInput } from './activity.input.js';

/**
 * All that is wrong with an activity as it would be after the input, each problem at its field.
 * @param before the activity as it is; null: it is being registered. @param today day of the coalition.
 */
export async function activityInputProblems(
  tx: Tx, before: Activity | null, input: ActivityInput, today: string,
): Promise<FieldProblem[]> {
  const codes = await knownCodes(tx, input);
  const after = { ...DEFAULTS, ...before, ...given(input) };
  const participations = (input.participations ?? []).map(({ organisationId, role }) => ({ organisationId: organisationId.toLowerCase(), roleId: role }));
  const draft = { ...after, id: before?.id ?? null, countries: input.countries ?? [], participations };
  return [
    ...activityProblems(draft, today, (code) => codes.has(`country ${code}`)),
    ...(after.kind ? [] : [problem('kind', 'required')]),
    ...(input.kind && !codes.has(`kind ${input.kind}`) ? [problem('kind', 'not_a_choice')] : []),
    ...textProblems('titleEn', input.titleEn, { max: 500 }),
    ...textProblems('summary', input.summary, { max: 20_000 }),
    ...(input.visibility === undefined || VISIBILITIES.includes(input.visibility) ? [] : [problem('visibility', 'not_a_choice')]),
    ...participations.flatMap(({ roleId }, at) => (codes.has(`role ${roleId}`) ? [] : [problem(`participations.${at}.role`, 'not_a_choice')])),
  ];
}

const DEFAULTS = { title: '', kind: '', status: ACTIVITY_STATUSES[0], startsOn: null, endsOn: null, parentId: null };

/** Absent keeps: what an input does not mention is no part of the draft. */
const given = (input: ActivityInput): Partial<ActivityInput> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));

/** Which of the codes that the input names exist, as "what code"; one statement. */
async function knownCodes(tx: Tx, { countries = [], kind, participations = [] }: ActivityInput): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ name: string }>(sql`select 'country ' || code as name from country where code = any(${countries}::text[])
    union all select 'kind ' || code from activity_kind where code = ${kind ?? null}
    union all select 'role ' || code from activity_role where code = any(${participations.map(({ role }) => role)}::text[])`);
  return new Set(rows.map(({ name }) => name));
}
