import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Day, DateTime } from '../../platform/graphql/scalars.js';
import { pageOf } from '../../platform/graphql/page.type.js';

@ObjectType('File', { description: 'Its bytes: GET /files/<id>, with ?show to see it in place' })
export class FileType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) mediaType!: string;
  @Field(() => Int, { description: 'In bytes' }) size!: number;
}

@ObjectType('EvidenceVersion', { description: 'What it was before it was replaced' })
export class EvidenceVersionType {
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true }) address!: string | null;
  @Field(() => String, { nullable: true }) archiveReference!: string | null;
  @Field(() => FileType, { nullable: true }) file!: FileType | null;
  @Field(() => String, { nullable: true }) addedBy!: string | null;
  @Field(() => Day) addedOn!: string;
  @Field(() => String, { nullable: true }) verifiedBy!: string | null;
  @Field(() => Day, { nullable: true }) verifiedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it had been sent back' }) returnReason!: string | null;
  @Field(() => DateTime) replacedAt!: string;
}

@ObjectType('EvidenceProves', { description: 'The record that it proves' })
export class EvidenceProvesType {
  @Field(() => String, { description: 'agreement or activity' }) kind!: string;
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
}

@ObjectType('Evidence', { description: 'What proves an agreement or an activity: a file, an official address or a place in the archive' })
export class EvidenceType {
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true }) address!: string | null;
  @Field(() => String, { nullable: true }) archiveReference!: string | null;
  @Field(() => FileType, { nullable: true }) file!: FileType | null;
  @Field(() => String, { description: 'waiting, returned or verified' }) state!: string;
  @Field(() => Day) addedOn!: string;
  @Field(() => String, { nullable: true, description: 'Name of whoever added it, or replaced it last' }) addedBy!: string | null;
  @Field(() => Boolean, { description: 'The viewer added it, and so cannot verify it' }) addedByViewer!: boolean;
  @Field(() => Day, { nullable: true }) verifiedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of whoever verified it' }) verifiedBy!: string | null;
  @Field(() => Day, { nullable: true }) returnedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of whoever sent it back' }) returnedBy!: string | null;
  @Field(() => String, { nullable: true }) returnReason!: string | null;
  @Field(() => Boolean, { description: 'The viewer may verify it or send it back: somebody else added it' }) canVerify!: boolean;
  @Field(() => [EvidenceVersionType], { description: 'Before it was replaced, the latest first' }) versions!: EvidenceVersionType[];
  @Field(() => EvidenceProvesType) proves!: EvidenceProvesType;
  @Field(() => Int) version!: number;
}

@ObjectType()
export class EvidencePage extends pageOf(EvidenceType) {}
