import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Registry } from './support/harness.js';

const PARTNERSHIP = `query ($id: ID!) { partnership(organisationId: $id) { id owner { name active } lastContact { day title } nextStep { kind title day }
  contact { light state days } commitments { light due kept late overdue overdueDays ahead } agreement { light state title until days } } }`;
const LIST = 'query ($filter: OrganisationFilter, $sort: OrganisationSort) { organisations(filter: $filter, sort: $sort, first: 200) { total nodes { name lastContactOn nextStep { title day } relationshipOwner { id } } } }';
const OWN = 'mutation ($id: ID!, $version: Int!, $ownerId: ID) { amendOrganisation(id: $id, version: $version, input: { relationshipOwnerId: $ownerId }) { version relationshipOwner { id } } }';

let registry: Registry;
let clerk: Asker;
let delegate: Asker;
let partner: string;

beforeAll(async () => {
  registry = await openRegistry();
  [clerk, delegate] = [await registry.as('secretariat'), await registry.as('delegate', 'HN')];
});
beforeEach(async () => {
  registry.travelTo('2026-11-24');
  partner = await registry.organisation({ name: 'Socia' });
});
afterAll(() => registry.close());

const how = async (asker: Asker, id = partner) => (await asker.get(PARTNERSHIP, { id })).partnership;

async function met(on: string, { visibility = 'coalition', organisation = partner, presence = 'present', title = `Reunión del ${on}`, cancelled = null as string | null } = {}) {
  const [{ id }] = await registry.sql("insert into meeting (title, kind, starts_at, time_zone, visibility, cancelled_on) select $1, code, $2, 'America/Guatemala', $3, $4 from meeting_kind limit 1 returning id", [title, `${on}T15:00:00Z`, visibility, cancelled]);
  await registry.sql('insert into attendance (meeting_id, organisation_id, presence) values ($1, $2, $3)', [id, organisation, presence]);
}
const owes = (text: string, dueOn: string | null, { fulfilledOn = null as string | null, visibility = 'coalition', ours = false } = {}) => registry.sql(
  'insert into commitment (text, due_on, fulfilled_on, visibility, owner_organisation_id, beneficiary_organisation_id, owner_user_id) values ($1, $2, $3, $4, $5, $6, $7)',
  [text, dueOn, fulfilledOn, visibility, ours ? null : partner, ours ? partner : null, ours ? clerk.userId : null]);
async function agreed(title: string, { from = '2024-01-01', until = null as string | null, visibility = 'coalition', terminated = null as string | null } = {}) {
  const [{ id }] = await registry.sql("insert into agreement (title, kind, effective_from, effective_to, visibility, terminated_on, termination_reason) values ($1, 'memorandum', $2, $3, $4, $5, $6) returning id", [title, from, until, visibility, terminated, terminated && 'x']);
  await registry.sql('insert into agreement_party (agreement_id, organisation_id, signed_on) values ($1, $2, $3)', [id, partner, from]);
}

describe('how we stand with a partner', () => {
  it('is told with what it is made of', async () => {
    await met('2026-10-14');
    await met('2026-10-01');
    for (const day of ['2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01']) await owes(`Cumplido ${day}`, day, { fulfilledOn: day });
    await owes('Atrasado', '2026-11-12');
    await agreed('Memorando', { until: '2027-01-03' });
    expect(await how(clerk)).toEqual({
      id: partner, owner: null, lastContact: { day: '2026-10-14', title: 'Reunión del 2026-10-14' }, nextStep: { kind: 'they_owe', title: 'Atrasado', day: '2026-11-12' },
      contact: { light: 'good', state: 'recent', days: 41 },
      commitments: { light: 'attention', due: 5, kept: 4, late: 0, overdue: 1, overdueDays: 12, ahead: 0 },
      agreement: { light: 'attention', state: 'ending', title: 'Memorando', until: '2027-01-03', days: 40 },
    });
  });

  it('is grey with nothing to judge', async () => {
    expect(await how(clerk)).toMatchObject({ lastContact: null, nextStep: null, contact: { light: 'none', state: 'never' }, commitments: { light: 'none' }, agreement: { light: 'none', state: 'none', title: null } });
  });

  it('takes for contact only meetings that were held and attended', async () => {
    await met('2026-11-20', { presence: 'excused' });
    await met('2026-11-21', { cancelled: '2026-11-20' });
    await met('2026-12-02');
    expect(await how(clerk)).toMatchObject({ lastContact: null, contact: { state: 'never' }, nextStep: { kind: 'meeting', day: '2026-12-02' } });
  });

  it('has as next step what comes first: what is owed, a meeting, an agreement that ends and has no renewal', async () => {
    await agreed('Por vencer', { until: '2026-12-20' });
    expect((await how(clerk)).nextStep).toEqual({ kind: 'agreement_ends', title: 'Por vencer', day: '2026-12-20' });
    await met('2026-12-10');
    expect((await how(clerk)).nextStep.kind).toBe('meeting');
    await owes('Les debemos', '2026-12-01', { ours: true });
    expect((await how(clerk)).nextStep).toEqual({ kind: 'we_owe', title: 'Les debemos', day: '2026-12-01' });
  });

  it('is not told of our own bodies, nor to whoever does not see the organisation', async () => {
    expect(await how(clerk, await registry.organisation({ standing: 'member' }))).toBeNull();
    const hidden = await registry.organisation({ visibility: 'secretariat' });
    expect((await how(clerk, hidden)).id).toBe(hidden);
    expect(await how(delegate, hidden)).toBeNull();
    expect(await how(await registry.as('public'))).toBeNull();
    expect(await how(clerk, 'none')).toBeNull();
  });
});

