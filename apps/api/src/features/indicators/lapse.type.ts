import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Day } from '../../platform/graphql/scalars.js';
import { CountedRecord } from './indicator.type.js';

@ObjectType({ description: 'The stock of alliances on a day' })
export class LapseStock {
  @Field(() => Day) on!: string;
  @Field(() => Int) allies!: number;
  @Field(() => Int) instruments!: number;
}

/** Some allies, each with the agreements that decide. */
@ObjectType()
export class LapseGroup {
  @Field(() => Int) value!: number;
  @Field(() => [CountedRecord]) allies!: CountedRecord[];
  @Field(() => Int, { description: 'Counted, but not for this viewer to name' }) withheld!: number;
}

/** The number of allies if the chosen agreements end and are not renewed, and all others go on. */
@ObjectType('AllianceLapse')
export class AllianceLapseType {
  @Field(() => LapseStock, { description: 'The indicator today' }) today!: LapseStock;
  @Field(() => LapseStock, { description: 'On the first day on which none of the chosen ones is in force; today when none is chosen' }) after!: LapseStock;
  @Field(() => LapseGroup, { description: 'Allies by the chosen agreements alone' }) lost!: LapseGroup;
  @Field(() => LapseGroup, { description: 'No allies any more by then, whatever is chosen' }) lostAnyway!: LapseGroup;
  @Field(() => LapseGroup, { description: 'Allies by a chosen agreement that stay so by those told in `through`' }) kept!: LapseGroup;
  @Field(() => LapseGroup, { description: 'Allies by what is signed and takes effect meanwhile' }) gained!: LapseGroup;
}
