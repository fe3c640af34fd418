import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inForceSpans, statusOn } from './agreement-status.js';
import { alliancesEver, alliancesInForce, inForceIn } from './alliance-count.js';
import { type Register, ledgerOf } from './alliance-ledger.js';
import { allianceMovements } from './alliance-movements.js';
import { DIMENSIONS, type Dimension, alliesBy } from './disaggregation.js';
import { unitsOf } from './counting-unit.js';
import { addDays, dayAfter } from './day.js';
import { contains } from './span.js';
import { ORGANISATIONS, WORLD_DAYS, WORLD_START, aDay, aPeriod, anyAgreement, anyRegister, options } from './testing/arbitraries.js';
import { anAgreement } from './testing/builders.js';

const everyDay = Array.from({ length: WORLD_DAYS + 10 }, (_, at) => addDays(WORLD_START, at - 5));
const dimensions = Object.keys(DIMENSIONS) as Dimension[];
const themes = ['trafficking', 'smuggling'];

describe('random histories', () => {
  it('reach force often enough to prove anything', () => {
    const samples = fc.sample(anyRegister, { numRuns: 200, seed: 7 });
    const peaks = samples.map((register) => Math.max(...everyDay.map((day, at) => (at % 40 ? 0 : alliancesInForce(register, day).value))));
    expect(peaks.filter((peak) => peak >= 2).length).toBeGreaterThan(20);
    const moved = samples.map((register) => allianceMovements(register, everyDay[0]!, everyDay.at(-1)!));
    expect(moved.filter((each) => each.reactivated.value > 0).length).toBeGreaterThan(5);
    expect(moved.filter((each) => each.renewals.value > 0).length).toBeGreaterThan(0);
  });

  it('reconcile in every period: end = start + new + reactivated − exits', () => {
    fc.assert(fc.property(anyRegister, aPeriod, options, (register, [from, to], how) => {
      const moved = allianceMovements(register, from, to, how);
      expect(moved.end.value).toBe(moved.start.value + moved.new.value + moved.reactivated.value - moved.exits.value);
      for (const count of Object.values(moved)) expect(count.counted).toHaveLength(count.value);
    }), { numRuns: 400 });
  });

  it('give the same flows when a period is cut in two', () => {
    fc.assert(fc.property(anyRegister, aPeriod, aPeriod, options, (register, [from, middle], [, to], how) => {
      fc.pre(middle < to);
      const whole = allianceMovements(register, from, to, how);
      const parts = [allianceMovements(register, from, middle, how), allianceMovements(register, dayAfter(middle), to, how)];
      for (const flow of ['new', 'reactivated', 'exits', 'renewals'] as const) {
        expect(parts[0]![flow].value + parts[1]![flow].value).toBe(whole[flow].value);
      }
    }), { numRuns: 200 });
  });

  it('have every ally that is in force in ever, and no ally new twice', () => {
    fc.assert(fc.property(anyRegister, aPeriod, (register, [from, to]) => {
      const ever = alliancesEver(register, from, to).counted.map(({ id }) => id);
      const now = alliancesInForce(register, to).counted.map(({ id }) => id);
      expect(ever).toEqual(expect.arrayContaining(now));
      const fresh = allianceMovements(register, everyDay[0]!, everyDay.at(-1)!).new.counted.map(({ id }) => id);
      expect(new Set(fresh).size).toBe(fresh.length);
    }));
  });

  it('tell of every agreement either why it counts or why not', () => {
    fc.assert(fc.property(anyRegister, aDay(), options, (register, day, how) => {
      const count = alliancesInForce(register, day, how);
      const told = new Set([...count.counted.flatMap(({ agreementIds }) => agreementIds), ...count.excluded.map(({ id }) => id)]);
      expect([...told].sort()).toEqual(register.agreements.map(({ id }) => id).sort());
      expect(count.excluded.length + count.instruments).toBe(register.agreements.length);
    }));
  });

  it('look, as known on a day, as if nothing had been entered after it', () => {
    fc.assert(fc.property(anyRegister, aDay(), aDay(), (register, day, knownOn) => {
      const entered = register.agreements.filter(({ recordedOn }) => recordedOn <= knownOn);
      const then = alliancesInForce({ ...register, agreements: entered }, day, { knownOn });
      expect(alliancesInForce(register, day, { knownOn }).counted).toEqual(then.counted);
    }));
  });
});

