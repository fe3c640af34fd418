import type { ActivityInput } from '../../gql/graphql.js';
import type { PickOption } from '../../ui/pick-or-create.js';

/** What the form of a joint activity holds. `tie` is an axis ('E3') or an activity of the strategy ('E3.A2'). */
export interface ActivityValues extends Record<string, unknown> {
  title: string;
  titleEn: string;
  kind: string | null;
  status: string;
  summary: string;
  startsOn: string | null;
  endsOn: string | null;
  tie: string | null;
  countries: string[];
  themes: string[];
  participations: { organisationId: string; label: string; role: string }[];
  parent: PickOption[];
  agreement: PickOption[];
  visibility: string;
  country: string | null;
}

export const emptyActivity = (country: string | null): ActivityValues => ({
  title: '', titleEn: '', kind: null, status: 'planned', summary: '', startsOn: null, endsOn: null, tie: null, countries: country ? [country] : [],
  themes: [], participations: [], parent: [], agreement: [], visibility: 'coalition', country,
});

/** The input that says these fields; what is left out stays as it is. */
export function inputOf(values: Partial<ActivityValues>): ActivityInput {
  const { tie, parent, agreement, participations, titleEn, kind, ...rest } = values;
  return {
    ...rest,
    ...(kind ? { kind } : {}),
    ...(titleEn === undefined ? {} : { titleEn: titleEn.trim() || null }),
    ...(tie === undefined ? {} : { strategyActivity: tie?.includes('.') ? tie : null, axis: tie && !tie.includes('.') ? tie : null }),
    ...(parent === undefined ? {} : { parentId: parent[0]?.id ?? null }),
    ...(agreement === undefined ? {} : { agreementId: agreement[0]?.id ?? null }),
    ...(participations === undefined ? {} : { participations: participations.map(({ organisationId, role }) => ({ organisationId, role })) }),
  };
}

const PLACES: Readonly<Record<string, string>> = { strategyActivity: 'tie', axis: 'tie', parentId: 'parent', agreementId: 'agreement' };

/** Where the form has what a problem's path names. */
export const placeOf = (path: string): string => PLACES[path] ?? path;
