import { Field, ID, InputType } from '@nestjs/graphql';
import type { Role } from '@tejido/domain/policy.js';

/** Who answers from now on for what an account answered for; what is left out stays with it. */
@InputType()
export class UserHandOverInput {
  @Field(() => ID, { nullable: true, description: 'Partners whose relationship they looked after' }) organisationsTo?: string | null;
  @Field(() => ID, { nullable: true, description: 'Agreements that they answered for' }) agreementsTo?: string | null;
  @Field(() => ID, { nullable: true, description: 'Open commitments that they owed' }) commitmentsTo?: string | null;
  @Field(() => ID, { nullable: true, description: 'Commitments that they were to verify' }) verificationsTo?: string | null;
  @Field(() => ID, { nullable: true, description: 'Points of the agendas of coming meetings' }) agendaTo?: string | null;
}

/** Absent keeps, null clears. */
@InputType()
export class UserInput {
  @Field(() => String, { nullable: true }) name?: string;
  @Field(() => String, { nullable: true }) email?: string;
  @Field(() => String, { nullable: true, description: 'admin, secretariat, delegate, presidency or observer' }) role?: Exclude<Role, 'public'>;
  @Field(() => String, { nullable: true, description: 'ISO code; a delegate speaks for one' }) country?: string | null;
  @Field(() => String, { nullable: true, description: 'es or en' }) language?: 'es' | 'en';
}
