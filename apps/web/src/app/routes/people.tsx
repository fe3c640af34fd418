import { createRoute } from '@tanstack/react-router';
import { AmendPersonPage } from '../../features/people/amend-person-page.js';
import { ImportContactsPage } from '../../features/people/import-contacts-page.js';
import { PeoplePage } from '../../features/people/people-page.js';
import { PersonFilePage } from '../../features/people/person-file-page.js';
import { PersonPage } from '../../features/people/person-page.js';
import { RegisterPersonPage } from '../../features/people/register-person-page.js';
import { OnlyToRegister } from '../not-allowed.js';
import { textOf } from '../search-params.js';
import { appRoute } from './root.js';

const peopleRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/personas',
  validateSearch: (search: Record<string, unknown>): { text?: string; trash?: true } => ({ text: textOf(search['text']), trash: search['trash'] === true || undefined }),
  component: function PeopleRoute() {
    const navigate = peopleRoute.useNavigate();
    const { text, trash } = peopleRoute.useSearch();
    return <PeoplePage key={String(trash)} text={text} trash={trash} onSearch={(search) => void navigate({ search, replace: true })} />;
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

const importContactsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/personas/importar',
  component: () => <OnlyToRegister ability="person.register" list="/personas"><ImportContactsPage /></OnlyToRegister>,
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

const personFileRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/personas/$id/datos',
  component: function PersonFileRoute() {
    const { id } = personFileRoute.useParams();
    return <OnlyToRegister ability="person.export" list="/personas"><PersonFilePage key={id} id={id} /></OnlyToRegister>;
  },
});

export const peopleRoutes = [peopleRoute, newPersonRoute, importContactsRoute, personRoute, amendPersonRoute, personFileRoute] as const;
