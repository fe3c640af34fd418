import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { pageOf } from '../../platform/graphql/page.type.js';
import { DateTime, Day } from '../../platform/graphql/scalars.js';

/** What the viewer is reminded of. It goes by itself when its cause is over. */
@ObjectType('Notification')
export class NotificationType {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'commitment_due, commitment_to_verify, agreement_expiring, minutes_to_circulate, minutes_to_approve, evidence_to_verify or organisation_to_confirm' }) kind!: string;
  @Field(() => Int, { nullable: true, description: 'The threshold that was reached: days left, -1 when overdue' }) threshold!: number | null;
  @Field(() => Day, { nullable: true }) dueOn!: string | null;
  @Field(() => DateTime) createdAt!: string;
  @Field(() => DateTime, { nullable: true }) readAt!: string | null;
  @Field(() => String, { description: 'agreement, commitment, meeting, activity or organisation' }) subjectTable!: string;
  @Field(() => ID) subjectId!: string;
  @Field(() => String, { description: 'The title, name or text of the record' }) label!: string;
  @Field(() => String, { nullable: true, description: 'In English, where it has one' }) labelEn!: string | null;
}

@ObjectType()
export class NotificationPage extends pageOf(NotificationType) {}

@InputType()
export class NotificationFilter {
  @Field(() => Boolean, { nullable: true }) unread?: boolean | null;
  @Field(() => [String], { nullable: true }) kind?: string[] | null;
}

/** How the viewer wants to be told by e-mail. */
@ObjectType('ReminderPreference')
export class ReminderPreferenceType {
  @Field(() => String, { description: 'daily, weekly or never' }) digest!: string;
  @Field(() => String, { description: 'smtp: mails leave; mailbox: they stay on this machine; waiting: no mail server is configured' }) mailWay!: string;
}
