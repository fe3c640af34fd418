import { Injectable } from '@nestjs/common';
import type { Touched } from '@tejido/domain/alliance-lapse.js';
import { problem, refuseIfAny } from '@tejido/domain/error.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { Clock } from '../../platform/clock.js';
import { allianceRules } from './definition-on.js';
import { Facts } from './facts.js';
import { alliancesIf } from './figures.js';
import type { AllianceLapseType, LapseGroup } from './lapse.type.js';
import { naming, type Naming } from './naming.js';

/** More agreements than end in any quarter. */
export const MOST_LAPSING = 500;

/** What the number of allies will be if agreements lapse: the indicator's own count, asked ahead. */
@Injectable()
export class LapseQueries {
  constructor(private readonly facts: Facts, private readonly clock: Clock) {}

  /** @throws INVALID at agreementIds: too many, or one that does not exist for the viewer */
  async lapse(viewer: Viewer, agreementIds: readonly string[]): Promise<AllianceLapseType> {
    refuseIfAny(agreementIds.length > MOST_LAPSING ? [problem('agreementIds', 'too_many', { max: MOST_LAPSING })] : []);
    const [state, on] = [await this.facts.current(), this.clock.today()];
    const name = naming(state, viewer);
    const ids = agreementIds.map((id) => id.toLowerCase());
    refuseIfAny(ids.every((id) => name('agreement', id)) ? [] : [problem('agreementIds', 'unknown_record')]);
    const { today, after, dayAfter, ...groups } = alliancesIf(state, ids, on, allianceRules(state, on));
    return {
      today: { on, allies: today.allies, instruments: today.instruments },
      after: { on: dayAfter, allies: after.allies, instruments: after.instruments },
      lost: named(groups.lost, 'lapses', name), lostAnyway: named(groups.lostAnyway, 'ends_anyway', name),
      kept: named(groups.kept, 'another_in_force', name), gained: named(groups.gained, 'takes_effect', name),
    };
  }
}

function named(group: readonly Touched[], because: string, name: Naming): LapseGroup {
  const allies = group.flatMap(({ id, agreementIds }) => {
    const record = name('organisation', id);
    return record ? [{ record, because, on: null, through: agreementIds.flatMap((each) => name('agreement', each) ?? []) }] : [];
  });
  return { value: group.length, allies, withheld: group.length - allies.length };
}
