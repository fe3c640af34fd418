import { problem, type FieldProblem } from '@tejido/domain/error.js';
import { emailProblems, textProblems, urlProblems } from '@tejido/domain/field-problems.js';
import type { QueryDeepPartialEntity } from 'typeorm';
import type { Tx } from '../../platform/database/work.js';
import { ContactPoint } from '../organisations/organisation.entity.js';
import type { PersonContactInput, PersonInput } from './person.input.js';

const KINDS = ['email', 'phone', 'messaging', 'social', 'website', 'address'];
/** More are a mistake, or somebody's address book in one field. */
const MOST_CONTACTS = 60;

/** Problems of how somebody is reached: a kind that is none, a value that is not of its kind, two that are preferred. */
export function contactsProblems({ email, phone, contactPoints }: PersonInput): FieldProblem[] {
  if (!contactPoints) return [...emailProblems('email', email), ...textProblems('phone', phone, { max: 500 })];
  const preferred = contactPoints.flatMap((each, at) => (each.preferred ? [at] : []));
  return [
    ...(contactPoints.length > MOST_CONTACTS ? [problem('contactPoints', 'too_many', { max: MOST_CONTACTS })] : []),
    ...contactPoints.flatMap((each, at) => contactProblems(`contactPoints.${at}`, each)),
    ...preferred.slice(1).map((at) => problem(`contactPoints.${at}.preferred`, 'duplicate_entry')),
  ];
}

function contactProblems(path: string, { kind, label, value }: PersonContactInput): FieldProblem[] {
  const shape = kind === 'email' ? emailProblems(`${path}.value`, value.trim()) : kind === 'website' ? urlProblems(`${path}.value`, value.trim()) : [];
  return [
    ...(KINDS.includes(kind) ? [] : [problem(`${path}.kind`, 'not_a_choice')]),
    ...textProblems(`${path}.value`, value, { max: 500, required: true }),
    ...textProblems(`${path}.label`, label, { max: 100 }),
    ...shape,
  ];
}

/** A list given replaces every contact detail; a single e-mail or telephone given replaces those of its kind, null takes them away. */
export async function replaceContacts(tx: Tx, personId: string, { contactPoints, ...single }: PersonInput): Promise<void> {
  if (contactPoints) {
    await tx.remove(ContactPoint, { personId });
    await tx.insertAll(ContactPoint, contactPoints.map((each) => ({ personId, ...row(each) })));
    return;
  }
  for (const kind of ['email', 'phone'] as const) {
    const value = single[kind];
    if (value === undefined) continue;
    await tx.remove(ContactPoint, { personId, kind });
    if (value) await tx.insert(ContactPoint, { personId, ...row({ kind, value }) });
  }
}

const row = ({ kind, label, value, preferred }: PersonContactInput): QueryDeepPartialEntity<ContactPoint> =>
  ({ kind, label: label?.normalize('NFC').trim() ?? '', value: value.normalize('NFC').trim(), preferred: preferred ?? false });
