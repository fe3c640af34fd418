import { ACTIVITY_STATUSES, type ActivityStatus } from './activity-count.js';
import type { Day } from './day.js';
import { type FieldProblem, problem, under } from './error.js';
import { dayProblems, emailProblems, periodProblems, repeats, textProblems, urlProblems } from './field-problems.js';
import { overlappingTerm } from './presidency.js';
import { fold, nameKey } from './text.js';

export interface OrganisationDraft {
  id: string | null;
  names: readonly { text: string; language: string | null }[];
  acronym: string | null;
  website: string | null;
  emails: readonly string[];
  seatCountry: string | null;
  countries: readonly string[];
  parentId: string | null;
  countsWithId: string | null;
  identifiers: readonly { scheme: string; value: string }[];
}

/** Problems of an organisation by itself; cycles and duplicates need the register (`wouldCycle`, `sameOrganisation`). */
export function organisationProblems(draft: OrganisationDraft, isCountry: (code: string) => boolean): FieldProblem[] {
  return [
    ...namesProblems(draft),
    ...textProblems('acronym', draft.acronym, { max: 40 }),
    ...urlProblems('website', draft.website),
    ...draft.emails.flatMap((email, at) => emailProblems(`emails.${at}`, email)),
    ...countryProblems('seatCountry', draft.seatCountry === null ? [] : [draft.seatCountry], isCountry),
    ...draft.countries.flatMap((code, at) => countryProblems(`countries.${at}`, [code], isCountry)),
    ...(draft.id !== null && draft.parentId === draft.id ? [problem('parentId', 'self_reference')] : []),
    ...(draft.id !== null && draft.countsWithId === draft.id ? [problem('countsWithId', 'self_reference')] : []),
    ...identifiersProblems(draft),
  ];
}

export interface MeetingDraft {
  title: string;
  heldOn: Day;
  status: 'planned' | 'held' | 'cancelled';
  attendees: readonly { organisationId: string; personId: string | null }[];
  commitments: readonly { text: string; dueOn: Day | null; ownerOrganisationId: string | null; ownerUserId: string | null }[];
}

/** Problems of a meeting as it is logged: one held in the future, an attendee twice, a commitment that nobody owes. */
export function meetingProblems(draft: MeetingDraft, today: Day): FieldProblem[] {
  const future = draft.status === 'held' && draft.heldOn > today;
  const attendees = draft.attendees.map(({ organisationId, personId }) => `${organisationId} ${personId ?? ''}`);
  return [
    ...textProblems('title', draft.title, { max: 300, required: true }),
    ...dayProblems('heldOn', draft.heldOn),
    ...(future ? [problem('heldOn', 'day_in_future')] : []),
    ...repeats(attendees).map((at) => problem(`attendees.${at}`, 'duplicate_entry')),
    ...draft.commitments.flatMap((each, at) => under(`commitments.${at}`, commitmentProblems(each, draft.heldOn))),
  ];
}

/** Problems of a commitment: without text or owner, or due before it was made. */
export function commitmentProblems(draft: MeetingDraft['commitments'][number], madeOn: Day): FieldProblem[] {
  const ownerless = draft.ownerOrganisationId === null && draft.ownerUserId === null;
  return [
    ...textProblems('text', draft.text, { max: 2000, required: true }),
    ...periodProblems(['madeOn', madeOn], ['dueOn', draft.dueOn]).filter(({ path }) => path === 'dueOn'),
    ...(ownerless ? [problem('ownerOrganisationId', 'required')] : []),
  ];
}

export interface ActivityDraft {
  id: string | null;
  title: string;
  status: ActivityStatus;
  startsOn: Day | null;
  endsOn: Day | null;
  parentId: string | null;
  countries: readonly string[];
  participations: readonly { organisationId: string; roleId: string }[];
}

/** Problems of a joint activity: dates, done without or before its end, the same organisation twice in one role. */
export function activityProblems(draft: ActivityDraft, today: Day, isCountry: (code: string) => boolean): FieldProblem[] {
  const done = draft.status === 'done';
  const roles = draft.participations.map(({ organisationId, roleId }) => `${organisationId} ${roleId}`);
  return [
    ...textProblems('title', draft.title, { max: 500, required: true }),
    ...(ACTIVITY_STATUSES.includes(draft.status) ? [] : [problem('status', 'not_a_choice')]),
    ...periodProblems(['startsOn', draft.startsOn], ['endsOn', draft.endsOn]),
    ...(done && draft.endsOn === null ? [problem('endsOn', 'required')] : []),
    ...(done && draft.endsOn !== null && draft.endsOn > today ? [problem('endsOn', 'day_in_future')] : []),
    ...(draft.id !== null && draft.parentId === draft.id ? [problem('parentId', 'self_reference')] : []),
    ...draft.countries.flatMap((code, at) => countryProblems(`countries.${at}`, [code], isCountry)),
    ...repeats(roles).map((at) => problem(`participations.${at}`, 'duplicate_entry')),
  ];
}

export interface TermDraft {
  id?: string;
  country: string;
  from: Day;
  to: Day | null;
}

/** Problems of a presidency term: half open, so it must end after the day it begins, and two never overlap. */
export function termProblems(
  draft: TermDraft, others: readonly (TermDraft & { id: string })[], isCountry: (code: string) => boolean,
): FieldProblem[] {
  const wrong = [
    ...countryProblems('country', [draft.country], isCountry),
    ...periodProblems(['from', draft.from], ['to', draft.to]),
    ...(draft.to === draft.from ? [problem('to', 'end_before_start', { start: draft.from })] : []),
  ];
  return wrong.length === 0 && overlappingTerm(others, draft) ? [problem('from', 'overlapping')] : wrong;
}

function namesProblems({ names }: OrganisationDraft): FieldProblem[] {
  if (!names.some(({ text }) => text.trim() !== '')) return [problem('names', 'required')];
  // One name may be the same word in two languages, but not twice in one.
  const keys = names.map(({ text, language }) => `${language ?? ''} ${nameKey(text)}`);
  return [
    ...names.flatMap(({ text }, at) => textProblems(`names.${at}.text`, text, { max: 300, required: true })),
    ...repeats(keys).map((at) => problem(`names.${at}.text`, 'duplicate_entry')),
  ];
}

function identifiersProblems({ identifiers }: OrganisationDraft): FieldProblem[] {
  const keys = identifiers.map(({ scheme, value }) => `${fold(scheme)} ${value.trim().toLowerCase()}`);
  return [
    ...identifiers.flatMap(({ scheme, value }, at) => [
      ...textProblems(`identifiers.${at}.scheme`, scheme, { max: 60, required: true }),
      ...textProblems(`identifiers.${at}.value`, value, { max: 200, required: true }),
    ]),
    ...repeats(keys).map((at) => problem(`identifiers.${at}`, 'duplicate_identifier')),
  ];
}

function countryProblems(path: string, codes: readonly string[], isCountry: (code: string) => boolean): FieldProblem[] {
  return codes.filter((code) => !isCountry(code)).map((code) => problem(path, 'unknown_country', { code }));
}
