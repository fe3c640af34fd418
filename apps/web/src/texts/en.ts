import type { Texts } from './shape.js';
import { common } from './en/common.js';
import { session } from './en/session.js';
import { nav } from './en/nav.js';
import { errors } from './en/errors.js';
import { home } from './en/home.js';
import { organisations } from './en/organisations.js';
import { partnerships } from './en/partnerships.js';
import { people } from './en/people.js';
import { agreements } from './en/agreements.js';
import { agreementViews } from './en/agreement-views.js';
import { evidence } from './en/evidence.js';
import { meetings } from './en/meetings.js';
import { minutes } from './en/minutes.js';
import { calendars } from './en/calendars.js';
import { activities } from './en/activities.js';
import { commitments } from './en/commitments.js';
import { network } from './en/network.js';
import { indicators } from './en/indicators.js';
import { strategy } from './en/strategy.js';
import { search } from './en/search.js';
import { users } from './en/users.js';
import { taxonomies } from './en/taxonomies.js';
import { coalition } from './en/coalition.js';
import { proposals } from './en/proposals.js';
import { dissemination } from './en/dissemination.js';
import { reminders } from './en/reminders.js';
import { mailbox } from './en/mailbox.js';
import { settings } from './en/settings.js';

/** Every text that the page shows in English: the same keys as Spanish, or it does not compile. */
export const en = {
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
} satisfies Texts;
