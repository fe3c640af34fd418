import { Module } from '@nestjs/common';
import { MinutesController } from './minutes.controller.js';
import { MinutesDocumentsService } from './minutes-documents.service.js';
import { MinutesPartsService } from './minutes-parts.service.js';
import { MinutesResolver } from './minutes.resolver.js';
import { MinutesRoundsResolver } from './minutes-rounds.resolver.js';
import { MinutesRoundsService } from './minutes-rounds.service.js';
import { MinutesService } from './minutes.service.js';

@Module({ controllers: [MinutesController], providers: [MinutesDocumentsService, MinutesResolver, MinutesRoundsResolver, MinutesService, MinutesPartsService, MinutesRoundsService] })
export class MinutesModule {}
