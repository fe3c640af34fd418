import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PUBLIC } from '@tejido/domain/policy.js';
import { Work } from '../src/platform/database/work.js';
import { MailSender } from '../src/platform/mail/mail-sender.js';
import { mailServer } from '../src/platform/mail/mail-settings.js';
import { Outbox, type Mail } from '../src/platform/mail/outbox.js';
import { giveTime } from './support/demonstration.js';
import { openRegistry, type Registry } from './support/harness.js';
import { mailListener, type MailListener } from './support/mail-server.js';

giveTime();

let registry: Registry;
let listener: MailListener;
const FROM = 'CORETT <avisos@corett.example>';
beforeAll(async () => { registry = await openRegistry(); });
afterAll(() => registry.close());
beforeEach(async () => {
  listener = await mailListener();
  Object.assign(process.env, { TEJIDO_SMTP_URL: listener.url, TEJIDO_MAIL_FROM: FROM });
  await registry.sql('delete from outbox_mail');
});
afterEach(async () => {
  delete process.env['TEJIDO_SMTP_URL'];
  await listener.close();
});

const aMail = (given: Partial<Mail> = {}): Mail => ({
  onceKey: `test ${Math.random()}`, kind: 'test', to: { email: 'Ana@Example.org', name: 'Ana Núñez' }, subject: 'Compromisos que vencen', text: 'Hola, Ana', html: '<p>Hola, Ana</p>', ...given,
});
const queue = (mail: Mail) => registry.app.get(Work).run(PUBLIC, 'test.mail', (tx) => registry.app.get(Outbox).queue(tx, mail));
const send = () => registry.app.get(MailSender).sendWaiting(new AbortController().signal);
const rows = () => registry.sql('select * from outbox_mail order by queued_at, once_key');

describe('a mail that was queued', () => {
  it('goes out once, in both forms, with its attachment', async () => {
    await queue(aMail({ attachments: [{ name: 'reunion.ics', mediaType: 'text/calendar; charset=utf-8; method=REQUEST', content: 'BEGIN:VCALENDAR' }], preferencesAddress: 'https://tejido.example/settings' }));
    await Promise.all([send(), send(), send()]);
    await send();
    expect(listener.accepted).toHaveLength(1);
    const [row] = await rows();
    expect(row).toMatchObject({ sent_by: 'smtp', failed_at: null, claimed_by: null, attempts: 1 });
    const [message] = listener.accepted as [string];
    for (const part of [`Message-ID: ${row.message_id}`, 'To: =?UTF-8?', '<ana@example.org>', 'From: CORETT <avisos@corett.example>', 'Content-Type: text/plain', 'Content-Type: text/html', 'filename=reunion.ics', 'List-Unsubscribe: <https://tejido.example/settings>', 'Auto-Submitted: auto-generated']) expect(message).toContain(part);
  });

  it('is not queued again under the same key, nor when the unit of work fails', async () => {
    const mail = aMail();
    expect(await queue(mail)).not.toBeNull();
    expect(await queue(mail)).toBeNull();
    await expect(registry.app.get(Work).run(PUBLIC, 'test.mail', async (tx) => {
      await registry.app.get(Outbox).queue(tx, aMail());
      throw new Error('undone');
    })).rejects.toThrow('undone');
    expect(await rows()).toHaveLength(1);
  });

  it('takes the place of one of its kind that still waits', async () => {
    await queue(aMail({ subject: 'last week', kind: 'digest', replacesWaiting: true }));
    await queue(aMail({ subject: 'another person', kind: 'digest', to: { email: 'b@example.org', name: '' }, replacesWaiting: true }));
    await queue(aMail({ subject: 'this week', kind: 'digest', replacesWaiting: true }));
    expect((await rows()).map(({ subject }) => subject).sort()).toEqual(['another person', 'this week']);
  });

  it('cannot bring lines into the header', async () => {
    await queue(aMail({ subject: 'x\r\nBcc: evil@example.org' }));
    await send();
    expect(listener.accepted[0]).not.toMatch(/^Bcc:/m);
  });
});

