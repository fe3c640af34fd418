import { Controller, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { invalid, problem } from '@tejido/domain/error.js';
import type { Viewer, Visibility } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { answering } from './calendar-http.js';
import { CalendarImportService } from './calendar-import.service.js';

/** Calendars of other programs, as files. */
@Controller('api/calendars')
export class CalendarsController {
  constructor(private readonly imports: CalendarImportService) {}

  /** What reading the calendar in the body would do. */
  @Needs('meeting.log')
  @Post('preview')
  preview(@TheViewer() viewer: Viewer, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return answering(reply, async () => this.imports.preview(viewer, calendarIn(request)));
  }

  /** Reads it: `kind` and `visibility` of the new meetings, `register=1`: guests with a name whom nobody knows too. */
  @Needs('meeting.log')
  @Post('import')
  import(@TheViewer() viewer: Viewer, @Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query('kind') kind = 'bilateral', @Query('visibility') visibility = 'coalition', @Query('register') register = '') {
    return answering(reply, async () =>
      this.imports.take(viewer, calendarIn(request), { kind, visibility: visibility as Visibility, registerGuests: register === '1' }));
  }
}

function calendarIn({ body }: FastifyRequest): Buffer {
  if (!Buffer.isBuffer(body)) throw invalid([problem('file', 'file_type_mismatch')]);
  return body;
}
