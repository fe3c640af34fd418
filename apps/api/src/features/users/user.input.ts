import { Field, InputType } from '@nestjs/graphql';
import type { Role } from '@tejido/domain/policy.js';

/** Absent keeps, null clears. */
@InputType()
export class UserInput {
  @Field(() => String, { nullable: true }) name?: string;
  @Field(() => String, { nullable: true }) email?: string;
  @Field(() => String, { nullable: true, description: 'admin, secretariat, delegate, presidency or observer' }) role?: Exclude<Role, 'public'>;
  @Field(() => String, { nullable: true, description: 'ISO code; a delegate speaks for one' }) country?: string | null;
  @Field(() => String, { nullable: true, description: 'es or en' }) language?: 'es' | 'en';
}
