import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { QUEUE_STATES, type QueueSearch } from '../../features/evidence/queue-search.js';
import { textOf, textsOf, uuidOf } from '../search-params.js';
import { appRoute } from './root.js';

const QueuePage = lazyRouteComponent(() => import('../../features/evidence/queue-page.js'), 'QueuePage');

const queueRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/evidencia',
  validateSearch: (search: Record<string, unknown>): QueueSearch => ({
    state: QUEUE_STATES.find((each) => each === search['state']),
    proves: textsOf(search['proves']), country: textsOf(search['country']), text: textOf(search['text']), mine: search['mine'] === true || undefined, open: uuidOf(search['open']),
  }),
  component: function QueueRoute() {
    const navigate = queueRoute.useNavigate();
    return <QueuePage search={queueRoute.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
  },
});

export const evidenceRoutes = [queueRoute] as const;
