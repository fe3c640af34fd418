// The six jobs, as a web page asks them. Each has a twin in by-hand.mjs that answers the same content.

const PAGE = `query Page($after: String) {
  organisations(first: 50, after: $after) { total hasMore endCursor nodes {
    id name acronym standing audience kind scope seatCountry countries themes
    agreements(first: 20) { id title kind status effectiveFrom effectiveTo parties { id signedOn organisation { id name acronym } } }
  } }
}`;

const SEARCH = `query Search($text: String!) {
  organisations(filter: { text: $text }, first: 20) { total nodes { id name acronym seatCountry audience } }
}`;

const PROFILE = `query Profile($id: ID!) {
  organisation(id: $id) {
    id name nameEn acronym standing audience kind scope seatCountry countries themes sdgs description lastConfirmedOn visibility country version
    names { role language value } identifiers { scheme value } contactPoints { kind label value }
    parent { id name } countsWith { id name } children { id name }
    agreements(first: 20) { id title kind status effectiveFrom effectiveTo parties { id signedOn organisation { id name acronym } } }
    meetings(first: 20) { id title kind startsAt }
    activities(first: 20) { id title kind status startsOn endsOn }
  }
}`;

const INDICATORS = `query Indicators($from: Int!, $to: Int!) {
  alliances: indicatorTrend(code: "alliances_in_force", fromYear: $from, toYear: $to) { ...year }
  activities: indicatorTrend(code: "joint_activities_done", fromYear: $from, toYear: $to) { ...year }
}
fragment year on TrendPoint { year value breakdowns { dimension total cells { key value } } }`;

const NETWORK = `query Network($day: Day!) {
  network(day: $day, first: 2000) { total nodes { id name acronym standing audience kind scope seatCountry ties } ties { a b declared demonstrated weight agreements meetings activities } }
}`;

const MEETING = `mutation Log($input: MeetingInput!) {
  logMeeting(input: $input) { id title startsAt attendees { organisation { id name } } commitments { text dueOn } }
}`;

/** @param register what the data holds to ask for: ids of busy organisations, cursors of pages. */
export function jobs({ organisations, cursors }) {
  return [
    { name: 'page', label: 'Page of 50 organisations with agreements and parties', query: PAGE, variables: (at) => ({ after: cursors[at % cursors.length] }) },
    { name: 'search', label: 'Fuzzy search “organisacion migrasion”', query: SEARCH, variables: () => ({ text: 'organisacion migrasion' }) },
    { name: 'profile', label: 'Organisation profile', query: PROFILE, variables: (at) => ({ id: organisations[at % organisations.length] }) },
    { name: 'indicators', label: 'Both indicators, all disaggregations, 2011–2027', query: INDICATORS, variables: () => ({ from: 2011, to: 2027 }) },
    { name: 'network', label: 'Network of 2,000 nodes', query: NETWORK, variables: () => ({ day: '2026-06-30' }) },
    { name: 'meeting', label: 'Logging a meeting', query: MEETING, writes: true, variables: (at) => ({ input: meetingInput(organisations, at) }) },
  ];
}

const meetingInput = (organisations, at) => ({
  title: `Reunión del banco de pruebas ${at}`, kind: 'bilateral', mode: 'virtual', startsAt: '2026-11-02T15:00:00.000Z', timeZone: 'America/Tegucigalpa', agreed: 'Seguir en contacto.',
  attendees: [0, 1].map((each) => ({ organisationId: organisations[(at * 2 + each) % organisations.length] })),
  commitments: [{ text: 'Enviar el informe', ownerOrganisationId: organisations[(at * 2) % organisations.length], dueOn: '2026-12-01' }],
});
