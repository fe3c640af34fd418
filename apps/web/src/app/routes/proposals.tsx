import { createRoute } from '@tanstack/react-router';
import { ProposalPage } from '../../features/proposals/proposal-page.js';
import { AmendProposalPage, RegisterProposalPage } from '../../features/proposals/proposal-forms.js';
import { PROPOSAL_FACETS, PROPOSAL_VIEWS, ProposalsPage, type ProposalsSearch } from '../../features/proposals/proposals-page.js';
import type { ProposalSort } from '../../gql/graphql.js';
import { OnlyToRegister } from '../not-allowed.js';
import { textOf, textsOf } from '../search-params.js';
import { appRoute } from './root.js';

const SORTS: readonly ProposalSort[] = ['RECENT', 'DEADLINE', 'TITLE', 'AMOUNT'];

const proposalsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/propuestas',
  validateSearch: (search: Record<string, unknown>): ProposalsSearch => ({
    text: textOf(search['text']), sort: SORTS.find((sort) => sort === search['sort']), view: PROPOSAL_VIEWS.find((view) => view === search['view']),
    ...Object.fromEntries(PROPOSAL_FACETS.map((facet) => [facet, textsOf(search[facet])])),
  }),
  component: function ProposalsRoute() {
    const navigate = proposalsRoute.useNavigate();
    return <ProposalsPage search={proposalsRoute.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
  },
});

const newProposalRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/propuestas/nueva',
  component: () => <OnlyToRegister ability="proposal.register" list="/propuestas"><RegisterProposalPage /></OnlyToRegister>,
});

const proposalRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/propuestas/$id',
  component: function ProposalRoute() {
    const { id } = proposalRoute.useParams();
    return <ProposalPage key={id} id={id} />;
  },
});

const amendProposalRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/propuestas/$id/editar',
  component: function AmendProposalRoute() {
    const { id } = amendProposalRoute.useParams();
    return <AmendProposalPage key={id} id={id} />;
  },
});

export const proposalsRoutes = [proposalsRoute, newProposalRoute, proposalRoute, amendProposalRoute] as const;
