import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { LapseQueries } from './lapse.queries.js';
import { AllianceLapseType } from './lapse.type.js';

@Resolver(() => AllianceLapseType)
export class LapseResolver {
  constructor(private readonly queries: LapseQueries) {}

  @Needs('indicator.read')
  @Query(() => AllianceLapseType, { description: 'What the number of allies will be if these agreements end and are not renewed' })
  allianceLapse(@TheViewer() viewer: Viewer, @Args('agreementIds', { type: () => [ID] }) agreementIds: string[]) {
    return this.queries.lapse(viewer, agreementIds);
  }
}
