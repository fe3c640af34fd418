import type { AttendeeInput, MeetingInput } from '../../gql/graphql.js';
import type { PickOption } from '../../ui/pick-or-create.js';
import { understandEnd, understandTime } from './understand-time.js';

/** Somebody who was there. Not registered yet: the id begins with "new:". `at`: the organisation that a person was there for. */
export interface Guest extends PickOption { at?: PickOption; post?: string; presence?: string }

/** What the form of a meeting holds; `when` and `until` as typed. */
export interface MeetingValues extends Record<string, unknown> {
  kind: string;
  title: string;
  when: string;
  until: string;
  organisations: Guest[];
  people: Guest[];
  agreed: string;
  mode: string;
  place: string;
  placeCountry: string | null;
  themes: string[];
  strategyActivity: string | null;
  agreement: PickOption[];
  visibility: string;
  country: string | null;
}

export interface Promised { text: string; owner: string; dueOn: string | null }

/** Who owes when no guest is named: we do. */
export const US = 'us';

export const emptyMeeting = (country: string | null): MeetingValues => ({
  kind: 'bilateral', title: '', when: '', until: '', organisations: [], people: [], agreed: '', mode: 'in_person', place: '', placeCountry: null,
  themes: [], strategyActivity: null, agreement: [], visibility: 'coalition', country,
});

export const newOption = (name: string): Guest => ({ id: `new:${name}`, label: name, fresh: true });
export const isNew = ({ id }: PickOption): boolean => id.startsWith('new:');

/** The short name of an organisation as it is chosen: "OIM · Organización …" → "OIM". */
export const shortName = ({ label }: PickOption): string => label.split(' · ')[0] ?? label;

/** When the times that were typed are; null where they are not understood. */
export function timesOf({ when, until }: Pick<MeetingValues, 'when' | 'until'>, now = new Date()): { start: Date | null; end: Date | null } {
  const start = understandTime(when, now);
  return { start, end: start && until.trim() ? understandEnd(until, start) : null };
}

/** Organisations first, then people: the order that `placeOf` and commitments rely on. */
export function attendeesOf({ organisations, people }: Pick<MeetingValues, 'organisations' | 'people'>): AttendeeInput[] {
  const organisation = (option: PickOption | undefined) => (!option ? {} : isNew(option) ? { organisationName: option.label } : { organisationId: option.id });
  return [
    ...organisations.map((each) => ({ ...organisation(each), presence: each.presence ?? 'present' })),
    ...people.map((each) => ({
      ...(isNew(each) ? { personName: each.label, personPost: each.post?.trim() || null } : { personId: each.id }),
      ...organisation(each.at), presence: each.presence ?? 'present',
    })),
  ];
}

export function commitmentsOf(promises: readonly Promised[], organisations: readonly Guest[]) {
  return promises.map(({ text, owner, dueOn }) => {
    const at = organisations.findIndex(({ id }) => id === owner);
    if (at < 0) return { text, dueOn };
    return isNew(organisations[at]!) ? { text, dueOn, ownerAttendee: at } : { text, dueOn, ownerOrganisationId: owner };
  });
}

/** The input that says these fields of the form; what is left out stays as it is. */
export function inputOf(changes: Partial<MeetingValues>, all: MeetingValues): MeetingInput {
  const { when, until, organisations, people, agreement, ...rest } = changes;
  const { start, end } = timesOf(all);
  const timed = when !== undefined || until !== undefined;
  return {
    ...rest,
    ...(timed && start ? { startsAt: start.toISOString(), endsAt: end?.toISOString() ?? null, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone } : {}),
    ...(organisations === undefined && people === undefined ? {} : { attendees: attendeesOf(all) }),
    ...(agreement === undefined ? {} : { agreementId: agreement[0]?.id ?? null }),
  };
}

const PLACES: Readonly<Record<string, string>> = { startsAt: 'when', endsAt: 'until', timeZone: 'when', agreementId: 'agreement' };

/** Where the form has what a problem's path names. */
export function placeOf(path: string, { organisations }: Pick<MeetingValues, 'organisations'>): string {
  const attendee = /^attendees\.(\d+)/.exec(path);
  if (attendee) return Number(attendee[1]) < organisations.length ? 'organisations' : 'people';
  const owner = /^(commitments\.\d+)\.owner\w+$/.exec(path);
  return owner ? `${owner[1]}.owner` : (PLACES[path] ?? path);
}
