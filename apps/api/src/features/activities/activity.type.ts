import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Day } from '../../platform/graphql/scalars.js';
import { pageOf } from '../../platform/graphql/page.type.js';
import { AgreementType } from '../agreements/agreement.type.js';
import { EvidenceType } from '../evidence/evidence.type.js';
import { OrganisationType } from '../organisations/organisation.type.js';

@ObjectType('Participation')
export class ParticipationType {
  @Field(() => ID) id!: string;
  @Field(() => String) role!: string;
  @Field(() => Boolean, { description: 'Attending is not contributing' }) contributes!: boolean;
  @Field(() => OrganisationType) organisation!: OrganisationType;
}

/** Campaign, training, forum, publication … carried out with partner organisations in roles. */
@ObjectType('Activity')
export class ActivityType {
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true }) titleEn!: string | null;
  @Field(() => String) kind!: string;
  @Field(() => String, { description: 'planned, under_way, done or cancelled' }) status!: string;
  @Field(() => String) summary!: string;
  @Field(() => Day, { nullable: true }) startsOn!: string | null;
  @Field(() => Day, { nullable: true }) endsOn!: string | null;
  @Field(() => ActivityType, { nullable: true }) parent!: ActivityType | null;
  @Field(() => [ActivityType], { description: 'Sub-activities; they are not counted' }) parts!: ActivityType[];
  @Field(() => String, { nullable: true }) strategyActivity!: string | null;
  @Field(() => String, { nullable: true }) axis!: string | null;
  @Field(() => AgreementType, { nullable: true, description: 'Under which it is carried out' }) agreement!: AgreementType | null;
  @Field(() => String, { description: "'counts' in the indicator of its year, or why it does not (ACTIVITY_EXCLUSIONS of the domain)" })
  counting!: string;
  @Field(() => [String]) countries!: string[];
  @Field(() => [String]) themes!: string[];
  @Field(() => [Int]) sdgs!: number[];
  @Field(() => [ParticipationType]) participations!: ParticipationType[];
  @Field(() => [EvidenceType]) evidence!: EvidenceType[];
  @Field(() => Day) recordedOn!: string;
  @Field(() => String) visibility!: string;
  @Field(() => String, { nullable: true }) country!: string | null;
  @Field(() => Boolean) demonstration!: boolean;
  @Field(() => Int) version!: number;
}

@ObjectType()
export class ActivityPage extends pageOf(ActivityType) {}