describe('health is made of what the viewer may see', () => {
  it('so two viewers see two healths, and nothing hidden is betrayed', async () => {
    await met('2026-03-01', { title: 'Abierta' });
    await met('2026-11-20', { visibility: 'secretariat', title: 'Reservada' });
    await met('2026-12-01', { visibility: 'secretariat', title: 'Reservada próxima' });
    await owes('Cumplido abierto', '2026-06-01', { fulfilledOn: '2026-06-01' });
    await owes('Atrasado reservado', '2026-09-01', { visibility: 'secretariat' });
    await agreed('Abierto terminado', { from: '2023-01-01', until: '2025-12-31' });
    await agreed('Reservado vigente', { visibility: 'secretariat' });
    expect(await how(clerk)).toMatchObject({
      lastContact: { title: 'Reservada' }, nextStep: { title: 'Atrasado reservado' }, contact: { state: 'recent' },
      commitments: { light: 'bad', due: 2, overdue: 1, overdueDays: 84 }, agreement: { light: 'good', title: 'Reservado vigente' },
    });
    for (const asker of [delegate, await registry.as('observer')]) {
      const seen = await how(asker);
      expect(seen).toMatchObject({
        lastContact: { title: 'Abierta', day: '2026-03-01' }, nextStep: null, contact: { state: 'cold', days: 268 },
        commitments: { light: 'good', due: 1, kept: 1, overdue: 0 }, agreement: { light: 'bad', state: 'ended', title: 'Abierto terminado', until: '2025-12-31' },
      });
      expect(JSON.stringify(seen).toLowerCase()).not.toContain('reservad');
    }
  });
});

