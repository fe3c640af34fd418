import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Registry } from './support/harness.js';

const REGISTER = 'mutation ($input: AgreementInput!) { registerAgreement(input: $input) { id version } }';
const LIST = `query ($filter: AgreementFilter, $sort: AgreementSort, $first: Int, $after: String) { agreements(filter: $filter, sort: $sort, first: $first, after: $after) {
  total hasMore endCursor nodes { title } facets { name values { value count } } } }`;

let registry: Registry;
let clerk: Asker;
let observer: Asker;

beforeAll(async () => {
  registry = await openRegistry();
  registry.travelTo('2026-11-24');
  [clerk, observer] = [await registry.as('secretariat'), await registry.as('observer')];
  const coalition = (await registry.sql("select id from organisation where standing = 'coalition'"))[0].id as string;
  const un = await registry.organisation({ name: 'ONU', audience: 'international' });
  const ngo = await registry.organisation({ name: 'Casa Alianza', audience: 'civil_society' });
  await registry.sql("update organisation set countries = '{HN,GT}' where id = $1", [ngo]);
  const add = async (title: string, others: string[], given: object = {}) => (await clerk.get(REGISTER, {
    input: { title, kind: 'memorandum', stage: 'negotiating', themes: ['trafficking'], parties: [coalition, ...others].map((organisationId) => ({ organisationId, signedOn: '2025-01-10' })), ...given },
  })).registerAgreement.id as string;
  await add('Águilas', [un], { effectiveTo: '2026-12-10' });
  await add('Búhos', [ngo], { effectiveTo: '2027-02-01', kind: 'framework_agreement', themes: ['smuggling', 'trafficking'] });
  const old = await add('cóndores', [un], { effectiveTo: '2025-12-31' });
  await add('Delfines', [un, ngo], { parties: [coalition, un, ngo].map((organisationId) => ({ organisationId })) });
  await add('Erizos', [un], { visibility: 'secretariat' });
  await registry.sql("insert into evidence (agreement_id, title, address) values ($1, 'Texto', 'https://example.org/x')", [old]);
});
afterAll(() => registry.close());

const page = async (asker: Asker, variables: object = {}) => (await asker.get(LIST, { first: 50, ...variables })).agreements;
const titles = async (asker: Asker, variables: object = {}) => (await page(asker, variables)).nodes.map((each: { title: string }) => each.title);
const facet = async (asker: Asker, name: string, filter: object = {}) =>
  Object.fromEntries((await page(asker, { filter })).facets.find((each: { name: string }) => each.name === name).values.map((each: { value: string; count: number }) => [each.value, each.count]));

describe('the list of agreements', () => {
  it.each([
    [{ status: ['in_force'] }, ['Águilas', 'Búhos', 'Erizos']],
    [{ status: ['expired', 'negotiating'] }, ['cóndores', 'Delfines']],
    [{ kind: ['framework_agreement'] }, ['Búhos']],
    [{ theme: ['smuggling'] }, ['Búhos']],
    [{ audience: ['civil_society'] }, ['Búhos', 'Delfines']],
    [{ country: ['HN'] }, ['Búhos', 'Delfines']],
    [{ evidence: ['to_verify'] }, ['cóndores']],
    [{ toVerify: true }, ['cóndores']],
    [{ expiring: ['30'] }, ['Águilas']],
    [{ expiring: ['15'] }, []],
    [{ expiringWithinDays: 90 }, ['Águilas', 'Búhos']],
    [{ expiring: ['30', '180', 'nonsense'] }, ['Águilas', 'Búhos']],
    [{ text: 'aguilas' }, ['Águilas']],
    [{ text: 'delfnes' }, ['Delfines']],
    [{ status: ['in_force'], theme: ['smuggling'] }, ['Búhos']],
  ])('filters by %j', async (filter, expected) => {
    expect(await titles(clerk, { filter, sort: 'TITLE' })).toEqual(expected);
  });

  it('sorts by title as Spanish does, and by what ends next', async () => {
    expect(await titles(clerk, { sort: 'TITLE' })).toEqual(['Águilas', 'Búhos', 'cóndores', 'Delfines', 'Erizos']);
    expect((await titles(clerk, { sort: 'EXPIRING' })).slice(0, 2)).toEqual(['Águilas', 'Búhos']);
  });

  it.each(['TITLE', 'RECENT', 'EXPIRING', 'STARTING'])('walks all pages once, sorted by %s', async (sort) => {
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const answer: { nodes: { title: string }[]; hasMore: boolean; endCursor: string; total: number } = await page(clerk, { sort, first: 2, after });
      expect(answer.total).toBe(5);
      seen.push(...answer.nodes.map((each) => each.title));
      [after, more] = [answer.endCursor, answer.hasMore];
    }
    expect(seen).toEqual(await titles(clerk, { sort }));
    expect(new Set(seen).size).toBe(5);
  });

  it('counts each facet over what the other filters leave', async () => {
    expect(await facet(clerk, 'status')).toEqual({ in_force: 3, expired: 1, negotiating: 1 });
    expect(await facet(clerk, 'expiring')).toEqual({ 30: 1, 60: 1, 90: 2, 180: 2 });
    expect(await facet(clerk, 'evidence')).toEqual({ missing: 4, to_verify: 1 });
    expect(await facet(clerk, 'country')).toEqual({ HN: 2, GT: 2 });
    expect(await facet(clerk, 'status', { theme: ['smuggling'], status: ['expired'] })).toEqual({ in_force: 1 });
  });

  it('does not count what the viewer may not see', async () => {
    expect(await titles(observer, { sort: 'TITLE' })).not.toContain('Erizos');
    expect(await facet(observer, 'status')).toEqual({ in_force: 2, expired: 1, negotiating: 1 });
    expect((await page(observer)).total).toBe(4);
  });

  it('refuses a cursor that it never gave', async () => {
    const { errors } = await clerk.ask(LIST, { after: 'bm9uc2Vuc2U=' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ path: 'after' }] });
  });
});
