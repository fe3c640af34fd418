import { Field, ID, InputType } from '@nestjs/graphql';

/** Absent keeps, null clears: it is found in a file, at an official address or in the archive. */
@InputType()
export class EvidenceInput {
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => String, { nullable: true, description: 'An official address, https://…' }) address?: string | null;
  @Field(() => String, { nullable: true, description: 'Where the document is archived' }) archiveReference?: string | null;
  @Field(() => ID, { nullable: true, description: 'One that the viewer uploaded (POST /files)' }) fileId?: string | null;
}

@InputType()
export class EvidenceFilter {
  @Field(() => [String], { nullable: true, description: 'waiting, returned or verified' }) state?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'agreement or activity' }) proves?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Of the record that it proves' }) country?: string[] | null;
  @Field(() => String, { nullable: true }) text?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Added by the viewer' }) mine?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Waits, and somebody else than the viewer added it' }) verifiable?: boolean | null;
}
