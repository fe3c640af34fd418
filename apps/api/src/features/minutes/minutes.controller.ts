import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { sendDownload } from '../../platform/http/download.js';
import { minutesDocx } from './minutes-docx.js';
import { MinutesDocumentsService } from './minutes-documents.service.js';
import { minutesPdf } from './minutes-pdf.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Minutes on the coalition's letterhead, with what the reader may read: `language=en`, Spanish otherwise. */
@Controller('api/meetings')
export class MinutesController {
  constructor(private readonly documents: MinutesDocumentsService) {}

  @Needs('minutes.read')
  @Get(':id/minutes.pdf')
  async pdf(@TheViewer() viewer: Viewer, @Param('id') id: string, @Res() reply: FastifyReply, @Query('language') language?: string) {
    const document = await this.documents.document(viewer, id, language === 'en' ? 'en' : 'es');
    return sendDownload(reply, { name: `${document.words.fileName} - ${document.title}.pdf`, mediaType: 'application/pdf', body: await minutesPdf(document) });
  }

  @Needs('minutes.read')
  @Get(':id/minutes.docx')
  async docx(@TheViewer() viewer: Viewer, @Param('id') id: string, @Res() reply: FastifyReply, @Query('language') language?: string) {
    const document = await this.documents.document(viewer, id, language === 'en' ? 'en' : 'es');
    return sendDownload(reply, { name: `${document.words.fileName} - ${document.title}.docx`, mediaType: DOCX, body: await minutesDocx(document) });
  }
}
