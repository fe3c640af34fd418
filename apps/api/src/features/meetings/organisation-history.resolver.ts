import { Args, Info, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { composed } from '../../platform/graphql/composed.js';
import { Day } from '../../platform/graphql/scalars.js';
import { OrganisationType } from '../organisations/organisation.type.js';
import { Acquaintance, MeetingType, TimelineEntry } from './meeting.type.js';
import './organisation-history.reads.js'; // declares the pieces that read these fields

@Resolver(() => OrganisationType)
export class OrganisationHistoryResolver {
  @ResolveField(() => [MeetingType], { description: 'Latest first' })
  meetings(@Parent() row: object, @Info() info: GraphQLResolveInfo, @Args('first', { type: () => Int, defaultValue: 50 }) _first: number) {
    return composed(row, info);
  }

  @ResolveField(() => [TimelineEntry], { description: 'What happened with it, latest first' })
  timeline(@Parent() row: object, @Info() info: GraphQLResolveInfo, @Args('first', { type: () => Int, defaultValue: 50 }) _first: number) {
    return composed(row, info);
  }

  @ResolveField(() => Day, { nullable: true, description: 'The last day on which somebody of ours met with it' })
  lastContactOn(@Parent() row: { lastContactOn: string | null }) {
    return row.lastContactOn;
  }

  @ResolveField(() => [Acquaintance], { description: 'Who of the coalition has met with it, latest first' })
  whoKnows(@Parent() row: { whoKnows: Acquaintance[] }) {
    return row.whoKnows;
  }
}
