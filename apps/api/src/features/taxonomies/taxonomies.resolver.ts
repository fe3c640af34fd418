import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { Reader } from '../../platform/graphql/read.js';
import { taxonomyNamed } from './taxonomies.js';
import { taxonomiesStatement, termStatement } from './taxonomies.reads.js';
import { TaxonomiesService } from './taxonomies.service.js';
import { TermInput } from './taxonomy.input.js';
import { TaxonomyTerm } from './taxonomy.type.js';

@Resolver()
export class TaxonomiesResolver {
  constructor(private readonly reader: Reader, private readonly service: TaxonomiesService) {}

  @Needs('taxonomy.read')
  @Query(() => [TaxonomyTerm], { description: 'Every taxonomy with its labels in both languages' })
  taxonomies() {
    return this.reader.answer(taxonomiesStatement());
  }

  @Needs('taxonomy.amend')
  @Mutation(() => TaxonomyTerm, { description: 'Its code is made of its English label and stays' })
  async registerTerm(@TheViewer() viewer: Viewer, @Args('taxonomy') taxonomy: string, @Args('input') input: TermInput) {
    return this.read(taxonomy, await this.service.register(viewer, taxonomy, input));
  }

  @Needs('taxonomy.amend')
  @Mutation(() => TaxonomyTerm, { description: 'Of what the strategy brings, the labels alone' })
  async amendTerm(
    @TheViewer() viewer: Viewer, @Args('taxonomy') taxonomy: string, @Args('code') code: string,
    @Args('version', { type: () => Int }) version: number, @Args('input') input: TermInput,
  ) {
    await this.service.amend(viewer, taxonomy, code, version, input);
    return this.read(taxonomy, code);
  }

  @Needs('taxonomy.amend')
  @Mutation(() => TaxonomyTerm, { description: 'No longer offered; records that have it keep it' })
  async retireTerm(@TheViewer() viewer: Viewer, @Args('taxonomy') taxonomy: string, @Args('code') code: string, @Args('version', { type: () => Int }) version: number) {
    await this.service.retire(viewer, taxonomy, code, version);
    return this.read(taxonomy, code);
  }

  @Needs('taxonomy.amend')
  @Mutation(() => TaxonomyTerm, { description: 'Offered again' })
  async unretireTerm(@TheViewer() viewer: Viewer, @Args('taxonomy') taxonomy: string, @Args('code') code: string, @Args('version', { type: () => Int }) version: number) {
    await this.service.unretire(viewer, taxonomy, code, version);
    return this.read(taxonomy, code);
  }

  private read(taxonomy: string, code: string): Promise<TaxonomyTerm | null> {
    return this.reader.answer(termStatement(taxonomyNamed(taxonomy)!, code));
  }
}
