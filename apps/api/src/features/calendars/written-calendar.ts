import { ICalCalendar, ICalCalendarMethod, ICalEventStatus, type ICalEventData } from 'ical-generator';
import { localTimeAt } from '@tejido/domain/zoned-time.js';

/** A meeting as calendars know it. */
export interface WrittenMeeting {
  id: string;
  title: string;
  startsAt: string;
  endsAt: string | null;
  allDay: boolean;
  timeZone: string;
  place: string;
  notes: string;
  sequence: number;
  cancelled: boolean;
  /** Of the foreign event that it came from: its identifier stays. */
  uid: string | null;
  /** Original time of the foreign instance; '' or null for none. */
  recurrence: string | null;
  agenda: { title: string; minutes: number | null }[];
}

/** Whom an invitation is from and for; a subscribed calendar names nobody. */
export interface Correspondents { organiser: { name: string; email: string }; guests: readonly { name: string; email: string }[] }

/** The identifier that a meeting has in every calendar, for ever. The days of a foreign all-day series are meetings of their own. */
export const uidOf = ({ id, uid, recurrence }: Pick<WrittenMeeting, 'id' | 'uid' | 'recurrence'>): string => (uid && recurrence?.length !== 10 ? uid : `${id}@tejido`);

/**
 * One meeting to accept or to strike out (RFC 5546): METHOD is REQUEST, or CANCEL once it was cancelled. Times are in UTC.
 * @param origin where people reach the register.
 */
export function writtenInvitation(meeting: WrittenMeeting, { organiser, guests }: Correspondents, origin: string): string {
  const calendar = newCalendar(meeting.title);
  calendar.method(meeting.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST);
  const event = calendar.createEvent(eventOf(meeting, origin));
  event.organizer({ name: quoteless(organiser.name), email: organiser.email });
  for (const { name, email } of guests) event.createAttendee({ name: quoteless(name), email, rsvp: !meeting.cancelled });
  return calendar.toString();
}

/** Many meetings to look at. @param name as the subscriber's program shows the calendar. */
export function writtenCalendar(name: string, meetings: readonly WrittenMeeting[], origin: string): string {
  const calendar = newCalendar(name);
  calendar.method(ICalCalendarMethod.PUBLISH);
  calendar.ttl(60 * 60);
  for (const meeting of meetings) calendar.createEvent(eventOf(meeting, origin));
  return calendar.toString();
}

/** A parameter's value has no way to hold a quotation mark that all programs read. */
const quoteless = (name: string): string => name.replaceAll('"', '’');

const newCalendar = (name: string) => new ICalCalendar({ name, prodId: { company: 'Tejido', product: 'Tejido', language: 'ES' } });

function eventOf(meeting: WrittenMeeting, origin: string): ICalEventData {
  const { title, startsAt, endsAt, allDay, timeZone, place, sequence, cancelled, recurrence } = meeting;
  const at = (instant: string) => (allDay ? localTimeAt(new Date(instant), timeZone).slice(0, 10) : new Date(instant));
  return {
    id: uidOf(meeting), summary: title, start: at(startsAt), ...(endsAt ? { end: at(endsAt) } : {}), allDay, sequence, location: place || null, description: descriptionOf(meeting),
    url: `${origin}/reuniones/${meeting.id}`, status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(recurrence && recurrence.length > 10 ? { recurrenceId: new Date(recurrence) } : {}),
  };
}

/** Notes, then the agenda with its time boxes. */
function descriptionOf({ notes, agenda }: WrittenMeeting): string | null {
  const points = agenda.map(({ title, minutes }, at) => `${at + 1}. ${title}${minutes === null ? '' : ` (${minutes} min)`}`);
  return [notes, points.join('\n')].filter(Boolean).join('\n\n') || null;
}
