import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { MailboxSearch } from '../../features/mailbox/mailbox-page.js';
import type { NotificationsSearch } from '../../features/reminders/notifications-page.js';
import { textOf, textsOf, uuidOf } from '../search-params.js';
import { appRoute } from './root.js';

export const notificationsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/avisos',
  validateSearch: (search: Record<string, unknown>): NotificationsSearch => ({ all: search['all'] === true ? true : undefined, kind: textsOf(search['kind']) }),
  component: lazyRouteComponent(() => import('./reminders-pages.js'), 'Notifications'),
});

export const mailboxRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/correo',
  validateSearch: (search: Record<string, unknown>): MailboxSearch => ({ text: textOf(search['text']), state: textsOf(search['state']), mail: uuidOf(search['mail']) }),
  component: lazyRouteComponent(() => import('./reminders-pages.js'), 'Mailbox'),
});

// The name that mail programs for development give this page.
const mailboxByItsOtherName = createRoute({ getParentRoute: () => appRoute, path: '/mailbox', beforeLoad: () => { throw redirect({ to: '/correo' }); } });

export const remindersRoutes = [notificationsRoute, mailboxRoute, mailboxByItsOtherName] as const;
