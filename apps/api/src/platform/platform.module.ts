import { Global, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { SessionGate } from './access/session-gate.js';
import { Clock } from './clock.js';
import { Statements } from './database/statements.js';
import { Work } from './database/work.js';
import { Brands } from './documents/brand.js';
import { Files } from './files/files.js';
import { FilesController } from './files/files.controller.js';
import { DeclaredAbilities } from './graphql/declared-abilities.js';
import { Reader } from './graphql/read.js';
import { QuietRefusals } from './http/quiet-refusals.js';
import { Jobs } from './jobs/jobs.js';
import { MailSender } from './mail/mail-sender.js';
import { Outbox } from './mail/outbox.js';

@Global()
@Module({
  controllers: [FilesController],
  providers: [{ provide: APP_FILTER, useClass: QuietRefusals }, Clock, Statements, Work, Reader, SessionGate, DeclaredAbilities, Jobs, Outbox, MailSender, Files, Brands],
  exports: [Clock, Statements, Work, Reader, SessionGate, Jobs, Outbox, MailSender, Files, Brands],
})
export class PlatformModule {}
