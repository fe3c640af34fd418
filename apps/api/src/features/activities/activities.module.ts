import { Module } from '@nestjs/common';
import { ActivitiesResolver, ActivityEvidenceResolver, OrganisationActivitiesResolver } from './activities.resolver.js';
import { ActivitiesService } from './activities.service.js';
import { ActivityEvidenceService } from './activity-evidence.service.js';

@Module({
  providers: [ActivitiesResolver, ActivityEvidenceResolver, OrganisationActivitiesResolver, ActivitiesService, ActivityEvidenceService],
})
export class ActivitiesModule {}
