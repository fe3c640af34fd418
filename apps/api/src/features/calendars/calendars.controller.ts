import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { invalid, problem } from '@tejido/domain/error.js';
import type { Viewer, Visibility } from '@tejido/domain/policy.js';
import { ANYBODY, Needs, TheViewer } from '../../platform/access/ability.js';
import { sendDownload } from '../../platform/http/download.js';
import { CalendarAddressService } from './calendar-address.service.js';
import { CalendarImportService } from './calendar-import.service.js';
import { InvitationsService } from './invitations.service.js';

const CALENDAR = 'text/calendar; charset=utf-8';

/** Calendars of other programs, as files. */
@Controller('api')
export class CalendarsController {
  constructor(private readonly imports: CalendarImportService, private readonly invitations: InvitationsService, private readonly addresses: CalendarAddressService) {}

  /** What reading the calendar in the body would do. */
  @Needs('meeting.log')
  @HttpCode(200)
  @Post('calendars/preview')
  preview(@TheViewer() viewer: Viewer, @Req() request: FastifyRequest) {
    return this.imports.preview(viewer, calendarIn(request));
  }

  /** Reads it: `kind` and `visibility` of the new meetings, `register=1`: guests with a name whom nobody knows too. */
  @Needs('meeting.log')
  @HttpCode(200)
  @Post('calendars/import')
  import(
    @TheViewer() viewer: Viewer, @Req() request: FastifyRequest, @Query('kind') kind = 'bilateral', @Query('visibility') visibility = 'coalition', @Query('register') register = '',
  ) {
    return this.imports.take(viewer, calendarIn(request), { kind, visibility: visibility as Visibility, registerGuests: register === '1' });
  }

  /** One meeting, to be taken into a calendar. */
  @Needs('meeting.read')
  @Get('meetings/:id/invitation.ics')
  async invitation(@TheViewer() viewer: Viewer, @Param('id') id: string, @Res() reply: FastifyReply) {
    return sendDownload(reply, { ...await this.invitations.file(viewer, id), mediaType: CALENDAR });
  }

  /** A user's calendar: the address is the key, for calendar programs do not sign in. */
  @Needs(ANYBODY)
  @Get('calendars/:token')
  async subscribed(@Param('token') token: string, @Res() reply: FastifyReply) {
    return sendDownload(reply, { name: 'tejido.ics', mediaType: CALENDAR, body: await this.addresses.read(token.replace(/\.ics$/, '')) });
  }
}

function calendarIn({ body }: FastifyRequest): Buffer {
  if (!Buffer.isBuffer(body)) throw invalid([problem('file', 'file_type_mismatch')]);
  return body;
}
