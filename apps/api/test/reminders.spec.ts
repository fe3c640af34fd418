import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { addDays } from '@tejido/domain/day.js';
import { createApp } from '../src/app.js';
import { DigestJob } from '../src/features/reminders/digest.job.js';
import { RemindersJob } from '../src/features/reminders/reminders.job.js';
import { Clock } from '../src/platform/clock.js';
import { openRegistry, type Asker, type Loose, type Registry } from './support/harness.js';

let registry: Registry;
let secretariat: Asker;
let delegate: Asker;
let foreigner: Asker;
let presidency: Asker;
let observer: Asker;
const TODAY = '2026-03-10'; // a Tuesday

beforeAll(async () => {
  registry = await openRegistry();
  registry.travelTo(TODAY);
  secretariat = await registry.as('secretariat');
  delegate = await registry.as('delegate', 'HN');
  foreigner = await registry.as('delegate', 'GT');
  presidency = await registry.as('presidency');
  observer = await registry.as('observer');
  await registry.sql("update user_account set created_at = '2025-01-01'");
});
afterAll(() => registry.close());
beforeEach(async () => {
  registry.travelTo(TODAY);
  for (const table of ['digest', 'outbox_mail', 'notification', 'reminder_preference', 'evidence', 'commitment', 'minutes', 'meeting', 'agreement']) await registry.sql(`delete from ${table}`);
});

const derive = () => registry.app.get(RemindersJob).derive();
const NOTIFICATIONS = '{ notifications(first: 100) { total nodes { id kind threshold dueOn readAt subjectTable subjectId label } facets { name values { value count } } } }';
const told = async (asker: Asker): Promise<Loose[]> => (await asker.get(NOTIFICATIONS))['notifications'].nodes;
const kinds = async (asker: Asker) => (await told(asker)).map(({ kind, threshold, label }) => `${kind} ${threshold} ${label}`).sort();

/** In force since 2025, signed by two. */
async function agreement(title: string, until: string | null, more: Record<string, unknown> = {}): Promise<string> {
  const columns = { title, kind: 'memorandum', effective_from: '2025-01-01', effective_to: until, visibility: 'coalition', recorded_on: '2025-01-01', ...more };
  const names = Object.keys(columns);
  const [{ id }] = await registry.sql(`insert into agreement (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')}) returning id`, Object.values(columns));
  for (const organisation of [await registry.organisation(), await registry.organisation()]) {
    await registry.sql("insert into agreement_party (agreement_id, organisation_id, signed_on, recorded_on) values ($1, $2, '2025-01-01', '2025-01-01')", [id, organisation]);
  }
  return id;
}
async function commitment(text: string, due: string, more: Record<string, unknown> = {}): Promise<string> {
  const columns = { text, due_on: due, owner_user_id: delegate.userId, visibility: 'coalition', ...more };
  const names = Object.keys(columns);
  return (await registry.sql(`insert into commitment (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')}) returning id`, Object.values(columns)))[0].id;
}

