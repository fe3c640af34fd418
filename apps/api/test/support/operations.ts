import { openRecord, type Kind, type Marked, type World } from './many-visibilities.js';

const of = (kind: Kind) => (world: World): string[] => [`(id: "${openRecord(world, kind)}")`];
const plain = () => [''];

/** How each query is asked so that what is tied to the hub would show. A new query needs a row. */
export const QUERIES: Record<string, (world: World) => string[]> = {
  organisation: ({ hub }) => [`(id: "${hub}")`],
  partnership: ({ hub }) => [`(organisationId: "${hub}")`],
  organisations: () => ['(first: 200)', '(first: 200, filter: { text: "mark" })'],
  likelyDuplicates: () => ['(name: "mark organisation secretariat HN")'],
  mergePreview: ({ hub, records }) => [`(survivorId: "${hub}", duplicateId: "${records[0]!.id}")`],
  people: ({ hub }) => ['(first: 200)', `(organisationId: "${hub}")`], person: of('person'),
  likelyPeople: () => ['(name: "mark person secretariat HN")'], postHandover: (world) => Object.keys(world.others).filter((key) => key.startsWith('affiliation')).map((key) => `(affiliationId: "${world.others[key]}")`),
  personTraces: of('person'), personFile: of('person'),
  agreements: () => ['(first: 200)'], agreement: of('agreement'),
  meetings: () => ['(first: 200)'], meeting: of('meeting'),
  evidence: () => ['(first: 200)', '(filter: { text: "mark" })'],
  activities: () => ['(first: 200)'], activity: of('activity'),
  commitments: () => ['(first: 200)'], commitment: of('commitment'), commitmentLists: plain, colleagues: plain,
  monitoringMatrix: plain, matrixRow: () => ['(id: "00000000-0000-4000-8000-000000000000")'],
  proposals: () => ['(first: 200)'], proposal: of('proposal'), proposalTotals: plain,
  disseminations: () => ['(first: 200)'], dissemination: of('dissemination'), contentCoverage: () => ['(from: "2021-01-01", to: "2026-12-31")'],
  network: ({ hub }) => ['', `(filter: { focusId: "${hub}" }, day: "2024-07-01")`],
  tieEvidence: ({ hub, records }) => records.filter(({ kind }) => kind === 'organisation').map(({ id }) => `(a: "${hub}", b: "${id}", day: "2024-07-01")`),
  search: () => ['(text: "mark", first: 50)'],
  indicators: plain, strategy: plain, taxonomies: plain, presidencyTerms: plain, session: plain, users: plain, userHandover: () => ['(id: "00000000-0000-4000-8000-000000000000")'], coalitionSettings: plain, agreementNumbering: plain, snapshots: plain,
  indicatorReport: () => ['(code: "alliances_in_force", on: "2024-12-31")', '(code: "joint_activities_done", from: "2024-01-01", to: "2024-12-31")'],
  indicatorMovements: () => ['(code: "alliances_in_force", from: "2024-01-01", to: "2024-12-31")'],
  allianceLapse: (world) => ['(agreementIds: [])', `(agreementIds: ["${openRecord(world, 'agreement')}"])`],
  indicatorComparison: () => ['(code: "alliances_in_force", first: { on: "2023-12-31" }, second: { on: "2024-12-31" })', '(code: "joint_activities_done", first: { from: "2023-01-01", to: "2023-12-31" }, second: { from: "2024-01-01", to: "2024-12-31" })'],
  indicatorForecast: () => ['(code: "alliances_in_force", until: "2030-12-31")'],
  indicatorTrend: () => ['(code: "alliances_in_force", fromYear: 2023, toYear: 2025)'],
  indicatorBreakdown: () => ['(code: "alliances_in_force", by: "country", on: "2024-12-31")'],
  snapshot: () => ['(id: "00000000-0000-4000-8000-000000000000")'],
  calendarAddress: plain, invitation: of('meeting'),
  setUpLink: () => ['(token: "unknown")'],
  notifications: () => ['(first: 200)'], reminderPreference: plain, mails: () => ['(first: 200)'], mail: () => ['(id: "00000000-0000-4000-8000-000000000000")'], mailDelivery: plain,
};

