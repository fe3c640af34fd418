/** A mail server, from TEJIDO_SMTP_URL. */
export interface MailServer {
  host: string;
  port: number;
  /** TLS from the first byte; otherwise STARTTLS, which is insisted on unless the server is this machine. */
  secure: boolean;
  requireTLS: boolean;
  auth: { user: string; pass: string } | null;
  /** 'Tejido <tejido@corett.example>' */
  from: { name: string; address: string };
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|::1)$/;

/**
 * @returns null when no mail server is configured.
 * @throws Error with one clear line when what is configured cannot work
 */
export function mailServer(env: NodeJS.ProcessEnv = process.env): MailServer | null {
  const given = env['TEJIDO_SMTP_URL']?.trim();
  if (!given) return null;
  let url: URL;
  try {
    url = new URL(given);
  } catch {
    throw new Error('TEJIDO_SMTP_URL: not an address; it looks like smtp://user:password@mail.example.org:587');
  }
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') throw new Error('TEJIDO_SMTP_URL: begins with smtp:// (STARTTLS) or smtps:// (TLS)');
  const from = sender(env['TEJIDO_MAIL_FROM']);
  if (!from) throw new Error('TEJIDO_MAIL_FROM: the sender is missing; for example TEJIDO_MAIL_FROM="CORETT <avisos@corett.example>"');
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname, port: Number(url.port || (secure ? 465 : 587)), secure, requireTLS: !secure && !LOOPBACK.test(url.hostname), from,
    auth: url.username ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } : null,
  };
}

function sender(text = ''): MailServer['from'] | null {
  const [, name = '', address = ''] = /^\s*(?:"?([^"<>]*?)"?\s*<)?([^\s<>@]+@[^\s<>@]+)>?\s*$/.exec(text) ?? [];
  return address ? { name: name.trim(), address } : null;
}
