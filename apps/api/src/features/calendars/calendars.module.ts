import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { acceptCalendars } from './calendar-http.js';
import { CalendarImportService } from './calendar-import.service.js';
import { CalendarAddressService } from './calendar-address.service.js';
import { CalendarsController } from './calendars.controller.js';
import { CalendarsResolver } from './calendars.resolver.js';
import { InvitationsService } from './invitations.service.js';

@Module({ controllers: [CalendarsController], providers: [CalendarImportService, InvitationsService, CalendarAddressService, CalendarsResolver] })
export class CalendarsModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    // The command line serves nothing.
    const server = this.host.httpAdapter?.getInstance() as FastifyInstance | undefined;
    if (server && typeof server.addContentTypeParser === 'function') acceptCalendars(server);
  }
}
