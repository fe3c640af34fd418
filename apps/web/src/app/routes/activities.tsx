import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ACTIVITY_FACETS, ACTIVITY_SORTS, ActivitiesPage, type ActivitiesSearch } from '../../features/activities/activities-page.js';
import { ActivityPage } from '../../features/activities/activity-page.js';
import { EvidenceSection } from '../../features/evidence/evidence-section.js';
import type { ActivitySort } from '../../gql/graphql.js';
import { OnlyToRegister } from '../not-allowed.js';
import { textOf, textsOf, uuidOf } from '../search-params.js';
import { appRoute } from './root.js';

const activitiesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/actividades',
  validateSearch: (search: Record<string, unknown>): ActivitiesSearch => ({
    text: textOf(search['text']),
    organisation: uuidOf(search['organisation']),
    sort: (Object.keys(ACTIVITY_SORTS) as ActivitySort[]).find((each) => each === search['sort']),
    trash: search['trash'] === true || undefined,
    ...Object.fromEntries(ACTIVITY_FACETS.map((facet) => [facet, textsOf(search[facet])])),
    year: textsOf(search['year'])?.filter((year) => /^\d{4}$/.test(year)),
  }),
  component: function ActivitiesRoute() {
    const navigate = activitiesRoute.useNavigate();
    return <ActivitiesPage search={activitiesRoute.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
  },
});

const RegisterActivity = lazyRouteComponent(() => import('../../features/activities/register-activity-page.js'), 'RegisterActivityPage');
const AmendActivity = lazyRouteComponent(() => import('../../features/activities/amend-activity-page.js'), 'AmendActivityPage');

const newActivityRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/actividades/nueva',
  validateSearch: (search: Record<string, unknown>): { parte?: string } => ({ parte: uuidOf(search['parte']) }),
  component: function NewActivityRoute() {
    const { parte } = newActivityRoute.useSearch();
    return <OnlyToRegister ability="activity.register" list="/actividades"><RegisterActivity key={parte} partOf={parte} /></OnlyToRegister>;
  },
});

const activityRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/actividades/$id',
  component: function ActivityRoute() {
    const { id } = activityRoute.useParams();
    return <ActivityPage key={id} id={id} evidence={(proven, mayAdd) => <EvidenceSection proven={{ kind: 'activity', id: proven }} mayAdd={mayAdd} />} />;
  },
});

const amendActivityRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/actividades/$id/editar',
  component: function AmendActivityRoute() {
    const { id } = amendActivityRoute.useParams();
    return <AmendActivity key={id} id={id} />;
  },
});

export const activitiesRoutes = [activitiesRoute, newActivityRoute, activityRoute, amendActivityRoute] as const;
