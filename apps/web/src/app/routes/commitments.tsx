import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { CommitmentsPage, type CommitmentsSearch } from '../../features/commitments/commitments-page.js';
import { textOf, textsOf } from '../search-params.js';
import { appRoute } from './root.js';

const commitmentsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/compromisos',
  validateSearch: (search: Record<string, unknown>): CommitmentsSearch => ({
    text: textOf(search['text']), status: textsOf(search['status']), direction: textsOf(search['direction']), mine: search['mine'] === true || undefined,
    toVerify: search['toVerify'] === true || undefined, country: textOf(search['country']),
  }),
  component: function CommitmentsRoute() {
    const navigate = commitmentsRoute.useNavigate();
    return <CommitmentsPage search={commitmentsRoute.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
  },
});

const Commitment = lazyRouteComponent(() => import('../../features/commitments/commitment-page.js'), 'CommitmentPage');

const commitmentRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/compromisos/$id',
  component: function CommitmentRoute() {
    const { id } = commitmentRoute.useParams();
    return <Commitment key={id} id={id} />;
  },
});

export const commitmentsRoutes = [commitmentsRoute, commitmentRoute] as const;
