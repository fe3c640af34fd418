import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { Clock } from '../../platform/clock.js';
import { Reader } from '../../platform/graphql/read.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { OrganisationType } from '../organisations/organisation.type.js';
import { ColleagueType } from '../users/user.type.js';
import { partnershipOf, type PartnershipFacts } from './partnership.js';
import { NextStep, Partnership } from './partnership.type.js';
import { partnershipFacts } from './partnerships.reads.js';

@Resolver(() => OrganisationType)
export class PartnershipsResolver {
  constructor(private readonly reader: Reader, private readonly clock: Clock) {}

  @Needs('organisation.read')
  @Query(() => Partnership, { nullable: true, description: 'How we stand with an organisation from outside, each judgement with what it is made of' })
  async partnership(@TheViewer() viewer: Viewer, @Args('organisationId', { type: () => ID }) organisationId: string): Promise<Partnership | null> {
    if (!isUuid(organisationId)) return null;
    const facts = await this.reader.answer<PartnershipFacts>(partnershipFacts(this.reader.reading(viewer), organisationId));
    return facts && partnershipOf(viewer, facts, this.clock.today());
  }

  @ResolveField(() => NextStep, { nullable: true, description: 'What comes next with it: a meeting, what is owed, an agreement that ends' })
  nextStep(@Parent() row: { nextStep: NextStep | null }) {
    return row.nextStep;
  }

  @ResolveField(() => ColleagueType, { nullable: true, description: 'Who of us looks after the relationship' })
  relationshipOwner(@Parent() row: { relationshipOwner: ColleagueType | null }) {
    return row.relationshipOwner;
  }
}
