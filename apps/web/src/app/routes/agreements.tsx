import { createRoute } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { AgreementsPage } from '../../features/agreements/agreements-page.js';
import { agreementsSearchOf } from '../../features/agreements/agreements-search.js';
import type { RegisterAgreementSearch } from '../../features/agreements/register-agreement-page.js';
import { DocumentLink } from '../../features/evidence/document-link.js';
import { EvidenceSection } from '../../features/evidence/evidence-section.js';
import { LoadingState } from '../../ui/states.js';
import { OnlyToRegister } from '../not-allowed.js';
import { textOf } from '../search-params.js';
import { appRoute } from './root.js';

const AgreementPage = lazy(() => import('../../features/agreements/agreement-page.js').then((file) => ({ default: file.AgreementPage })));
const EditAgreementPage = lazy(() => import('../../features/agreements/edit-agreement-page.js').then((file) => ({ default: file.EditAgreementPage })));
const RegisterAgreementPage = lazy(() => import('../../features/agreements/register-agreement-page.js').then((file) => ({ default: file.RegisterAgreementPage })));
const CommitmentDialog = lazy(() => import('../../features/commitments/commitment-dialog.js').then((file) => ({ default: file.CommitmentDialog })));

const Opened = ({ children }: { children: ReactNode }) => <Suspense fallback={<LoadingState heading />}>{children}</Suspense>;

const agreementsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/acuerdos',
  validateSearch: agreementsSearchOf,
  component: function AgreementsRoute() {
    const navigate = agreementsRoute.useNavigate();
    return <AgreementsPage search={agreementsRoute.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
  },
});

const newAgreementRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/acuerdos/nuevo',
  validateSearch: (search: Record<string, unknown>): RegisterAgreementSearch => ({ with: textOf(search['with']), renews: textOf(search['renews']), partOf: textOf(search['partOf']) }),
  component: function NewAgreementRoute() {
    const search = newAgreementRoute.useSearch();
    return (
      <OnlyToRegister ability="agreement.register" list="/acuerdos">
        <Opened><RegisterAgreementPage key={JSON.stringify(search)} search={search} /></Opened>
      </OnlyToRegister>
    );
  },
});

const agreementRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/acuerdos/$id',
  component: function AgreementRoute() {
    const { id } = agreementRoute.useParams();
    return (
      <Opened><AgreementPage key={id} id={id} documentLink={(document) => <DocumentLink document={document} />} evidence={(proven, mayAdd) => <EvidenceSection proven={{ kind: 'agreement', id: proven }} mayAdd={mayAdd} />}
        commitmentForm={(agreement, onClose) => <Suspense><CommitmentDialog agreement={agreement} onClose={onClose} /></Suspense>} /></Opened>
    );
  },
});

const editAgreementRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/acuerdos/$id/editar',
  component: function EditAgreementRoute() {
    const { id } = editAgreementRoute.useParams();
    return <Opened><EditAgreementPage key={id} id={id} /></Opened>;
  },
});

export const agreementsRoutes = [agreementsRoute, newAgreementRoute, agreementRoute, editAgreementRoute] as const;
