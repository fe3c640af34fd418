import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Loose, type Registry } from './support/harness.js';

const LAPSE = `query ($ids: [ID!]!) { allianceLapse(agreementIds: $ids) { today { on allies instruments } after { on allies instruments }
  lost { ...G } lostAnyway { ...G } kept { ...G } gained { ...G } } }
  fragment G on LapseGroup { value withheld allies { because record { kind title } through { title } } }`;
const REPORT = '{ indicatorReport(code: "alliances_in_force") { value allies instruments } }';
const NOBODY = '00000000-0000-4000-8000-000000000000';

let registry: Registry;
let clerk: Asker;
let honduras: Asker;
let observer: Asker;
const ids: Record<string, string> = {};
const allies: Record<string, string> = {};

async function agreement(title: string, withAllies: string[], given: { until?: string; from?: string; visibility?: string; country?: string; renews?: string } = {}) {
  const { until = null, from = '2024-01-01', visibility = 'coalition', country = null, renews } = given;
  const [{ id }] = await registry.sql(`insert into agreement (title, kind, stage, effective_from, effective_to, recorded_on, visibility, country, renews_id) values ($1, 'memorandum', 'text_agreed', $2, $3, '2024-01-01', $4, $5, $6) returning id`,
    [title, from, until, visibility, country, renews ? ids[renews] : null]) as [{ id: string }];
  const [coalition] = await registry.sql("select id from organisation where standing = 'coalition'");
  for (const side of [coalition.id, ...withAllies.map((each) => allies[each])]) {
    await registry.sql("insert into agreement_party (agreement_id, organisation_id, signed_on, recorded_on) values ($1, $2, '2024-01-01', '2024-01-01')", [id, side]);
  }
  await registry.sql("insert into evidence (agreement_id, title, archive_reference, verified_on) values ($1, 'Texto', 'A-1', '2024-01-02')", [id]);
  ids[title] = id;
}

beforeAll(async () => {
  registry = await openRegistry();
  registry.travelTo('2026-11-24');
  [clerk, honduras, observer] = [await registry.as('secretariat'), await registry.as('delegate', 'HN'), await registry.as('observer')];
  for (const name of ['OIM', 'UNODC', 'FOPREL']) allies[name] = await registry.organisation({ name });
  allies['Reservada'] = await registry.organisation({ name: 'Reservada', visibility: 'secretariat' });
  await agreement('OIM y UNODC', ['OIM', 'UNODC'], { until: '2026-12-05' });
  await agreement('OIM reservado', ['OIM'], { visibility: 'secretariat' });
  await agreement('FOPREL', ['FOPREL'], { until: '2026-12-20' });
  await agreement('FOPREL renovado', ['FOPREL'], { from: '2026-12-21', renews: 'FOPREL' });
  await agreement('Con Reservada', ['Reservada'], { until: '2026-12-31' });
  await agreement('De Honduras', ['UNODC'], { until: '2026-12-10', visibility: 'country', country: 'HN' });
});
afterAll(() => registry.close());

const lapse = async (asker: Asker, ...titles: string[]) => (await asker.get(LAPSE, { ids: titles.map((title) => ids[title]) })).allianceLapse;
const names = (group: Loose) => group.allies.map(({ record }: Loose) => record.title).sort();

describe('what the number of allies will be if agreements lapse', () => {
  it('is the indicator when nothing is chosen, for everybody', async () => {
    for (const asker of [clerk, honduras, observer]) {
      const { allies: value, instruments } = (await asker.get(REPORT)).indicatorReport;
      const asked = await lapse(asker);
      expect(asked.today).toEqual({ on: '2026-11-24', allies: value, instruments });
      expect(asked.after).toEqual(asked.today);
      expect([asked.lost.value, asked.kept.value]).toEqual([0, 0]);
    }
  });

  it('says who is lost, who stays and by what, on the day after the last of them ends', async () => {
    const asked = await lapse(clerk, 'OIM y UNODC', 'De Honduras', 'FOPREL');
    expect([asked.today.allies, asked.today.instruments, asked.after]).toEqual([4, 5, { on: '2026-12-21', allies: 3, instruments: 3 }]);
    expect(asked.lost.allies).toMatchObject([{ because: 'lapses', record: { kind: 'organisation', title: 'UNODC' } }]);
    expect(asked.lost.allies[0].through.map(({ title }: Loose) => title).sort()).toEqual(['De Honduras', 'OIM y UNODC']);
    expect(names(asked.kept)).toEqual(['FOPREL', 'OIM']);
    expect(asked.kept.allies.find(({ record }: Loose) => record.title === 'FOPREL').through).toEqual([{ title: 'FOPREL renovado' }]);
  });

  it('gives everybody the same number, and withholds names and reasons that are not theirs', async () => {
    const asked = await lapse(observer, 'OIM y UNODC', 'Con Reservada');
    expect([asked.after.allies, asked.lost.value, asked.lost.withheld]).toEqual([3, 1, 1]);
    // UNODC stays by an agreement of Honduras, OIM by one of the secretariat: that they stay is told, not by what.
    expect(asked.kept.allies.map(({ record, through }: Loose) => [record.title, through])).toEqual(expect.arrayContaining([['UNODC', []], ['OIM', []]]));
    expect(JSON.stringify(asked)).not.toMatch(/Reservada|reservado|Honduras/);
    expect((await lapse(honduras, 'OIM y UNODC')).kept.allies.find(({ record }: Loose) => record.title === 'UNODC').through).toEqual([{ title: 'De Honduras' }]);
  });

  it('answers one that is hidden like one that does not exist', async () => {
    for (const id of [ids['De Honduras'], ids['OIM reservado'], NOBODY, 'nonsense']) {
      const { errors } = await observer.ask(LAPSE, { ids: [id] });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ path: 'agreementIds', problem: 'unknown_record' }] });
    }
  });

  it('refuses more than a list of them', async () => {
    const { errors } = await clerk.ask(LAPSE, { ids: Array.from({ length: 501 }, () => ids['FOPREL']) });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ path: 'agreementIds', problem: 'too_many' }] });
  });

  it('follows the register: what is written is in the next answer', async () => {
    expect((await lapse(clerk, 'Con Reservada')).lost.value).toBe(1);
    await agreement('Otra con Reservada', ['Reservada'], { visibility: 'secretariat' });
    expect((await lapse(clerk, 'Con Reservada')).lost.value).toBe(0);
  });
});
