import { createRoute } from '@tanstack/react-router';
import { CommitmentsPage, type CommitmentsSearch } from '../../features/commitments/commitments-page.js';
import { textOf, textsOf } from '../search-params.js';
import { appRoute } from './root.js';

const commitmentsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/compromisos',
  validateSearch: (search: Record<string, unknown>): CommitmentsSearch => ({
    text: textOf(search['text']), status: textsOf(search['status']), direction: textsOf(search['direction']), mine: search['mine'] === true ? true : undefined, country: textOf(search['country']),
  }),
  component: function CommitmentsRoute() {
    const navigate = commitmentsRoute.useNavigate();
    return <CommitmentsPage search={commitmentsRoute.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
  },
});

export const commitmentsRoutes = [commitmentsRoute] as const;
