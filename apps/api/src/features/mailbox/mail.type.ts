import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { pageOf } from '../../platform/graphql/page.type.js';
import { DateTime } from '../../platform/graphql/scalars.js';

@ObjectType()
export class MailAttachment {
  @Field(() => String) name!: string;
  @Field(() => String) mediaType!: string;
  @Field(() => Int, { description: 'In bytes' }) size!: number;
  @Field(() => String, { description: 'Its content, in base64' }) content!: string;
}

/** A mail of the outbox: what was sent, waits, failed or is in doubt. */
@ObjectType('Mail')
export class MailType {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'digest, invitation …' }) kind!: string;
  @Field(() => String, { description: 'waiting, in_doubt, sent, failed or erased. In doubt: handed over when a server stopped; nobody knows whether it was accepted' }) state!: string;
  @Field(() => String) toEmail!: string;
  @Field(() => String) toName!: string;
  @Field(() => String) subject!: string;
  @Field(() => String) bodyText!: string;
  @Field(() => String) bodyHtml!: string;
  @Field(() => [MailAttachment]) attachments!: MailAttachment[];
  @Field(() => DateTime) queuedAt!: string;
  @Field(() => DateTime, { nullable: true }) sentAt!: string | null;
  @Field(() => String, { nullable: true, description: 'smtp, or mailbox when it stayed on this machine' }) sentBy!: string | null;
  @Field(() => Int) attempts!: number;
  @Field(() => DateTime, { description: 'While it waits' }) nextAttemptAt!: string;
  @Field(() => String, { nullable: true, description: 'What the mail server said' }) lastProblem!: string | null;
}

@ObjectType()
export class MailPage extends pageOf(MailType) {}

@InputType()
export class MailFilter {
  @Field(() => String, { nullable: true }) text?: string | null;
  @Field(() => [String], { nullable: true }) state?: string[] | null;
}

/** How mails leave this register. */
@ObjectType()
export class MailDelivery {
  @Field(() => String, { description: 'smtp, mailbox (they stay on this machine) or waiting (no mail server is configured)' }) way!: string;
  @Field(() => String, { nullable: true, description: 'The mail server, without its account' }) server!: string | null;
  @Field(() => String, { nullable: true }) sender!: string | null;
}
