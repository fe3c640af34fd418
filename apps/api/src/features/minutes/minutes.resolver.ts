import { Args, ID, Info, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { withNames, type ContentNode, type Mention } from '@tejido/domain/minutes-content.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { Reader } from '../../platform/graphql/read.js';
import { Json } from '../../platform/graphql/scalars.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { MeetingType } from '../meetings/meeting.type.js';
import { meetingById } from '../meetings/meetings.reads.js';
import { AttendanceInput, DecisionInput, MinutesCommitmentInput, MinutesSectionInput } from './minutes.input.js';
import { MinutesPartsService } from './minutes-parts.service.js';
import { MinutesService } from './minutes.service.js';
import { MinutesSectionType } from './minutes.type.js';

const ID_OF = { type: () => ID } as const;
const VERSION = { type: () => Int } as const;

/** What writes a draft; each answers the meeting with its minutes as they are then. */
@Resolver(() => MinutesSectionType)
export class MinutesResolver {
  constructor(private readonly reader: Reader, private readonly service: MinutesService, private readonly parts: MinutesPartsService) {}

  @Needs('minutes.write')
  @Mutation(() => MeetingType, { description: 'Begins the minutes: a section for each point of the agenda' })
  async startMinutes(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('meetingId', ID_OF) meetingId: string) {
    await this.service.start(viewer, meetingId);
    return this.read(viewer, meetingId, info);
  }

  @Needs('minutes.write')
  @Mutation(() => MeetingType)
  async addMinutesSection(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('meetingId', ID_OF) meetingId: string, @Args('input') input: MinutesSectionInput,
  ) {
    await this.service.addSection(viewer, meetingId, input);
    return this.read(viewer, meetingId, info);
  }

  @Needs('minutes.write')
  @Mutation(() => MeetingType)
  async saveMinutesSection(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', ID_OF) id: string, @Args('version', VERSION) version: number,
    @Args('input') input: MinutesSectionInput,
  ) {
    return this.read(viewer, await this.service.saveSection(viewer, id, version, input), info);
  }

  @Needs('minutes.write')
  @Mutation(() => MeetingType, { description: 'One place down, or up' })
  async moveMinutesSection(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', ID_OF) id: string, @Args('down') down: boolean) {
    return this.read(viewer, await this.service.moveSection(viewer, id, down), info);
  }

  @Needs('minutes.write')
  @Mutation(() => MeetingType)
  async removeMinutesSection(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', ID_OF) id: string, @Args('version', VERSION) version: number) {
    return this.read(viewer, await this.service.removeSection(viewer, id, version), info);
  }

  @Needs('minutes.write')
  @Mutation(() => MeetingType)
  async recordDecision(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('sectionId', ID_OF) sectionId: string, @Args('input') input: DecisionInput) {
    return this.read(viewer, await this.parts.recordDecision(viewer, sectionId, input), info);
  }

  @Needs('minutes.write')
  @Mutation(() => MeetingType)
  async amendDecision(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', ID_OF) id: string, @Args('version', VERSION) version: number, @Args('input') input: DecisionInput,
  ) {
    return this.read(viewer, await this.parts.amendDecision(viewer, id, version, input), info);
  }

  @Needs('minutes.write')
  @Mutation(() => MeetingType)
  async removeDecision(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', ID_OF) id: string, @Args('version', VERSION) version: number) {
    return this.read(viewer, await this.parts.removeDecision(viewer, id, version), info);
  }

  @Needs('minutes.write')
  @Mutation(() => MeetingType, { description: 'Whether somebody was there, excused, or spoke for somebody else' })
  async markAttendance(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', ID_OF) id: string, @Args('input') input: AttendanceInput) {
    return this.read(viewer, await this.parts.markAttendance(viewer, id, input), info);
  }

  @Needs('minutes.write')
  @Mutation(() => MeetingType, { description: 'A commitment made at this point' })
  async promiseInMinutes(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('sectionId', ID_OF) sectionId: string, @Args('input') input: MinutesCommitmentInput,
  ) {
    return this.read(viewer, await this.parts.promise(viewer, sectionId, input), info);
  }

  /** The names that the viewer may see are read with the section, in the same statement. */
  @ResolveField(() => Json)
  content(@Parent() row: { content: { doc: ContentNode; names: (Mention & { label: string | null })[] } }) {
    const names = new Map(row.content.names.map(({ kind, id, label }) => [`${kind} ${id}`, label]));
    return withNames(row.content.doc, ({ kind, id }) => names.get(`${kind} ${id}`) ?? undefined);
  }

  private read(viewer: Viewer, id: string, info: GraphQLResolveInfo): Promise<MeetingType | null> {
    return this.reader.answer(meetingById(this.reader.reading(viewer), id, { children: selectionOf(info) }));
  }
}
