import { Args, ID, Info, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { Reader } from '../../platform/graphql/read.js';
import { child, selectionOf } from '../../platform/graphql/selection.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { ContactInput, ContactReceipt } from './contacts.input.js';
import { ContactsService } from './contacts.service.js';
import { mayHandOver, postHandoverStatement, type OwnedRow } from './handover.reads.js';
import { candidatesStatement, judge, type KnownPerson } from './likely-people.reads.js';
import { personById } from './people.reads.js';
import { PeopleService } from './people.service.js';
import { personFileStatement, tracesStatement } from './person-file.reads.js';
import { PersonFile } from './person-file.type.js';
import { HandoverItem, LikelyPerson, PersonTraces, PersonType } from './person.type.js';

/** Who may be registered twice, what goes to a successor, and what of somebody is told to them, put away or erased. */
@Resolver()
export class PersonLeavesResolver {
  constructor(private readonly reader: Reader, private readonly service: PeopleService, private readonly contacts: ContactsService) {}

  @Needs('person.read')
  @Query(() => [LikelyPerson], { description: 'People that the viewer may see who may be the one being typed' })
  async likelyPeople(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('name', { type: () => String }) name: string,
    @Args('emails', { type: () => [String], nullable: true }) emails?: string[], @Args('phones', { type: () => [String], nullable: true }) phones?: string[],
    @Args('organisationId', { type: () => ID, nullable: true }) organisationId?: string, @Args('exceptId', { type: () => ID, nullable: true }) exceptId?: string,
  ) {
    const typed = { name, emails: (emails ?? []).slice(0, 20), phones: (phones ?? []).slice(0, 20), organisationIds: organisationId ? [organisationId] : [] };
    const selection = { children: child(selectionOf(info), 'person')?.children ?? [] };
    const known = await this.reader.answer<KnownPerson[]>(candidatesStatement(this.reader.reading(viewer), [typed], selection));
    return judge(typed, known ?? [], exceptId).map(({ known: { person }, verdict, because }) => ({ person, verdict, because }));
  }

  @Needs('person.amend')
  @Query(() => [HandoverItem], { description: 'What the holder of a post owns there, as far as the viewer may see it' })
  async postHandover(@TheViewer() viewer: Viewer, @Args('affiliationId', { type: () => ID }) affiliationId: string) {
    const owned = isUuid(affiliationId) ? await this.reader.answer<OwnedRow[]>(postHandoverStatement(this.reader.reading(viewer), affiliationId)) : [];
    return (owned ?? []).map((each) => ({ ...each, mayHandOver: mayHandOver(viewer, each) }));
  }

  @Needs('person.erase')
  @Query(() => PersonTraces, { nullable: true, description: 'What would be erased, and what names the person in written texts' })
  personTraces(@TheViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return isUuid(id) ? this.reader.answer(tracesStatement(this.reader.reading(viewer), id.toLowerCase())) : null;
  }

  @Needs('person.export')
  @Query(() => PersonFile, { nullable: true, description: 'All that is kept of somebody, for themselves to read' })
  personFile(@TheViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return isUuid(id) ? this.reader.answer(personFileStatement(this.reader.reading(viewer), id.toLowerCase())) : null;
  }

  @Needs('person.register')
  @Mutation(() => ContactReceipt, { description: 'Cards of a file, as the reader decided; all or nothing, and one that was read before makes nobody anew' })
  importContacts(
    @TheViewer() viewer: Viewer, @Args('contacts', { type: () => [ContactInput] }) contacts: ContactInput[],
    @Args('consentBasis', { type: () => String, nullable: true, description: 'Of those that are new' }) consentBasis?: string | null,
  ) {
    return this.contacts.take(viewer, contacts, consentBasis ?? null);
  }

  @Needs('person.archive')
  @Mutation(() => Boolean, { description: 'Into the trash' })
  async archivePerson(@TheViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number) {
    await this.service.archive(viewer, id, version);
    return true;
  }

  @Needs('person.archive')
  @Mutation(() => PersonType, { description: 'Out of the trash' })
  async restorePerson(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number) {
    await this.service.restore(viewer, id, version);
    return this.reader.answer(personById(this.reader.reading(viewer), id, { children: selectionOf(info) }));
  }

  @Needs('person.erase')
  @Mutation(() => Boolean, { description: 'Erases what is known of somebody, in the history too; attendance and signatures stay without a name. It cannot be undone' })
  async erasePerson(
    @TheViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number, @Args('reason', { type: () => String }) reason: string,
  ) {
    await this.service.erase(viewer, id, version, reason);
    return true;
  }
}
