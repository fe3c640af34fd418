import { Args, ID, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { advanceOf, type RowFacts } from '@tejido/domain/matrix.js';
import type { Subject, Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer, verbsOn } from '../../platform/access/ability.js';
import { Reader } from '../../platform/graphql/read.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { matrixRowById, monitoringMatrixStatement } from './matrix.reads.js';
import { MatrixAdvance, MatrixRowType, MonitoringMatrix } from './matrix.type.js';

@Resolver(() => MatrixRowType)
export class MatrixResolver {
  constructor(private readonly reader: Reader) {}

  @Needs('matrix.read')
  @Query(() => MonitoringMatrix, { description: 'Every axis with its results, how they are measured, and its rows' })
  monitoringMatrix(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo) {
    return this.reader.answer(monitoringMatrixStatement(this.reader.reading(viewer), selectionOf(info)));
  }

  @Needs('matrix.read')
  @Query(() => MatrixRowType, { nullable: true })
  matrixRow(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string) {
    return isUuid(id) ? this.reader.answer(matrixRowById(this.reader.reading(viewer), id, { children: selectionOf(info) })) : null;
  }

  @ResolveField(() => MatrixAdvance)
  advance(@Parent() row: { advance: RowFacts & { day: string } }): MatrixAdvance {
    return { ...advanceOf(row.advance, row.advance.day), linked: [...row.advance.linked] };
  }

  @ResolveField(() => [String], { description: 'The verbs that the viewer may do to this row' })
  viewerCan(@TheViewer() viewer: Viewer, @Parent() row: { viewerCan: Subject }) {
    return verbsOn(viewer, 'matrix', row.viewerCan);
  }
}
