import { createRoute } from '@tanstack/react-router';
import { isDay } from '@tejido/domain/day.js';
import { IndicatorsPage, type IndicatorsSearch } from '../../features/indicators/indicators-page.js';
import { appRoute } from './root.js';

const day = (value: unknown) => (typeof value === 'string' && isDay(value) ? value : undefined);

const indicatorsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/indicadores',
  validateSearch: (search: Record<string, unknown>): IndicatorsSearch => ({ code: typeof search['code'] === 'string' ? search['code'] : undefined, on: day(search['on']), known: day(search['known']) }),
  component: function IndicatorsRoute() {
    const navigate = indicatorsRoute.useNavigate();
    return <IndicatorsPage search={indicatorsRoute.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
  },
});

export const indicatorsRoutes = [indicatorsRoute] as const;
