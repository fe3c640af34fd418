import { Args, ID, Info, Int, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { ObservationOutcome } from '@tejido/domain/minutes.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { Reader } from '../../platform/graphql/read.js';
import { Day } from '../../platform/graphql/scalars.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { MeetingType } from '../meetings/meeting.type.js';
import { meetingById } from '../meetings/meetings.reads.js';
import { MinutesRoundsService } from './minutes-rounds.service.js';

const MEETING_ID = { type: () => ID } as const;
const SEEN = { type: () => Int, nullable: true, description: 'Of the minutes that were seen: others are refused' } as const;

/** How minutes go round; each answers the meeting with its minutes as they are then. */
@Resolver()
export class MinutesRoundsResolver {
  constructor(private readonly reader: Reader, private readonly service: MinutesRoundsService) {}

  @Needs('minutes.circulate')
  @Mutation(() => MeetingType)
  async circulateMinutes(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('meetingId', MEETING_ID) meetingId: string, @Args('version', SEEN) version?: number,
    @Args('observationsUntil', { type: () => Day, nullable: true, description: 'Last day of the window; a week from today when absent' }) observationsUntil?: string,
  ) {
    await this.service.circulate(viewer, meetingId, version ?? null, observationsUntil ?? null);
    return this.read(viewer, meetingId, info);
  }

  @Needs('minutes.circulate')
  @Mutation(() => MeetingType, { description: 'Back to a draft, to take observations in' })
  async reviseMinutes(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('meetingId', MEETING_ID) meetingId: string) {
    await this.service.revise(viewer, meetingId);
    return this.read(viewer, meetingId, info);
  }

  @Needs('minutes.observe')
  @Mutation(() => MeetingType)
  async observeMinutes(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('meetingId', MEETING_ID) meetingId: string, @Args('text') text: string,
    @Args('sectionId', { type: () => ID, nullable: true, description: 'Absent: on the whole' }) sectionId?: string,
  ) {
    await this.service.observe(viewer, meetingId, sectionId ?? null, text);
    return this.read(viewer, meetingId, info);
  }

  @Needs('minutes.answer')
  @Mutation(() => MeetingType)
  async answerObservation(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', MEETING_ID) id: string,
    @Args('outcome', { type: () => String, description: 'accepted, rejected or answered' }) outcome: ObservationOutcome, @Args('answer') answer: string,
  ) {
    return this.read(viewer, await this.service.answer(viewer, id, outcome, answer), info);
  }

  @Needs('minutes.agree')
  @Mutation(() => MeetingType, { description: 'The delegation has nothing to observe' })
  async agreeMinutes(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('meetingId', MEETING_ID) meetingId: string) {
    await this.service.agree(viewer, meetingId);
    return this.read(viewer, meetingId, info);
  }

  @Needs('minutes.approve')
  @Mutation(() => MeetingType, { description: 'From then on they are read only' })
  async approveMinutes(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('meetingId', MEETING_ID) meetingId: string, @Args('version', SEEN) version?: number,
  ) {
    await this.service.approve(viewer, meetingId, version ?? null);
    return this.read(viewer, meetingId, info);
  }

  @Needs('minutes.reopen')
  @Mutation(() => MeetingType, { description: 'A draft again; what was approved stays as a version' })
  async reopenMinutes(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('meetingId', MEETING_ID) meetingId: string, @Args('reason') reason: string) {
    await this.service.reopen(viewer, meetingId, reason);
    return this.read(viewer, meetingId, info);
  }

  private read(viewer: Viewer, id: string, info: GraphQLResolveInfo): Promise<MeetingType | null> {
    return this.reader.answer(meetingById(this.reader.reading(viewer), id, { children: selectionOf(info) }));
  }
}
