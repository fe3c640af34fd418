import type { AttendeeInput, MeetingInput } from '../../gql/graphql.js';
import { nthOf, writeRecurrence } from '@tejido/domain/recurrence.js';
import { instantAt, localTimeAt } from '@tejido/domain/zoned-time.js';
import { VISIBILITIES, type Visibility } from '@tejido/domain/policy.js';
import type { OrganisationOption } from '../../app/pickers/find-organisations.js';
import type { PickOption } from '../../ui/pick-or-create.js';
import { zoneOfPlace } from './place-zone.js';
import { understandEnd, understandTime, writeTime } from './understand-time.js';

/** Somebody who was there. Not registered yet: the id begins with "new:". `at`: the organisation that a person was there for. */
export interface Guest extends OrganisationOption { at?: OrganisationOption; post?: string; email?: string; presence?: string }

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
  /** IANA name; null: that of the place. */
  timeZone: string | null;
  notes: string;
  themes: string[];
  strategyActivity: string | null;
  agreement: PickOption[];
  visibility: string;
  country: string | null;
}

/** How a meeting that is planned repeats; '': it does not. */
export type Repeats = '' | 'week' | 'fortnight' | 'month' | 'weekday' | 'year';

/** The rule as RFC 5545 writes it, at the clocks of the meeting's place. @param count how many meetings */
export function repeatRule(repeats: Repeats, count: number, start: Date, zone: string): string | null {
  if (repeats === '') return null;
  const first = localTimeAt(start, zone);
  const every = repeats === 'year' ? 'year' as const : repeats === 'month' || repeats === 'weekday' ? 'month' as const : 'week' as const;
  return writeRecurrence({ every, interval: repeats === 'fortnight' ? 2 : 1, weekdays: [], nth: repeats === 'weekday' ? nthOf(first.slice(0, 10)) : null, count, until: null }, first);
}

/** `to`: whom we owe it, where several partners are there; absent: the first. */
export interface Promised { text: string; owner: string; dueOn: string | null; to?: string }

/** Who owes when no guest is named: we do. */
export const US = 'us';

export const emptyMeeting = (country: string | null): MeetingValues => ({
  kind: 'bilateral', title: '', when: '', until: '', organisations: [], people: [], agreed: '', mode: 'in_person', place: '', placeCountry: null, timeZone: null, notes: '',
  themes: [], strategyActivity: null, agreement: [], visibility: 'coalition', country,
});

