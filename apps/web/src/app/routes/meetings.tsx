import { createRoute } from '@tanstack/react-router';
import { MeetingPage } from '../../features/meetings/meeting-page.js';
import { MeetingsPage, type MeetingsSearch } from '../../features/meetings/meetings-page.js';
import { textOf, textsOf } from '../search-params.js';
import { appRoute } from './root.js';

const meetingsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/reuniones',
  validateSearch: (search: Record<string, unknown>): MeetingsSearch => ({ text: textOf(search['text']), kind: textsOf(search['kind']) }),
  component: function MeetingsRoute() {
    const navigate = meetingsRoute.useNavigate();
    return <MeetingsPage search={meetingsRoute.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
  },
});

const meetingRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/reuniones/$id',
  component: function MeetingRoute() {
    return <MeetingPage id={meetingRoute.useParams().id} />;
  },
});

export const meetingsRoutes = [meetingsRoute, meetingRoute] as const;
