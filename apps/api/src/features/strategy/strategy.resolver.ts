import { Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { Reader } from '../../platform/graphql/read.js';
import { presidencyTermsStatement, strategyStatement, taxonomiesStatement } from './strategy.reads.js';
import { PresidencyTerm, Strategy, TaxonomyTerm } from './strategy.type.js';

@Resolver(() => Strategy)
export class StrategyResolver {
  constructor(private readonly reader: Reader) {}

  @Needs('taxonomy.read')
  @Query(() => [TaxonomyTerm], { description: 'Every taxonomy with its labels in both languages' })
  taxonomies() {
    return this.reader.answer(taxonomiesStatement());
  }

  @Needs('strategy.read')
  @Query(() => Strategy, { nullable: true })
  strategy(@TheViewer() viewer: Viewer) {
    return this.reader.answer(strategyStatement(this.reader.reading(viewer)));
  }

  @Needs('strategy.read')
  @Query(() => [PresidencyTerm])
  presidencyTerms() {
    return this.reader.answer(presidencyTermsStatement());
  }
}