describe('what is due', () => {
  it('is told to whom it concerns, with its threshold, and to nobody else', async () => {
    await agreement('Carta', '2026-04-01', { country: 'HN', visibility: 'country' });
    await agreement('Lejano', '2027-04-01');
    await commitment('Informe', '2026-03-15');
    await commitment('Atrasado', '2026-03-01');
    await derive();
    expect(await kinds(secretariat)).toEqual(['agreement_expiring 30 Carta', 'commitment_due -1 Atrasado']);
    expect(await kinds(delegate)).toEqual(['agreement_expiring 30 Carta', 'commitment_due -1 Atrasado', 'commitment_due 7 Informe']);
    for (const nobody of [foreigner, presidency, observer]) expect(await kinds(nobody)).toEqual([]);
  });

  it('comes with the days, once for each threshold, and goes when its cause is over', async () => {
    const id = await agreement('Carta', '2026-06-30');
    const at = async (day: string) => {
      registry.travelTo(day);
      await derive();
      return (await told(secretariat)).map(({ threshold }) => threshold);
    };
    expect([await at('2026-03-31'), await at('2026-04-01'), await at('2026-05-01'), await at('2026-05-31'), await at('2026-06-15'), await at('2026-06-30'), await at('2026-07-01')])
      .toEqual([[], [90], [60], [30], [15], [15], []]);
    expect(await at('2026-06-01')).toEqual([30]);
    await registry.sql('update agreement set terminated_on = $2 where id = $1', [id, '2026-05-20']);
    expect(await at('2026-06-01')).toEqual([]);
  });

  it('is not told of an agreement whose renewal goes on', async () => {
    const id = await agreement('Carta', '2026-04-01');
    await agreement('Renovación', null, { effective_from: '2026-04-02', renews_id: id });
    await derive();
    expect(await kinds(secretariat)).toEqual([]);
  });

  it('is told once however often, on however many instances', async () => {
    await agreement('Carta', '2026-04-01');
    const second = await createApp({ databaseUrl: registry.databaseUrl, webRoot: null, hosts: [] });
    jest.spyOn(second.get(Clock), 'today').mockReturnValue(TODAY);
    try {
      await Promise.all([derive(), second.get(RemindersJob).derive(), derive(), second.get(RemindersJob).derive()]);
      await registry.sql('delete from reminder_state');
      await derive();
      expect((await registry.sql('select from notification where user_id = $1', [secretariat.userId])).length).toBe(1);
    } finally {
      await second.close();
    }
  });

  it('stays read, and comes anew when the day moves', async () => {
    const id = await commitment('Informe', '2026-03-15');
    await derive();
    const [first] = await told(delegate);
    expect(first.readAt).toBeNull();
    await delegate.get(`mutation { markNotification(id: "${first.id}", read: true) }`);
    await registry.sql("update organisation set description = 'x' where standing = 'coalition'"); // something is written
    await derive();
    expect((await told(delegate))[0].readAt).not.toBeNull();
    await registry.sql("update commitment set due_on = '2026-03-16' where id = $1", [id]);
    await derive();
    expect(await told(delegate)).toMatchObject([{ dueOn: '2026-03-16', readAt: null }]);
  });

  it('is hidden at once when the record is', async () => {
    const id = await agreement('Carta', '2026-04-01', { country: 'HN' });
    await derive();
    expect(await kinds(delegate)).toHaveLength(1);
    await registry.sql("update agreement set visibility = 'secretariat' where id = $1", [id]);
    expect(await kinds(delegate)).toEqual([]); // before any job ran
    expect((await delegate.get(NOTIFICATIONS))['notifications']).toMatchObject({ total: 0, facets: [{ values: [] }] });
    await derive();
    expect(await registry.sql('select from notification where user_id = $1 and resolved_at is null', [delegate.userId])).toEqual([]);
  });

  it('waits with minutes, evidence and organisations for those who act on them', async () => {
    const [meeting] = await registry.sql("insert into meeting (title, kind, starts_at, time_zone) values ('Sesión', 'bilateral', '2026-03-02T15:00:00Z', 'America/Guatemala') returning id");
    await registry.sql('insert into minutes (meeting_id) values ($1)', [meeting.id]);
    const id = await agreement('Carta', null);
    await registry.sql("insert into evidence (agreement_id, title, address, added_by) values ($1, 'x', 'https://x.example', $2)", [id, delegate.userId]);
    await registry.organisation({ name: 'Olvidada' });
    await registry.sql("update organisation set relationship_owner_id = $1, recorded_on = '2024-01-01' where name = 'Olvidada'", [foreigner.userId]);
    await derive();
    expect(await kinds(secretariat)).toEqual(['evidence_to_verify null Carta', 'minutes_to_circulate null Sesión']);
    expect(await kinds(foreigner)).toEqual(['organisation_to_confirm null Olvidada']);
    await registry.sql("update minutes set state = 'circulated', circulated_on = '2026-03-05', observations_until = $2 where meeting_id = $1", [meeting.id, TODAY]);
    await registry.sql('update evidence set verified_by = $1, verified_on = $2', [secretariat.userId, TODAY]);
    await derive();
    expect(await kinds(secretariat)).toEqual([]);
    expect(await kinds(presidency)).toEqual([]); // the time for observations runs until tonight
    registry.travelTo(addDays(TODAY, 1));
    await derive();
    expect(await kinds(presidency)).toEqual(['minutes_to_approve null Sesión']);
    await registry.sql("update organisation set relationship_owner_id = null where name = 'Olvidada'");
  });

  it('is nobody else\'s to mark, and a stranger gets nothing', async () => {
    await commitment('Informe', '2026-03-15');
    await derive();
    const [{ id }] = await told(delegate) as [Loose];
    for (const other of [secretariat, foreigner]) expect((await other.ask(`mutation { markNotification(id: "${id}", read: true) }`)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    await delegate.get('mutation { markAllNotifications }');
    expect((await delegate.get('{ notifications(filter: { unread: true }) { total } }'))['notifications'].total).toBe(0);
    const stranger = await registry.as('public');
    for (const query of [NOTIFICATIONS, '{ reminderPreference { digest } }', '{ mails { total } }', 'mutation { markAllNotifications }']) {
      expect((await stranger.ask(query)).errors?.[0]?.extensions.code).toBe('NOT_SIGNED_IN');
    }
    for (const asker of [delegate, presidency, observer]) expect((await asker.ask('{ mails { total } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('the digest', () => {
  const at = async (day: string, hour = 9) => {
    registry.travelTo(day);
    jest.spyOn(registry.app.get(Clock), 'hour').mockReturnValue(hour);
    await registry.app.get(DigestJob).makeDue();
  };
  const mails = (to: Asker) => registry.sql('select m.* from outbox_mail m join user_account u on u.email = m.to_email where u.id = $1 order by m.queued_at', [to.userId]);
  const choose = (asker: Asker, digest: string) => asker.get(`mutation { chooseDigest(digest: "${digest}") }`);

  it('goes out weekly, in the person\'s language, with links, in words and HTML, once', async () => {
    await commitment('Informe <final>', '2026-03-15');
    await registry.sql("update user_account set language = 'en', name = 'Ana & Co' where id = $1", [delegate.userId]);
    process.env['TEJIDO_URL'] = 'https://tejido.example/';
    try {
      await at('2026-03-09', 6);
      expect(await mails(delegate)).toEqual([]);
      await Promise.all([at('2026-03-10', 8), at('2026-03-10', 8)]);
      await at('2026-03-11');
    } finally {
      delete process.env['TEJIDO_URL'];
    }
    const sent = await mails(delegate);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ kind: 'digest', to_name: 'Ana & Co', subject: 'CORETT: 1 thing waiting', preferences_address: 'https://tejido.example/ajustes' });
    for (const part of ['Hello Ana & Co,', 'Informe <final>', 'due in 5 days (March 15, 2026)', 'https://tejido.example/avisos', 'https://tejido.example/ajustes']) expect(sent[0].body_text).toContain(part);
    expect(sent[0].body_html).toContain('Informe &#60;final&#62;');
    expect(sent[0].body_html).not.toContain('<final>');
    expect(await mails(secretariat)).toEqual([]); // nothing waits for them
    await at('2026-03-16', 8);
    expect((await mails(delegate))[0].subject).toContain('1 thing waiting, 1 new'); // overdue meanwhile; last week's still waited and is replaced
    await registry.sql("update user_account set language = 'es' where id = $1", [delegate.userId]);
  });

  it('goes out daily only when there is something new', async () => {
    await choose(delegate, 'daily');
    await commitment('Informe', '2026-03-15');
    await at('2026-03-10');
    await registry.sql("update outbox_mail set sent_at = now(), sent_by = 'smtp'");
    await at('2026-03-11');
    await at('2026-03-12');
    expect(await mails(delegate)).toHaveLength(1);
    await at('2026-03-15');
    expect((await mails(delegate)).map(({ subject }) => subject)[1]).toMatch(/1 asunto pendiente, 1 nuevo$/);
  });

  it('goes to nobody who chose never or is disabled, and tells of nothing hidden', async () => {
    const id = await commitment('Informe', '2026-03-01', { country: 'HN' });
    await choose(delegate, 'never');
    await registry.sql('update user_account set disabled_at = now() where id = $1', [foreigner.userId]);
    await registry.sql("update commitment set owner_user_id = $2, created_by = $2 where id = $1", [id, foreigner.userId]);
    await at('2026-03-10');
    expect(await mails(delegate)).toEqual([]);
    expect(await mails(foreigner)).toEqual([]);
    expect(await mails(secretariat)).toHaveLength(1);
    await registry.sql('update user_account set disabled_at = null where id = $1', [foreigner.userId]);
    expect(await delegate.get('{ reminderPreference { digest mailWay } }')).toEqual({ reminderPreference: { digest: 'never', mailWay: 'waiting' } });
    expect((await delegate.ask('mutation { chooseDigest(digest: "hourly") }')).errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ path: 'digest', problem: 'not_a_choice' }] });
  });
});

describe('the mailbox', () => {
  it('shows what waits, and a mail that failed or is in doubt is sent again by hand', async () => {
    const [{ id }] = await registry.sql(`insert into outbox_mail (once_key, kind, message_id, to_email, subject, body_text, body_html, handed_over_at)
      values ('k', 'digest', '<m@x>', 'a@example.org', 'Resumen', 'x', '<p>x</p>', now()) returning id`);
    await registry.sql("insert into outbox_attachment values ($1, 0, 'x.ics', 'text/calendar', 'BEGIN')", [id]);
    const list = async () => (await secretariat.get('{ mails { total nodes { id state } facets { values { value count } } } mailDelivery { way server } }'));
    expect(await list()).toMatchObject({ mails: { total: 1, nodes: [{ state: 'in_doubt' }] }, mailDelivery: { way: 'waiting', server: null } });
    expect((await secretariat.get(`{ mail(id: "${id}") { bodyHtml attachments { name size content } } }`))['mail']).toEqual({ bodyHtml: '<p>x</p>', attachments: [{ name: 'x.ics', size: 5, content: 'QkVHSU4=' }] });
    expect((await delegate.ask(`mutation { sendMailAgain(id: "${id}") { id } }`)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await secretariat.get(`mutation { sendMailAgain(id: "${id}") { state } }`))['sendMailAgain']).toEqual({ state: 'waiting' });
    await registry.sql("update outbox_mail set sent_at = now(), sent_by = 'smtp'");
    expect((await secretariat.ask(`mutation { sendMailAgain(id: "${id}") { id } }`)).errors?.[0]?.extensions.code).toBe('CONFLICT');
  });
});
