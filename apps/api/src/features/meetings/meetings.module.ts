import { Module } from '@nestjs/common';
import { MeetingsResolver } from './meetings.resolver.js';
import { MeetingsService } from './meetings.service.js';
import { MinutesResolver } from './minutes.resolver.js';
import { MinutesService } from './minutes.service.js';
import { OrganisationHistoryResolver } from './organisation-history.resolver.js';

@Module({ providers: [MeetingsResolver, MinutesResolver, OrganisationHistoryResolver, MeetingsService, MinutesService] })
export class MeetingsModule {}
