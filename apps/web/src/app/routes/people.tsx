import { createRoute } from '@tanstack/react-router';
import { AmendPersonPage } from '../../features/people/amend-person-page.js';
import { PeoplePage } from '../../features/people/people-page.js';
import { PersonPage } from '../../features/people/person-page.js';
import { RegisterPersonPage } from '../../features/people/register-person-page.js';
import { OnlyToRegister } from '../not-allowed.js';
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

const newPersonRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/personas/nueva',
  validateSearch: (search: Record<string, unknown>): { at?: string } => ({ at: textOf(search['at']) }),
  component: function NewPersonRoute() {
    const { at } = newPersonRoute.useSearch();
    return <OnlyToRegister ability="person.register" list="/personas"><RegisterPersonPage at={at} /></OnlyToRegister>;
  },
});

const personRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/personas/$id',
  component: function PersonRoute() {
    const { id } = personRoute.useParams();
    return <PersonPage key={id} id={id} />;
  },
});

const amendPersonRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/personas/$id/editar',
  component: function AmendPersonRoute() {
    const { id } = amendPersonRoute.useParams();
    return <AmendPersonPage key={id} id={id} />;
  },
});

export const peopleRoutes = [peopleRoute, newPersonRoute, personRoute, amendPersonRoute] as const;
