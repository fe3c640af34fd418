/** What features put into the frame of every page. Null: the frame does without (no button, no results). */

/** The form that "log a meeting" opens, from any page: a part of its own, brought once the page is quiet. */
export const loadLogMeetingForm = () => import('../features/meetings/log-meeting-form.js').then((file) => file.LogMeetingForm);

/** What the global search asks, besides the sections themselves. */
export { searchEverything } from './search-everything.js';
