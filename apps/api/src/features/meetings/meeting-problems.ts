import type { Day } from '@tejido/domain/day.js';
import { problem, type FieldProblem } from '@tejido/domain/error.js';
import { emailProblems, periodProblems, repeats, textProblems } from '@tejido/domain/field-problems.js';
import { VISIBILITIES } from '@tejido/domain/policy.js';
import { fold } from '@tejido/domain/text.js';
import type { AgendaItemInput, AttendeeInput, MeetingInput } from './meeting.input.js';

const MODES: readonly string[] = ['in_person', 'virtual', 'hybrid'];
const PRESENCES: readonly string[] = ['present', 'excused', 'on_behalf'];

/**
 * What is wrong with a meeting by itself; absent fields are not looked at.
 * @param madeOn the day on which it took place: no commitment made there is due earlier. Null: not known.
 */
export function meetingInputProblems(input: MeetingInput, madeOn: Day | null): FieldProblem[] {
  const attendees = input.attendees ?? [];
  return [
    ...(input.title === undefined ? [] : textProblems('title', input.title, { max: 300, required: true })),
    ...textProblems('agreed', input.agreed, { max: 20_000 }),
    ...textProblems('notes', input.notes, { max: 20_000 }),
    ...textProblems('place', input.place, { max: 300 }),
    ...(input.mode === undefined || MODES.includes(input.mode) ? [] : [problem('mode', 'not_a_choice')]),
    ...(input.timeZone === undefined || isTimeZone(input.timeZone) ? [] : [problem('timeZone', 'not_a_choice')]),
    ...(input.startsAt && input.endsAt && input.endsAt < input.startsAt ? [problem('endsAt', 'end_before_start')] : []),
    ...(input.visibility === undefined || VISIBILITIES.includes(input.visibility) ? [] : [problem('visibility', 'not_a_choice')]),
    ...attendees.flatMap((each, at) => attendeeProblems(each, `attendees.${at}`)),
    ...repeats(attendees.map(keyOf)).map((at) => problem(`attendees.${at}`, 'duplicate_entry')),
    ...(input.agenda ?? []).flatMap((each, at) => agendaProblems(each, `agenda.${at}`)),
    ...((input.agenda?.length ?? 0) > MOST_ITEMS ? [problem('agenda', 'too_many', { max: MOST_ITEMS })] : []),
    ...(input.commitments ?? []).flatMap((each, at) => [
      ...textProblems(`commitments.${at}.text`, each.text, { max: 2000, required: true }),
      ...(each.ownerAttendee == null || attendees[each.ownerAttendee] ? [] : [problem(`commitments.${at}.ownerAttendee`, 'unknown_record')]),
      ...(each.beneficiaryAttendee == null || attendees[each.beneficiaryAttendee] ? [] : [problem(`commitments.${at}.beneficiaryAttendee`, 'unknown_record')]),
      ...periodProblems(['startsAt', madeOn], [`commitments.${at}.dueOn`, each.dueOn]).filter(({ path }) => path !== 'startsAt'),
    ]),
  ];
}

function attendeeProblems(each: AttendeeInput, path: string): FieldProblem[] {
  const nobody = !each.personId && !each.personName?.trim() && !each.organisationId && !each.organisationName?.trim();
  return [
    ...(nobody ? [problem(path, 'required')] : []),
    ...textProblems(`${path}.personName`, each.personName, { max: 200 }),
    ...textProblems(`${path}.organisationName`, each.organisationName, { max: 400 }),
    ...emailProblems(`${path}.personEmail`, each.personEmail),
    ...(each.presence == null || PRESENCES.includes(each.presence) ? [] : [problem(`${path}.presence`, 'not_a_choice')]),
  ];
}

const MOST_ITEMS = 60;

function agendaProblems(each: AgendaItemInput, path: string): FieldProblem[] {
  const minutes = each.minutes ?? 1;
  const owners = [each.ownerOrganisationId, each.ownerPersonId, each.ownerUserId].filter(Boolean);
  return [
    ...textProblems(`${path}.title`, each.title, { max: 300, required: true }),
    ...(minutes < 1 || minutes > 1440 ? [problem(`${path}.minutes`, 'number_out_of_range', { min: 1, max: 1440 })] : []),
    ...(owners.length > 1 ? [problem(path, 'ambiguous')] : []),
  ];
}

/** The calendar day of an instant in a time zone; null when either is not known. */
export function dayAt(instant: Date | string | undefined, timeZone: string): Day | null {
  if (!instant || !isTimeZone(timeZone)) return null;
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant));
}

const keyOf = (each: AttendeeInput) =>
  [each.personId, fold(each.personName ?? ''), each.organisationId, fold(each.organisationName ?? '')].join('|').toLowerCase();

/** A name of the IANA database; PostgreSQL turns the sign of plain offsets round, so those are refused. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
