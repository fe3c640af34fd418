import { createRoute } from '@tanstack/react-router';
import { isDay } from '@tejido/domain/day.js';
import { lazy, Suspense } from 'react';
import type { IndicatorsSearch } from '../../features/indicators/operations.js';
import { LoadingState } from '../../ui/states.js';
import { textOf } from '../search-params.js';
import { appRoute } from './root.js';

const IndicatorsPage = lazy(() => import('../../features/indicators/indicators-page.js').then((file) => ({ default: file.IndicatorsPage })));

const day = (value: unknown) => (typeof value === 'string' && isDay(value) ? value : undefined);

const indicatorsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/indicadores',
  validateSearch: (search: Record<string, unknown>): IndicatorsSearch => ({
    code: textOf(search['code']), on: day(search['on']), from: day(search['from']), to: day(search['to']), known: day(search['known']),
    by: textOf(search['by']), why: search['why'] === true ? true : undefined,
  }),
  component: function IndicatorsRoute() {
    const navigate = indicatorsRoute.useNavigate();
    return (
      <Suspense fallback={<LoadingState heading />}>
        <IndicatorsPage search={indicatorsRoute.useSearch()} onSearch={(search) => void navigate({ search, replace: true, resetScroll: false })} />
      </Suspense>
    );
  },
});

export const indicatorsRoutes = [indicatorsRoute] as const;
