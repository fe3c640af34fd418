import { Args, Query, Resolver } from '@nestjs/graphql';
import { contentCoverage } from '@tejido/domain/content-coverage.js';
import { refuseIfAny } from '@tejido/domain/error.js';
import { periodProblems } from '@tejido/domain/field-problems.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { Clock } from '../../platform/clock.js';
import { Reader } from '../../platform/graphql/read.js';
import { Day } from '../../platform/graphql/scalars.js';
import { planAndSendings, type PlanAndSendings } from './content-coverage.reads.js';
import { ContentCoverage } from './content-coverage.type.js';

@Resolver(() => ContentCoverage)
export class ContentCoverageResolver {
  constructor(private readonly reader: Reader, private readonly clock: Clock) {}

  @Needs('dissemination.read')
  @Query(() => [ContentCoverage], { description: 'The content plan beside what was sent from day to day, both included: what was done, and what is missing' })
  async contentCoverage(@TheViewer() viewer: Viewer, @Args('from', { type: () => Day }) from: string, @Args('to', { type: () => Day }) to: string): Promise<ContentCoverage[]> {
    refuseIfAny(periodProblems(['from', from], ['to', to]));
    const { plan, sendings } = (await this.reader.answer<PlanAndSendings>(planAndSendings(this.reader.reading(viewer))))!;
    const planned = new Map(plan.map((entry) => [entry.code, entry]));
    return contentCoverage(plan, sendings, { from, to }, this.clock.today()).map((covered) => {
      const mine = plan.filter(({ audience }) => audience === covered.audience);
      const entries = covered.entries.map((entry) => ({ ...planned.get(entry.code)!, ...entry, gaps: [...entry.gaps] }));
      return { ...covered, entries, fromYear: Math.min(...mine.map((each) => each.fromYear)), toYear: Math.max(...mine.map((each) => each.toYear)) };
    });
  }
}
