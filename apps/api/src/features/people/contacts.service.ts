import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { problem, refuseIfAny, under, DomainError } from '@tejido/domain/error.js';
import type { ContactPreview } from '@tejido/domain/contact-preview.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { emailKey, phoneKey } from '@tejido/domain/same-person.js';
import { fold, nameKey } from '@tejido/domain/text.js';
import { authorize } from '../../platform/access/ability.js';
import { refuseUnnameable } from '../../platform/access/nameable.js';
import { Clock } from '../../platform/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { newReading } from '../../platform/graphql/composer.js';
import { Reader } from '../../platform/graphql/read.js';
import { ContactPoint, Organisation } from '../organisations/organisation.entity.js';
import { cardKey, contactRows, readBefore } from './contact-matches.reads.js';
import type { ContactInput, ContactReceipt } from './contacts.input.js';
import { allowedPerson, registerPersonIn } from './people.service.js';
import { Affiliation, Person } from './person.entity.js';
import type { AffiliationInput } from './person.input.js';
import { CARD_LIMITS, readCards } from './read-vcards.js';
import type { Language } from './vcard-contact.js';

/** Files of contacts: first what would become of each card, then what the reader decided, in one transaction. */
@Injectable()
export class ContactsService {
  constructor(private readonly reader: Reader, private readonly work: Work, private readonly clock: Clock) {}

  /** Writes nothing. @throws FORBIDDEN, TOO_LARGE, UNSUPPORTED_FILE */
  async preview(viewer: Viewer, bytes: Uint8Array, language: Language): Promise<ContactPreview> {
    authorize(viewer, 'person.register', { visibility: 'coalition', country: viewer.country });
    const { people, nobody } = await readCards(bytes, language);
    return { rows: await contactRows((statement) => this.reader.rows(statement), this.reader.reading(viewer), people), nobody };
  }

  /** All or nothing; a card that was read before makes nobody anew. @throws INVALID with the card's place, FORBIDDEN, NOT_FOUND */
  take(viewer: Viewer, contacts: readonly ContactInput[], consentBasis: string | null): Promise<ContactReceipt> {
    if (contacts.length > CARD_LIMITS.cards) refuseIfAny([problem('contacts', 'too_many', { max: CARD_LIMITS.cards })]);
    return this.work.run(viewer, 'person.import', async (tx) => {
      const receipt: ContactReceipt = { registered: 0, extended: 0, same: 0, organisations: 0, ids: [] };
      const made = new Map<string, string>();
      for (const [at, contact] of contacts.entries()) {
        await atItsPlace(at, () => this.takeOne(tx, viewer, contact, consentBasis, made, receipt));
      }
      receipt.organisations = made.size;
      return receipt;
    });
  }

  private async takeOne(tx: Tx, viewer: Viewer, contact: ContactInput, consentBasis: string | null, made: Map<string, string>, receipt: ContactReceipt): Promise<void> {
    const key = cardKey(contact);
    const earlier = (await readBefore((statement) => tx.query(statement), newReading(viewer, this.clock.today()), [key])).get(key);
    const known = contact.personId ?? earlier?.id;
    if (earlier && !contact.personId) {
      receipt.same += 1;
      return;
    }
    const affiliations = await this.postsOf(tx, viewer, contact, made);
    if (known) {
      const extended = await extend(tx, viewer, known, contact, affiliations);
      receipt[extended ? 'extended' : 'same'] += 1;
      if (extended) receipt.ids.push(known);
      return;
    }
    const { name, contactPoints, languages, notes } = contact;
    const id = await registerPersonIn(tx, viewer, { name, contactPoints, languages, notes, affiliations, consentBasis });
    await tx.query(sql`insert into source_record (source, key, table_name, record_id) values ('vcard', ${key}, 'person', ${id}) on conflict do nothing`);
    receipt.registered += 1;
    receipt.ids.push(id);
  }

  /** Organisations of the register as they are, others registered once for all the cards that name them. */
  private async postsOf(tx: Tx, viewer: Viewer, { posts }: ContactInput, made: Map<string, string>): Promise<AffiliationInput[]> {
    await refuseUnnameable(tx, viewer, posts.map(({ organisationId }, at) => ({ path: `posts.${at}.organisationId`, table: 'organisation', id: organisationId })));
    const found: AffiliationInput[] = [];
    for (const { organisationId, organisationName, post } of posts) {
      const id = organisationId ?? (organisationName?.trim() ? await this.organisationOnTheSpot(tx, viewer, organisationName, made) : null);
      if (id && !found.some((each) => each.organisationId === id && each.post === post)) found.push({ organisationId: id, post });
    }
    return found;
  }

  private async organisationOnTheSpot(tx: Tx, viewer: Viewer, given: string, made: Map<string, string>): Promise<string> {
    const name = given.normalize('NFC').trim().slice(0, 400);
    const before = made.get(nameKey(name));
    if (before) return before;
    const owner = { visibility: 'coalition', country: viewer.country } as const;
    authorize(viewer, 'organisation.register', owner);
    const id = await tx.insert(Organisation, { name, ...owner, createdBy: viewer.userId, recordedOn: this.clock.today() });
    made.set(nameKey(name), id);
    return id;
  }
}

/** Adds what is not known yet; nothing that is known is changed. @returns whether there was anything. */
async function extend(tx: Tx, viewer: Viewer, id: string, contact: ContactInput, affiliations: readonly AffiliationInput[]): Promise<boolean> {
  const person = await allowedPerson(tx, viewer, 'person.amend', id);
  const [points, posts] = [await tx.manager.findBy(ContactPoint, { personId: id }), await tx.manager.findBy(Affiliation, { personId: id })];
  const has = new Set(points.map((each) => `${each.kind} ${keyOf(each)}`));
  const newPoints = contact.contactPoints.filter((each) => !has.has(`${each.kind} ${keyOf(each)}`));
  const newPosts = affiliations.filter((each) => !posts.some((post) => post.organisationId === each.organisationId && (!each.post || fold(post.post) === fold(each.post))));
  const languages = contact.languages.filter((code) => !person.languages.includes(code));
  if (newPoints.length + newPosts.length + languages.length === 0) return false;
  await tx.insertAll(ContactPoint, newPoints.map(({ kind, label, value }) => ({ personId: id, kind, label: label ?? '', value: value.trim(), preferred: false })));
  await tx.insertAll(Affiliation, newPosts.map(({ organisationId, post }) => ({ personId: id, organisationId, post: post ?? '', fromDay: null, toDay: null })));
  await tx.amend(Person, id, person.version, { languages: [...person.languages, ...languages] });
  return true;
}

const keyOf = ({ kind, value }: { kind: string; value: string }): string => (kind === 'email' ? emailKey(value) : (kind === 'phone' && phoneKey(value)) || fold(value));

/** Problems of a card are told at its place among the cards. */
async function atItsPlace(at: number, take: () => Promise<void>): Promise<void> {
  try {
    await take();
  } catch (error) {
    if (error instanceof DomainError) throw new DomainError(error.code, under(`contacts.${at}`, error.fields));
    throw error;
  }
}
