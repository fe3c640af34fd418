import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, Day } from '../../platform/graphql/scalars.js';
import { CountedRecord, ExcludedRecord, NamedRecord } from './indicator.type.js';

/** A record that counts now and did not when the snapshot was taken, or the other way round. */
@ObjectType()
export class SnapshotChange {
  @Field(() => NamedRecord) record!: NamedRecord;
  @Field(() => String, { description: 'recorded_late, verified_late, corrected, or the reason for which it does not count now' }) because!: string;
}

/** "Published 6, now 7 (1 recorded late)": the same count over the same days with what is known now. */
@ObjectType()
export class SnapshotDifferenceType {
  @Field(() => [SnapshotChange]) added!: SnapshotChange[];
  @Field(() => [SnapshotChange]) removed!: SnapshotChange[];
  @Field(() => Int, { description: 'Of both, not for this viewer to name' }) withheld!: number;
}

/** A frozen figure: proposed by the secretariat, approved by the presidency, never changed. */
@ObjectType('Snapshot')
export class SnapshotType {
  @Field(() => ID) id!: string;
  @Field(() => String) indicator!: string;
  @Field(() => Day, { nullable: true, description: 'Of a stock' }) onDay!: string | null;
  @Field(() => Day, { nullable: true }) fromDay!: string | null;
  @Field(() => Day, { nullable: true }) toDay!: string | null;
  @Field(() => Day) knownOn!: string;
  @Field(() => Float, { description: 'As it was frozen' }) value!: number;
  @Field(() => Float, { description: 'The same count with what is known now' }) valueNow!: number;
  @Field(() => SnapshotDifferenceType) difference!: SnapshotDifferenceType;
  @Field(() => [CountedRecord], { description: 'As they were frozen, where the viewer may see them' }) counted!: CountedRecord[];
  @Field(() => [ExcludedRecord]) excluded!: ExcludedRecord[];
  @Field(() => Int) withheldCounted!: number;
  @Field(() => Int) definitionVersion!: number;
  @Field(() => String) proposedBy!: string;
  @Field(() => DateTime) proposedAt!: string;
  @Field(() => String, { nullable: true }) approvedBy!: string | null;
  @Field(() => DateTime, { nullable: true }) approvedAt!: string | null;
  @Field(() => String, { description: 'SHA-256 of value, lists, days and definition' }) contentHash!: string;
  @Field(() => Boolean, { description: 'The content still has the hash that was signed' }) intact!: boolean;
  @Field(() => Boolean) canApprove!: boolean;
}
