import { createRoute, useNavigate } from '@tanstack/react-router';
import { SetUpLinkPage } from '../../features/session/set-password-page.js';
import { rootRoute } from './root.js';

const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/configurar/$token',
  component: function SetUp() {
    const navigate = useNavigate();
    const home = () => void navigate({ to: '/', replace: true });
    return <SetUpLinkPage token={setUpRoute.useParams().token} onDone={home} onSignIn={home} />;
  },
});

export const sessionRoutes = [setUpRoute] as const;
