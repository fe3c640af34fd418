import { Args, ID, Info, Int, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { Reader } from '../../platform/graphql/read.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { MatrixAdjustmentInput, MatrixRowInput, NewMatrixRowInput } from './matrix.input.js';
import { matrixRowById } from './matrix.reads.js';
import { MatrixService } from './matrix.service.js';
import { MatrixRowType } from './matrix.type.js';

@Resolver(() => MatrixRowType)
export class MatrixWritesResolver {
  constructor(private readonly reader: Reader, private readonly service: MatrixService) {}

  @Needs('matrix.amend')
  @Mutation(() => MatrixRowType, { description: 'A country\'s own part of a strategy activity' })
  async addMatrixRow(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('input') input: NewMatrixRowInput) {
    return this.read(viewer, await this.service.add(viewer, input), info);
  }

  @Needs('matrix.amend')
  @Mutation(() => MatrixRowType)
  async amendMatrixRow(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number, @Args('input') input: MatrixRowInput,
  ) {
    await this.service.amend(viewer, { id, version }, input);
    return this.read(viewer, id, info);
  }

  @Needs('matrix.rate')
  @Mutation(() => MatrixRowType, { description: 'How well it was done, 1 to 5; none takes the rating away' })
  async rateMatrixRow(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number, @Args('rating', { type: () => Int, nullable: true }) rating?: number,
  ) {
    await this.service.rate(viewer, { id, version }, rating ?? null);
    return this.read(viewer, id, info);
  }

  @Needs('matrix.amend')
  @Mutation(() => Boolean, { description: 'Takes a country\'s row off the matrix' })
  async archiveMatrixRow(@TheViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number) {
    await this.service.archive(viewer, { id, version });
    return true;
  }

  @Needs('matrix.amend')
  @Mutation(() => MatrixRowType, { description: 'Records a change of the plan: what, why, and in which minutes' })
  async adjustMatrixRow(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string, @Args('input') input: MatrixAdjustmentInput,
  ) {
    await this.service.adjust(viewer, id, input);
    return this.read(viewer, id, info);
  }

  @Needs('matrix.approve')
  @Mutation(() => MatrixRowType, { description: 'The presidency agrees with a change of the plan' })
  async approveMatrixAdjustment(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number,
  ) {
    return this.read(viewer, await this.service.approve(viewer, { id, version }), info);
  }

  private read(viewer: Viewer, id: string, info: GraphQLResolveInfo): Promise<MatrixRowType | null> {
    return this.reader.answer(matrixRowById(this.reader.reading(viewer), id, { children: selectionOf(info) }));
  }
}
