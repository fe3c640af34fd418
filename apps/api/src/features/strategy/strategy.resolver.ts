import { Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { Reader } from '../../platform/graphql/read.js';
import { strategyStatement } from './strategy.reads.js';
import { Strategy } from './strategy.type.js';

@Resolver(() => Strategy)
export class StrategyResolver {
  constructor(private readonly reader: Reader) {}

  @Needs('strategy.read')
  @Query(() => Strategy, { nullable: true })
  strategy(@TheViewer() viewer: Viewer) {
    return this.reader.answer(strategyStatement(this.reader.reading(viewer)));
  }
}
