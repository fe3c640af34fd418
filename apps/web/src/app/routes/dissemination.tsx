import { createRoute } from '@tanstack/react-router';
import { DISSEMINATION_FACETS, DisseminationPage, type DisseminationSearch } from '../../features/dissemination/dissemination-page.js';
import { textOf, textsOf } from '../search-params.js';
import { appRoute } from './root.js';

const disseminationRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/difusion',
  validateSearch: (search: Record<string, unknown>): DisseminationSearch => ({
    text: textOf(search['text']), view: search['view'] === 'plan' ? 'plan' : undefined, planYear: yearOf(search['planYear']), planEntry: textsOf(search['planEntry']),
    ...Object.fromEntries(DISSEMINATION_FACETS.map((facet) => [facet, textsOf(search[facet])])),
  }),
  component: function DisseminationRoute() {
    const navigate = disseminationRoute.useNavigate();
    return <DisseminationPage search={disseminationRoute.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
  },
});

const yearOf = (value: unknown): number | undefined => (typeof value === 'number' && Number.isInteger(value) && value >= 1900 && value <= 2200 ? value : undefined);

export const disseminationRoutes = [disseminationRoute] as const;
