import { createRoute, useNavigate } from '@tanstack/react-router';
import { SetUpPage } from '../../features/session/set-up-page.js';
import { rootRoute } from './root.js';

const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/configurar/$token',
  component: function SetUp() {
    const navigate = useNavigate();
    return <SetUpPage token={setUpRoute.useParams().token} onDone={() => void navigate({ to: '/', replace: true })} />;
  },
});

export const sessionRoutes = [setUpRoute] as const;
