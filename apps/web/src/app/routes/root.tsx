import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router';
import { Crashed, NotFound } from '../fallbacks.js';
import { SignedInOnly } from '../signed-in-only.js';

/** Above every page. */
export const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: Crashed });

/** Above every page for signed-in viewers: the frame, or the sign-in page in its place. Feature routes hang here. */
export const appRoute = createRoute({ getParentRoute: () => rootRoute, id: 'app', component: SignedInOnly, notFoundComponent: NotFound });

/** An address that is no page: said inside the frame, so that the reader can go on. */
export const unknownRoute = createRoute({ getParentRoute: () => appRoute, path: '$', component: NotFound });
