import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Document, Packer, Paragraph } from 'docx';
import type { Viewer } from '@tejido/domain/policy.js';
import { Files } from '../src/platform/files/files.js';
import { openRegistry, type Asker, type Loose, type Registry } from './support/harness.js';
import { manyVisibilities, readableIn } from './support/many-visibilities.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const MB = 1024 * 1024;
const ADD = 'mutation ($id: ID!, $input: EvidenceInput!) { addAgreementEvidence(agreementId: $id, input: $input) { id version file { id name mediaType size } } }';

let registry: Registry;
let clerk: Asker;
let colleague: Asker;
beforeAll(async () => {
  registry = await openRegistry();
  [clerk, colleague] = [await registry.as('secretariat'), await registry.as('secretariat')];
});
afterAll(() => registry.close());

const upload = async (asker: Asker, name: string, bytes: Uint8Array, headers: Record<string, string> = {}) => {
  const form = new FormData();
  form.append('file', new File([bytes as Uint8Array<ArrayBuffer>], name));
  const response = await fetch(`${registry.url}/files`, { method: 'POST', body: form, headers: { cookie: asker.cookie, 'x-tejido-client': 'test', ...headers } });
  return { status: response.status, body: (await response.json()) as Loose };
};
const problems = async (name: string, bytes: Uint8Array) => {
  const { status, body } = await upload(clerk, name, bytes);
  return [status, body.errors?.[0].extensions.code, ...(body.errors?.[0].extensions.fields ?? []).map(({ path, problem }: Loose) => `${path} ${problem}`)];
};
const download = (asker: Asker, id: string, query = '') => fetch(`${registry.url}/files/${id}${query}`, { headers: { cookie: asker.cookie } });
const anAgreement = async (given = "'coalition', null"): Promise<string> => (await registry.sql(`insert into agreement (title, kind, visibility, country) values ('Acuerdo', 'memorandum', ${given}) returning id`))[0].id;
const left = async () => (await registry.sql('select (select count(*)::int from file) as files, (select count(*)::int from file_content) as contents, (select count(*)::int from file_chunk) as chunks'))[0];
const temporary = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`tejido-upload-${process.pid}-`));

