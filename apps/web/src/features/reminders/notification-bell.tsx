import { ActionIcon, Indicator } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconBell } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { request } from '../../app/graphql.js';
import { apiKey } from '../../app/use-api.js';
import { isSomebodyHere } from './somebody-here.js';
import { UnreadNotifications } from './operations.js';

const LOOK_EVERY = 90_000; // milliseconds

/** How many notifications are unread, in the bar of every page. It looks again only while somebody is at the page: looking would keep a session alive. */
export function NotificationBell() {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: apiKey(UnreadNotifications, {}),
    queryFn: ({ signal }) => request(UnreadNotifications, {}, { signal, whenSignedOut: 'throw' }),
    refetchInterval: () => (isSomebodyHere() ? LOOK_EVERY : false),
    retry: false,
  });
  const unread = data?.notifications.total ?? 0;
  const label = t('reminders.bell', { count: unread });
  return (
    <Indicator disabled={unread === 0} label={unread > 99 ? '99+' : unread} size={17} offset={5} color="red.8" styles={{ indicator: { fontSize: 11, fontWeight: 600, padding: '0 4px', pointerEvents: 'none' } }}>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} title={label} renderRoot={(props) => <Link {...props} to="/avisos" activeProps={{ 'aria-current': 'page' }} />}>
        <IconBell size={20} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Indicator>
  );
}
