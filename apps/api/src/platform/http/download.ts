import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

export interface Download {
  /** As the reader saves it, ending included; any characters: they are encoded here. */
  name: string;
  /** 'application/pdf', 'text/calendar; charset=utf-8' … */
  mediaType: string;
  body: Buffer | string | Readable;
  /** In bytes, when the body is a stream whose length is known. */
  length?: number;
  /** Shown instead of saved, where the type is one that runs nothing (SAFE_INLINE); otherwise it stays an attachment. */
  inline?: boolean;
}

/** What browsers show without running anything in it. No SVG, HTML or XML: these run scripts. */
const SAFE_INLINE: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/gif'];

/**
 * Answers a route with a file: a calendar, minutes as PDF, a card, evidence. In a controller:
 *
 *     @Needs('meeting.read')
 *     @Get('api/meetings/:id/minutes.pdf')
 *     async minutes(@TheViewer() viewer: Viewer, @Param('id') id: string, @Res() reply: FastifyReply) {
 *       return sendDownload(reply, { name: 'Acta 12.pdf', mediaType: 'application/pdf', body: await this.minutes.pdf(viewer, id) });
 *     }
 *
 * Throw `notFound()` for what the viewer may not see: hidden equals nonexistent. Addresses begin with /api/ (or /files/), so that they
 * never meet a page of the web app. Whatever the bytes are, the browser neither guesses a type nor runs them in our origin (OWASP ASVS 5.0,
 * V5.4; RFC 6266 for the name), and keeps no copy for the next person at the computer.
 */
export function sendDownload(reply: FastifyReply, { name, mediaType, body, length, inline = false }: Download): FastifyReply {
  const shown = inline && SAFE_INLINE.includes(mediaType);
  void reply
    .header('content-type', mediaType)
    .header('content-disposition', disposition(shown ? 'inline' : 'attachment', name))
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'private, no-store');
  if (length !== undefined) void reply.header('content-length', length);
  return reply.send(body);
}

/**
 * RFC 6266: the name twice, in plain ASCII for old clients, and as UTF-8. What could leave the folder or the header (a path, quotes,
 * control characters, the marks that turn the writing direction around) is taken out of both.
 */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const safe = [...name.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|]/gu, ' ')].slice(0, 150).join('').replace(/\s+/g, ' ').trim().replace(/^[. ]+/, '') || 'file';
  const ascii = safe.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^\x20-\x7e]|%/g, '_');
  const encoded = encodeURIComponent(safe).replace(/['()*!]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
