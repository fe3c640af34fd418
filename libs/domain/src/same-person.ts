import { fold, similarity } from './text.js';

/** What tells one person from another. */
export interface PersonMarks {
  name: string;
  emails: readonly string[];
  phones: readonly string[];
  /** Where they hold or held a post, by id. */
  organisationIds: readonly string[];
}

export const SAME_PERSON_BECAUSE = [
  'name_and_email', 'name_and_phone', 'name_and_organisation', 'email', 'phone', 'name', 'similar_name', 'nothing_shared',
] as const;
export type SamePersonBecause = (typeof SAME_PERSON_BECAUSE)[number];

export interface SamePersonVerdict {
  /** 'same': an import adds nothing. 'maybe': a person decides, for names repeat and an office shares its mailbox. */
  verdict: 'same' | 'maybe' | 'different';
  because: SamePersonBecause;
}

/** From this likeness on two names are shown as possibly one person's. */
const SIMILAR_ENOUGH = 0.6;
/** Of a telephone number the last digits tell: the country's prefix is written by some and left out by others. */
const TELLING_DIGITS = 8;

/** Are these two records one person? Used while somebody types, and by the import of contacts. */
export function samePerson(a: PersonMarks, b: PersonMarks): SamePersonVerdict {
  const email = shares(a.emails.map(emailKey), b.emails.map(emailKey));
  const phone = shares(a.phones.map(phoneKey), b.phones.map(phoneKey));
  if (sameName(a.name, b.name)) {
    if (email) return { verdict: 'same', because: 'name_and_email' };
    if (phone) return { verdict: 'same', because: 'name_and_phone' };
    if (shares(a.organisationIds, b.organisationIds)) return { verdict: 'same', because: 'name_and_organisation' };
    return { verdict: 'maybe', because: 'name' };
  }
  if (email) return { verdict: 'maybe', because: 'email' };
  if (phone) return { verdict: 'maybe', because: 'phone' };
  if (similarName(a.name, b.name)) return { verdict: 'maybe', because: 'similar_name' };
  return { verdict: 'different', because: 'nothing_shared' };
}

/** The address as it is compared: capitals and blanks apart. */
export const emailKey = (email: string): string => email.trim().toLowerCase();

/** The digits by which two telephone numbers are compared; empty when there are too few to tell: '+502 5550-1234' → '55501234'. */
export function phoneKey(phone: string): string {
  const digits = phone.replace(/;ext=.*$/i, '').replace(/\D/g, '');
  return digits.length < TELLING_DIGITS - 1 ? '' : digits.slice(-TELLING_DIGITS);
}

const wordsOf = (name: string): string[] => fold(name).split(' ').filter(Boolean);

/** The same words in any order: 'Núñez, María' is 'María Núñez'. */
function sameName(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a).sort().join(' '), wordsOf(b).sort().join(' ')];
  return left !== '' && left === right;
}

/** Written alike, or one with fewer of its names: 'María Núñez' may be 'María Ángela Núñez Paz'. */
function similarName(a: string, b: string): boolean {
  const [shorter, longer] = [wordsOf(a), wordsOf(b)].sort((left, right) => left.length - right.length) as [string[], string[]];
  if (shorter.length >= 2 && shorter.every((word) => longer.includes(word))) return true;
  return similarity(a, b) >= SIMILAR_ENOUGH;
}

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((each) => each !== '' && b.includes(each));
