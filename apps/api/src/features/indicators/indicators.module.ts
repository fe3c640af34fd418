import { Module } from '@nestjs/common';
import { Facts } from './facts.js';
import { IndicatorsQueries } from './indicators.queries.js';
import { IndicatorsResolver } from './indicators.resolver.js';
import { SnapshotsService } from './snapshots.service.js';
import { TargetsService } from './targets.service.js';

@Module({ providers: [Facts, IndicatorsQueries, IndicatorsResolver, SnapshotsService, TargetsService], exports: [IndicatorsQueries] })
export class IndicatorsModule {}
