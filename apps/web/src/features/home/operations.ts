import { graphql } from '../../gql/gql.js';

/** One request for every role; what a role's home does not show is not asked. */
export const Home = graphql(`
  query Home($viewer: ID!, $today: Day!, $weekEnd: Day!, $soon: Day!, $year: Int!, $mine: [String!], $owed: String, $desk: Boolean!, $office: Boolean!, $delegate: Boolean!, $presidency: Boolean!, $verifier: Boolean!, $adder: Boolean!) {
    alliances: indicatorReport(code: "alliances_in_force") { value target light freshness instruments to }
    activitiesDone: indicatorReport(code: "joint_activities_done") { value target light freshness allies to }
    alliancesTrend: indicatorTrend(code: "alliances_in_force", fromYear: 2019, toYear: $year) { value }
    activitiesTrend: indicatorTrend(code: "joint_activities_done", fromYear: 2019, toYear: $year) { value }
    next: meetings(filter: { from: $today, to: $weekEnd, country: $mine }, sort: OLDEST, first: 6) { total nodes { id title startsAt timeZone placeCountry } }
    recent: meetings(filter: { to: $today, country: $mine }, first: 6) { total nodes { id title startsAt placeCountry } }
    overdue: commitments(filter: { status: ["overdue"], country: $owed }, first: 7) @include(if: $desk) { total nodes { ...HomeCommitment } }
    due: commitments(filter: { status: ["open"], dueBefore: $soon, country: $owed }, first: 7) @include(if: $desk) { total nodes { ...HomeCommitment } }
    expiring: agreements(filter: { expiringWithinDays: 90, country: $mine }, sort: EXPIRING, first: 6) { total nodes { id title titleEn effectiveTo: endsOn } }
    toVerify: evidence(filter: { verifiable: true }, first: 7) @include(if: $verifier) { total nodes { ...HomeEvidence } }
    sentBack: evidence(filter: { state: ["returned"], mine: true }, first: 5) @include(if: $adder) { total nodes { ...HomeEvidence } }
    drafts: meetings(filter: { minutes: ["draft"] }, first: 5) @include(if: $office) { total nodes { id title startsAt } }
    outside: organisations(filter: { standing: ["external"] }, first: 1) @include(if: $office) { total }
    partners: organisations(filter: { country: $mine, alliance: ["allied"] }, first: 8) @include(if: $delegate) { total nodes { id name nameEn acronym acronymEn audience } }
    cooling: organisations(filter: { relationshipOwnerId: $viewer, contact: ["cooling", "cold"], alliance: ["allied"] }, sort: LEAST_RECENT_CONTACT, first: 6) @include(if: $desk) { total nodes { id name nameEn acronym acronymEn lastContactOn } }
    minutesWaiting: meetings(filter: { minutes: ["circulated"] }, first: 6) @include(if: $presidency) { total nodes { id title startsAt } }
    snapshots @include(if: $presidency) {
      id indicator onDay fromDay toDay value valueNow proposedBy approvedAt canApprove difference { withheld added { record { id } } removed { record { id } } }
    }
  }
  fragment HomeEvidence on Evidence { id title addedOn returnReason proves { kind title } }
  fragment HomeCommitment on Commitment {
    id text dueOn meetingId meetingTitle agreementId owner { name nameEn acronym acronymEn } ownerUser ownerPerson { name } beneficiary { name nameEn acronym acronymEn }
  }
`);
