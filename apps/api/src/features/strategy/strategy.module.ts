import { Module } from '@nestjs/common';
import { PresidencyTermsResolver } from './presidency-terms.resolver.js';
import { PresidencyTermsService } from './presidency-terms.service.js';
import { StrategyResolver } from './strategy.resolver.js';

@Module({ providers: [StrategyResolver, PresidencyTermsResolver, PresidencyTermsService] })
export class StrategyModule {}
