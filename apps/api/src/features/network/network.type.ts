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
  @Field(() => [String]) countries!: string[];
  @Field(() => [String]) themes!: string[];
  @Field(() => Int, { description: 'Number of ties in this network, before the limit' }) ties!: number;
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
  @Field(() => Int, { description: 'Organisations that match the filter, with a tie or without' }) matching!: number;
  @Field(() => Int, { description: 'Organisations with a tie, before the limit' }) total!: number;
  @Field(() => Int, { description: 'Ties, before the limit' }) totalTies!: number;
}

@ObjectType()
export class TieEvidenceType {
  @Field(() => String, { description: 'agreement, meeting, activity, relationship or parent' }) kind!: string;
  @Field(() => ID, { description: "Of the agreement, meeting, activity or relationship; of a parent, the lower organisation's" }) id!: string;
  @Field(() => String, { description: "Its title; of a relationship, its type's code; of a parent, the lower organisation's name" }) label!: string;
  @Field(() => String, { nullable: true }) labelEn!: string | null;
  @Field(() => Day, { nullable: true, description: 'First day' }) from!: string | null;
  @Field(() => Day, { nullable: true, description: 'Last day, included; null: open' }) to!: string | null;
  @Field(() => ID, { nullable: true, description: 'Of a relationship or parent: the organisation that it is said of' }) readsFrom!: string | null;
  @Field(() => Float, { description: 'What it adds to the weight of the tie' }) weight!: number;
}

@InputType()
export class NetworkFilter {
  @Field(() => [String], { nullable: true }) kind?: string[] | null;
  @Field(() => [String], { nullable: true }) audience?: string[] | null;
  @Field(() => [String], { nullable: true }) scope?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Country of seat or of work' }) country?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Of the organisation' }) theme?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Kinds of evidence: agreement, meeting, activity, relationship, parent' }) evidence?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'external, member, coalition; without the coalition itself, which is tied to all, the rest is seen' }) standing?: string[] | null;
  @Field(() => ID, { nullable: true, description: 'Only this organisation, its neighbours and the ties among them' }) focusId?: string | null;
}
