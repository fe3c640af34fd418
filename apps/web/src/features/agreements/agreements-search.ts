import { textOf, textsOf } from '../../app/search-params.js';
import type { AgreementFilter, AgreementSort } from '../../gql/graphql.js';

export const AGREEMENT_VIEWS = ['list', 'board', 'calendar', 'timeline', 'expiring'] as const;
export type AgreementsView = (typeof AGREEMENT_VIEWS)[number];

export const AGREEMENT_FACETS = ['status', 'evidence', 'expiring', 'kind', 'audience', 'country', 'theme'] as const;
export type FacetName = (typeof AGREEMENT_FACETS)[number];

export const AGREEMENT_SORTS = ['RECENT', 'TITLE', 'EXPIRING', 'STARTING'] as const satisfies readonly AgreementSort[];

/** Days ahead that the view of what expires looks. */
export const WINDOWS = [90, 60, 30, 15] as const;
export type Window = (typeof WINDOWS)[number];

/** What is chosen of the agreements, in the address. `month` is 'YYYY-MM'. */
export type AgreementsSearch = {
  view?: Exclude<AgreementsView, 'list'>; text?: string; sort?: AgreementSort; trash?: true; within?: Window; month?: string;
} & { [Name in FacetName]?: string[] };

/** Reads the address: what it does not know is left out. */
export function agreementsSearchOf(search: Record<string, unknown>): AgreementsSearch {
  const view = AGREEMENT_VIEWS.find((each) => each === search['view']);
  const month = textOf(search['month']);
  return {
    view: view === 'list' ? undefined : view, text: textOf(search['text']), sort: AGREEMENT_SORTS.find((sort) => sort === search['sort']),
    trash: search['trash'] === true || undefined, within: WINDOWS.find((days) => days === Number(search['within'])),
    month: month && /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(month) ? month : undefined,
    ...Object.fromEntries(AGREEMENT_FACETS.map((facet) => [facet, textsOf(search[facet])])),
  };
}

/** The same filters whatever the view. The trash is a list of its own; what expires has its own windows. */
export function filterOf(search: AgreementsSearch): AgreementFilter {
  const { text, trash, view } = search;
  const facets = Object.fromEntries(AGREEMENT_FACETS.filter((facet) => !(view === 'expiring' && facet === 'expiring')).map((facet) => [facet, search[facet]]));
  return { text: text ?? null, ...facets, archived: trash ?? null };
}
