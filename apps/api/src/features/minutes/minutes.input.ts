import { Field, ID, InputType } from '@nestjs/graphql';
import type { PartVisibility } from '@tejido/domain/minutes.js';
import { Day, Json } from '../../platform/graphql/scalars.js';
import type { Presence } from '../meetings/meeting.entity.js';

/** Absent keeps; a null visibility opens it to whoever may read the meeting. */
@InputType()
export class MinutesSectionInput {
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => Json, { nullable: true, description: 'The tree of the editor, never HTML' }) content?: unknown;
  @Field(() => String, { nullable: true, description: 'country or secretariat' }) visibility?: PartVisibility | null;
  @Field(() => ID, { nullable: true, description: 'When the section is added' }) agendaItemId?: string | null;
}

@InputType()
export class DecisionInput {
  @Field(() => String, { nullable: true }) text?: string;
  @Field(() => String, { nullable: true, description: 'country or secretariat' }) visibility?: PartVisibility | null;
}

@InputType()
export class AttendanceInput {
  @Field(() => String, { description: 'present, excused or on_behalf' }) presence!: Presence;
  @Field(() => ID, { nullable: true }) onBehalfOfPersonId?: string | null;
  @Field(() => ID, { nullable: true }) onBehalfOfOrganisationId?: string | null;
}

/** Nobody named owes: the viewer does. */
@InputType()
export class MinutesCommitmentInput {
  @Field(() => String) text!: string;
  @Field(() => ID, { nullable: true }) ownerOrganisationId?: string | null;
  @Field(() => ID, { nullable: true }) ownerPersonId?: string | null;
  @Field(() => ID, { nullable: true }) beneficiaryOrganisationId?: string | null;
  @Field(() => Day, { nullable: true }) dueOn?: string | null;
}
