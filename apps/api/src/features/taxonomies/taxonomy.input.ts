import { Field, InputType, Int } from '@nestjs/graphql';

/** Absent keeps; a term has a label in both languages, always. */
@InputType()
export class TermInput {
  @Field(() => String, { nullable: true }) labelEs?: string;
  @Field(() => String, { nullable: true }) labelEn?: string;
  @Field(() => String, { nullable: true, description: 'Relationship types alone: how the other end reads it' }) reverseEs?: string;
  @Field(() => String, { nullable: true }) reverseEn?: string;
  @Field(() => String, { nullable: true, description: 'Audiences alone: a few words for lists and charts' }) shortEs?: string;
  @Field(() => String, { nullable: true }) shortEn?: string;
  @Field(() => Int, { nullable: true, description: 'Among its taxonomy; the smallest first' }) position?: number;
  @Field(() => Boolean, { nullable: true, description: 'What a rule reads: contributes, counts, is an instrument' }) counts?: boolean;
}
