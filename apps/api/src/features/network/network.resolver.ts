import { Args, ID, Info, Int, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { invalid, problem } from '@tejido/domain/error.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { Reader } from '../../platform/graphql/read.js';
import { Day } from '../../platform/graphql/scalars.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { networkStatement, tieEvidenceStatement } from './network.reads.js';
import { Network, NetworkFilter, TieEvidenceType } from './network.type.js';

/** More would neither be drawn nor read. */
const MOST_NODES = 3_000;

@Resolver(() => Network)
export class NetworkResolver {
  constructor(private readonly reader: Reader) {}

  @Needs('network.read')
  @Query(() => Network, { description: 'Organisations and their ties on a day; without a day, today' })
  network(
    @TheViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
    @Args('day', { type: () => Day, nullable: true }) day?: string,
    @Args('filter', { type: () => NetworkFilter, nullable: true }) filter?: NetworkFilter,
    @Args('first', { type: () => Int, defaultValue: 2000 }) first = 2000,
  ) {
    if (first < 1 || first > MOST_NODES) throw invalid([problem('first', 'number_out_of_range', { min: 1, max: MOST_NODES })]);
    if (filter?.focusId && !isUuid(filter.focusId)) throw invalid([problem('filter.focusId', 'unknown_record')]);
    const reading = this.reader.reading(viewer);
    return this.reader.answer(networkStatement(reading, { day: day ?? reading.today, filter: filter ?? {}, first }, selectionOf(info)));
  }

  @Needs('network.read')
  @Query(() => [TieEvidenceType], { description: 'Why two organisations are tied on a day' })
  async tieEvidence(
    @TheViewer() viewer: Viewer, @Args('a', { type: () => ID }) a: string, @Args('b', { type: () => ID }) b: string,
    @Args('day', { type: () => Day, nullable: true }) day?: string,
  ) {
    if (!isUuid(a) || !isUuid(b)) return [];
    const reading = this.reader.reading(viewer);
    return this.reader.answer(tieEvidenceStatement(reading, a, b, day ?? reading.today));
  }
}
