import { Args, ID, Info, Int, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { Reader } from '../../platform/graphql/read.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { MeetingType } from './meeting.type.js';
import { meetingById } from './meetings.reads.js';
import { MinutesService } from './minutes.service.js';

const MEETING_ID = { type: () => ID } as const;

@Resolver()
export class MinutesResolver {
  constructor(private readonly reader: Reader, private readonly service: MinutesService) {}

  @Needs('minutes.write')
  @Mutation(() => MeetingType)
  async writeMinutes(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('meetingId', MEETING_ID) meetingId: string, @Args('body') body: string,
    @Args('version', { type: () => Int, nullable: true, description: 'Of the minutes that the text builds on; null when there are none yet' }) version?: number,
  ) {
    await this.service.write(viewer, meetingId, body, version ?? null);
    return this.read(viewer, meetingId, info);
  }

  @Needs('minutes.write')
  @Mutation(() => MeetingType)
  async circulateMinutes(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('meetingId', MEETING_ID) meetingId: string) {
    await this.service.circulate(viewer, meetingId);
    return this.read(viewer, meetingId, info);
  }

  @Needs('minutes.approve')
  @Mutation(() => MeetingType, { description: 'From then on they are read only' })
  async approveMinutes(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('meetingId', MEETING_ID) meetingId: string) {
    await this.service.approve(viewer, meetingId);
    return this.read(viewer, meetingId, info);
  }

  private read(viewer: Viewer, id: string, info: GraphQLResolveInfo): Promise<MeetingType | null> {
    return this.reader.answer(meetingById(this.reader.reading(viewer), id, { children: selectionOf(info) }));
  }
}
