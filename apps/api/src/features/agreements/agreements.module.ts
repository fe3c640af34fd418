import { Module } from '@nestjs/common';
import { AgreementAmendments } from './agreement-amendments.js';
import { AgreementAmendmentsResolver } from './agreement-amendments.resolver.js';
import { AgreementEvents } from './agreement-events.js';
import { AgreementEventsResolver } from './agreement-events.resolver.js';
import { AgreementNumbering } from './agreement-numbering.js';
import { AgreementNumberingResolver } from './agreement-numbering.resolver.js';
import { AgreementSignatories } from './agreement-signatories.js';
import { AgreementStage } from './agreement-stage.js';
import { AgreementStageResolver } from './agreement-stage.resolver.js';
import { AgreementWorkResolver } from './agreement-work.resolver.js';
import { AgreementsResolver, OrganisationAgreementsResolver } from './agreements.resolver.js';
import { AgreementsService } from './agreements.service.js';

@Module({
  providers: [
    AgreementsResolver, AgreementEventsResolver, AgreementAmendmentsResolver, AgreementNumberingResolver, AgreementWorkResolver, AgreementStageResolver, OrganisationAgreementsResolver,
    AgreementsService, AgreementEvents, AgreementSignatories, AgreementAmendments, AgreementNumbering, AgreementStage,
  ],
})
export class AgreementsModule {}
