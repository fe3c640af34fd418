import { createRoute } from '@tanstack/react-router';
import { HomePage } from '../../features/home/home-page.js';
import { appRoute } from './root.js';

const homeRoute = createRoute({ getParentRoute: () => appRoute, path: '/', component: HomePage });

export const homeRoutes = [homeRoute] as const;
