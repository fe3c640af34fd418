import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Day } from '../../platform/graphql/scalars.js';

export enum SearchKind {
  organisation = 'organisation',
  person = 'person',
  agreement = 'agreement',
  meeting = 'meeting',
  activity = 'activity',
}
registerEnumType(SearchKind, { name: 'SearchKind' });

/** A record that the global search found; the codes are for the page to put into words. */
@ObjectType()
export class SearchHit {
  @Field(() => SearchKind) kind!: SearchKind;
  @Field(() => ID) id!: string;
  @Field(() => String) label!: string;
  @Field(() => String, { nullable: true, description: 'In English, where it has one' }) labelEn!: string | null;
  @Field(() => String, { nullable: true, description: 'An acronym, or where a person works: the same in every language' }) detail!: string | null;
  @Field(() => String, { nullable: true, description: 'Code of its kind, in the taxonomy of its kind of record' }) kindCode!: string | null;
  @Field(() => String, { nullable: true }) country!: string | null;
  @Field(() => Day, { nullable: true, description: 'When it began or took place' }) day!: string | null;
}
