import { Activity, Participation } from './features/activities/activity.entity.js';
import { ActivitiesModule } from './features/activities/activities.module.js';
import { Agreement, AgreementAmendment, AgreementParty, AgreementSuspension, FormerSignatory } from './features/agreements/agreement.entity.js';
import { AgreementsModule } from './features/agreements/agreements.module.js';
import { DisseminationModule } from './features/dissemination/dissemination.module.js';
import { Dissemination } from './features/dissemination/dissemination.entity.js';
import { Evidence, EvidenceVersion } from './features/evidence/evidence.entity.js';
import { EvidenceModule } from './features/evidence/evidence.module.js';
import { ExportsModule } from './features/exports/exports.module.js';
import { ImportsModule } from './features/imports/imports.module.js';
import { IndicatorsModule } from './features/indicators/indicators.module.js';
import { PresidencyTermRow } from './features/strategy/presidency-term.entity.js';
import { StrategyModule } from './features/strategy/strategy.module.js';
import { Commitment, CommitmentPostponement } from './features/commitments/commitment.entity.js';
import { CommitmentsModule } from './features/commitments/commitments.module.js';
import { AgendaItem, Attendance, CalendarEvent, Meeting, MeetingSeries } from './features/meetings/meeting.entity.js';
import { MatrixAdjustment, MatrixAlly, MatrixRow } from './features/matrix/matrix.entity.js';
import { MatrixModule } from './features/matrix/matrix.module.js';
import { MailboxModule } from './features/mailbox/mailbox.module.js';
import { MeetingsModule } from './features/meetings/meetings.module.js';
import { CalendarsModule } from './features/calendars/calendars.module.js';
import { PartnershipsModule } from './features/partnerships/partnerships.module.js';
import { Decision, Minutes, MinutesObservation, MinutesSection } from './features/minutes/minutes.entity.js';
import { MinutesModule } from './features/minutes/minutes.module.js';
import { PeopleModule } from './features/people/people.module.js';
import { Affiliation, AffiliationCorrection, Person } from './features/people/person.entity.js';
import { NetworkModule } from './features/network/network.module.js';
import { ContactPoint, Organisation, OrganisationIdentifier, OrganisationMerge, OrganisationName, Relationship } from './features/organisations/organisation.entity.js';
import { OrganisationsModule } from './features/organisations/organisations.module.js';
import { ReportDocument, ReportEdition, ReportText } from './features/reports/report-edition.entity.js';
import { Proposal, ProposalPartner } from './features/proposals/proposal.entity.js';
import { ProposalsModule } from './features/proposals/proposals.module.js';
import { RemindersModule } from './features/reminders/reminders.module.js';
import { SearchModule } from './features/search/search.module.js';
import { SettingsModule } from './features/settings/settings.module.js';
import { TaxonomiesModule } from './features/taxonomies/taxonomies.module.js';
import { UsersModule } from './features/users/users.module.js';
import { SetUpLink, UserAccount, UserSession } from './features/session/session.entity.js';
import { SessionModule } from './features/session/session.module.js';
import { StoredFile } from './platform/files/file.entity.js';

/** What the server is made of: one module a feature. */
export const featureModules = [SessionModule, OrganisationsModule, AgreementsModule, EvidenceModule, PeopleModule, CommitmentsModule, MeetingsModule, MinutesModule, CalendarsModule, ActivitiesModule, NetworkModule, StrategyModule, IndicatorsModule, ImportsModule, ExportsModule,
  SearchModule, TaxonomiesModule, UsersModule, SettingsModule, ProposalsModule, DisseminationModule,
  RemindersModule, MailboxModule, PartnershipsModule, MatrixModule];

export const entities = [
  UserAccount, UserSession, SetUpLink,
  Organisation, OrganisationName, OrganisationIdentifier, ContactPoint, OrganisationMerge, Relationship,
  Agreement, AgreementAmendment, AgreementParty, AgreementSuspension, FormerSignatory, Evidence, EvidenceVersion, StoredFile,
  Person, Affiliation, AffiliationCorrection, Meeting, Attendance, AgendaItem, Minutes, MinutesSection, Decision, MinutesObservation, Commitment, CommitmentPostponement,
  MeetingSeries, CalendarEvent,
  Activity, Participation, PresidencyTermRow,
  Proposal, ProposalPartner, Dissemination,
  ReportEdition, ReportText, ReportDocument,
  MatrixRow, MatrixAlly, MatrixAdjustment,
];
