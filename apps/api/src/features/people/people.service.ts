import { Injectable } from '@nestjs/common';
import { notFound, problem, refuseIfAny, type FieldProblem } from '@tejido/domain/error.js';
import { dayProblems, emailProblems, periodProblems, textProblems } from '@tejido/domain/field-problems.js';
import { canRead, type Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { refuseUnnameable } from '../../platform/access/nameable.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { ContactPoint } from '../organisations/organisation.entity.js';
import { Affiliation, Person } from './person.entity.js';
import type { PersonInput } from './person.input.js';

/** The verbs that write people. */
@Injectable()
export class PeopleService {
  constructor(private readonly work: Work) {}

  /** @returns the new person's id. @throws INVALID, FORBIDDEN */
  register(viewer: Viewer, input: PersonInput): Promise<string> {
    return this.work.run(viewer, 'person.register', async (tx) => {
      const owner = { visibility: input.visibility ?? 'coalition', country: input.country ?? viewer.country } as const;
      authorize(viewer, 'person.register', owner);
      refuseIfAny(problemsOf({ ...input, name: input.name ?? '' }));
      await refuseHidden(tx, viewer, input);
      const id = await tx.insert(Person, { ...columnsOf(input), name: input.name!.normalize('NFC').trim(), ...owner, createdBy: viewer.userId });
      await addParts(tx, id, input);
      return id;
    });
  }

  /** Posts given are added, contact details given replace those of their kind. @throws INVALID, NOT_FOUND, FORBIDDEN, CONFLICT_STALE */
  amend(viewer: Viewer, id: string, version: number, input: PersonInput): Promise<void> {
    return this.work.run(viewer, 'person.amend', async (tx) => {
      const before = isUuid(id) ? await tx.manager.findOneBy(Person, { id }) : null;
      if (!before || before.archivedAt || !canRead(viewer, before)) throw notFound();
      authorize(viewer, 'person.amend', { visibility: before.visibility, country: before.country });
      authorize(viewer, 'person.amend', {
        visibility: input.visibility ?? before.visibility, country: input.country === undefined ? before.country : input.country,
      });
      refuseIfAny(problemsOf(input));
      await refuseHidden(tx, viewer, input);
      await tx.amend(Person, id, version, columnsOf(input));
      for (const kind of ['email', 'phone'] as const) if (input[kind] !== undefined) await tx.remove(ContactPoint, { personId: id, kind });
      await addParts(tx, id, input);
    });
  }

  /** Ends a post on a day; it stays in the person's history. */
  endAffiliation(viewer: Viewer, affiliationId: string, version: number, toDay: string): Promise<string> {
    return this.work.run(viewer, 'person.endAffiliation', async (tx) => {
      const post = isUuid(affiliationId) ? await tx.manager.findOneBy(Affiliation, { id: affiliationId }) : null;
      const person = post ? await tx.manager.findOneBy(Person, { id: post.personId }) : null;
      if (!post || !person || person.archivedAt || !canRead(viewer, person)) throw notFound();
      authorize(viewer, 'person.amend', { visibility: person.visibility, country: person.country });
      refuseIfAny(periodProblems(['fromDay', post.fromDay], ['toDay', toDay]));
      await tx.amend(Affiliation, affiliationId, version, { toDay });
      return person.id;
    });
  }
}

const refuseHidden = (tx: Tx, viewer: Viewer, { affiliations = [] }: PersonInput): Promise<void> =>
  refuseUnnameable(tx, viewer, affiliations.map(({ organisationId }, at) => ({ path: `affiliations.${at}.organisationId`, table: 'organisation', id: organisationId })));

const columnsOf = ({ name, languages, consentBasis, consentOn, notes, visibility, country }: PersonInput): Partial<Person> =>
  ({ name: name?.normalize('NFC').trim(), languages, consentBasis: consentBasis as Person['consentBasis'], consentOn, notes, visibility, country });

const BASES = ['consent', 'public_office', 'legitimate_interest'];

function problemsOf(input: PersonInput): FieldProblem[] {
  return [
    ...(input.name === undefined ? [] : textProblems('name', input.name, { max: 200, required: true })),
    ...emailProblems('email', input.email),
    ...textProblems('phone', input.phone, { max: 500 }),
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
  const contacts = (['email', 'phone'] as const).flatMap((kind) => (input[kind] ? [{ personId, kind, value: input[kind].trim(), label: '' }] : []));
  await tx.insertAll(ContactPoint, contacts);
}
