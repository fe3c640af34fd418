import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { Reader } from '../../platform/graphql/read.js';
import { PresidencyTermInput } from './presidency-term.input.js';
import { PresidencyTermsService } from './presidency-terms.service.js';
import { presidencyTermsStatement } from './strategy.reads.js';
import { PresidencyTerm } from './strategy.type.js';

@Resolver(() => PresidencyTerm)
export class PresidencyTermsResolver {
  constructor(private readonly reader: Reader, private readonly service: PresidencyTermsService) {}

  @Needs('term.read')
  @Query(() => [PresidencyTerm], { description: 'The earliest first' })
  presidencyTerms() {
    return this.reader.answer(presidencyTermsStatement());
  }

  @Needs('term.amend')
  @Mutation(() => ID, { description: 'Half open: `toDay` is the day of handover and belongs to the next term' })
  addPresidencyTerm(@TheViewer() viewer: Viewer, @Args('input') input: PresidencyTermInput) {
    return this.service.add(viewer, input);
  }

  @Needs('term.amend')
  @Mutation(() => Boolean)
  async amendPresidencyTerm(
    @TheViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number,
    @Args('input') input: PresidencyTermInput,
  ) {
    await this.service.amend(viewer, id, version, input);
    return true;
  }

  @Needs('term.amend')
  @Mutation(() => Boolean, { description: 'Takes a term away that was entered by mistake' })
  async removePresidencyTerm(
    @TheViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number,
  ) {
    await this.service.remove(viewer, id, version);
    return true;
  }
}
