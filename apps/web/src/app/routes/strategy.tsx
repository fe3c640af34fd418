import { createRoute } from '@tanstack/react-router';
import { StrategyPage } from '../../features/strategy/strategy-page.js';
import { appRoute } from './root.js';

const strategyRoute = createRoute({ getParentRoute: () => appRoute, path: '/estrategia', component: StrategyPage });

export const strategyRoutes = [strategyRoute] as const;
