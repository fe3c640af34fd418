import { Module } from '@nestjs/common';
import { AgreementEvidenceResolver, AgreementsResolver, OrganisationAgreementsResolver } from './agreements.resolver.js';
import { AgreementsService } from './agreements.service.js';

@Module({ providers: [AgreementsResolver, AgreementEvidenceResolver, OrganisationAgreementsResolver, AgreementsService] })
export class AgreementsModule {}
