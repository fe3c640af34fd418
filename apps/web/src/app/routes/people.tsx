import { createRoute } from '@tanstack/react-router';
import { PeoplePage } from '../../features/people/people-page.js';
import { textOf } from '../search-params.js';
import { appRoute } from './root.js';

const peopleRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/personas',
  validateSearch: (search: Record<string, unknown>): { text?: string } => ({ text: textOf(search['text']) }),
  component: function PeopleRoute() {
    const navigate = peopleRoute.useNavigate();
    return <PeoplePage text={peopleRoute.useSearch().text} onText={(text) => void navigate({ search: { text }, replace: true })} />;
  },
});

export const peopleRoutes = [peopleRoute] as const;
