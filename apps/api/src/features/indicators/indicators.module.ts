import { Module } from '@nestjs/common';
import { ComparisonQueries } from './comparison.queries.js';
import { Facts } from './facts.js';
import { ForecastQueries } from './forecast.queries.js';
import { IndicatorPageResolver } from './indicator-page.resolver.js';
import { IndicatorsQueries } from './indicators.queries.js';
import { IndicatorsResolver, TrendPointResolver } from './indicators.resolver.js';
import { LapseQueries } from './lapse.queries.js';
import { LapseResolver } from './lapse.resolver.js';
import { SnapshotContents } from './snapshot-contents.js';
import { SnapshotsQueries } from './snapshots.queries.js';
import { SnapshotsResolver } from './snapshots.resolver.js';
import { SnapshotsService } from './snapshots.service.js';
import { TargetsService } from './targets.service.js';

@Module({
  providers: [Facts, IndicatorsQueries, IndicatorsResolver, TrendPointResolver, ComparisonQueries, ForecastQueries, IndicatorPageResolver, LapseQueries, LapseResolver, SnapshotContents, SnapshotsQueries, SnapshotsResolver, SnapshotsService, TargetsService],
  exports: [IndicatorsQueries],
})
export class IndicatorsModule {}
