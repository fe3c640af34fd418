import { createHash } from 'node:crypto';
import sql, { type Sql } from 'sql-template-tag';
import type { ContactCandidate, ContactPostPreview, ContactRow } from '@tejido/domain/contact-preview.js';
import { can } from '@tejido/domain/policy.js';
import { emailKey, phoneKey } from '@tejido/domain/same-person.js';
import { sameOrganisation } from '@tejido/domain/same-organisation.js';
import { fold, nameKey } from '@tejido/domain/text.js';
import type { Reading } from '../../platform/graphql/composer.js';
import { organisations } from '../organisations/organisations.reads.js';
import { candidatesStatement, judge, type KnownPerson } from './likely-people.reads.js';
import { registeredPeople } from './people.reads.js';
import type { CardPerson } from './vcard-contact.js';

/** Runs a statement: inside a unit of work, or for a preview that writes nothing. */
export type Ask = <T>(statement: Sql) => Promise<T[]>;

interface CardMarks { uid: string; name: string; contactPoints: readonly { kind: string; value: string }[] }

/** By what the same card is known again: its own identifier and name, or without one all that tells who it is. */
export function cardKey({ uid, name, contactPoints }: CardMarks): string {
  const values = (kind: string, key: (value: string) => string) => contactPoints.filter((each) => each.kind === kind).map(({ value }) => key(value)).sort();
  const told = uid ? [uid, fold(name)] : [fold(name), values('email', emailKey), values('phone', phoneKey)];
  return createHash('sha256').update(JSON.stringify(told)).digest('hex');
}

/** Whom the cards made when they were read before, as far as the viewer may see them; by key. */
export async function readBefore(ask: Ask, reading: Reading, keys: readonly string[]): Promise<Map<string, { id: string; name: string }>> {
  const rows = await ask<{ key: string; id: string; name: string }>(sql`select s.key, p.id, p.name from source_record s join person p on p.id = s.record_id
    where s.source = 'vcard' and s.table_name = 'person' and s.key = any(${keys}::text[]) and ${registeredPeople.visible(sql`p`, reading)}`);
  return new Map(rows.map(({ key, ...person }) => [key, person]));
}

interface KnownOrganisation { id: string; name: string; names: string[]; acronyms: string[] }

/** Organisations by the names that cards give them: one of exactly that name, or else the only one of that acronym. */
export async function organisationsNamed(ask: Ask, reading: Reading, wanted: readonly string[]): Promise<Map<string, { match: { id: string; name: string } | null; several: string[] }>> {
  const keys = [...new Set(wanted.flatMap((name) => [fold(name), nameKey(name)]))].filter(Boolean);
  const known = keys.length === 0 ? [] : await ask<KnownOrganisation>(sql`select o.id, coalesce(o.acronym || ' · ', '') || o.name as name, s.names, s.acronyms from organisation_search s join organisation o on o.id = s.organisation_id
    where (s.names && ${keys}::text[] or s.acronyms && ${keys}::text[]) and ${organisations.visible(sql`o`, reading)} order by o.name, o.id`);
  return new Map(wanted.map((name) => [name, chosenOf(name, known)]));
}

function chosenOf(name: string, known: readonly KnownOrganisation[]): { match: { id: string; name: string } | null; several: string[] } {
  const marks = { names: [name], acronyms: [name], identifiers: [], website: null, country: null };
  const judged = known.map((each) => ({ each, ...sameOrganisation(marks, { ...marks, names: each.names, acronyms: each.acronyms }) }));
  const same = judged.filter(({ verdict }) => verdict === 'same');
  const found = (same.length > 0 ? same : judged.filter(({ each }) => each.acronyms.includes(fold(name)))).map(({ each }) => each);
  if (found.length !== 1) return { match: null, several: found.map((each) => each.name) };
  return { match: { id: found[0]!.id, name: found[0]!.name }, several: [] };
}

/** Each card with what it would become. */
export async function contactRows(ask: Ask, reading: Reading, cards: readonly CardPerson[]): Promise<ContactRow[]> {
  const named = await organisationsNamed(ask, reading, [...new Set(cards.flatMap(({ posts }) => posts.map(({ organisation }) => organisation)))]);
  const before = await readBefore(ask, reading, cards.map(cardKey));
  const marked = cards.map((card) => ({
    name: card.name, emails: valuesOf(card, 'email'), phones: valuesOf(card, 'phone'), organisationIds: card.posts.flatMap(({ organisation }) => named.get(organisation)?.match?.id ?? []),
  }));
  const known = cards.length === 0 ? [] : (await ask<{ answer: KnownPerson[] }>(candidatesStatement(reading, marked)))[0]?.answer ?? [];
  return cards.map((card, at) => {
    const judged = judge(marked[at]!, known);
    const told: ContactCandidate[] = judged.map(({ known: { id, name, detail, subject }, because }) => ({ id, name, detail, because, mayExtend: can(reading.viewer, 'person.amend', subject) }));
    const earlier = before.get(cardKey(card));
    const posts = card.posts.map((post): ContactPostPreview => ({ ...post, ...named.get(post.organisation)! }));
    const { line, uid, name, contactPoints, languages, notes, leftOut } = card;
    const row = { line, uid, name, contactPoints, posts, languages, notes, leftOut };
    if (earlier) return { ...row, verdict: 'same', candidates: [{ ...told.find(({ id }) => id === earlier.id) ?? { detail: null, mayExtend: false }, ...earlier, because: 'imported_before' }] };
    return { ...row, verdict: judged[0]?.verdict === 'same' ? 'same' : judged.length > 0 ? 'maybe' : 'new', candidates: told };
  });
}

const valuesOf = ({ contactPoints }: CardPerson, kind: string): string[] => contactPoints.filter((each) => each.kind === kind).map(({ value }) => value);
