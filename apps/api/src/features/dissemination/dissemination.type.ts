import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { pageOf } from '../../platform/graphql/page.type.js';
import { Day } from '../../platform/graphql/scalars.js';
import { OrganisationType } from '../organisations/organisation.type.js';

/** A key message or product sent to an audience by a medium. */
@ObjectType('Dissemination')
export class DisseminationType {
  @Field(() => ID) id!: string;
  @Field(() => String) audience!: string;
  @Field(() => String, { description: 'What was said' }) message!: string;
  @Field(() => String, { nullable: true, description: 'The planned message that it carried' }) planEntry!: string | null;
  @Field(() => String, { nullable: true }) product!: string | null;
  @Field(() => String) medium!: string;
  @Field(() => Day) sentOn!: string;
  @Field(() => OrganisationType, { nullable: true, description: 'To which organisation, when it was one' }) organisation!: OrganisationType | null;
  @Field(() => String, { description: 'To whom, in words' }) recipients!: string;
  @Field(() => String, { nullable: true }) strategyActivity!: string | null;
  @Field(() => Day) recordedOn!: string;
  @Field(() => String) visibility!: string;
  @Field(() => String, { nullable: true }) country!: string | null;
  @Field(() => Boolean) demonstration!: boolean;
  @Field(() => Int) version!: number;
}

@ObjectType()
export class DisseminationPage extends pageOf(DisseminationType) {}
