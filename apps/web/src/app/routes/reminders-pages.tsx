import { getRouteApi } from '@tanstack/react-router';
import { MailboxPage } from '../../features/mailbox/mailbox-page.js';
import { NotificationsPage } from '../../features/reminders/notifications-page.js';
import { NotFound } from '../fallbacks.js';
import { useMay } from '../session.js';

const notificationsRoute = getRouteApi('/app/avisos');
const mailboxRoute = getRouteApi('/app/correo');

export function Notifications() {
  const navigate = notificationsRoute.useNavigate();
  return <NotificationsPage search={notificationsRoute.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
}

export function Mailbox() {
  const navigate = mailboxRoute.useNavigate();
  const search = mailboxRoute.useSearch();
  return useMay('mail.read') ? <MailboxPage search={search} onSearch={(next) => void navigate({ search: next, replace: next.mail === search.mail })} /> : <NotFound />;
}
