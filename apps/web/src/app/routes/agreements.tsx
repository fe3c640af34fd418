import { createRoute } from '@tanstack/react-router';
import { AgreementPage } from '../../features/agreements/agreement-page.js';
import { AgreementsPage, type AgreementsSearch } from '../../features/agreements/agreements-page.js';
import { RegisterAgreementPage } from '../../features/agreements/register-agreement-page.js';
import { textOf, textsOf } from '../search-params.js';
import { appRoute } from './root.js';

const agreementsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/acuerdos',
  validateSearch: (search: Record<string, unknown>): AgreementsSearch => ({
    text: textOf(search['text']), status: textsOf(search['status']), kind: textsOf(search['kind']), theme: textsOf(search['theme']), audience: textsOf(search['audience']), country: textsOf(search['country']),
  }),
  component: function AgreementsRoute() {
    const navigate = agreementsRoute.useNavigate();
    return <AgreementsPage search={agreementsRoute.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
  },
});

const newAgreementRoute = createRoute({ getParentRoute: () => appRoute, path: '/acuerdos/nuevo', component: RegisterAgreementPage });

const agreementRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/acuerdos/$id',
  component: function AgreementRoute() {
    const { id } = agreementRoute.useParams();
    return <AgreementPage key={id} id={id} />;
  },
});

export const agreementsRoutes = [agreementsRoute, newAgreementRoute, agreementRoute] as const;
