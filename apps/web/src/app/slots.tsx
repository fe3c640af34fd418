import type { LogMeetingFormProps } from './log-meeting.js';

/** What features put into the frame of every page. Null: the frame does without (no button, no results). */

/** The form that "log a meeting" opens, from any page: a part of its own, brought once the page is quiet. */
export const loadLogMeetingForm = () => Promise.all([import('../features/meetings/log-meeting-form.js'), import('../features/commitments/pending-hint.js')]).then(
  ([{ LogMeetingForm }, { PendingHint }]) => function LogMeeting(props: LogMeetingFormProps) {
    return <LogMeetingForm {...props} pendingWith={(partners) => <PendingHint partners={partners} />} />;
  });

/** What the global search asks, besides the sections themselves. */
export { searchEverything } from './search-everything.js';

/** Beside the user menu: how many notifications are unread. */
export { NotificationBell } from '../features/reminders/notification-bell.js';