describe('an upload', () => {
  it('comes back byte for byte, in as many pieces as it needs', async () => {
    const bytes = Buffer.concat([PDF, Buffer.alloc(3 * MB, 'ñandú ')]);
    const { status, body } = await upload(clerk, 'Acuerdo «firmado».pdf', bytes);
    expect([status, body]).toEqual([201, { id: expect.stringMatching(/^[0-9a-f-]{36}$/), name: 'Acuerdo «firmado».pdf', mediaType: 'application/pdf', size: bytes.length }]);
    const answer = await download(clerk, body.id);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf', 'content-length': String(bytes.length), 'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store', 'content-disposition': "attachment; filename=\"Acuerdo _firmado_.pdf\"; filename*=UTF-8''Acuerdo%20%C2%ABfirmado%C2%BB.pdf",
    });
    expect((await download(clerk, body.id, '?show')).headers.get('content-disposition')).toMatch(/^inline;/);
  });

  it('takes a DOCX, which is never shown in place', async () => {
    const docx = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Acta')] }] }));
    const { body } = await upload(clerk, 'acta.docx', docx);
    expect(body).toMatchObject({ mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' });
    expect((await download(clerk, body.id, '?show')).headers.get('content-disposition')).toMatch(/^attachment;/);
  });

  it('is refused next to its field when its content is not what its name says', async () => {
    expect(await problems('acuerdo.pdf', PNG)).toEqual([415, 'UNSUPPORTED_FILE', 'file file_type_mismatch']);
    expect(await problems('acuerdo.pdf', Buffer.from('<html><script>alert(1)</script></html>'))).toEqual([415, 'UNSUPPORTED_FILE', 'file file_type_mismatch']);
    expect(await problems('foto.png', PDF)).toEqual([415, 'UNSUPPORTED_FILE', 'file file_type_mismatch']);
    expect(await problems('nada.pdf', Buffer.alloc(0))).toEqual([415, 'UNSUPPORTED_FILE', 'file file_empty']);
    expect(await problems('logo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toEqual([415, 'UNSUPPORTED_FILE', 'file file_type_refused']);
  });

  it.each([
    ['a zip', [['hola.txt', Buffer.from('hola')]]],
    ['a spreadsheet', [['[Content_Types].xml', Buffer.from('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml')], ['xl/workbook.xml', Buffer.from('<x/>')]]],
    ['a document with macros', [['[Content_Types].xml', Buffer.from('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml')], ['word/document.xml', Buffer.from('<x/>')], ['word/vbaProject.bin', Buffer.from('x')]]],
    ['a list of parts that inflates to 100 MB', [['[Content_Types].xml', Buffer.alloc(100 * MB)], ['word/document.xml', Buffer.from('<x/>')]]],
  ] as [string, [string, Buffer][]][])('is no DOCX when it is %s', async (_, entries) => {
    expect(await problems('acta.docx', zipOf(entries))).toEqual([415, 'UNSUPPORTED_FILE', 'file file_type_mismatch']);
  });

  it('of a zip whose directory lies is refused without reading on', async () => {
    const zip = zipOf([['[Content_Types].xml', Buffer.alloc(10 * MB, 'a')], ['word/document.xml', Buffer.from('<x/>')]], 100);
    expect(await problems('acta.docx', zip)).toEqual([415, 'UNSUPPORTED_FILE', 'file file_type_mismatch']);
    expect(await problems('acta.docx', zip.subarray(0, zip.length - 10))).toEqual([415, 'UNSUPPORTED_FILE', 'file file_type_mismatch']);
    expect(await problems('acta.docx', Buffer.from('PK'))).toEqual([415, 'UNSUPPORTED_FILE', 'file file_type_mismatch']);
  });

  it('of 25 MB and a byte is told to be too large, also when nobody said how long it is; and leaves nothing', async () => {
    const before = await left();
    expect(await problems('grande.pdf', Buffer.concat([PDF, Buffer.alloc(25 * MB + 1 - PDF.length)]))).toEqual([413, 'TOO_LARGE', 'file file_too_large']);
    const body = Buffer.concat([Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'), PDF, Buffer.alloc(26 * MB), Buffer.from('\r\n--x--\r\n')]);
    expect(await chunked(body)).toEqual([413, 'file_too_large']);
    expect(await left()).toEqual(before);
    expect(temporary()).toEqual([]);
  });

  it('of 100 MB is refused before it arrives', async () => {
    const answer = await new Promise<number>((done, fail) => {
      const { hostname, port } = new URL(registry.url);
      const sent = request({ hostname, port, path: '/files', method: 'POST', headers: { cookie: clerk.cookie, 'x-tejido-client': 'test', 'content-type': 'multipart/form-data; boundary=x', 'content-length': 100 * MB } },
        (response) => { done(response.statusCode!); sent.destroy(); });
      sent.on('error', fail);
      sent.flushHeaders();
    });
    expect(answer).toBe(413);
  });

  it('that is broken off leaves nothing, in the log neither', async () => {
    const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const before = await left();
    const { hostname, port } = new URL(registry.url);
    await new Promise<void>((done) => {
      const sent = request({ hostname, port, path: '/files', method: 'POST', headers: { cookie: clerk.cookie, 'x-tejido-client': 'test', 'content-type': 'multipart/form-data; boundary=x', 'content-length': 5 * MB } });
      sent.on('error', () => undefined).on('close', () => done());
      sent.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4', () => setTimeout(() => sent.destroy(), 200));
    });
    for (let tries = 0; temporary().length > 0 && tries < 100; tries++) await new Promise((later) => setTimeout(later, 50));
    expect(temporary()).toEqual([]);
    expect(await left()).toEqual(before);
    expect(logged).not.toHaveBeenCalled();
    logged.mockRestore();
  });

  it('without a file, or by somebody who never writes, is refused', async () => {
    const bare = await fetch(`${registry.url}/files`, { method: 'POST', headers: { cookie: clerk.cookie, 'x-tejido-client': 'test' } });
    expect([bare.status, ((await bare.json()) as Loose).errors[0].extensions.fields]).toEqual([422, [{ path: 'file', problem: 'required' }]]);
    for (const [role, status] of [['observer', 403], ['presidency', 403], ['public', 401]] as const) expect((await upload(await registry.as(role), 'a.pdf', PDF)).status).toBe(status);
  });

  it('keeps the same bytes once, whoever uploads them', async () => {
    const bytes = Buffer.concat([PDF, Buffer.from('the same')]);
    const before = await left();
    const [one, other] = [await upload(clerk, 'a.pdf', bytes), await upload(colleague, 'b.pdf', bytes)];
    expect(one.body.id).not.toBe(other.body.id);
    expect(await left()).toEqual({ files: before.files + 2, contents: before.contents + 1, chunks: before.chunks + 1 });
  });
});

describe('a file that nobody claimed', () => {
  it('is its uploader\'s alone, and vanishes after a day; what is claimed stays', async () => {
    const { body: { id } } = await upload(clerk, 'a.pdf', Buffer.concat([PDF, Buffer.from('claimed')]));
    const { body: { id: unclaimed } } = await upload(clerk, 'b.pdf', Buffer.concat([PDF, Buffer.from('unclaimed')]));
    expect((await download(colleague, unclaimed)).status).toBe(404);
    await clerk.get(ADD, { id: await anAgreement(), input: { title: 'Texto', fileId: id } });
    const forget = () => registry.app.get(Files).forgetUnclaimed();
    await forget();
    expect((await download(clerk, unclaimed)).status).toBe(200);
    await registry.sql("update file set uploaded_at = now() - interval '25 hours'");
    await forget();
    expect((await download(clerk, unclaimed)).status).toBe(404);
    expect((await download(clerk, id)).status).toBe(200);
    expect(await registry.sql('select 1 from file_content c where not exists (select from file f where f.sha256 = c.sha256)')).toEqual([]);
  });

  it('cannot be claimed by another, nor a second time', async () => {
    const agreement = await anAgreement();
    const claim = async (asker: Asker, fileId: string) => (await asker.ask(ADD, { id: agreement, input: { title: 'Texto', fileId } })).errors?.[0]?.extensions.fields;
    const { body: { id } } = await upload(clerk, 'a.pdf', PDF);
    for (const each of [id, NOBODY, 'nonsense']) expect(await claim(colleague, each)).toEqual([{ path: 'fileId', problem: 'unknown_record' }]);
    expect(await claim(clerk, id)).toBeUndefined();
    expect(await claim(clerk, id)).toEqual([{ path: 'fileId', problem: 'unknown_record' }]);
  });
});

describe('a file that is evidence', () => {
  it('opens for whom the policy shows the record, and is for all others as if there were none', async () => {
    const world = await manyVisibilities(registry);
    const proofs = world.records.filter(({ kind }) => kind === 'agreement' || kind === 'activity');
    const fileOf = new Map<string, string>();
    for (const record of proofs) {
      const { body } = await upload(clerk, 'prueba.pdf', Buffer.concat([PDF, Buffer.from(record.mark)]));
      await registry.sql('update evidence set file_id = $1 where id = $2', [body.id, world.evidence[record.id]]);
      await registry.sql('update file set claimed = true where id = $1', [body.id]);
      fileOf.set(record.id, body.id);
    }
    for (const [role, country] of [['admin'], ['secretariat'], ['delegate', 'HN'], ['delegate', 'GT'], ['presidency'], ['observer'], ['public']] as const) {
      const asker = await registry.as(role, country);
      const viewer: Viewer = { userId: asker.userId, role, country: country ?? null };
      const whole = async (id: string) => {
        const answer = await download(asker, id);
        const { date: _, ...headers } = Object.fromEntries(answer.headers);
        return { status: answer.status, headers, text: await answer.text() };
      };
      const nothing = await whole(NOBODY);
      expect([role, nothing.status]).toEqual([role, role === 'public' ? 401 : 404]);
      expect(await whole('nonsense')).toEqual(nothing);
      for (const record of proofs) {
        const answer = await whole(fileOf.get(record.id)!);
        if (role !== 'public' && readableIn(viewer, record)) expect([role, record.mark, answer.text.endsWith(record.mark)]).toEqual([role, record.mark, true]);
        else expect([role, record.mark, answer]).toEqual([role, record.mark, nothing]);
      }
    }
  });

  it('follows its record into the trash, and another visibility, at once; its version before opens as it does', async () => {
    const observer = await registry.as('observer');
    const agreement = await anAgreement();
    const [first, second] = [(await upload(clerk, 'a.pdf', PDF)).body.id, (await upload(clerk, 'b.pdf', Buffer.concat([PDF, Buffer.from('b')]))).body.id];
    const { id, version } = (await clerk.get(ADD, { id: agreement, input: { title: 'Texto', fileId: first } })).addAgreementEvidence;
    await clerk.get('mutation ($id: ID!, $version: Int!, $input: EvidenceInput!) { replaceEvidence(id: $id, version: $version, input: $input) { id } }', { id, version, input: { fileId: second } });
    const seen = async () => [(await download(observer, first)).status, (await download(observer, second)).status];
    expect(await seen()).toEqual([200, 200]);
    await registry.sql("update agreement set visibility = 'secretariat' where id = $1", [agreement]);
    expect(await seen()).toEqual([404, 404]);
    await registry.sql("update agreement set visibility = 'coalition', archived_at = now() where id = $1", [agreement]);
    expect(await seen()).toEqual([404, 404]);
  });

  it('is gone with evidence that was taken out', async () => {
    const { body: { id: fileId } } = await upload(clerk, 'a.pdf', Buffer.concat([PDF, Buffer.from('wrong one')]));
    const { id } = (await clerk.get(ADD, { id: await anAgreement(), input: { title: 'Texto', fileId } })).addAgreementEvidence;
    await clerk.get('mutation ($id: ID!) { removeEvidence(id: $id) }', { id });
    expect((await download(clerk, fileId)).status).toBe(404);
    await registry.app.get(Files).forgetUnclaimed();
    expect(await registry.sql('select 1 from file where id = $1', [fileId])).toEqual([]);
  });
});

/** Sends a body whose length is told nowhere. */
function chunked(body: Buffer): Promise<[number, string]> {
  const { hostname, port } = new URL(registry.url);
  return new Promise((done, fail) => {
    const sent = request({ hostname, port, path: '/files', method: 'POST', headers: { cookie: clerk.cookie, 'x-tejido-client': 'test', 'content-type': 'multipart/form-data; boundary=x' } }, (response) => {
      let text = '';
      response.on('data', (part) => { text += String(part); }).on('end', () => done([response.statusCode!, (JSON.parse(text) as Loose).errors[0].extensions.fields[0].problem]));
    });
    sent.on('error', fail);
    sent.end(body);
  });
}

/** A zip by hand, so that its directory can lie: `declared` is the inflated size that it tells. */
function zipOf(entries: [string, Buffer][], declared?: number): Buffer {
  const [parts, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, content] of entries) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30 + name.length);
    local.writeUInt32LE(0x04034b50, 0); local.writeUInt16LE(8, 8); local.writeUInt32LE(packed.length, 18); local.writeUInt32LE(content.length, 22); local.writeUInt16LE(name.length, 26); local.write(name, 30);
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0); entry.writeUInt16LE(8, 10); entry.writeUInt32LE(packed.length, 20); entry.writeUInt32LE(declared ?? content.length, 24); entry.writeUInt16LE(name.length, 28); entry.writeUInt32LE(at, 42); entry.write(name, 46);
    parts.push(local, packed);
    directory.push(entry);
    at += local.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(entries.length, 8); end.writeUInt16LE(entries.length, 10); end.writeUInt32LE(Buffer.concat(directory).length, 12); end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