describe('the list of organisations', () => {
  const names = async (asker: Asker, filter: object, sort?: string) => (await asker.get(LIST, { filter, sort })).organisations.nodes.map((each: { name: string }) => each.name);

  it('finds those who grow cold by the days of the rule, as far as the viewer sees', async () => {
    const days: [string, string][] = [['2026-08-26', 'recent'], ['2026-08-25', 'cooling'], ['2026-05-28', 'cooling'], ['2026-05-27', 'cold']];
    for (const [on, state] of days) await met(on, { organisation: await registry.organisation({ name: `Fría ${on} ${state}` }) });
    await registry.organisation({ name: 'Fría nunca never' });
    const secret = await registry.organisation({ name: 'Fría reservada' });
    await met('2026-11-01', { organisation: secret, visibility: 'secretariat' });
    for (const state of ['recent', 'cooling', 'cold', 'never']) {
      const expected = [...days.filter(([, each]) => each === state).map(([on]) => `Fría ${on} ${state}`), ...(state === 'never' ? ['Fría nunca never'] : []), ...(state === 'recent' ? ['Fría reservada'] : [])];
      expect([state, (await names(clerk, { contact: [state], text: 'fría' })).sort()]).toEqual([state, expected.sort()]);
    }
    expect(await names(delegate, { contact: ['recent'], text: 'fría' })).not.toContain('Fría reservada');
    expect(await names(delegate, { contact: ['never'], text: 'fría' })).toContain('Fría reservada');
    expect((await names(clerk, { contact: ['cooling', 'cold'], text: 'fría' }))).toHaveLength(3);
  });

  it('sorts by what comes next and tells it', async () => {
    const [later, sooner, nothing] = [await registry.organisation({ name: 'Paso B' }), await registry.organisation({ name: 'Paso A' }), await registry.organisation({ name: 'Paso C' })];
    await met('2026-12-20', { organisation: later, title: 'Segunda' });
    await met('2026-12-05', { organisation: sooner, title: 'Primera' });
    const { nodes } = (await clerk.get(LIST, { filter: { text: 'paso' }, sort: 'NEXT_STEP' })).organisations;
    expect(nodes.map((each: { name: string; nextStep: object | null }) => [each.name, each.nextStep])).toEqual([
      ['Paso A', { title: 'Primera', day: '2026-12-05' }], ['Paso B', { title: 'Segunda', day: '2026-12-20' }], ['Paso C', null]]);
    expect(nothing).toBeTruthy();
  });

  it('sorts by the same steps that it tells: what is owed on either side and what ends, an office\'s too, none hidden, left or renewed', async () => {
    const at = async (name: string, act: () => Promise<unknown>) => { partner = await registry.organisation({ name: `Orden ${name}` }); await act(); };
    await at('1', () => owes('Deben', '2026-11-01'));
    await at('2', () => owes('Debemos', '2026-11-02', { ours: true }));
    await at('3', () => agreed('Vence', { until: '2026-12-03' }));
    await at('4', async () => {
      const whole = partner;
      partner = await registry.organisation({ name: 'Oficina' });
      await registry.sql('update organisation set counts_with_id = $1 where id = $2', [whole, partner]);
      await agreed('Vence de la oficina', { until: '2026-12-04' });
    });
    await at('5', () => met('2026-12-05'));
    await at('6', () => met('2026-11-10', { visibility: 'secretariat' }).then(() => owes('Oculto', '2026-11-03', { visibility: 'secretariat' })));
    await at('7', () => agreed('Dejado', { until: '2026-12-02' }).then(() => registry.sql("update agreement_party set withdrawn_on = '2026-10-01' where organisation_id = $1", [partner])));
    await at('8', () => agreed('Renovado', { until: '2026-12-02' }).then(() => registry.sql("insert into agreement (title, kind, renews_id) select 'Sigue', 'memorandum', agreement_id from agreement_party where organisation_id = $1", [partner])));
    const { nodes } = (await delegate.get(LIST, { filter: { text: 'orden' }, sort: 'NEXT_STEP' })).organisations;
    const days = nodes.map((each: { name: string; nextStep: { day: string } | null }) => [each.name, each.nextStep?.day ?? null]);
    expect(days.slice(0, 5)).toEqual([['Orden 1', '2026-11-01'], ['Orden 2', '2026-11-02'], ['Orden 3', '2026-12-03'], ['Orden 4', '2026-12-04'], ['Orden 5', '2026-12-05']]);
    expect(days.slice(5).sort()).toEqual([['Orden 6', null], ['Orden 7', null], ['Orden 8', null]]);
    const hidden = (await clerk.get(LIST, { filter: { text: 'orden' }, sort: 'NEXT_STEP' })).organisations.nodes[2];
    expect([hidden.name, hidden.nextStep]).toEqual(['Orden 6', { title: 'Oculto', day: '2026-11-03' }]);
  });

  it('finds those that a colleague looks after', async () => {
    const [{ version }] = await registry.sql('select version from organisation where id = $1', [partner]);
    const owned = (await clerk.get(OWN, { id: partner, version, ownerId: clerk.userId })).amendOrganisation;
    expect(owned.relationshipOwner).toEqual({ id: clerk.userId });
    expect(await names(clerk, { relationshipOwnerId: clerk.userId })).toEqual(['Socia']);
    expect((await how(clerk)).owner).toEqual({ name: 'secretariat', active: true });
    expect((await clerk.get(OWN, { id: partner, version: owned.version, ownerId: null })).amendOrganisation.relationshipOwner).toBeNull();
  });
});

describe('who looks after a relationship', () => {
  const problems = async (asker: Asker, id: string, ownerId: string | null) => {
    const [{ version }] = await registry.sql('select version from organisation where id = $1', [id]);
    return (await asker.ask(OWN, { id, version, ownerId })).errors?.[0]?.extensions;
  };

  it('can sign in, is no observer and sees the organisation', async () => {
    const [observer, gone] = [await registry.as('observer'), await registry.as('secretariat')];
    await registry.sql('update user_account set disabled_at = now() where id = $1', [gone.userId]);
    const hidden = await registry.organisation({ visibility: 'secretariat' });
    const path = 'relationshipOwnerId';
    expect((await problems(clerk, partner, observer.userId))?.fields).toEqual([{ path, problem: 'not_a_choice' }]);
    expect((await problems(clerk, partner, gone.userId))?.fields).toEqual([{ path, problem: 'unknown_record' }]);
    expect((await problems(clerk, hidden, delegate.userId))?.fields).toEqual([{ path, problem: 'not_a_choice' }]);
    expect(await problems(clerk, partner, delegate.userId)).toBeUndefined();
  });

  it('is named by whoever writes the organisation', async () => {
    expect((await problems(delegate, partner, delegate.userId))?.code).toBe('FORBIDDEN');
    expect(await problems(delegate, await registry.organisation({ country: 'HN' }), delegate.userId)).toBeUndefined();
  });
});