describe('the rules of the count, over random histories', () => {
  const unitOf = unitsOf(ORGANISATIONS);
  const figure = (register: Register, from: string, to: string) => {
    const { start, new: fresh, reactivated, exits, end } = allianceMovements(register, from, to);
    return [start, fresh, reactivated, exits, end].map(({ counted }) => counted.map(({ id, on }) => `${id} ${on}`).sort());
  };

  it('let an office and a merged record count as the organisation that they stand for', () => {
    fc.assert(fc.property(anyRegister, aPeriod, (register, [from, to]) => {
      // The same history signed by the organisations themselves; an agreement may then have one of them twice.
      const signedByUnits = register.agreements.map((agreement) => ({
        ...agreement, parties: agreement.parties.map((party) => ({ ...party, organisationId: unitOf(party.organisationId).id })),
      }));
      expect(figure({ ...register, agreements: signedByUnits }, from, to)).toEqual(figure(register, from, to));
    }), { numRuns: 300 });
  });

  it('never count the coalition, a national body, an office or a merged record by itself', () => {
    fc.assert(fc.property(anyRegister, aDay(), (register, day) => {
      const ids = alliancesInForce(register, day).counted.map(({ id }) => id);
      expect(ids.filter((id) => !['iom', 'ngo', 'forum'].includes(id))).toEqual([]);
    }));
  });

  it('make a renewal on the morrow neither an exit nor an entry, and one after a gap a return', () => {
    const ends = addDays(WORLD_START, 200);
    fc.assert(fc.property(anyRegister, fc.integer({ min: 1, max: 60 }), (register, wait) => {
      const iom = ORGANISATIONS.find(({ id }) => id === 'iom')!;
      const first = anAgreement({ with: [iom], from: addDays(WORLD_START, 10), until: ends });
      const renewal = anAgreement({ with: [iom], from: addDays(ends, wait), renewsId: first.id });
      const others = register.agreements.filter(({ parties }) => !parties.some((party) => unitOf(party.organisationId).id === 'iom'));
      const moved = allianceMovements({ ...register, agreements: [...others, first, renewal] }, ends, everyDay.at(-1)!);
      const of = (count: { counted: readonly { id: string }[] }) => count.counted.filter(({ id }) => id === 'iom').length;
      expect([of(moved.new), of(moved.exits), of(moved.reactivated)]).toEqual(wait === 1 ? [0, 0, 0] : [0, 1, 1]);
      expect(moved.renewals.counted.some(({ id }) => id === renewal.id)).toBe(wait === 1);
    }));
  });

  it('call an ally reactivated only on a day before which it was one already, and absent the day before', () => {
    fc.assert(fc.property(anyRegister, aPeriod, (register, [from, to]) => {
      const { reactivated } = allianceMovements(register, from, to);
      for (const { id, on } of reactivated.counted) {
        const inForce = (day: string) => alliancesInForce(register, day).counted.some((each) => each.id === id);
        expect([inForce(on!), inForce(addDays(on!, -1))]).toEqual([true, false]);
        expect(everyDay.some((day) => day < on! && inForce(day))).toBe(true);
      }
    }), { numRuns: 60 });
  });
});

describe('disaggregations of random histories', () => {
  it.each(dimensions.filter((dimension) => DIMENSIONS[dimension]))('add up to the total by %s', (dimension) => {
    fc.assert(fc.property(anyRegister, aDay(), (register, day) => {
      const table = alliesBy(ledgerOf(register), { ...register, themes }, dimension, day);
      expect(table.additive).toBe(true);
      expect(table.cells.reduce((sum, { value }) => sum + value, 0)).toBe(table.total);
      expect(table.total).toBe(alliancesInForce(register, day).value);
    }));
  });

  it.each(dimensions.filter((dimension) => !DIMENSIONS[dimension]))('cover the total by %s, no cell above it', (dimension) => {
    fc.assert(fc.property(anyRegister, aDay(), (register, day) => {
      const { cells, total, additive } = alliesBy(ledgerOf(register), { ...register, themes }, dimension, day);
      expect(additive).toBe(false);
      expect(total).toBe(alliancesInForce(register, day).value);
      expect(cells.reduce((sum, { value }) => sum + value, 0)).toBeGreaterThanOrEqual(total);
      for (const { value } of cells) expect(value).toBeLessThanOrEqual(total);
    }));
  });
});

describe('an agreement', () => {
  it('has the status in force exactly on the days of its spans, whatever was known', () => {
    fc.assert(fc.property(anyAgreement, fc.option(aDay(), { nil: undefined }), (agreement, knownOn) => {
      const spans = inForceSpans(agreement, knownOn);
      const inForce = everyDay.filter((day) => statusOn(agreement, day, knownOn) === 'in_force');
      expect(inForce).toEqual(everyDay.filter((day) => contains(spans, day)));
    }));
  });

  it('counts the same through a ledger made once', () => {
    fc.assert(fc.property(anyRegister, aDay(), options, (register, day, how) => {
      expect(inForceIn(ledgerOf(register, how), day, how)).toEqual(alliancesInForce(register, day, how));
    }), { numRuns: 50 });
  });
});
