import { Args, ID, Info, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, SIGNED_IN, TheViewer } from '../../platform/access/ability.js';
import { pageStatement } from '../../platform/graphql/page.js';
import { Reader } from '../../platform/graphql/read.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { MailSender } from '../../platform/mail/mail-sender.js';
import { NotificationFilter, NotificationPage, ReminderPreferenceType } from './notification.type.js';
import { notificationPage } from './notifications.reads.js';
import { NotificationsService } from './notifications.service.js';

@Resolver()
export class NotificationsResolver {
  constructor(private readonly reader: Reader, private readonly service: NotificationsService, private readonly mails: MailSender) {}

  @Needs(SIGNED_IN)
  @Query(() => NotificationPage, { description: 'What is due for the viewer, the most urgent first' })
  notifications(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo,
    @Args('filter', { type: () => NotificationFilter, nullable: true }) filter?: NotificationFilter,
    @Args('first', { type: () => Int, defaultValue: 50 }) first = 50,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ) {
    return this.reader.answer(pageStatement(this.reader.reading(viewer), selectionOf(info), notificationPage({ filter, first, after })));
  }

  @Needs(SIGNED_IN)
  @Query(() => ReminderPreferenceType)
  async reminderPreference(@TheViewer() viewer: Viewer): Promise<ReminderPreferenceType> {
    return { digest: await this.service.digestOf(viewer), mailWay: await this.mails.way() };
  }

  @Needs(SIGNED_IN)
  @Mutation(() => Boolean, { description: 'Read, or new again' })
  async markNotification(@TheViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string, @Args('read') read: boolean): Promise<boolean> {
    await this.service.mark(viewer, id, read);
    return true;
  }

  @Needs(SIGNED_IN)
  @Mutation(() => Boolean)
  async markAllNotifications(@TheViewer() viewer: Viewer): Promise<boolean> {
    await this.service.markAll(viewer);
    return true;
  }

  @Needs(SIGNED_IN)
  @Mutation(() => Boolean, { description: 'The e-mail digest: daily, weekly or never' })
  async chooseDigest(@TheViewer() viewer: Viewer, @Args('digest') digest: string): Promise<boolean> {
    await this.service.chooseDigest(viewer, digest);
    return true;
  }
}
