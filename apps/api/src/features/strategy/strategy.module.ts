import { Module } from '@nestjs/common';
import { StrategyResolver } from './strategy.resolver.js';

@Module({ providers: [StrategyResolver] })
export class StrategyModule {}
