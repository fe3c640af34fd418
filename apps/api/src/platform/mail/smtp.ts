import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { MailServer } from './mail-settings.js';

export interface Letter {
  message_id: string;
  to_email: string;
  to_name: string;
  subject: string;
  body_text: string;
  body_html: string;
  preferences_address: string | null;
  queued_at: Date;
  attachments: readonly { name: string; mediaType: string; content: Buffer }[];
}

/** How a try ended. `unknown`: the whole message went out and no answer came; nobody can say whether it was accepted. */
export type Delivery = { ended: 'accepted' } | { ended: 'later' | 'refused' | 'unknown'; problem: string };

// Together well under the time that a mail is claimed for.
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 5_000 };
const PIECE = 16_384;

type Library = Awaited<ReturnType<typeof load>>;
let library: Promise<Library> | undefined;

/** With the first mail: a server that sends none need not wait for it at its start. */
async function load() {
  const { default: SMTPConnection } = await import('nodemailer/lib/smtp-connection');
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  return { SMTPConnection, MailComposer };
}

/**
 * Hands one letter to the mail server. All but the last line of the message goes out first, then `handOver` is asked, and only if it says yes the
 * line that makes the message the server's. @param handOver notes that from now on nobody can take it back; false: somebody else has it
 */
export async function deliver(letter: Letter, server: MailServer, handOver: () => Promise<boolean>, stopping: AbortSignal): Promise<Delivery> {
  const { SMTPConnection, MailComposer } = await (library ??= load());
  const message = await compose(letter, server, MailComposer);
  const { host, port, secure, requireTLS, auth, from } = server;
  const connection = new SMTPConnection({ host, port, secure, requireTLS, name: mailName(from.address), ...PATIENCE });
  let handedOver = false;
  const pieces = async function* (): AsyncGenerator<Buffer> {
    for (let at = 0; at < message.length; at += PIECE) yield message.subarray(at, at + PIECE);
    while ((socketOf(connection)?.writableLength ?? 0) > 0) await pause(5);
    if (!(await handOver())) throw new Error('taken over by another worker');
    handedOver = true;
  };
  const stop = () => void (handedOver || connection.close());
  stopping.addEventListener('abort', stop, { once: true });
  try {
    await new Promise<void>((done, fail) => {
      connection.once('error', fail).once('end', () => fail(new Error('the mail server hung up')));
      const told = (next: () => void) => (error?: unknown) => (error ? fail(error as Error) : next());
      const send = () => connection.send({ from: from.address, to: [letter.to_email], size: message.length, use8BitMime: false }, Readable.from(pieces(), { objectMode: false, highWaterMark: PIECE }), told(done));
      connection.connect(told(() => (auth ? connection.login({ credentials: auth } as never, told(send)) : send())));
    });
    return { ended: 'accepted' };
  } catch (error) {
    return verdict(error, handedOver);
  } finally {
    stopping.removeEventListener('abort', stop);
    connection.on('error', () => undefined);
    connection.close();
  }
}

/** A 5xx about this recipient or message is final; about our own account it is not, for that can be put right. */
function verdict(error: unknown, handedOver: boolean): Delivery {
  const { responseCode, code, message } = error as { responseCode?: number; code?: string; message: string };
  const problem = [code, message].filter(Boolean).join(': ').slice(0, 300);
  if (handedOver && !responseCode) return { ended: 'unknown', problem };
  const final = responseCode !== undefined && responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
  return { ended: final ? 'refused' : 'later', problem };
}

function compose(letter: Letter, { from }: MailServer, MailComposer: Library['MailComposer']): Promise<Buffer> {
  const composer = new MailComposer({
    messageId: letter.message_id, date: letter.queued_at, from, to: { name: letter.to_name, address: letter.to_email },
    subject: letter.subject, text: letter.body_text, html: letter.body_html,
    attachments: letter.attachments.map(({ name, mediaType, content }) => ({ filename: name, contentType: mediaType, content })),
    headers: { 'Auto-Submitted': 'auto-generated', ...(letter.preferences_address && { 'List-Unsubscribe': `<${letter.preferences_address}>` }) },
    // Nothing of a mail is fetched or read from this machine.
    disableFileAccess: true, disableUrlAccess: true,
  });
  return composer.compile().build();
}

const mailName = (address: string): string => address.split('@')[1]!;
const socketOf = (connection: object) => (connection as { _socket?: { writableLength: number } })._socket;
