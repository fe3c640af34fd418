import { Controller, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notSignedIn, invalid, problem } from '@tejido/domain/error.js';
import type { Viewer, Visibility } from '@tejido/domain/policy.js';
import { SessionGate } from '../../platform/access/session-gate.js';
import { answering } from './calendar-http.js';
import { CalendarImportService } from './calendar-import.service.js';

type Request = FastifyRequest & { cookies: Record<string, string | undefined> };

/** Calendars of other programs, as files. */
@Controller('api/calendars')
export class CalendarsController {
  constructor(private readonly gate: SessionGate, private readonly imports: CalendarImportService) {}

  /** What reading the calendar in the body would do. */
  @Post('preview')
  preview(@Req() request: Request, @Res() reply: FastifyReply) {
    return answering(reply, async () => this.imports.preview(await this.viewerOf(request), calendarIn(request)));
  }

  /** Reads it: `kind` and `visibility` of the new meetings, `register=1`: guests with a name whom nobody knows too. */
  @Post('import')
  import(@Req() request: Request, @Res() reply: FastifyReply, @Query('kind') kind = 'bilateral', @Query('visibility') visibility = 'coalition', @Query('register') register = '') {
    return answering(reply, async () =>
      this.imports.take(await this.viewerOf(request), calendarIn(request), { kind, visibility: visibility as Visibility, registerGuests: register === '1' }));
  }

  private async viewerOf(request: Request): Promise<Viewer> {
    const { viewer } = await this.gate.viewerOf(request.cookies);
    if (viewer.role === 'public') throw notSignedIn();
    return viewer;
  }
}

function calendarIn({ body }: Request): Buffer {
  if (!Buffer.isBuffer(body)) throw invalid([problem('file', 'file_type_mismatch')]);
  return body;
}