interface Row {
  /** The kind of record that it is done to; `itself` when the ability alone decides. */
  on: Kind | 'itself';
  /** The record is made, not found: nothing to hide. */
  makes?: true;
  /** Never writes: the version is stale, or the input bad. */
  args: (id: string, world: World, record?: Marked) => string;
}

const STALE = 999;
const versioned = (on: Kind, more = ''): Row => ({ on, args: (id) => `(id: "${id}", version: ${STALE}${more})` });
/** On the evidence of a record, which is found as that record is. */
const ofProof = (on: Kind, more: string): Row => ({ on, args: (id, world) => `(id: "${world.evidence[id] ?? NOTHING}"${more})` });
const itself = (args = ''): Row => ({ on: 'itself', args: () => args });
const owned = (record?: Marked) => `visibility: "${record!.visibility}", country: "${record!.country}"`;
const made = (on: Kind, fields: string): Row => ({ on, makes: true, args: (_, __, record) => `(input: { ${fields}, ${owned(record)} })` });
const NOTHING = '00000000-0000-4000-8000-000000000000';

/** How each mutation is asked. A new mutation needs a row. */
export const MUTATIONS: Record<string, Row> = {
  registerOrganisation: made('organisation', 'name: ""'), amendOrganisation: versioned('organisation', ', input: {}'), confirmOrganisation: versioned('organisation'),
  archiveOrganisation: versioned('organisation'), restoreOrganisation: itself(`(id: "${NOTHING}", version: 1)`),
  mergeOrganisations: itself(`(survivorId: "${NOTHING}", duplicateId: "${NOTHING}", version: 1)`), undoMerge: itself(`(id: "${NOTHING}")`),
  relateOrganisations: itself(`(input: { fromId: "${NOTHING}", toId: "${NOTHING}", type: "member_of" })`), amendRelationship: itself(`(id: "${NOTHING}", version: 1, input: {})`), removeRelationship: itself(`(id: "${NOTHING}", version: 1)`), endRelationship: itself(`(id: "${NOTHING}", version: 1, toDay: "2025-01-01")`),
  registerPerson: made('person', 'name: ""'), amendPerson: versioned('person', ', input: {}'), endAffiliation: itself(`(id: "${NOTHING}", version: 1, toDay: "2025-01-01")`),
  correctAffiliationEnd: itself(`(id: "${NOTHING}", version: 1, reason: "x")`), archivePerson: versioned('person'), restorePerson: itself(`(id: "${NOTHING}", version: 1)`),
  importContacts: itself('(contacts: [])'), erasePerson: versioned('person', ', reason: "x"'),
  registerAgreement: made('agreement', 'title: ""'), amendAgreement: versioned('agreement', ', input: {}'), archiveAgreement: versioned('agreement'), restoreAgreement: itself(`(id: "${NOTHING}", version: 1)`),
  moveAgreement: versioned('agreement', ', stage: "contacted"'),
  recordSignature: versioned('agreement', `, partyId: "${NOTHING}", signedOn: "2024-01-01"`), withdrawParty: versioned('agreement', `, partyId: "${NOTHING}", withdrawnOn: "2024-03-01", reason: "x"`),
  recordRatification: versioned('agreement', `, partyId: "${NOTHING}", ratifiedOn: "2024-01-01"`), moveParty: versioned('agreement', `, partyId: "${NOTHING}", stage: "invited"`),
  nameSignatory: versioned('agreement', `, partyId: "${NOTHING}", personId: "${NOTHING}"`), recordEntryAct: versioned('agreement', ', actOn: "2024-01-01"'),
  draftAmendment: versioned('agreement', ', input: { title: "" }'), amendAmendment: versioned('agreement', `, amendmentId: "${NOTHING}", input: {}`),
  signAmendment: versioned('agreement', `, amendmentId: "${NOTHING}", signedOn: "2024-01-01"`), dropAmendment: versioned('agreement', `, amendmentId: "${NOTHING}"`),
  suspendAgreement: versioned('agreement', ', fromDay: "2024-02-01", reason: "x"'), endSuspension: versioned('agreement', `, suspensionId: "${NOTHING}", toDay: "2024-03-01"`),
  terminateAgreement: versioned('agreement', ', on: "2024-03-01", reason: "x"'), reinstateAgreement: versioned('agreement'),
  addAgreementEvidence: { on: 'agreement', args: (id) => `(agreementId: "${id}", input: { title: "" })` },
  replaceEvidence: ofProof('agreement', `, version: ${STALE}, input: {}`), verifyEvidence: ofProof('activity', `, version: ${STALE}`),
  sendBackEvidence: ofProof('agreement', `, version: ${STALE}, reason: "x"`), removeEvidence: itself(`(id: "${NOTHING}")`),
  logMeeting: made('meeting', 'title: ""'), amendMeeting: versioned('meeting', ', input: {}'), archiveMeeting: versioned('meeting'), restoreMeeting: itself(`(id: "${NOTHING}", version: 1)`),
  cancelMeeting: versioned('meeting'), reinstateMeeting: itself(`(id: "${NOTHING}", version: 1)`),
  startMinutes: { on: 'meeting', args: (id) => `(meetingId: "${id}")` }, addMinutesSection: { on: 'meeting', args: (id) => `(meetingId: "${id}", input: { visibility: "none" })` },
  saveMinutesSection: itself(`(id: "${NOTHING}", version: 1, input: {})`), moveMinutesSection: itself(`(id: "${NOTHING}", down: true)`), removeMinutesSection: itself(`(id: "${NOTHING}", version: 1)`),
  recordDecision: itself(`(sectionId: "${NOTHING}", input: { text: "" })`), amendDecision: itself(`(id: "${NOTHING}", version: 1, input: {})`), removeDecision: itself(`(id: "${NOTHING}", version: 1)`),
  markAttendance: itself(`(id: "${NOTHING}", input: { presence: "present" })`), promiseInMinutes: itself(`(sectionId: "${NOTHING}", input: { text: "" })`),
  circulateMinutes: { on: 'meeting', args: (id) => `(meetingId: "${id}", version: ${STALE})` }, reviseMinutes: { on: 'meeting', args: (id) => `(meetingId: "${id}")` },
  observeMinutes: itself(`(meetingId: "${NOTHING}", text: "x")`), answerObservation: itself(`(id: "${NOTHING}", outcome: "accepted", answer: "")`), agreeMinutes: itself(`(meetingId: "${NOTHING}")`),
  approveMinutes: itself(`(meetingId: "${NOTHING}")`), reopenMinutes: itself(`(meetingId: "${NOTHING}", reason: "x")`),
  sendInvitations: { on: 'meeting', args: (id) => `(meetingId: "${id}", to: [])` }, renewCalendarAddress: itself(), revokeCalendarAddress: itself(),
  registerActivity: made('activity', 'title: ""'), amendActivity: versioned('activity', ', input: {}'), archiveActivity: versioned('activity'), restoreActivity: itself(`(id: "${NOTHING}", version: 1)`), cancelActivity: versioned('activity'),
  completeActivity: versioned('activity', ', endsOn: "2024-06-02"'),
  addActivityEvidence: { on: 'activity', args: (id) => `(activityId: "${id}", input: { title: "" })` },
  makeCommitment: itself('(input: { text: "" })'), amendCommitment: versioned('commitment', ', input: {}'), cancelCommitment: versioned('commitment'), fulfilCommitment: versioned('commitment'),
  postponeCommitment: versioned('commitment', ', dueOn: "2027-01-01", reason: "x"'), verifyCommitment: versioned('commitment'), nameVerifier: versioned('commitment'),
  registerProposal: made('proposal', 'title: ""'), amendProposal: versioned('proposal', ', input: {}'), archiveProposal: versioned('proposal'), submitProposal: versioned('proposal', ', on: "2024-01-01"'),
  decideProposal: versioned('proposal', ', approved: true, on: "2024-01-01"'), reopenProposal: versioned('proposal'), withdrawProposal: versioned('proposal'),
  registerDissemination: made('dissemination', 'message: ""'), amendDissemination: versioned('dissemination', ', input: {}'), archiveDissemination: versioned('dissemination'),
  addMatrixRow: itself('(input: { strategyActivity: "none", label: "", from: "2026-01-01", to: "2026-01-01" })'), amendMatrixRow: itself(`(id: "${NOTHING}", version: 1, input: {})`),
  rateMatrixRow: itself(`(id: "${NOTHING}", version: 1)`), archiveMatrixRow: itself(`(id: "${NOTHING}", version: 1)`), adjustMatrixRow: itself(`(id: "${NOTHING}", input: { kind: "goal", what: "", why: "" })`),
  approveMatrixAdjustment: itself(`(id: "${NOTHING}", version: 1)`),
  addPresidencyTerm: itself('(input: {})'), amendPresidencyTerm: itself(`(id: "${NOTHING}", input: {}, version: 1)`), removePresidencyTerm: itself(`(id: "${NOTHING}", version: 1)`),
  numberAgreement: versioned('agreement'), amendAgreementNumbering: itself(`(version: ${STALE}, input: {})`),
  amendCoalition: itself(`(input: {}, version: ${STALE})`), setBaseline: itself('(indicator: "none", on: "2024-01-01")'), setTarget: itself('(indicator: "none", year: 2024)'),
  registerTerm: itself('(taxonomy: "none", input: {})'), amendTerm: itself('(taxonomy: "none", code: "x", input: {}, version: 1)'), retireTerm: itself('(taxonomy: "none", code: "x", version: 1)'),
  unretireTerm: itself('(taxonomy: "none", code: "x", version: 1)'),
  registerUser: itself('(input: {})'), amendUser: itself(`(id: "${NOTHING}", input: {}, version: 1)`), disableUser: itself(`(id: "${NOTHING}")`), enableUser: itself(`(id: "${NOTHING}")`),
  renewUserLink: itself(`(id: "${NOTHING}")`),
  proposeSnapshot: itself('(indicator: "none")'), approveSnapshot: itself(`(id: "${NOTHING}")`),
  markNotification: itself(`(id: "${NOTHING}", read: true)`), markAllNotifications: itself(), chooseDigest: itself('(digest: "x")'), sendMailAgain: itself(`(id: "${NOTHING}")`),
  signIn: itself('(email: "nobody@test.example", password: "x")'), signOut: { on: 'itself', args: () => '' }, setUp: itself('(token: "x", name: "x", email: "x", password: "x")'),
  setPassword: itself('(token: "x", password: "x")'), changePassword: itself('(current: "x", next: "x")'), chooseLanguage: itself('(language: "zz")'),
};
// Signing out ends the asker's session: it comes last.
const { signOut, ...rest } = MUTATIONS;
for (const name of Object.keys(MUTATIONS)) delete MUTATIONS[name];
Object.assign(MUTATIONS, rest, { signOut });

/**
 * How each route beside GraphQL is asked: the values of its parameters, and the query text under '?'. What it tells is text that can be searched
 * for marks; a route of documents has a test of its own beside. A new route needs a row.
 */
export const ROUTES: Record<string, (world: World) => Record<string, string>[]> = {
  'GET /healthz': () => [{}],
  'GET /api/meetings/:id/minutes.pdf': () => [{ id: NOTHING }], 'GET /api/meetings/:id/minutes.docx': () => [{ id: NOTHING }],
  'POST /files': () => [{}], 'GET /files/:id': () => [{ id: NOTHING }],
  'POST /api/calendars/preview': () => [{}], 'POST /api/calendars/import': () => [{}],
  'POST /api/contacts/preview': () => [{}],
  'GET /api/contacts/people.vcf': ({ records }) => [{ '?': `?ids=${records.filter(({ kind }) => kind === 'person').map(({ id }) => id).join(',')}` }],
  'GET /api/contacts/person/:id': (world) => [{ id: openRecord(world, 'person') }],
  'GET /api/calendars/:token': () => [{ token: 'unknown.ics' }],
  'GET /api/meetings/:id/invitation.ics': ({ records }) => records.filter(({ kind }) => kind === 'meeting').map(({ id }) => ({ id })),
};
