import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runProgram } from './support/cli.js';
import { giveTime } from './support/demonstration.js';
import { openRegistry, type Registry } from './support/harness.js';

giveTime();

let registry: Registry;
beforeAll(async () => {
  registry = await openRegistry();
  for (const name of ['A', 'B', 'C']) await registry.organisation({ name });
});
afterAll(() => registry.close());

const audit = (...args: string[]) => runProgram(['audit', ...args, '--lang', 'en'], { databaseUrl: registry.ownerUrl });

describe('tejido audit verify', () => {
  it('says that an untouched trail holds', async () => {
    expect(await audit('verify')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^The chain holds: \d+ entries, none altered\.\nThe snapshots hold: 0, each with the hash that was signed\.\n$/), stderr: '' });
  });

  it('names the first entry that was changed, in what it kept or in who did it, and one after which another is missing', async () => {
    const [entry] = await registry.sql<{ id: string }>("select id from audit_entry where after ->> 'name' = 'B'");
    await registry.sql("update audit_entry set after = after || '{\"name\": \"X\"}' where id = $1", [entry!.id]);
    expect(await audit('verify')).toMatchObject({ code: 1, stderr: expect.stringMatching(new RegExp(`^Entry ${entry!.id} .*what it kept was changed`)) });
    await registry.sql("update audit_entry set after = after || '{\"name\": \"B\"}', actor = 'another' where id = $1", [entry!.id]);
    expect((await audit('verify')).stderr).toMatch(new RegExp(`^Entry ${entry!.id} .*who, when or what was changed`));
    await registry.sql('delete from audit_entry where id = $1', [entry!.id]);
    expect((await audit('verify')).stderr).toMatch(/does not follow from the one before it/);
  });

  it('says how it is called', async () => expect((await audit('prove')).stderr).toContain('npm run tejido -- audit verify'));
});
