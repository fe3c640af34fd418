import { createRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { AmendOrganisationPage } from '../../features/organisations/amend-organisation-page.js';
import { OrganisationPage } from '../../features/organisations/organisation-page.js';
import { ORGANISATION_FACETS, ORGANISATION_SORTS, OrganisationsPage, type OrganisationsSearch } from '../../features/organisations/organisations-page.js';
import { EndPostButton } from '../../features/people/post-dialogs.js';
import { RegisterOrganisationPage } from '../../features/organisations/register-organisation-page.js';
import { PartnershipBlock } from '../../features/partnerships/partnership-block.js';
import { OnlyToRegister } from '../not-allowed.js';
import { textOf, textsOf } from '../search-params.js';
import { appRoute } from './root.js';

const EgoNetwork = lazy(() => import('../../features/network/ego-network.js').then((file) => ({ default: file.EgoNetwork })));

const organisationsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/organizaciones',
  validateSearch: (search: Record<string, unknown>): OrganisationsSearch => ({
    text: textOf(search['text']), sort: ORGANISATION_SORTS.find((each) => each === search['sort']), trash: search['trash'] === true || undefined, mine: search['mine'] === true || undefined,
    ...Object.fromEntries(ORGANISATION_FACETS.map((facet) => [facet, textsOf(search[facet])])),
  }),
  component: function OrganisationsRoute() {
    const navigate = organisationsRoute.useNavigate();
    return <OrganisationsPage search={organisationsRoute.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
  },
});

const newOrganisationRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/organizaciones/nueva',
  component: () => <OnlyToRegister ability="organisation.register" list="/organizaciones"><RegisterOrganisationPage /></OnlyToRegister>,
});

const organisationRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/organizaciones/$id',
  component: function OrganisationRoute() {
    const { id } = organisationRoute.useParams();
    return <OrganisationPage key={id} id={id} partnership={<PartnershipBlock organisationId={id} />} network={<Suspense fallback={null}><EgoNetwork organisationId={id} /></Suspense>} endPost={(post) => <EndPostButton post={post} />} />;
  },
});

const amendOrganisationRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/organizaciones/$id/editar',
  component: function AmendOrganisationRoute() {
    const { id } = amendOrganisationRoute.useParams();
    return <AmendOrganisationPage key={id} id={id} />;
  },
});

export const organisationsRoutes = [organisationsRoute, newOrganisationRoute, organisationRoute, amendOrganisationRoute] as const;
