import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { notFound, problem, refuseIfAny, stale, type FieldProblem } from '@tejido/domain/error.js';
import { dayProblems, periodProblems, textProblems } from '@tejido/domain/field-problems.js';
import { canRead, type Ability, type Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { refuseUnnameable } from '../../platform/access/nameable.js';
import { Clock } from '../../platform/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { contactsProblems, replaceContacts } from './person-contacts.js';
import { Affiliation, Person } from './person.entity.js';
import type { PersonInput } from './person.input.js';

/** The verbs that write people. */
@Injectable()
export class PeopleService {
  constructor(private readonly work: Work, private readonly clock: Clock, private readonly outbox: Outbox) {}

  /** @returns the new person's id. @throws INVALID, FORBIDDEN */
  register(viewer: Viewer, input: PersonInput): Promise<string> {
    return this.work.run(viewer, 'person.register', (tx) => registerPersonIn(tx, viewer, input));
  }

  /** Posts given are added, contact details given replace those of their kind. @throws INVALID, NOT_FOUND, FORBIDDEN, CONFLICT_STALE */
  amend(viewer: Viewer, id: string, version: number, input: PersonInput): Promise<void> {
    return this.work.run(viewer, 'person.amend', async (tx) => {
      const before = await allowedPerson(tx, viewer, 'person.amend', id);
      authorize(viewer, 'person.amend', {
        visibility: input.visibility ?? before.visibility, country: input.country === undefined ? before.country : input.country,
      });
      refuseIfAny(problemsOf(input));
      await refuseHidden(tx, viewer, input);
      await tx.amend(Person, id, version, columnsOf(input));
      await addParts(tx, id, input);
    });
  }

  /** Into the trash: hidden from every list, and taken out again by `restore`. @throws NOT_FOUND, FORBIDDEN, CONFLICT_STALE */
  archive(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.work.run(viewer, 'person.archive', async (tx) => {
      await allowedPerson(tx, viewer, 'person.archive', id);
      await tx.amend(Person, id, version, { archivedAt: this.clock.now() });
    });
  }

  restore(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.work.run(viewer, 'person.restore', async (tx) => {
      await allowedPerson(tx, viewer, 'person.archive', id, true);
      await tx.amend(Person, id, version, { archivedAt: null });
    });
  }

  /**
   * Erases what is known of somebody, in the register and in its history; the row stays as an anonymous participant, so that
   * who attended and who signed is counted as before. It cannot be undone. @throws NOT_FOUND, FORBIDDEN, INVALID, CONFLICT_STALE
   */
  erase(viewer: Viewer, id: string, version: number, reason: string): Promise<void> {
    return this.work.run(viewer, 'person.erase', async (tx) => {
      const person = await allowedPerson(tx, viewer, 'person.erase', id, true);
      refuseIfAny(textProblems('reason', reason, { max: 500, required: true }));
      if (person.version !== version) throw stale();
      await this.outbox.eraseOf(tx, await toldOf(tx, id));
      await tx.query(sql`select erase_person(${id}::uuid, ${reason.normalize('NFC').trim()}, ${viewer.userId}::uuid)`);
    });
  }
}

/** By what mails name somebody: their addresses and telephones, and a name that is not a common word. */
async function toldOf(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.query<{ told: string }>(sql`select value as told from contact_point where person_id = ${id} and kind in ('email', 'phone', 'messaging')
    union select name from person where id = ${id} and name like '% %'`);
  return rows.map(({ told }) => told).filter((told) => told.length > 5);
}

/** As `register`, inside a unit of work that does more (a file of contacts). @returns the new person's id */
export async function registerPersonIn(tx: Tx, viewer: Viewer, input: PersonInput): Promise<string> {
  const owner = { visibility: input.visibility ?? 'coalition', country: input.country ?? viewer.country } as const;
  authorize(viewer, 'person.register', owner);
  refuseIfAny(problemsOf({ ...input, name: input.name ?? '' }));
  await refuseHidden(tx, viewer, input);
  const id = await tx.insert(Person, { ...columnsOf(input), name: input.name!.normalize('NFC').trim(), ...owner, createdBy: viewer.userId });
  await addParts(tx, id, input);
  return id;
}

/** The person, if the viewer may do this to them; whoever was erased is nobody any more, one in the trash only if `archived`. */
export async function allowedPerson(tx: Tx, viewer: Viewer, ability: Ability, id: string, archived = false): Promise<Person> {
  const found = isUuid(id) ? await tx.manager.findOneBy(Person, { id }) : null;
  if (!found || found.erasedAt || !canRead(viewer, found) || (found.archivedAt && !archived)) throw notFound();
  authorize(viewer, ability, { visibility: found.visibility, country: found.country, ownerUserId: found.createdBy });
  return found;
}

const refuseHidden = (tx: Tx, viewer: Viewer, { affiliations = [] }: PersonInput): Promise<void> =>
  refuseUnnameable(tx, viewer, affiliations.map(({ organisationId }, at) => ({ path: `affiliations.${at}.organisationId`, table: 'organisation', id: organisationId })));

const columnsOf = ({ name, languages, consentBasis, consentOn, notes, visibility, country }: PersonInput): Partial<Person> =>
  ({ name: name?.normalize('NFC').trim(), languages, consentBasis: consentBasis as Person['consentBasis'], consentOn, notes, visibility, country });

const BASES = ['consent', 'public_office', 'legitimate_interest'];

function problemsOf(input: PersonInput): FieldProblem[] {
  return [
    ...(input.name === undefined ? [] : textProblems('name', input.name, { max: 200, required: true })),
    ...contactsProblems(input),
    ...textProblems('notes', input.notes, { max: 5_000 }),
    ...(input.consentBasis && !BASES.includes(input.consentBasis) ? [problem('consentBasis', 'not_a_choice')] : []),
    ...dayProblems('consentOn', input.consentOn),
    ...(input.languages ?? []).flatMap((code, at) => (/^[a-z]{2,3}$/.test(code) ? [] : [problem(`languages.${at}`, 'unknown_language')])),
    ...(input.affiliations ?? []).flatMap((each, at) => textProblems(`affiliations.${at}.post`, each.post, { max: 300 })),
    ...(input.affiliations ?? []).flatMap((each, at) => periodProblems([`affiliations.${at}.fromDay`, each.fromDay ?? null], [`affiliations.${at}.toDay`, each.toDay ?? null])),
  ];
}

async function addParts(tx: Tx, personId: string, input: PersonInput): Promise<void> {
  await tx.insertAll(Affiliation, (input.affiliations ?? []).map(({ organisationId, post, fromDay, toDay }) =>
    ({ personId, organisationId, post: post?.normalize('NFC').trim() ?? '', fromDay: fromDay ?? null, toDay: toDay ?? null })));
  await replaceContacts(tx, personId, input);
}
