import { lazy } from 'react';

/** What features put into the frame of every page. Null: the frame does without (no button, no results). */

/** The form that "log a meeting" opens, from any page. */
export const LogMeetingForm = lazy(() => import('../features/meetings/log-meeting-form.js').then((file) => ({ default: file.LogMeetingForm })));

/** What the global search asks, besides the sections themselves. */
export { searchEverything } from './search-everything.js';
