import { common } from './es/common.js';
import { session } from './es/session.js';
import { nav } from './es/nav.js';
import { errors } from './es/errors.js';
import { home } from './es/home.js';
import { organisations } from './es/organisations.js';
import { partnerships } from './es/partnerships.js';
import { people } from './es/people.js';
import { agreements } from './es/agreements.js';
import { agreementViews } from './es/agreement-views.js';
import { evidence } from './es/evidence.js';
import { meetings } from './es/meetings.js';
import { minutes } from './es/minutes.js';
import { calendars } from './es/calendars.js';
import { activities } from './es/activities.js';
import { commitments } from './es/commitments.js';
import { network } from './es/network.js';
import { indicators } from './es/indicators.js';
import { strategy } from './es/strategy.js';
import { search } from './es/search.js';
import { users } from './es/users.js';
import { taxonomies } from './es/taxonomies.js';
import { coalition } from './es/coalition.js';
import { proposals } from './es/proposals.js';
import { dissemination } from './es/dissemination.js';
import { reminders } from './es/reminders.js';
import { mailbox } from './es/mailbox.js';
import { settings } from './es/settings.js';

/** Every text that the page shows in Spanish, by feature. Spanish gives the shape; English must follow it. */
export const es = {
  common,
  session,
  nav,
  errors,
  home,
  organisations,
  partnerships,
  people,
  agreements,
  agreementViews,
  evidence,
  meetings,
  minutes,
  calendars,
  activities,
  commitments,
  network,
  indicators,
  strategy,
  search,
  users,
  taxonomies,
  coalition,
  proposals,
  dissemination,
  reminders,
  mailbox,
  settings,
};
