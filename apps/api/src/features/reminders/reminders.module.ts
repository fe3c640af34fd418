import { Module } from '@nestjs/common';
import { DigestJob } from './digest.job.js';
import { NotificationsResolver } from './notifications.resolver.js';
import { NotificationsService } from './notifications.service.js';
import { RemindersJob } from './reminders.job.js';

@Module({ providers: [RemindersJob, DigestJob, NotificationsService, NotificationsResolver] })
export class RemindersModule {}
