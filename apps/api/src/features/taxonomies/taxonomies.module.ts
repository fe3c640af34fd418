import { Module } from '@nestjs/common';
import { TaxonomiesResolver } from './taxonomies.resolver.js';
import { TaxonomiesService } from './taxonomies.service.js';

@Module({ providers: [TaxonomiesResolver, TaxonomiesService] })
export class TaxonomiesModule {}
