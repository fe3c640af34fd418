import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ContactPreview, ContactRow } from '@tejido/domain/contact-preview.js';
import { cardsOf, components, unescaped, type Card } from '../src/features/people/vcard-lines.js';
import { personOf, type CardPerson } from '../src/features/people/vcard-contact.js';
import { readCards } from '../src/features/people/read-vcards.js';
import { cardsText, type CardOut } from '../src/features/people/vcard-write.js';
import { SAMPLES } from './imports-samples.js';
import { openRegistry, type Asker, type Loose, type Registry } from './support/harness.js';

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);
const cards = (text: string, encoding?: BufferEncoding) => cardsOf(bytesOf(text, encoding), 500);
const one = (...lines: string[]) => personOf(cards(['BEGIN:VCARD', ...lines, 'END:VCARD'].join('\r\n'))[0]!, 'es') as CardPerson;

const describeSamples = SAMPLES ? describe : describe.skip;
describeSamples('real files of phones, Outlook, Gmail and others', () => {
  const folder = join(SAMPLES ?? '', 'contacts');
  const expected = SAMPLES ? JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<string, Loose> : {};
  const read = (file: string) => cardsOf(readFileSync(join(folder, file)), 500);
  const text = ({ lines, version }: Card, name: string) => lines.filter((line) => line.name === name).map((line) => unescaped(line.raw, version));
  const parts = ({ lines, version }: Card, name: string) => lines.filter((line) => line.name === name).map((line) => components(line, version));

  it.each(Object.keys(expected))('%s: every figure', (file) => {
    const found = read(file);
    expect(found).toHaveLength(expected[file].cards);
    for (const [at, card] of found.entries()) {
      const { props, TEL, EMAIL, ORG, ADR, N, BINARY, CATEGORIES, NOTE_first60, URL, VERSION, FN, ...texts } = expected[file].contacts[at];
      const tally: Record<string, number> = {};
      for (const { name } of card.lines) tally[name] = (tally[name] ?? 0) + 1;
      expect(tally).toEqual(props);
      for (const [name, values] of Object.entries({ TEL, EMAIL })) expect([name, card.lines.filter((line) => line.name === name).map((line) => [unescaped(line.raw, card.version), line.types])]).toEqual([name, values]);
      expect(parts(card, 'ORG')).toEqual(ORG ?? []);
      expect(parts(card, 'ADR')).toEqual((ADR ?? []).map(([value]: [string[]]) => value));
      expect(card.lines.filter((line) => line.name === 'ADR').map(({ types }) => types)).toEqual((ADR ?? []).map(([, types]: [unknown, string[]]) => types));
      if (N) expect(parts(card, 'N')).toEqual([N]);
      expect([card.version, text(card, 'FN')[0]]).toEqual([VERSION, FN]);
      expect(text(card, 'URL')).toEqual((URL ?? []).map((each: string) => each.replaceAll('\\:', ':')));
      expect(text(card, 'CATEGORIES')[0]).toBe(CATEGORIES);
      if (NOTE_first60) expect(text(card, 'NOTE').map((note) => note.slice(0, 60))).toEqual(NOTE_first60);
      expect(Object.fromEntries(card.lines.filter(({ bytes }) => bytes > 0).map(({ name, bytes }) => [name, bytes]))).toEqual(BINARY ?? {});
      for (const [name, values] of Object.entries(texts)) expect([name, text(card, name)]).toEqual([name, values]);
    }
  });

  it.each(Object.keys(expected))('%s: what is not taken is told, property by property', (file) => {
    for (const card of read(file)) {
      const person = personOf(card, 'es') as CardPerson;
      const silent = new Set(['VERSION', 'FN', 'N', 'ORG', 'TITLE', 'ROLE', 'UID', 'NOTE', 'X-ABLABEL', 'PRODID', 'REV']);
      const channels = new Set(['TEL', 'EMAIL', 'URL', 'IMPP', 'ADR', 'LANG', 'X-AIM', 'X-GTALK', 'X-ICQ', 'X-JABBER', 'X-MSN', 'X-QQ', 'X-SKYPE', 'X-YAHOO']);
      const told = Object.fromEntries(person.leftOut.filter(({ why }) => why === 'not_kept').map(({ property, count }) => [property, count]));
      const rest: Record<string, number> = {};
      for (const { name } of card.lines) if (!silent.has(name) && !channels.has(name)) rest[name] = (rest[name] ?? 0) + 1;
      expect(told).toEqual(rest);
      const kept = person.contactPoints.length + person.languages.length + person.leftOut.filter(({ why }) => why !== 'not_kept').reduce((sum, { count }) => sum + count, 0);
      expect(kept).toBe(card.lines.filter(({ name, raw }) => channels.has(name) && raw.replaceAll(';', '').trim() !== '').length);
    }
  });

  it('are read with labels, posts and photos told as not kept', () => {
    const [gmail, full, outlook] = ['gmail-3.0-single.vcf', 'fullcontact-4.0.vcf', 'outlook-2003.vcf'].map((file) => personOf(read(file)[0]!, 'es') as CardPerson) as [CardPerson, CardPerson, CardPerson];
    expect(gmail.contactPoints).toContainEqual({ kind: 'email', label: 'CustomEmailCategory', value: 'customcategory@example.com', preferred: false });
    expect(gmail.contactPoints).toContainEqual({ kind: 'website', label: 'HomePage', value: 'http://www.example4.com', preferred: false });
    expect(gmail.contactPoints).toContainEqual({ kind: 'phone', label: 'Fax, Trabajo', value: '5555551118', preferred: false });
    expect(gmail.contactPoints).toContainEqual({ kind: 'messaging', label: 'Skype', value: 'IM5', preferred: false });
    expect(full.posts).toEqual([{ organisation: 'Organization1', post: 'Title1 · Department1' }, { organisation: 'Organization2', post: 'Title2 · Department2' }]);
    expect(full.leftOut).toContainEqual({ property: 'PHOTO', count: 3, why: 'not_kept' });
    expect(outlook).toMatchObject({ name: 'John Doe III', posts: [{ organisation: 'Company, The', post: 'The Job Title · TheDepartment' }], notes: 'This is the note field!!\nSecond line\n\nThird line is empty' });
    expect(outlook.contactPoints).toContainEqual({ kind: 'email', label: '', value: 'jdoe@hotmail.com', preferred: true });
    expect(outlook.leftOut).toContainEqual({ property: 'KEY', count: 1, why: 'not_kept' });
  });
});

