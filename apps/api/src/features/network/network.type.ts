import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Day } from '../../platform/graphql/scalars.js';

@ObjectType()
export class NetworkNode {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) nameEn!: string | null;
  @Field(() => String, { nullable: true }) acronym!: string | null;
  @Field(() => String, { nullable: true }) acronymEn!: string | null;
  @Field(() => String) standing!: string;
  @Field(() => String, { nullable: true }) audience!: string | null;
  @Field(() => String, { nullable: true }) kind!: string | null;
  @Field(() => String, { nullable: true }) scope!: string | null;
  @Field(() => String, { nullable: true }) seatCountry!: string | null;
  @Field(() => Int, { description: 'Number of ties in this network' }) ties!: number;
}

/** Two organisations and what ties them on the day; `a` sorts before `b`. */
@ObjectType()
export class NetworkTie {
  @Field(() => ID) a!: string;
  @Field(() => ID) b!: string;
  @Field(() => Boolean, { description: 'On paper: an agreement in force, a relationship or a parent' }) declared!: boolean;
  @Field(() => Boolean, { description: 'In practice: they met or did something together' }) demonstrated!: boolean;
  @Field(() => Float, { description: 'What is declared weighs 1 while it holds; an encounter is halved every two years' }) weight!: number;
  @Field(() => Int) agreements!: number;
  @Field(() => Int) meetings!: number;
  @Field(() => Int) activities!: number;
  @Field(() => Int) relationships!: number;
}

@ObjectType()
export class Network {
  @Field(() => Day) day!: string;
  @Field(() => [NetworkNode]) nodes!: NetworkNode[];
  @Field(() => [NetworkTie]) ties!: NetworkTie[];
  @Field(() => Int, { description: 'Organisations with a tie, before the limit' }) total!: number;
}

@ObjectType()
export class TieEvidenceType {
  @Field(() => String, { description: 'agreement, meeting, activity, relationship or parent' }) kind!: string;
  @Field(() => ID) id!: string;
  @Field(() => String) label!: string;
  @Field(() => Day, { nullable: true }) from!: string | null;
  @Field(() => Day, { nullable: true }) to!: string | null;
}

@InputType()
export class NetworkFilter {
  @Field(() => [String], { nullable: true }) kind?: string[] | null;
  @Field(() => [String], { nullable: true }) audience?: string[] | null;
  @Field(() => [String], { nullable: true }) scope?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Country of seat or of work' }) country?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Of the organisation' }) theme?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Kinds of evidence: agreement, meeting, activity, relationship, parent' }) evidence?: string[] | null;
  @Field(() => ID, { nullable: true, description: 'Only this organisation, its neighbours and the ties among them' }) focusId?: string | null;
}