describe('when the mail server does not take it', () => {
  it('is tried again later, with the same Message-ID', async () => {
    listener.temper = 'refuse for now';
    await queue(aMail());
    await send();
    await send(); // not due yet
    expect(listener.received).toHaveLength(1);
    expect((await rows())[0]).toMatchObject({ sent_at: null, failed_at: null, handed_over_at: null, attempts: 1, last_problem: expect.stringContaining('451') });
    listener.temper = 'accept';
    await registry.sql('update outbox_mail set next_attempt_at = now()');
    await send();
    expect(listener.accepted).toHaveLength(1);
    expect(/Message-ID: .*/.exec(listener.received[0]!)![0]).toBe(/Message-ID: .*/.exec(listener.accepted[0]!)![0]);
  });

  it('fails for good when the recipient is refused, or after the last try', async () => {
    listener.temper = 'refuse recipient';
    await queue(aMail());
    await send();
    expect((await rows())[0]).toMatchObject({ failed_at: expect.any(Date), last_problem: expect.stringContaining('550') });
    await registry.sql('delete from outbox_mail');
    listener.temper = 'refuse for now';
    await queue(aMail());
    await registry.sql('update outbox_mail set attempts = 7');
    await send();
    expect((await rows())[0]).toMatchObject({ failed_at: expect.any(Date), attempts: 8 });
  });

  it('is left to a person when no answer came after the whole message', async () => {
    listener.temper = 'hang up';
    await queue(aMail());
    await send();
    listener.temper = 'accept';
    await registry.sql("update outbox_mail set next_attempt_at = now(), claimed_until = now() - interval '1 second'");
    await send();
    expect(listener.received).toHaveLength(1);
    expect((await rows())[0]).toMatchObject({ sent_at: null, failed_at: null, handed_over_at: expect.any(Date) });
  });

  it('is tried again when nobody listens there', async () => {
    await queue(aMail());
    await listener.close();
    await send();
    expect((await rows())[0]).toMatchObject({ attempts: 1, failed_at: null, sent_at: null, last_problem: expect.stringContaining('ECONNREFUSED') });
    listener = await mailListener();
  });
});

describe('a worker that is killed', () => {
  const running = new Set<ChildProcess>();
  afterAll(() => running.forEach((child) => child.kill('SIGKILL')));

  function aServer(): ChildProcess {
    const { NODE_OPTIONS: _jest, ...outer } = process.env;
    const child = spawn(process.execPath, [join(process.env['TEST_TRANSPILED']!, 'main.js'), '--empty'], {
      env: { ...outer, DATABASE_URL: registry.ownerUrl, TEJIDO_VOLATILE: '1', PORT: '0', HOST: '127.0.0.1' }, stdio: 'ignore' });
    running.add(child);
    return child;
  }
  async function kill(child: ChildProcess) {
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await ended;
    running.delete(child);
  }

  it('before the message was handed over: another one sends it, once', async () => {
    listener.temper = 'hold before data';
    await queue(aMail());
    const first = aServer();
    await listener.held();
    await kill(first);
    listener.temper = 'accept';
    await send(); // still the dead one's
    expect(listener.received).toHaveLength(0);
    await registry.sql("update outbox_mail set claimed_until = now() - interval '1 second'");
    await Promise.all([send(), send()]);
    expect(listener.accepted).toHaveLength(1);
  });

  it('between the handing over and the mark: nobody sends it a second time, and it is seen', async () => {
    listener.temper = 'hold answer';
    await queue(aMail());
    const first = aServer();
    await listener.held();
    await kill(first);
    listener.temper = 'accept';
    await registry.sql("update outbox_mail set claimed_until = now() - interval '1 second'");
    const second = aServer();
    await queue(aMail({ subject: 'the next one' }));
    while (listener.accepted.length === 0) await pause(50);
    await kill(second);
    expect(listener.received).toHaveLength(2);
    expect((await rows())[0]).toMatchObject({ sent_at: null, handed_over_at: expect.any(Date) });
  });
});

