import { Module } from '@nestjs/common';
import { MailsResolver } from './mails.resolver.js';
import { MailsService } from './mails.service.js';

@Module({ providers: [MailsResolver, MailsService] })
export class MailboxModule {}
