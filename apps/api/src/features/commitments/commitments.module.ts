import { Module } from '@nestjs/common';
import { CommitmentsResolver, OrganisationCommitmentsResolver } from './commitments.resolver.js';
import { CommitmentsService } from './commitments.service.js';

@Module({ providers: [CommitmentsResolver, OrganisationCommitmentsResolver, CommitmentsService] })
export class CommitmentsModule {}
