import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { AdjustmentKind, MatrixState } from '@tejido/domain/matrix.js';
import { Day } from '../../platform/graphql/scalars.js';

/** Absent keeps, null clears. Days of the plan are frozen; current ones are rescheduled. */
@InputType()
export class MatrixRowInput {
  @Field(() => String, { nullable: true, description: 'A country\'s own words' }) label?: string | null;
  @Field(() => String, { nullable: true, description: 'Code of a result of the same axis' }) result?: string | null;
  @Field(() => String, { nullable: true, description: 'Code of the product whose dissemination advances it' }) product?: string | null;
  @Field(() => Day, { nullable: true }) actualFrom?: string | null;
  @Field(() => Day, { nullable: true }) actualTo?: string | null;
  @Field(() => String, { nullable: true }) responsibleRole?: string;
  @Field(() => String, { nullable: true }) responsibleCountry?: string | null;
  @Field(() => String, { nullable: true }) coResponsible?: string;
  @Field(() => [ID], { nullable: true, description: 'Replaces those that the viewer may see' }) allyIds?: string[];
  @Field(() => Int, { nullable: true, description: '0 to 100 by hand; null: derived from what is linked' }) progress?: number | null;
  @Field(() => Int, { nullable: true }) expectedCount?: number | null;
  @Field(() => String, { nullable: true }) state?: MatrixState;
  @Field(() => String, { nullable: true }) observations?: string;
  @Field(() => String, { nullable: true }) assumptions?: string;
  @Field(() => String, { nullable: true }) meansOfVerification?: string;
}

/** A country's own part of a strategy activity. */
@InputType()
export class NewMatrixRowInput {
  @Field(() => String) strategyActivity!: string;
  @Field(() => String, { nullable: true, description: 'The viewer\'s own when absent' }) country?: string;
  @Field(() => String) label!: string;
  @Field(() => Day) from!: string;
  @Field(() => Day) to!: string;
}

@InputType()
export class MatrixAdjustmentInput {
  @Field(() => String, { description: 'activity, responsible, goal or other; days are changed by rescheduling' }) kind!: AdjustmentKind;
  @Field(() => String) what!: string;
  @Field(() => String) why!: string;
  @Field(() => ID, { nullable: true, description: 'In whose minutes it was decided' }) meetingId?: string | null;
}
