import { Field, ID, InputType } from '@nestjs/graphql';
import type { Visibility } from '@tejido/domain/policy.js';
import type { ContactKind } from '../organisations/organisation.entity.js';
import { Day } from '../../platform/graphql/scalars.js';

@InputType()
export class AffiliationInput {
  @Field(() => ID) organisationId!: string;
  @Field(() => String, { nullable: true }) post?: string | null;
  @Field(() => Day, { nullable: true }) fromDay?: string | null;
  @Field(() => Day, { nullable: true }) toDay?: string | null;
}

/** How to reach somebody. */
@InputType()
export class PersonContactInput {
  @Field(() => String, { description: 'email, phone, messaging, social, website or address' }) kind!: ContactKind;
  @Field(() => String, { nullable: true, description: 'Work, home, WhatsApp …' }) label?: string | null;
  @Field(() => String) value!: string;
  @Field(() => Boolean, { nullable: true, description: 'The one to use first; one at most' }) preferred?: boolean | null;
}

/** To whom goes what somebody owned at an organisation; what is left out stays with them. */
@InputType()
export class PostHandOverInput {
  @Field(() => ID, { nullable: true, description: 'Open commitments' }) commitmentsTo?: string | null;
  @Field(() => ID, { nullable: true, description: 'Signatures still to be given' }) signaturesTo?: string | null;
  @Field(() => String, { nullable: true, description: 'Why another signs: kept with the party, beside who was named before' }) reason?: string | null;
  @Field(() => ID, { nullable: true, description: 'Meetings to come' }) meetingsTo?: string | null;
}

/** Absent keeps, null clears. */
@InputType()
export class PersonInput {
  @Field(() => String, { nullable: true }) name?: string;
  @Field(() => String, { nullable: true }) email?: string | null;
  @Field(() => String, { nullable: true }) phone?: string | null;
  @Field(() => [PersonContactInput], { nullable: true, description: 'Every way to reach them; the list replaces the one before, and email and phone are not looked at' }) contactPoints?: PersonContactInput[];
  @Field(() => [String], { nullable: true, description: 'Codes of the languages spoken: es, en …' }) languages?: string[];
  @Field(() => String, { nullable: true, description: 'consent, public_office or legitimate_interest' }) consentBasis?: string | null;
  @Field(() => Day, { nullable: true }) consentOn?: string | null;
  @Field(() => String, { nullable: true }) notes?: string;
  @Field(() => [AffiliationInput], { nullable: true, description: 'Posts to add; none is ever overwritten' }) affiliations?: AffiliationInput[];
  @Field(() => String, { nullable: true }) visibility?: Visibility;
  @Field(() => String, { nullable: true }) country?: string | null;
}
