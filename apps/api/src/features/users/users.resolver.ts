import { Args, ID, Info, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { Reader } from '../../platform/graphql/read.js';
import { child, selectionOf, type Selection } from '../../platform/graphql/selection.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { HandoverItem } from '../people/person.type.js';
import { userHandoverStatement, type AnsweredRow } from './user-handover.reads.js';
import { UserHandOverInput, UserInput } from './user.input.js';
import { ColleagueType, User, UserWithLink } from './user.type.js';
import { colleaguesStatement, userById, usersStatement } from './users.reads.js';
import { UsersService, type IssuedLink } from './users.service.js';

@Resolver(() => User)
export class UsersResolver {
  constructor(private readonly reader: Reader, private readonly service: UsersService) {}

  @Needs('user.manage')
  @Query(() => [User], { description: 'Every account, the disabled last' })
  users(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo) {
    return this.reader.answer(usersStatement(this.reader.reading(viewer), { children: selectionOf(info) }));
  }

  @Needs('user.read')
  @Query(() => [ColleagueType], { description: 'Whoever can sign in, by name' })
  colleagues(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo) {
    return this.reader.answer(colleaguesStatement(this.reader.reading(viewer), { children: selectionOf(info) }));
  }

  @Needs('user.manage')
  @Query(() => [HandoverItem], { description: 'What an account answers for and is not over' })
  async userHandover(@Args('id', { type: () => ID }) id: string) {
    const rows = isUuid(id) ? await this.reader.answer<AnsweredRow[]>(userHandoverStatement(id)) : [];
    return (rows ?? []).map((each) => ({ ...each, mayHandOver: true }));
  }

  @Needs('user.manage')
  @Mutation(() => UserWithLink, { description: 'An account without a password, and the link to set one' })
  async registerUser(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('input') input: UserInput) {
    return this.withLink(viewer, await this.service.register(viewer, input), info);
  }

  @Needs('user.manage')
  @Mutation(() => User, { description: 'Another role or country ends the sessions' })
  async amendUser(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number, @Args('input') input: UserInput,
  ) {
    await this.service.amend(viewer, id, version, input);
    return this.read(viewer, id, selectionOf(info));
  }

  @Needs('user.manage')
  @Mutation(() => User, { description: 'Ends the sessions at once, whatever else changed meanwhile; what they answered for goes to those named, as far as these may see it' })
  async disableUser(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string,
    @Args('handOver', { type: () => UserHandOverInput, nullable: true }) handOver?: UserHandOverInput,
  ) {
    await this.service.disable(viewer, id, handOver ?? {});
    return this.read(viewer, id, selectionOf(info));
  }

  @Needs('user.manage')
  @Mutation(() => User)
  async enableUser(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string) {
    await this.service.enable(viewer, id);
    return this.read(viewer, id, selectionOf(info));
  }

  @Needs('user.manage')
  @Mutation(() => UserWithLink, { description: 'The link before it stops working' })
  async renewUserLink(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string) {
    return this.withLink(viewer, await this.service.renewLink(viewer, id), info);
  }

  private async withLink(viewer: Viewer, { userId, token, expiresAt }: IssuedLink, info: GraphQLResolveInfo): Promise<UserWithLink> {
    const user = await this.read(viewer, userId, child(selectionOf(info), 'user')?.children ?? []);
    return { user: user!, token, expiresAt };
  }

  private read(viewer: Viewer, id: string, children: Selection[]): Promise<User | null> {
    return this.reader.answer(userById(this.reader.reading(viewer), id, { children }));
  }
}
