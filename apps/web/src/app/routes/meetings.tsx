import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { isDay } from '@tejido/domain/day.js';
import { CarriedOver } from '../../features/commitments/carried-over.js';
import { CommitmentState } from '../../features/commitments/commitment-state.js';
import { MeetingPage } from '../../features/meetings/meeting-page.js';
import { MEETING_FACETS, MeetingsPage, MINUTES, SPANS, type MeetingsSearch } from '../../features/meetings/meetings-page.js';
import { textOf, textsOf, uuidOf } from '../search-params.js';
import { appRoute } from './root.js';

const dayOf = (value: unknown): string | undefined => (typeof value === 'string' && isDay(value) ? value : undefined);

function minutesOf(value: unknown): MeetingsSearch['minutes'] {
  const chosen = MINUTES.filter((state) => textsOf(value)?.includes(state));
  return chosen.length > 0 ? chosen : undefined;
}

const meetingsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/reuniones',
  validateSearch: (search: Record<string, unknown>): MeetingsSearch => ({
    text: textOf(search['text']),
    organisation: uuidOf(search['organisation']),
    span: SPANS.find((each) => each === search['span']),
    minutes: minutesOf(search['minutes']),
    trash: search['trash'] === true || undefined,
    from: dayOf(search['from']),
    to: dayOf(search['to']),
    sort: (['RECENT', 'OLDEST'] as const).find((each) => each === search['sort']),
    ...Object.fromEntries(MEETING_FACETS.map((facet) => [facet, textsOf(search[facet])])),
  }),
  component: function MeetingsRoute() {
    const navigate = meetingsRoute.useNavigate();
    return <MeetingsPage search={meetingsRoute.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
  },
});

const meetingRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/reuniones/$id',
  component: function MeetingRoute() {
    const { id } = meetingRoute.useParams();
    return <MeetingPage key={id} id={id} stateOf={(commitment) => <CommitmentState commitment={commitment} />} carriedOver={<CarriedOver meetingId={id} />} />;
  },
});

const AmendMeeting = lazyRouteComponent(() => import('../../features/meetings/amend-meeting-page.js'), 'AmendMeetingPage');

const amendMeetingRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/reuniones/$id/editar',
  component: function AmendMeetingRoute() {
    const { id } = amendMeetingRoute.useParams();
    return <AmendMeeting key={id} id={id} />;
  },
});

const Minutes = lazyRouteComponent(() => import('../../features/minutes/minutes-page.js'), 'MinutesPage');

const minutesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/reuniones/$id/acta',
  component: function MinutesRoute() {
    const { id } = minutesRoute.useParams();
    return <Minutes key={id} id={id} />;
  },
});

export const meetingsRoutes = [minutesRoute, meetingsRoute, meetingRoute, amendMeetingRoute] as const;
