import { Module } from '@nestjs/common';
import { MeetingsResolver } from './meetings.resolver.js';
import { MeetingsService } from './meetings.service.js';
import { OrganisationHistoryResolver } from './organisation-history.resolver.js';

@Module({ providers: [MeetingsResolver, OrganisationHistoryResolver, MeetingsService] })
export class MeetingsModule {}
