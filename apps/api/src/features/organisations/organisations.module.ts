import { Module } from '@nestjs/common';
import { MergesResolver } from './merges.resolver.js';
import { MergesService } from './merges.service.js';
import { OrganisationsQueries } from './organisations.queries.js';
import { OrganisationsResolver } from './organisations.resolver.js';
import { OrganisationsService } from './organisations.service.js';
import { RelationshipsResolver } from './relationships.resolver.js';
import { RelationshipsService } from './relationships.service.js';

@Module({
  providers: [OrganisationsResolver, OrganisationsQueries, OrganisationsService, MergesResolver, MergesService, RelationshipsResolver, RelationshipsService],
  exports: [OrganisationsService],
})
export class OrganisationsModule {}
