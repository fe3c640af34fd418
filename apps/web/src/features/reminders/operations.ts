import { graphql } from '../../gql/gql.js';
import type { NotificationsQuery } from '../../gql/graphql.js';

export const UnreadNotifications = graphql(`
  query UnreadNotifications { notifications(filter: { unread: true }, first: 1) { total } }
`);

export const Notifications = graphql(`
  query Notifications($filter: NotificationFilter, $after: String) {
    notifications(filter: $filter, after: $after) {
      total hasMore endCursor facets { name values { value count } }
      nodes { id kind threshold dueOn readAt subjectTable subjectId label labelEn }
    }
  }
`);

export type Notification = NotificationsQuery['notifications']['nodes'][number];

export const MarkNotification = graphql(`
  mutation MarkNotification($id: ID!, $read: Boolean!) { markNotification(id: $id, read: $read) }
`);

export const MarkAllNotifications = graphql(`
  mutation MarkAllNotifications { markAllNotifications }
`);

export const ReminderPreference = graphql(`
  query ReminderPreference { reminderPreference { digest mailWay } }
`);

export const ChooseDigest = graphql(`
  mutation ChooseDigest($digest: String!) { chooseDigest(digest: $digest) }
`);
