import type { CalendarNotice, LeftOutReason } from '@tejido/domain/calendar-preview.js';

/** Limits of reading a foreign calendar; beyond them it is refused with the limit named. */
export interface CalendarLimits { bytes: number; events: number; instances: number; milliseconds: number; heapMegabytes: number }

export const CALENDAR_LIMITS: CalendarLimits = { bytes: 10 * 1024 * 1024, events: 2_000, instances: 400, milliseconds: 15_000, heapMegabytes: 192 };

/** Somebody whom an invitation names. */
export interface CalendarGuest { email: string; name: string; kind: 'person' | 'other' }

/** When something is, as the file says it: a day, or a local time with the name of its zone ('UTC' for Z; null: floating). */
export interface Moment { local: string; zone: string | null; day: boolean }

/** One VEVENT as it stands in the file. */
export interface SourceEvent {
  line: number;
  uid: string;
  title: string;
  start: Moment;
  end: Moment | null;
  /** DURATION in seconds, when there is no end. */
  seconds: number | null;
  rule: string | null;
  extra: Moment[];
  deleted: Moment[];
  recurrence: Moment | null;
  place: string;
  notes: string;
  virtual: boolean;
  status: string | null;
  cancelled: boolean;
  sequence: number;
  /** DTSTAMP, for what is newer of two with the same number; '' when absent. */
  stamp: string;
  attendees: CalendarGuest[];
  organizer: CalendarGuest | null;
}

/** A meeting to be: one event, or one instance of a series. */
export interface CalendarMeeting {
  line: number;
  uid: string;
  /** Which instance of its series, by its original time: an instant, a day, or '' for none. */
  recurrence: string;
  title: string;
  startsAt: string;
  endsAt: string | null;
  allDay: boolean;
  timeZone: string;
  place: string;
  notes: string;
  virtual: boolean;
  cancelled: boolean;
  sequence: number;
  stamp: string;
  guests: CalendarGuest[];
  rule: string | null;
}

export interface LeftOut { line: number; title: string; reason: LeftOutReason; values?: Record<string, string | number> }

export interface Notice { line: number; title: string; notice: CalendarNotice; values?: Record<string, string | number> }

export interface CalendarContent {
  meetings: CalendarMeeting[];
  leftOut: LeftOut[];
  notices: Notice[];
  /** What events hold and meetings have no place for: how often each property or component occurs. */
  notTaken: Record<string, number>;
}

/** Why a file cannot be read at all. */
export class UnreadableCalendar extends Error {
  constructor(readonly reason: 'no_calendar' | 'too_many' | 'too_complex', readonly values: Record<string, string | number> = {}) {
    super(reason);
  }
}
