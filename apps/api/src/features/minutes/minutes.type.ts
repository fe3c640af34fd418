import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, Day, Json } from '../../platform/graphql/scalars.js';
import { CommitmentType } from '../commitments/commitment.type.js';

/** What was decided: numbered over the whole minutes; what few may read has numbers of its own (R1, S1). */
@ObjectType('Decision')
export class DecisionType {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Its number as readers know it' }) label!: string;
  @Field(() => String) text!: string;
  @Field(() => String, { nullable: true, description: 'country or secretariat; null: whoever may read the meeting' }) visibility!: string | null;
  @Field(() => Int) version!: number;
}

@ObjectType('MinutesSection')
export class MinutesSectionType {
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
  @Field(() => Int, { nullable: true, description: 'Null for what few may read: its number would betray it' }) number!: number | null;
  @Field(() => Json, { description: 'The tree of the editor; mentions carry the name that the viewer may see' }) content!: unknown;
  @Field(() => ID, { nullable: true }) agendaItemId!: string | null;
  @Field(() => String, { nullable: true, description: 'country or secretariat; null: whoever may read the meeting' }) visibility!: string | null;
  @Field(() => [DecisionType]) decisions!: DecisionType[];
  @Field(() => [CommitmentType]) commitments!: CommitmentType[];
  @Field(() => String, { nullable: true, description: 'Who wrote last' }) updatedBy!: string | null;
  @Field(() => DateTime) updatedAt!: string;
  @Field(() => Int) version!: number;
}

/** What somebody who may read the circulated minutes says is wrong with them. */
@ObjectType('MinutesObservation')
export class MinutesObservationType {
  @Field(() => ID) id!: string;
  @Field(() => ID, { nullable: true, description: 'Null: on the whole' }) sectionId!: string | null;
  @Field(() => Int) round!: number;
  @Field(() => String) author!: string;
  @Field(() => String) text!: string;
  @Field(() => Day) madeOn!: string;
  @Field(() => String, { nullable: true, description: 'accepted, rejected or answered; null: it waits' }) outcome!: string | null;
  @Field(() => String) answer!: string;
  @Field(() => String, { nullable: true }) answeredBy!: string | null;
  @Field(() => Day, { nullable: true }) answeredOn!: string | null;
}

@ObjectType('MinutesAgreement')
export class MinutesAgreementType {
  @Field(() => Int, { description: 'Delegations that may read them' }) asked!: number;
  @Field(() => [String], { description: 'Names of those that agreed with this round' }) agreed!: string[];
  @Field(() => Boolean, { description: 'Has the viewer agreed?' }) mine!: boolean;
}

/** What was approved at a time, and how it was reopened. */
@ObjectType('MinutesVersion')
export class MinutesVersionType {
  @Field(() => Int) number!: number;
  @Field(() => String) contentHash!: string;
  @Field(() => Day) approvedOn!: string;
  @Field(() => String, { nullable: true }) approvedBy!: string | null;
  @Field(() => Day, { nullable: true }) reopenedOn!: string | null;
  @Field(() => String, { nullable: true }) reopenedBy!: string | null;
  @Field(() => String) reopenedReason!: string;
}

@ObjectType('Minutes')
export class MinutesType {
  @Field(() => String, { description: 'draft, circulated or approved' }) state!: string;
  @Field(() => Day, { nullable: true }) circulatedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of whoever circulated them' }) circulatedBy!: string | null;
  @Field(() => Day, { nullable: true, description: 'Last day of the window' }) observationsUntil!: string | null;
  @Field(() => Boolean, { description: 'May observations be written today?' }) windowOpen!: boolean;
  @Field(() => Day, { nullable: true }) approvedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of whoever approved them' }) approvedBy!: string | null;
  @Field(() => String, { nullable: true, description: 'SHA-256 of all that they contain' }) contentHash!: string | null;
  @Field(() => Int) round!: number;
  @Field(() => Int) decisionCount!: number;
  @Field(() => Int, { description: 'Observations without an answer' }) unansweredCount!: number;
  @Field(() => [MinutesSectionType]) sections!: MinutesSectionType[];
  @Field(() => [MinutesObservationType]) observations!: MinutesObservationType[];
  @Field(() => MinutesAgreementType) agreement!: MinutesAgreementType;
  @Field(() => [MinutesVersionType], { description: 'Latest first' }) versions!: MinutesVersionType[];
  @Field(() => Int) version!: number;
}
