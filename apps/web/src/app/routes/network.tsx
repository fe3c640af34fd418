import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { isDay } from '@tejido/domain/day.js';
import { NETWORK_FACETS, type NetworkSearch } from '../../features/network/search.js';
import { textOf, textsOf } from '../search-params.js';
import { appRoute } from './root.js';

const dayOf = (value: unknown) => (typeof value === 'string' && isDay(value) ? value : undefined);

const networkRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/red',
  validateSearch: (search: Record<string, unknown>): NetworkSearch => ({
    ...Object.fromEntries(NETWORK_FACETS.map((facet) => [facet, textsOf(search[facet])])),
    day: dayOf(search['day']),
    coalition: search['coalition'] === true ? true : undefined,
    view: search['view'] === 'table' ? 'table' : undefined,
    at: textOf(search['at']),
    to: textOf(search['to']),
  }),
  component: lazyRouteComponent(() => import('./network-route.js'), 'NetworkRoute'),
});

export const networkRoutes = [networkRoute] as const;
