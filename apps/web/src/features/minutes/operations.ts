import { graphql } from '../../gql/gql.js';
import type { MinutesPageQuery } from '../../gql/graphql.js';

export const MinutesPage = graphql(`
  query MinutesPage($id: ID!) {
    meeting(id: $id) {
      id title startsAt visibility country viewerCan
      agenda { id title }
      attendees { id presence person { id name } organisation { id name nameEn acronym acronymEn standing } onBehalfOfPerson { id name } onBehalfOfOrganisation { id name nameEn acronym acronymEn } }
      minutes {
        state version circulatedOn circulatedBy observationsUntil windowOpen approvedOn approvedBy contentHash decisionCount unansweredCount
        sections {
          id title number content visibility agendaItemId version updatedBy updatedAt
          decisions { id label text visibility version }
          commitments { id text dueOn status owner { id name nameEn acronym acronymEn } ownerUser ownerPerson { id name } beneficiary { id name nameEn acronym acronymEn } }
        }
        observations { id sectionId author text madeOn outcome answer answeredBy answeredOn }
        agreement { asked agreed mine }
        versions { number contentHash approvedOn approvedBy reopenedOn reopenedBy reopenedReason }
      }
    }
  }
`);

/** What a section is now, after a save of somebody else's. */
export const SectionsNow = graphql(`
  query SectionsNow($id: ID!) { meeting(id: $id) { id minutes { state sections { id title content version updatedBy } } } }
`);

export const StartMinutes = graphql(`
  mutation StartMinutes($meetingId: ID!) { startMinutes(meetingId: $meetingId) { id } }
`);
export const AddSection = graphql(`
  mutation AddMinutesSection($meetingId: ID!, $input: MinutesSectionInput!) { addMinutesSection(meetingId: $meetingId, input: $input) { id } }
`);
export const SaveSection = graphql(`
  mutation SaveMinutesSection($id: ID!, $version: Int!, $input: MinutesSectionInput!) {
    saveMinutesSection(id: $id, version: $version, input: $input) { id minutes { sections { id version } } }
  }
`);
export const MoveSection = graphql(`
  mutation MoveMinutesSection($id: ID!, $down: Boolean!) { moveMinutesSection(id: $id, down: $down) { id } }
`);
export const RemoveSection = graphql(`
  mutation RemoveMinutesSection($id: ID!, $version: Int!) { removeMinutesSection(id: $id, version: $version) { id } }
`);
export const RecordDecision = graphql(`
  mutation RecordDecision($sectionId: ID!, $input: DecisionInput!) { recordDecision(sectionId: $sectionId, input: $input) { id } }
`);
export const AmendDecision = graphql(`
  mutation AmendDecision($id: ID!, $version: Int!, $input: DecisionInput!) { amendDecision(id: $id, version: $version, input: $input) { id } }
`);
export const RemoveDecision = graphql(`
  mutation RemoveDecision($id: ID!, $version: Int!) { removeDecision(id: $id, version: $version) { id } }
`);
export const MarkAttendance = graphql(`
  mutation MarkAttendance($id: ID!, $input: AttendanceInput!) { markAttendance(id: $id, input: $input) { id } }
`);
export const PromiseInMinutes = graphql(`
  mutation PromiseInMinutes($sectionId: ID!, $input: MinutesCommitmentInput!) { promiseInMinutes(sectionId: $sectionId, input: $input) { id } }
`);
export const CirculateMinutes = graphql(`
  mutation CirculateMinutes($meetingId: ID!, $version: Int!, $until: Day!) { circulateMinutes(meetingId: $meetingId, version: $version, observationsUntil: $until) { id } }
`);
export const ReviseMinutes = graphql(`
  mutation ReviseMinutes($meetingId: ID!) { reviseMinutes(meetingId: $meetingId) { id } }
`);
export const ObserveMinutes = graphql(`
  mutation ObserveMinutes($meetingId: ID!, $sectionId: ID, $text: String!) { observeMinutes(meetingId: $meetingId, sectionId: $sectionId, text: $text) { id } }
`);
export const AnswerObservation = graphql(`
  mutation AnswerObservation($id: ID!, $outcome: String!, $answer: String!) { answerObservation(id: $id, outcome: $outcome, answer: $answer) { id } }
`);
export const AgreeMinutes = graphql(`
  mutation AgreeMinutes($meetingId: ID!) { agreeMinutes(meetingId: $meetingId) { id } }
`);
export const ApproveMinutes = graphql(`
  mutation ApproveMinutes($meetingId: ID!, $version: Int!) { approveMinutes(meetingId: $meetingId, version: $version) { id } }
`);
export const ReopenMinutes = graphql(`
  mutation ReopenMinutes($meetingId: ID!, $reason: String!) { reopenMinutes(meetingId: $meetingId, reason: $reason) { id } }
`);

export type Meeting = NonNullable<MinutesPageQuery['meeting']>;
export type Minutes = NonNullable<Meeting['minutes']>;
export type MinutesSection = Minutes['sections'][number];
export type Decision = MinutesSection['decisions'][number];
export type Observation = Minutes['observations'][number];
