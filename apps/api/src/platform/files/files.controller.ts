import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, SIGNED_IN, TheViewer } from '../access/ability.js';
import { sendDownload } from '../http/download.js';
import { Files, type FileFacts } from './files.js';
import { receiveUpload } from './receive-upload.js';

@Controller('files')
export class FilesController {
  constructor(private readonly files: Files) {}

  /** Multipart with one file. It belongs to whoever uploads it until a record claims it; unclaimed, it is gone after a day. */
  @Needs('file.upload')
  @Post()
  async upload(@TheViewer() viewer: Viewer, @Req() request: FastifyRequest): Promise<FileFacts> {
    const { name, bytes } = await receiveUpload(request);
    return this.files.keep(viewer, name, bytes);
  }

  /** With `?show` it is shown in place, if its type runs nothing. What is hidden is answered like what does not exist. */
  @Needs(SIGNED_IN)
  @Get(':id')
  async download(@TheViewer() viewer: Viewer, @Param('id') id: string, @Query('show') show: string | undefined, @Res() reply: FastifyReply) {
    const { name, mediaType, size, body } = await this.files.open(viewer, id);
    return sendDownload(reply, { name, mediaType, body, length: size, inline: show !== undefined });
  }
}
