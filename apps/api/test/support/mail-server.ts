import { createServer, type Socket } from 'node:net';

/** What a mail server does with a message that it was given whole. */
export type Temper = 'accept' | 'hold before data' | 'hold answer' | 'hang up' | 'refuse for now' | 'refuse recipient';

export interface MailListener {
  url: string;
  /** Messages that it was given whole, accepted or not. */
  received: string[];
  accepted: string[];
  temper: Temper;
  /** Resolves when a connection was held, and at once when one was. */
  held(): Promise<void>;
  close(): Promise<void>;
}

/** A mail server on 127.0.0.1 that speaks as much SMTP as is needed to be handed a message. */
export async function mailListener(): Promise<MailListener> {
  const sockets = new Set<Socket>();
  let onHeld: () => void = () => undefined;
  let hold = new Promise<void>((done) => (onHeld = done));
  const listener: MailListener = {
    url: '', received: [], accepted: [], temper: 'accept',
    held: async () => {
      await hold;
      hold = new Promise<void>((done) => (onHeld = done));
    },
    close: () => new Promise((done) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => done());
    }),
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    converse(socket, listener, () => onHeld());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  listener.url = `smtp://127.0.0.1:${(server.address() as { port: number }).port}`;
  return listener;
}

function converse(socket: Socket, listener: MailListener, onHeld: () => void): void {
  let heard = '';
  let inData = false;
  const say = (line: string) => void socket.write(`${line}\r\n`);
  say('220 test');
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString('latin1');
    for (;;) {
      const end = inData ? heard.indexOf('\r\n.\r\n') : heard.indexOf('\r\n');
      if (end < 0) return;
      const piece = heard.slice(0, end);
      heard = heard.slice(end + (inData ? 5 : 2));
      if (inData) {
        inData = false;
        whole(piece);
      } else command(piece.toUpperCase());
    }
  });
  const command = (line: string) => {
    if (line.startsWith('RCPT') && listener.temper === 'refuse recipient') say('550 5.1.1 nobody here');
    else if (line.startsWith('DATA') && listener.temper === 'hold before data') onHeld();
    else if (line.startsWith('DATA')) {
      inData = true;
      say('354 go on');
    } else if (line.startsWith('QUIT')) socket.end('221 bye\r\n');
    else say('250 ok');
  };
  const whole = (message: string) => {
    listener.received.push(message);
    if (listener.temper === 'hold answer') return onHeld();
    if (listener.temper === 'hang up') return void socket.destroy();
    if (listener.temper === 'refuse for now') return say('451 later');
    listener.accepted.push(message);
    say('250 taken');
  };
}
