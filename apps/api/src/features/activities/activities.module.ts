import { Module } from '@nestjs/common';
import { ActivitiesResolver, OrganisationActivitiesResolver } from './activities.resolver.js';
import { ActivitiesService } from './activities.service.js';

@Module({
  providers: [ActivitiesResolver, OrganisationActivitiesResolver, ActivitiesService],
})
export class ActivitiesModule {}
