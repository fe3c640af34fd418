import { Module } from '@nestjs/common';
import { ActivitiesResolver, ActivityEvidenceResolver, OrganisationActivitiesResolver } from './activities.resolver.js';
import { ActivitiesService } from './activities.service.js';

@Module({ providers: [ActivitiesResolver, ActivityEvidenceResolver, OrganisationActivitiesResolver, ActivitiesService] })
export class ActivitiesModule {}
