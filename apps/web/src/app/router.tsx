import { createRouter } from '@tanstack/react-router';
import { Crashed, NotFound } from './fallbacks.js';
import { activitiesRoutes } from './routes/activities.js';
import { agreementsRoutes } from './routes/agreements.js';
import { commitmentsRoutes } from './routes/commitments.js';
import { disseminationRoutes } from './routes/dissemination.js';
import { evidenceRoutes } from './routes/evidence.js';
import { homeRoutes } from './routes/home.js';
import { indicatorsRoutes } from './routes/indicators.js';
import { meetingsRoutes } from './routes/meetings.js';
import { networkRoutes } from './routes/network.js';
import { organisationsRoutes } from './routes/organisations.js';
import { peopleRoutes } from './routes/people.js';
import { proposalsRoutes } from './routes/proposals.js';
import { remindersRoutes } from './routes/reminders.js';
import { settingsRoutes } from './routes/settings.js';
import { strategyRoutes } from './routes/strategy.js';
import { appRoute, rootRoute, unknownRoute } from './routes/root.js';
import { sessionRoutes } from './routes/session.js';

const pages = appRoute.addChildren([
  ...homeRoutes,
  ...organisationsRoutes,
  ...peopleRoutes,
  ...agreementsRoutes,
  ...evidenceRoutes,
  ...meetingsRoutes,
  ...activitiesRoutes,
  ...commitmentsRoutes,
  ...proposalsRoutes,
  ...disseminationRoutes,
  ...networkRoutes,
  ...indicatorsRoutes,
  ...strategyRoutes,
  ...remindersRoutes,
  ...settingsRoutes,
  unknownRoute,
]);

export const routeTree = rootRoute.addChildren([...sessionRoutes, pages]);

export const router = createRouter({
  routeTree,
  defaultPreload: false,
  scrollRestoration: true,
  defaultErrorComponent: Crashed,
  defaultNotFoundComponent: NotFound,
});

declare module '@tanstack/react-router' {
  interface Register { router: typeof router }
}