describe('a card', () => {
  it('of an old phone is read in the character set that it names, over soft line breaks', () => {
    const card = one('VERSION:2.1', 'N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:N=FA=F1ez;Mar=EDa', 'TEL;CELL;PREF:+502 5550-1234', 'NOTE;QUOTED-PRINTABLE;CHARSET=UTF-8:Direcci=C3=B3n=', ' y tel=C3=A9fono');
    expect(card).toMatchObject({ name: 'María Núñez', notes: 'Dirección y teléfono', contactPoints: [{ kind: 'phone', label: 'Móvil', value: '+502 5550-1234', preferred: true }] });
  });

  it('of Windows without a character set is read, and one that folds within a letter', () => {
    expect((personOf(cards('BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Jos\xe9 Pe\xf1a\r\nEND:VCARD\r\n', 'latin1')[0]!, 'es') as CardPerson).name).toBe('José Peña');
    const folded = Buffer.concat([bytesOf('BEGIN:VCARD\nVERSION:3.0\nFN:Jos'), Buffer.from([0xc3]), bytesOf('\n '), Buffer.from([0xa9]), bytesOf(' Gil\nEND:VCARD\n')]);
    expect((personOf(cardsOf(folded, 1)[0]!, 'es') as CardPerson).name).toBe('José Gil');
  });

  it('of nobody is told: a list, a company, one without a name', () => {
    expect(one('VERSION:4.0', 'KIND:group', 'FN:Todos')).toMatchObject({ reason: 'group' });
    expect(one('VERSION:3.0', 'X-ABShowAs:COMPANY', 'FN:Red S.A.', 'ORG:Red S.A.')).toMatchObject({ reason: 'organisation' });
    expect(one('VERSION:3.0', 'ORG:Red', 'TEL:1')).toMatchObject({ reason: 'no_name', name: 'Red' });
  });

  it('keeps no address that is none, nor runs what pretends to be one, and says so', () => {
    const card = one('VERSION:3.0', 'FN:Ana Paz', 'EMAIL:no es', 'URL:javascript:alert(1)', 'PHOTO;VALUE=URI:https://tracker.example/x.gif', 'PHOTO;ENCODING=b:AAAA', 'TEL:');
    expect(card).toMatchObject({ contactPoints: [], leftOut: [{ property: 'EMAIL', count: 1, why: 'not_of_its_kind' }, { property: 'URL', count: 1, why: 'not_of_its_kind' }, { property: 'PHOTO', count: 2, why: 'not_kept' }] });
  });

  it.each([
    ['another kind of file', '%PDF-1.7 nothing', 'UNSUPPORTED_FILE', { problem: 'file_type_mismatch' }],
    ['an empty file', '', 'UNSUPPORTED_FILE', { problem: 'file_type_mismatch' }],
    ['one that ends within a card', 'BEGIN:VCARD\nFN:Ana\n', 'UNSUPPORTED_FILE', { problem: 'file_unreadable', values: { reason: 'unclosed_card', line: 1 } }],
    ['too many cards', 'BEGIN:VCARD\nFN:A\nEND:VCARD\n'.repeat(4), 'UNSUPPORTED_FILE', { problem: 'too_many', values: { max: 3 } }],
  ])('is refused with its reason: %s', async (_, text, code, field) => {
    await expect(readCards(bytesOf(text), 'es', { cards: 3 })).rejects.toMatchObject({ code, fields: [{ path: 'file', ...field }] });
  });

  it('is refused when the file is too large, and when it costs too much time', async () => {
    await expect(readCards(Buffer.alloc(1_100_000), 'es', { bytes: 1_048_576 })).rejects.toMatchObject({ code: 'TOO_LARGE', fields: [{ problem: 'file_too_large', values: { limit: 1 } }] });
    await expect(readCards(bytesOf('BEGIN:VCARD\nFN:Ana\nEND:VCARD\n'), 'es', { milliseconds: 0 })).rejects.toMatchObject({ code: 'UNSUPPORTED_FILE', fields: [{ values: { reason: 'too_complex' } }] });
  });

  it.each(['4.0', '3.0'] as const)('written as %s is read back as it was', (version) => {
    const out: CardOut = {
      id: '8b0b4c7e-0000-4000-8000-000000000001', name: 'María Núñez', languages: ['es', 'en'], changedAt: '20260101T000000Z', posts: [{ organisation: 'Red; de, prevención', post: 'Dirección' }],
      contactPoints: [{ kind: 'email', label: 'Trabajo', value: 'maria@red.example', preferred: true }, { kind: 'phone', label: '', value: '+502 5550 1234 ext. 2', preferred: false }, { kind: 'messaging', label: 'WhatsApp', value: '+502 5550 1234', preferred: false },
        { kind: 'address', label: '', value: '2ª avenida 3-45, zona 10, edificio con un nombre muy largo para que se doble, Ciudad de Guatemala', preferred: false }],
    };
    const text = cardsText([out, { ...out, name: 'Otra' }], version);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const [back, other] = cardsOf(bytesOf(text), 2).map((card) => personOf(card, 'es') as CardPerson) as [CardPerson, CardPerson];
    expect(back).toMatchObject({ name: out.name, uid: `urn:uuid:${out.id}`, posts: out.posts, contactPoints: out.contactPoints, leftOut: [], languages: version === '4.0' ? ['es', 'en'] : [] });
    expect(other.name).toBe('Otra');
  });
});

