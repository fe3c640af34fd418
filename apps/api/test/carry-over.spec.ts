import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Registry } from './support/harness.js';

const LOG = 'mutation ($input: MeetingInput!) { logMeeting(input: $input) { id } }';
const CARRIED = 'query ($id: ID!) { meeting(id: $id) { carriedOver { text status owner { name } beneficiary { name } } } }';
const MAKE = 'mutation ($input: CommitmentInput!) { makeCommitment(input: $input) { id version } }';
const FULFIL = 'mutation ($id: ID!, $version: Int!) { fulfilCommitment(id: $id, version: $version) { version } }';
const CANCEL = 'mutation ($id: ID!, $version: Int!) { cancelCommitment(id: $id, version: $version) { version } }';

let registry: Registry;
let clerk: Asker;
let partner: string;
let kind: string;

beforeAll(async () => {
  registry = await openRegistry();
  clerk = await registry.as('secretariat');
  kind = (await registry.sql('select code from meeting_kind limit 1'))[0].code;
});
beforeEach(async () => {
  registry.travelTo('2026-11-24');
  partner = await registry.organisation({ name: 'Socia' });
});
afterAll(() => registry.close());

const meet = async (on: string, organisations: string[], more: object = {}): Promise<string> => (await clerk.get(LOG, { input: {
  title: `Reunión del ${on}`, kind, startsAt: `${on}T15:00:00Z`, timeZone: 'America/Guatemala', attendees: organisations.map((organisationId) => ({ organisationId })), ...more,
} })).logMeeting.id;
const carried = async (id: string, asker = clerk): Promise<string[]> => (await asker.get(CARRIED, { id })).meeting.carriedOver.map((each: { text: string }) => each.text);
const make = async (input: object) => (await clerk.get(MAKE, { input })).makeCommitment;

describe('the agenda of the next meeting with a partner takes over', () => {
  it('what we owe and what they owe, from earlier meetings, agreements and by themselves, the longest due first', async () => {
    await meet('2026-10-01', [partner], { commitments: [{ text: 'Ellos: informe', ownerOrganisationId: partner, dueOn: '2026-11-30' }, { text: 'Nosotros: borrador', dueOn: '2026-10-20' }] });
    const [{ id: agreementId }] = await registry.sql("insert into agreement (title, kind) values ('Memorando', 'memorandum') returning id");
    await make({ text: 'Del acuerdo', ownerOrganisationId: partner, agreementId, dueOn: '2026-11-25' });
    await make({ text: 'Suelto', beneficiaryOrganisationId: partner });
    const next = await meet('2026-12-03', [partner]);
    expect(await carried(next)).toEqual(['Nosotros: borrador', 'Del acuerdo', 'Ellos: informe', 'Suelto']);
  });

  it('nothing of another partner, of the meeting itself, or made later', async () => {
    const other = await registry.organisation({ name: 'Otra' });
    await make({ text: 'De la otra', ownerOrganisationId: other });
    const held = await meet('2026-11-10', [partner], { commitments: [{ text: 'De la propia', ownerOrganisationId: partner }] });
    expect(await carried(held)).toEqual([]);
    registry.travelTo('2026-11-26');
    await make({ text: 'De después', ownerOrganisationId: partner });
    expect(await carried(held)).toEqual([]);
    expect(await carried(await meet('2026-11-25', [other]))).toEqual(['De la otra']);
  });

  it('until it is closed: then it is told where it was closed and gone from the next', async () => {
    registry.travelTo('2026-11-01');
    const kept = await make({ text: 'Se cumple', ownerOrganisationId: partner });
    const dropped = await make({ text: 'Se cancela', ownerOrganisationId: partner });
    registry.travelTo('2026-11-24');
    const [now, next] = [await meet('2026-11-24', [partner]), await meet('2026-12-15', [partner])];
    expect((await carried(now)).sort()).toEqual(['Se cancela', 'Se cumple']);
    expect((await carried(next)).sort()).toEqual(['Se cancela', 'Se cumple']);
    await clerk.get(FULFIL, kept);
    await clerk.get(CANCEL, dropped);
    expect(await carried(next)).toEqual([]);
    const { meeting } = await clerk.get(CARRIED, { id: now });
    expect(meeting.carriedOver.map((each: { status: string }) => each.status).sort()).toEqual(['cancelled', 'fulfilled']);
    expect(await carried(await meet('2027-01-15', [partner]))).toEqual([]);
  });

  it('among our own what they owe each other', async () => {
    const [honduras, panama] = [await registry.organisation({ standing: 'member', name: 'Órgano HN' }), await registry.organisation({ standing: 'member', name: 'Órgano PA' })];
    await make({ text: 'Entre países', ownerOrganisationId: honduras, beneficiaryOrganisationId: panama });
    await make({ text: 'Con la socia', ownerOrganisationId: honduras, beneficiaryOrganisationId: partner });
    expect(await carried(await meet('2026-12-03', [honduras, panama]))).toEqual(['Entre países']);
    expect(await carried(await meet('2026-12-04', [honduras, partner]))).toEqual(['Con la socia']);
  });

  it('what a person who comes owes', async () => {
    const [{ id: personId }] = await registry.sql("insert into person (name) values ('Bruna') returning id");
    await make({ text: 'De Bruna', ownerPersonId: personId });
    expect(await carried(await meet('2026-12-03', [], { attendees: [{ personId }] }))).toEqual(['De Bruna']);
  });
});

describe('what a reader does not see is not taken over', () => {
  it('a commitment of the secretariat, a partner who is hidden', async () => {
    const hidden = await registry.organisation({ name: 'Oculta', visibility: 'secretariat' });
    const [{ id: reserved }] = await registry.sql("insert into agreement (title, kind, visibility) values ('Reservado', 'memorandum', 'secretariat') returning id");
    await make({ text: 'Abierto', ownerOrganisationId: partner });
    await make({ text: 'Reservado', ownerOrganisationId: partner, agreementId: reserved });
    await make({ text: 'De la oculta', ownerOrganisationId: hidden });
    const id = await meet('2026-12-03', [partner, hidden]);
    expect((await carried(id)).sort()).toEqual(['Abierto', 'De la oculta', 'Reservado']);
    expect(await carried(id, await registry.as('delegate', 'HN'))).toEqual(['Abierto']);
    expect(await carried(id, await registry.as('observer'))).toEqual(['Abierto']);
  });

  it('anything, for strangers: commitments are for whoever signs in', async () => {
    await make({ text: 'Abierto', ownerOrganisationId: partner });
    const id = await meet('2026-12-03', [partner], { visibility: 'public' });
    expect(await carried(id, await registry.as('public'))).toEqual([]);
  });
});
