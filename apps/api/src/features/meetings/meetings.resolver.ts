import { Args, ID, Info, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Subject, Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer, verbsOn } from '../../platform/access/ability.js';
import { pageStatement } from '../../platform/graphql/page.js';
import { Reader } from '../../platform/graphql/read.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { MeetingFilter, MeetingInput, MeetingSort, SeriesScope } from './meeting.input.js';
import { MeetingPage, MeetingType } from './meeting.type.js';
import { meetingById, meetingPage } from './meetings.reads.js';
import { MeetingsService } from './meetings.service.js';

@Resolver(() => MeetingType)
export class MeetingsResolver {
  constructor(private readonly reader: Reader, private readonly service: MeetingsService) {}

  @Needs('meeting.read')
  @Query(() => MeetingPage)
  meetings(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo,
    @Args('filter', { type: () => MeetingFilter, nullable: true }) filter?: MeetingFilter,
    @Args('sort', { type: () => MeetingSort, defaultValue: MeetingSort.RECENT }) sort = MeetingSort.RECENT,
    @Args('first', { type: () => Int, defaultValue: 50 }) first = 50,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ) {
    const reading = this.reader.reading(viewer);
    return this.reader.answer(pageStatement(reading, selectionOf(info), meetingPage(reading, { filter, sort, first, after })));
  }

  @Needs('meeting.read')
  @Query(() => MeetingType, { nullable: true })
  meeting(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string) {
    return this.read(viewer, id, info);
  }

  @Needs('meeting.log')
  @Mutation(() => MeetingType)
  async logMeeting(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('input') input: MeetingInput) {
    return this.read(viewer, await this.service.log(viewer, input), info);
  }

  @Needs('meeting.amend')
  @Mutation(() => MeetingType)
  async amendMeeting(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo,
    @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number, @Args('input') input: MeetingInput,
    @Args('scope', { type: () => SeriesScope, defaultValue: SeriesScope.ONE }) scope: SeriesScope,
  ) {
    await this.service.amend(viewer, id, version, input, scope);
    return this.read(viewer, id, info);
  }

  @Needs('meeting.amend')
  @Mutation(() => Boolean, { description: 'Moves it to the trash' })
  async archiveMeeting(@TheViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number) {
    await this.service.archive(viewer, id, version);
    return true;
  }

  @Needs('meeting.amend')
  @Mutation(() => MeetingType, { description: 'Takes it back out of the trash' })
  async restoreMeeting(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number) {
    await this.service.restore(viewer, id, version);
    return this.read(viewer, id, info);
  }

  @Needs('meeting.amend')
  @Mutation(() => MeetingType, { description: 'It will not take place: calendars are told, nothing is deleted' })
  async cancelMeeting(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number,
    @Args('reason', { defaultValue: '' }) reason: string, @Args('scope', { type: () => SeriesScope, defaultValue: SeriesScope.ONE }) scope: SeriesScope,
  ) {
    await this.service.cancel(viewer, id, version, reason, scope);
    return this.read(viewer, id, info);
  }

  @Needs('meeting.amend')
  @Mutation(() => MeetingType, { description: 'A cancelled one takes place after all' })
  async reinstateMeeting(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number) {
    await this.service.reinstate(viewer, id, version);
    return this.read(viewer, id, info);
  }

  @ResolveField(() => [String])
  viewerCan(@TheViewer() viewer: Viewer, @Parent() row: { viewerCan: Subject }) {
    return [...verbsOn(viewer, 'meeting', row.viewerCan), ...verbsOn(viewer, 'minutes', row.viewerCan).map((verb) => `${verb}Minutes`)];
  }

  private read(viewer: Viewer, id: string, info: GraphQLResolveInfo): Promise<MeetingType | null> {
    if (!isUuid(id)) return Promise.resolve(null);
    return this.reader.answer(meetingById(this.reader.reading(viewer), id, { children: selectionOf(info) }));
  }
}
