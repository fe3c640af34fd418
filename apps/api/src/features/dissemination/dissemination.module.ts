import { Module } from '@nestjs/common';
import { DisseminationResolver } from './dissemination.resolver.js';
import { DisseminationService } from './dissemination.service.js';

@Module({ providers: [DisseminationResolver, DisseminationService] })
export class DisseminationModule {}