describe('a file of contacts', () => {
  let registry: Registry;
  let secretariat: Asker;
  let honduras: Asker;
  let observer: Asker;
  const IMPORT = 'mutation ($contacts: [ContactInput!]!, $consentBasis: String) { importContacts(contacts: $contacts, consentBasis: $consentBasis) { registered extended same organisations ids } }';

  beforeAll(async () => {
    registry = await openRegistry();
    registry.travelTo('2026-11-24');
    [secretariat, honduras, observer] = [await registry.as('secretariat'), await registry.as('delegate', 'HN'), await registry.as('observer')];
    await registry.organisation({ name: 'Red de Prevención', acronym: 'REPRE' });
  });
  afterAll(() => registry.close());

  const http = (asker: Asker, path: string, init: RequestInit = {}) => fetch(`${registry.url}${path}`, { ...init, headers: { ...(asker.cookie ? { cookie: asker.cookie } : {}), ...init.headers } });
  const preview = (asker: Asker, text: string | Buffer, headers: Record<string, string> = {}) =>
    http(asker, '/api/contacts/preview?language=es', { method: 'POST', body: text as never, headers: { 'content-type': 'text/vcard', 'x-tejido-client': 'web', ...headers } });
  const rowsOf = async (asker: Asker, text: string) => ((await (await preview(asker, text)).json()) as ContactPreview).rows;
  const asInput = ({ uid, name, contactPoints, posts, languages, notes }: ContactRow, more: object = {}) =>
    ({ uid, name, contactPoints, languages, notes, posts: posts.map(({ organisation, match, post }) => (match ? { organisationId: match.id, post } : { organisationName: organisation, post })), ...more });
  const FILE = ['Ana Castellanos;ana@red.example;REPRE;Directora', 'Luis Barahona;luis@nueva.example;Fundación Nueva Luz;Enlace', 'Rosa Ibarra;rosa@nueva.example;Fundación Nueva Luz;'].map((each) => each.split(';'))
    .map(([name, email, organisation, title]) => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nEMAIL:${email}\r\nORG:${organisation}\r\n${title ? `TITLE:${title}\r\n` : ''}PHOTO;ENCODING=b:AAAA\r\nEND:VCARD\r\n`).join('');

  it('is shown before anything is written, then taken in one transaction with a receipt, and the same file twice creates nothing new', async () => {
    const before = await registry.sql('select count(*)::int as n from person');
    const rows = await rowsOf(secretariat, FILE);
    expect(rows.map(({ name, verdict, posts, leftOut }) => [name, verdict, posts[0]!.match?.name ?? null, leftOut[0]?.property])).toEqual([
      ['Ana Castellanos', 'new', 'REPRE · Red de Prevención', 'PHOTO'], ['Luis Barahona', 'new', null, 'PHOTO'], ['Rosa Ibarra', 'new', null, 'PHOTO'],
    ]);
    expect(await registry.sql('select count(*)::int as n from person')).toEqual(before);
    const { importContacts: receipt } = await secretariat.get(IMPORT, { contacts: rows.map((row) => asInput(row)), consentBasis: 'legitimate_interest' });
    expect(receipt).toMatchObject({ registered: 3, extended: 0, same: 0, organisations: 1 });
    expect((await registry.sql("select distinct action from audit_entry where table_name = 'person' and row_id = any($1)", [receipt.ids]))).toEqual([{ action: 'person.import' }]);
    const again = await rowsOf(secretariat, FILE);
    expect(again.map(({ verdict, candidates }) => [verdict, candidates[0]?.because])).toEqual([['same', 'imported_before'], ['same', 'imported_before'], ['same', 'imported_before']]);
    expect(again[1]!.posts[0]!.match).toMatchObject({ name: 'Fundación Nueva Luz' });
    const counts = async () => (await registry.sql('select (select count(*) from person) as p, (select count(*) from contact_point) as c, (select count(*) from affiliation) as a, (select count(*) from organisation) as o'))[0];
    const held = await counts();
    expect((await secretariat.get(IMPORT, { contacts: rows.map((row) => asInput(row)) })).importContacts).toMatchObject({ registered: 0, extended: 0, same: 3, organisations: 0 });
    expect((await secretariat.get(IMPORT, { contacts: again.map((row) => asInput(row, { personId: row.candidates[0]!.id })) })).importContacts).toMatchObject({ registered: 0, extended: 0, same: 3, organisations: 0 });
    expect(await counts()).toEqual(held);
  });

  it('adds to somebody registered what is new, and changes nothing of what is known', async () => {
    const { registerPerson } = await secretariat.get('mutation { registerPerson(input: { name: "Elsa Montiel", country: "HN", contactPoints: [{ kind: "email", value: "elsa@red.example", preferred: true }] }) { id } }');
    const card = 'BEGIN:VCARD\nVERSION:4.0\nFN:Elsa Montiel\nEMAIL;PREF=1:ELSA@red.example\nTEL:+504 9999 8888\nLANG:en\nEND:VCARD\n';
    const [row] = await rowsOf(honduras, card) as [ContactRow];
    expect([row.verdict, row.candidates]).toEqual(['same', [{ id: registerPerson.id, name: 'Elsa Montiel', detail: null, because: 'name_and_email', mayExtend: true }]]);
    expect((await honduras.get(IMPORT, { contacts: [asInput(row, { personId: registerPerson.id })] })).importContacts).toMatchObject({ registered: 0, extended: 1, same: 0 });
    expect((await honduras.get('query ($id: ID!) { person(id: $id) { languages contactPoints { value preferred } } }', { id: registerPerson.id })).person)
      .toEqual({ languages: ['en'], contactPoints: [{ value: 'elsa@red.example', preferred: true }, { value: '+504 9999 8888', preferred: false }] });
  });

  it('says who may be the same only among those that the reader may see', async () => {
    await secretariat.get('mutation { registerPerson(input: { name: "Nadia Solórzano", visibility: "secretariat", email: "nadia@red.example" }) { id } }');
    const card = 'BEGIN:VCARD\nVERSION:3.0\nFN:Nadia Solórzano\nEMAIL:nadia@red.example\nEND:VCARD\n';
    expect((await rowsOf(secretariat, card))[0]!.verdict).toBe('same');
    expect((await rowsOf(honduras, card))[0]).toMatchObject({ verdict: 'new', candidates: [] });
  });

  it('is all or nothing, and a problem is told at its card', async () => {
    const [row] = await rowsOf(secretariat, FILE.replaceAll('Ana Castellanos', 'Ana Distinta').replaceAll('ana@', 'distinta@')) as [ContactRow];
    const { errors } = await secretariat.ask(IMPORT, { contacts: [asInput(row), { ...asInput(row), name: ' ', uid: 'x' }] });
    expect(errors?.[0]?.extensions.fields).toEqual([{ path: 'contacts.1.name', problem: 'required' }]);
    expect(await registry.sql("select 1 from person where name = 'Ana Distinta'")).toEqual([]);
  });

  it('is read for whoever may register people, as a card, from our own page', async () => {
    expect((await preview(await registry.as('public'), FILE)).status).toBe(401);
    expect((await preview(observer, FILE)).status).toBe(403);
    expect((await preview(secretariat, FILE, { origin: 'https://elsewhere.example' })).status).toBe(403);
    const refused = await preview(secretariat, 'PK\u0003\u0004 not a card');
    expect([refused.status, ((await refused.json()) as Loose).errors[0].extensions]).toEqual([415, { code: 'UNSUPPORTED_FILE', fields: [{ path: 'file', problem: 'file_type_mismatch', values: {} }] }]);
  });

  it('is given out with what the reader may know: names and posts alone for an observer, nobody who is hidden', async () => {
    const { registerPerson: { id } } = await secretariat.get('mutation { registerPerson(input: { name: "Ángela Muñoz", email: "angela@red.example" }) { id } }');
    const { registerPerson: hidden } = await secretariat.get('mutation { registerPerson(input: { name: "Persona Reservada", visibility: "secretariat" }) { id } }');
    const answer = await http(honduras, `/api/contacts/person/${id}?version=3.0`);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([200, 'text/vcard; charset=utf-8', "attachment; filename=\"Angela Munoz.vcf\"; filename*=UTF-8''%C3%81ngela%20Mu%C3%B1oz.vcf"]);
    expect(await answer.text()).toContain('VERSION:3.0');
    const several = async (asker: Asker) => (await http(asker, `/api/contacts/people.vcf?ids=${id},${hidden.id},nonsense`)).text();
    expect(await several(secretariat)).toContain('Persona Reservada');
    expect(await several(honduras)).not.toContain('Reservada');
    expect(await several(honduras)).toContain('angela@red.example');
    expect(await several(observer)).toContain('FN:Ángela Muñoz');
    expect(await several(observer)).not.toContain('angela@red.example');
    expect((await http(honduras, `/api/contacts/person/${hidden.id}`)).status).toBe(404);
    expect((await http(await registry.as('public'), `/api/contacts/person/${id}`)).status).toBe(401);
  });
});
