import { Args, ID, Info, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { pageStatement } from '../../platform/graphql/page.js';
import { Reader } from '../../platform/graphql/read.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { MailSender } from '../../platform/mail/mail-sender.js';
import { mailServer } from '../../platform/mail/mail-settings.js';
import { MailDelivery, MailFilter, MailPage, MailType } from './mail.type.js';
import { mailById, mailPage } from './mails.reads.js';
import { MailsService } from './mails.service.js';

@Resolver()
export class MailsResolver {
  constructor(private readonly reader: Reader, private readonly service: MailsService, private readonly sender: MailSender) {}

  @Needs('mail.read')
  @Query(() => MailPage, { description: 'What the register sent or has to send, the newest first' })
  mails(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo,
    @Args('filter', { type: () => MailFilter, nullable: true }) filter?: MailFilter,
    @Args('first', { type: () => Int, defaultValue: 50 }) first = 50,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ) {
    return this.reader.answer(pageStatement(this.reader.reading(viewer), selectionOf(info), mailPage({ filter, first, after })));
  }

  @Needs('mail.read')
  @Query(() => MailType, { nullable: true })
  mail(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string) {
    return isUuid(id) ? this.reader.answer(mailById(this.reader.reading(viewer), id, { children: selectionOf(info) })) : null;
  }

  @Needs('mail.read')
  @Query(() => MailDelivery)
  async mailDelivery(): Promise<MailDelivery> {
    const server = mailServer();
    return { way: await this.sender.way(), server: server && `${server.host}:${server.port}`, sender: server && server.from.address };
  }

  @Needs('mail.send')
  @Mutation(() => MailType, { description: 'Tries one that failed, waits or is in doubt again, under the same Message-ID' })
  async sendMailAgain(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string) {
    await this.service.sendAgain(viewer, id);
    return this.reader.answer(mailById(this.reader.reading(viewer), id, { children: selectionOf(info) }));
  }
}
