import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { invalid, problem } from '@tejido/domain/error.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { Reader } from '../../platform/graphql/read.js';
import { typedWords } from '../organisations/organisations.reads.js';
import { searchStatement } from './search.reads.js';
import { SearchHit } from './search.type.js';

const MOST_HITS = 50;

@Resolver()
export class SearchResolver {
  constructor(private readonly reader: Reader) {}

  @Needs('organisation.read')
  @Query(() => [SearchHit], { description: 'Records of every kind by a few words, accents, mistakes and order forgiven; the best first' })
  async search(
    @TheViewer() viewer: Viewer, @Args('text') text: string, @Args('first', { type: () => Int, defaultValue: 20 }) first = 20,
  ): Promise<SearchHit[]> {
    if (first < 1 || first > MOST_HITS) throw invalid([problem('first', 'number_out_of_range', { min: 1, max: MOST_HITS })]);
    if (typedWords(text).length === 0) return [];
    return (await this.reader.answer<SearchHit[]>(searchStatement(this.reader.reading(viewer), text, first)))!;
  }
}
