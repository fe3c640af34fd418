import { Module } from '@nestjs/common';
import { ContentCoverageResolver } from './content-coverage.resolver.js';
import { DisseminationResolver } from './dissemination.resolver.js';
import { DisseminationService } from './dissemination.service.js';

@Module({ providers: [ContentCoverageResolver, DisseminationResolver, DisseminationService] })
export class DisseminationModule {}