/** Typed or pasted: "Luis Mejía", "Luis Mejía <luis@x.org>" or the address alone, whose first part is then the name until somebody says better. */
export function newOption(typed: string): Guest {
  const [, said = '', email] = /^(.*?)[\s<(]*([^\s<>()]+@[^\s<>()]+\.[^\s<>()]+)[>)]?$/.exec(typed.trim()) ?? [];
  if (!email) return { id: `new:${typed}`, label: typed, fresh: true };
  const name = said.replace(/^["']|["']$/g, '').trim() || email.split('@')[0]!.split(/[._-]+/).filter(Boolean).map((part) => part[0]!.toUpperCase() + part.slice(1)).join(' ');
  return { id: `new:${name}`, label: name, email: email.toLowerCase(), fresh: true };
}
export const isNew = ({ id }: PickOption): boolean => id.startsWith('new:');

/** The short name of an organisation as it is chosen: "OIM · Organización …" → "OIM". */
export const shortName = ({ label }: PickOption): string => label.split(' · ')[0] ?? label;

/** The zone in which a meeting's times are typed and shown: its own, that of its place, and else the reader's. */
export const zoneOf = ({ timeZone, placeCountry, place }: Pick<MeetingValues, 'timeZone' | 'placeCountry' | 'place'>): string =>
  timeZone ?? zoneOfPlace(placeCountry, place) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;

/** When the times that were typed are; null where they are not understood. */
export function timesOf(values: Pick<MeetingValues, 'when' | 'until' | 'timeZone' | 'placeCountry' | 'place'>, now = new Date()): { start: Date | null; end: Date | null } {
  const zone = zoneOf(values);
  // Understood as the clock on the wall there shows it, then put into that zone.
  const start = understandTime(values.when, wallClock(now, zone));
  const end = start && values.until.trim() ? understandEnd(values.until, start) : null;
  return { start: start && inZone(start, zone), end: end && inZone(end, zone) };
}

const wallClock = (instant: Date, zone: string): Date => new Date(localTimeAt(instant, zone));

function inZone(shown: Date, zone: string): Date {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${String(shown.getFullYear()).padStart(4, '0')}-${two(shown.getMonth() + 1)}-${two(shown.getDate())}`;
  return instantAt(`${day}T${two(shown.getHours())}:${two(shown.getMinutes())}:00`, zone);
}

/** An instant as it is typed, on the clocks of a zone. */
export const typedTime = (instant: string, zone: string): string => writeTime(wallClock(new Date(instant), zone));

/** Organisations first, then people: the order that `placeOf` and commitments rely on. */
export function attendeesOf({ organisations, people }: Pick<MeetingValues, 'organisations' | 'people'>): AttendeeInput[] {
  const organisation = (option: PickOption | undefined) => (!option ? {} : isNew(option) ? { organisationName: option.label } : { organisationId: option.id });
  return [
    ...organisations.map((each) => ({ ...organisation(each), presence: each.presence ?? 'present' })),
    ...people.map((each) => ({
      ...(isNew(each) ? { personName: each.label, personPost: each.post?.trim() || null, personEmail: each.email ?? null } : { personId: each.id }),
      ...organisation(each.at), presence: each.presence ?? 'present',
    })),
  ];
}

/** The organisations from outside, in order: to whom what we promise can be promised. */
export const partnersOf = (organisations: readonly Guest[]): Guest[] => organisations.filter(({ standing }) => (standing ?? 'external') === 'external');

/** To whom we promise it: who was chosen, else the first; only asked where there are several. */
export function creditorOf({ to }: Promised, organisations: readonly Guest[]): Guest | null {
  const partners = partnersOf(organisations);
  return partners.length > 1 ? partners.find(({ id }) => id === to) ?? partners[0]! : null;
}

/**
 * The first organisation that may stand in a title: whoever reads the meeting reads it too. What nobody knows the visibility
 * of is not named; what is registered with the meeting will be the coalition's.
 */
export function nameableIn(meeting: Pick<MeetingValues, 'visibility' | 'country'>, organisations: readonly Guest[], ownCountry: string | null): Guest | undefined {
  const openness = (visibility: string) => VISIBILITIES.indexOf(visibility as Visibility);
  return organisations.find((each) => {
    const { visibility, country = null } = isNew(each) ? { visibility: 'coalition', country: ownCountry } : each;
    if (!visibility || openness(visibility) < 0 || openness(visibility) > openness(meeting.visibility)) return false;
    return visibility !== 'country' || meeting.visibility !== 'country' || (country !== null && country === meeting.country);
  });
}

export function commitmentsOf(promises: readonly Promised[], organisations: readonly Guest[]) {
  return promises.map((promise) => {
    const { text, owner, dueOn } = promise;
    const at = organisations.findIndex(({ id }) => id === owner);
    const creditor = at < 0 ? creditorOf(promise, organisations) : null;
    if (creditor) return { text, dueOn, ...(isNew(creditor) ? { beneficiaryAttendee: organisations.indexOf(creditor) } : { beneficiaryOrganisationId: creditor.id }) };
    if (at < 0) return { text, dueOn };
    return isNew(organisations[at]!) ? { text, dueOn, ownerAttendee: at } : { text, dueOn, ownerOrganisationId: owner };
  });
}

/** The input that says these fields of the form; what is left out stays as it is. */
export function inputOf(changes: Partial<MeetingValues>, all: MeetingValues): MeetingInput {
  const { when, until, organisations, people, agreement, timeZone, ...rest } = changes;
  const { start, end } = timesOf(all);
  // Another place is another clock: "10:00" is another instant there.
  const timed = [when, until, timeZone, rest.placeCountry, rest.place].some((change) => change !== undefined);
  return {
    ...rest,
    ...(timed && start ? { startsAt: start.toISOString(), endsAt: end?.toISOString() ?? null, timeZone: zoneOf(all) } : {}),
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
  if (owner) return `${owner[1]}.owner`;
  const creditor = /^(commitments\.\d+)\.beneficiary\w+$/.exec(path);
  return creditor ? `${creditor[1]}.to` : (PLACES[path] ?? path);
}
