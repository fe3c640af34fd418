import { Controller, Get, HttpCode, Param, Post, Query, Req, Res, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { invalid, notFound, problem } from '@tejido/domain/error.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { Reader } from '../../platform/graphql/read.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { sendDownload } from '../../platform/http/download.js';
import { cardsOut } from './cards-out.reads.js';
import { ContactsService } from './contacts.service.js';
import { CARD_LIMITS } from './read-vcards.js';
import { CARD_VERSIONS, cardsText, type CardOut, type CardVersion } from './vcard-write.js';

/** More at once are an export, not a handful of contacts. */
const MOST_CARDS = 500;

/** Contacts as cards (.vcf), in and out. */
@Controller('api/contacts')
export class ContactsController implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost, private readonly reader: Reader, private readonly contacts: ContactsService) {}

  /** A file comes as it is, as the body of the request: a type that no foreign page may send without asking first. */
  onModuleInit(): void {
    // The command line serves nothing.
    const server = this.host.httpAdapter?.getInstance() as FastifyInstance | undefined;
    if (typeof server?.addContentTypeParser !== 'function') return;
    server.addContentTypeParser('text/vcard', { parseAs: 'buffer', bodyLimit: CARD_LIMITS.bytes }, (_request, body, done) => done(null, body));
  }

  /** What would become of the cards in the body; `language` of the labels. */
  @Needs('person.register')
  @HttpCode(200)
  @Post('preview')
  preview(@TheViewer() viewer: Viewer, @Req() { body }: FastifyRequest, @Query('language') language = 'es') {
    if (!Buffer.isBuffer(body)) throw invalid([problem('file', 'file_type_mismatch')]);
    return this.contacts.preview(viewer, body, language === 'en' ? 'en' : 'es');
  }

  /** Those of a selection, `ids` parted by commas; what the viewer may not see is not among them. */
  @Needs('person.read')
  @Get('people.vcf')
  async several(@TheViewer() viewer: Viewer, @Res() reply: FastifyReply, @Query('ids') ids = '', @Query('version') version = '4.0') {
    const wanted = ids.split(',').filter(isUuid);
    if (wanted.length > MOST_CARDS) throw invalid([problem('ids', 'too_many', { max: MOST_CARDS })]);
    return send(reply, await this.read(viewer, wanted), version, 'contactos.vcf');
  }

  @Needs('person.read')
  @Get('person/:id')
  async one(@TheViewer() viewer: Viewer, @Res() reply: FastifyReply, @Param('id') id: string, @Query('version') version = '4.0') {
    const [person] = isUuid(id) ? await this.read(viewer, [id]) : [];
    if (!person) throw notFound();
    return send(reply, [person], version, `${person.name}.vcf`);
  }

  private async read(viewer: Viewer, ids: readonly string[]): Promise<CardOut[]> {
    return (await this.reader.answer<CardOut[]>(cardsOut(this.reader.reading(viewer), ids))) ?? [];
  }
}

const send = (reply: FastifyReply, people: readonly CardOut[], asked: string, name: string): FastifyReply => {
  const version: CardVersion = CARD_VERSIONS.find((each) => each === asked) ?? '4.0';
  return sendDownload(reply, { name, mediaType: 'text/vcard; charset=utf-8', body: cardsText(people, version) });
};
