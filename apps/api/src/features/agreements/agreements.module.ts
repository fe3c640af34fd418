import { Module } from '@nestjs/common';
import { AgreementEvents } from './agreement-events.js';
import { AgreementEventsResolver } from './agreement-events.resolver.js';
import { AgreementEvidence } from './agreement-evidence.js';
import { AgreementEvidenceResolver } from './agreement-evidence.resolver.js';
import { AgreementStage } from './agreement-stage.js';
import { AgreementStageResolver } from './agreement-stage.resolver.js';
import { AgreementWorkResolver } from './agreement-work.resolver.js';
import { AgreementsResolver, OrganisationAgreementsResolver } from './agreements.resolver.js';
import { AgreementsService } from './agreements.service.js';

@Module({
  providers: [
    AgreementsResolver, AgreementEventsResolver, AgreementEvidenceResolver, AgreementWorkResolver, AgreementStageResolver, OrganisationAgreementsResolver,
    AgreementsService, AgreementEvents, AgreementEvidence, AgreementStage,
  ],
})
export class AgreementsModule {}