describe('without a mail server', () => {
  beforeEach(() => void delete process.env['TEJIDO_SMTP_URL']);

  it('mails of a real register wait, and those of the demonstration land in the mailbox', async () => {
    await queue(aMail());
    expect(await registry.app.get(MailSender).way()).toBe('waiting');
    await send();
    expect((await rows())[0]).toMatchObject({ sent_at: null, attempts: 0 });
    await registry.sql('update coalition set demonstration = true');
    expect(await registry.app.get(MailSender).way()).toBe('mailbox');
    await send();
    expect((await rows())[0]).toMatchObject({ sent_by: 'mailbox' });
    await registry.sql('update coalition set demonstration = false');
  });
});

describe('erasing a person', () => {
  const erase = (...told: string[]) => registry.app.get(Work).run(PUBLIC, 'person.erase', (tx) => registry.app.get(Outbox).eraseOf(tx, told));

  it('takes their words out of what was sent and stops what waits, also what tells of them to others', async () => {
    await queue(aMail());
    await queue(aMail({ to: { email: 'b@example.org', name: 'B' }, attachments: [{ name: 'x.ics', mediaType: 'text/calendar', content: 'ATTENDEE;CN=Ana:mailto:ana@exam\r\n ple.org\r\n' }] }));
    await queue(aMail({ to: { email: 'c@example.org', name: 'C' }, text: 'nothing of hers' }));
    expect(await erase('ANA@example.org')).toBe(2);
    await send();
    expect(listener.accepted).toHaveLength(1);
    const kept = JSON.stringify(await registry.sql("select m.*, encode(a.content, 'escape') as content from outbox_mail m left join outbox_attachment a on a.mail_id = m.id"));
    expect(kept).not.toMatch(/ana@|Ana Núñez/i);
    expect(await erase('nobody@example.org')).toBe(0);
    expect(await erase('')).toBe(0);
  });

  it('takes the recipient out by whatever names them, also of a mail that tells of them by another word first', async () => {
    await queue(aMail({ to: { email: 'd@example.org', name: 'Dora Díaz' }, text: 'Dear Dora Díaz, call +503 7000 0000' }));
    expect(await erase('+503 7000 0000', 'Dora Díaz', 'd@example.org')).toBe(1);
    expect(JSON.stringify(await registry.sql('select * from outbox_mail'))).not.toMatch(/dora|d@example|7000/i);
    await queue(aMail({ to: { email: 'd@example.org', name: 'Dora Díaz' }, text: 'x' }));
    await erase('+503 7000 0000');
    await erase('d@example.org');
    expect(JSON.stringify(await registry.sql('select * from outbox_mail'))).not.toMatch(/dora|d@example/i);
  });
});

describe('the mail server of the environment', () => {
  const read = (TEJIDO_SMTP_URL: string, TEJIDO_MAIL_FROM: string | undefined = FROM) => mailServer({ TEJIDO_SMTP_URL, TEJIDO_MAIL_FROM });

  it('is read, with TLS insisted on unless it is this machine', () => {
    expect(read('smtp://u%40x:p%3A@mail.example.org')).toEqual({ host: 'mail.example.org', port: 587, secure: false, requireTLS: true, auth: { user: 'u@x', pass: 'p:' }, from: { name: 'CORETT', address: 'avisos@corett.example' } });
    expect(read('smtps://mail.example.org', 'a@b.example')).toMatchObject({ port: 465, secure: true, auth: null, from: { name: '', address: 'a@b.example' } });
    expect(read('smtp://127.0.0.1:2525')).toMatchObject({ port: 2525, requireTLS: false });
    expect(mailServer({})).toBeNull();
  });

  it('says in one line what is wrong with it', () => {
    expect(() => read('mail.example.org')).toThrow(/TEJIDO_SMTP_URL/);
    expect(() => read('http://mail.example.org')).toThrow(/smtp:\/\//);
    expect(() => mailServer({ TEJIDO_SMTP_URL: 'smtp://mail.example.org' })).toThrow(/TEJIDO_MAIL_FROM/);
  });
});
