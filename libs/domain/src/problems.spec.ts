import { describe, expect, it } from '@jest/globals';
import { type AgreementDraft, agreementProblems } from './agreement-problems.js';
import type { Standing } from './counting-unit.js';
import type { FieldProblem } from './error.js';
import { emailProblems, textProblems, urlProblems } from './field-problems.js';
import { type ActivityDraft, type MeetingDraft, type OrganisationDraft, activityProblems, meetingProblems, organisationProblems, termProblems } from './record-problems.js';

const TODAY = '2025-06-01';
const short = (problems: readonly FieldProblem[]) => problems.map(({ path, problem }) => `${path} ${problem}`);
const isCountry = (code: string) => ['GT', 'HN', 'PA'].includes(code);

describe('an agreement', () => {
  const standings: Record<string, Standing> = { corett: 'coalition', svet: 'member', iom: 'external', unodc: 'external' };
  const party = (organisationId: string, more = {}) => ({ organisationId, required: true, signedOn: '2024-05-01', withdrawnOn: null, ...more });
  const sound: AgreementDraft = {
    title: 'Carta de entendimiento', inCoalitionName: true, effectiveFrom: '2024-05-01', effectiveTo: '2026-05-01', terminatedOn: null,
    signaturesRequired: null, parties: [party('corett'), party('iom')], suspensions: [],
  };
  const told = (more: Partial<AgreementDraft>) =>
    short(agreementProblems({ ...sound, ...more }, { today: TODAY, standingOf: (id) => standings[id] ?? null }));

  it('that is sound has none, and one of a single last day neither', () => {
    expect(told({})).toEqual([]);
    expect(told({ effectiveTo: '2024-05-01' })).toEqual([]);
    expect(told({ parties: [party('svet'), party('iom')] })).toEqual([]);
  });

  it.each<[string, Partial<AgreementDraft>, string[]]>([
    ['ends before it begins', { effectiveTo: '2024-04-30' }, ['effectiveTo end_before_start']],
    ['has a day that does not exist', { effectiveFrom: '2024-02-30' }, ['effectiveFrom not_a_day']],
    ['begins before the registry\'s calendar', { effectiveFrom: '1492-10-12' }, ['effectiveFrom day_out_of_range']],
    ['has a party twice', { parties: [party('corett'), party('iom'), party('iom')] }, ['parties.2.organisationId party_twice']],
    ['has one party', { parties: [party('corett')] }, ['parties parties_too_few']],
    ['has one party twice', { parties: [party('corett'), party('corett')] }, ['parties.1.organisationId party_twice', 'parties parties_too_few']],
    ['has an unknown party', { parties: [party('corett'), party('ghost')] }, ['parties.1.organisationId unknown_record']],
    ['is the coalition\'s without it', { parties: [party('unodc'), party('iom')] }, ['parties coalition_missing']],
    ['was signed tomorrow', { parties: [party('corett'), party('iom', { signedOn: '2025-06-02' })] }, ['parties.1.signedOn future_signature']],
    ['was left before it was signed', { parties: [party('corett'), party('iom', { withdrawnOn: '2024-04-30' })] }, ['parties.1.withdrawnOn withdrawn_before_signed']],
    ['needs more signatures than it has parties', { signaturesRequired: 3 }, ['signaturesRequired signatures_out_of_range']],
    ['needs no signature', { signaturesRequired: 0 }, ['signaturesRequired signatures_out_of_range']],
    ['was terminated before anybody signed', { terminatedOn: '2024-04-30' }, ['terminatedOn termination_before_start']],
    ['is suspended backwards', { suspensions: [{ from: '2025-02-01', to: '2025-01-01' }] }, ['suspensions.0.to end_before_start']],
    ['is suspended twice at once', { suspensions: [{ from: '2025-02-01', to: null }, { from: '2025-03-01', to: null }] }, ['suspensions.1 overlapping']],
    ['is suspended after its end', { suspensions: [{ from: '2026-05-02', to: null }] }, ['suspensions.0.from outside_agreement']],
    ['has no title', { title: '  ' }, ['title required']],
  ])('that %s is told so at the field', (_, more, problems) => expect(told(more)).toEqual(problems));

  it('between organisations without the coalition is fine when it is not in its name', () => {
    expect(told({ inCoalitionName: false, parties: [party('unodc'), party('iom')] })).toEqual([]);
  });

  it('is told all its problems at once', () => {
    expect(told({ title: '', effectiveTo: '2020-01-01', parties: [] })).toEqual(
      ['title required', 'effectiveTo end_before_start', 'parties parties_too_few', 'parties coalition_missing']);
  });
});

describe('an organisation', () => {
  const sound: OrganisationDraft = {
    id: 'a', names: [{ text: 'Casa Alianza', language: 'es' }], acronym: 'CA', website: 'https://casa-alianza.org.gt/es', emails: ['a@b.org'],
    seatCountry: 'GT', countries: ['GT', 'HN'], parentId: null, countsWithId: null, identifiers: [{ scheme: 'ROR', value: '1' }],
  };
  const told = (more: Partial<OrganisationDraft>) => short(organisationProblems({ ...sound, ...more }, isCountry));

  it.each<[Partial<OrganisationDraft>, string[]]>([
    [{}, []],
    [{ names: [] }, ['names required']],
    [{ names: [{ text: 'Casa', language: 'es' }, { text: 'CASA, A.C.', language: 'es' }] }, ['names.1.text duplicate_entry']],
    [{ names: [{ text: 'Caritas', language: 'es' }, { text: 'Caritas', language: 'en' }] }, []],
    [{ seatCountry: 'XX', countries: ['GT', 'gt'] }, ['seatCountry unknown_country', 'countries.1 unknown_country']],
    [{ parentId: 'a' }, ['parentId self_reference']],
    [{ countsWithId: 'a' }, ['countsWithId self_reference']],
    [{ website: 'javascript:alert(1)', emails: ['a@b'] }, ['website invalid_url', 'emails.0 invalid_email']],
    [{ identifiers: [{ scheme: 'ROR', value: 'X1' }, { scheme: 'ror', value: 'x1 ' }] }, ['identifiers.1 duplicate_identifier']],
  ])('%j', (more, problems) => expect(told(more)).toEqual(problems));
});

describe('a meeting', () => {
  const owed = { text: 'Enviar el borrador', dueOn: '2025-06-10', ownerOrganisationId: 'iom', ownerUserId: null };
  const sound: MeetingDraft = {
    title: 'Sesión ordinaria', heldOn: '2025-05-20', status: 'held', attendees: [{ organisationId: 'iom', personId: null }], commitments: [owed],
  };
  const told = (more: Partial<MeetingDraft>) => short(meetingProblems({ ...sound, ...more }, TODAY));

  it.each<[Partial<MeetingDraft>, string[]]>([
    [{}, []],
    [{ heldOn: '2025-06-02', commitments: [] }, ['heldOn day_in_future']],
    [{ heldOn: '2025-06-02', status: 'planned', commitments: [] }, []],
    [{ attendees: [...sound.attendees, ...sound.attendees] }, ['attendees.1 duplicate_entry']],
    [{ commitments: [{ ...owed, dueOn: '2025-05-19' }] }, ['commitments.0.dueOn end_before_start']],
    [{ commitments: [owed, { ...owed, text: '', ownerOrganisationId: null }] }, ['commitments.1.text required', 'commitments.1.ownerOrganisationId required']],
  ])('%j', (more, problems) => expect(told(more)).toEqual(problems));
});

describe('an activity', () => {
  const sound: ActivityDraft = {
    id: 'a', title: 'Taller', status: 'done', startsOn: '2025-05-01', endsOn: '2025-05-02', parentId: null, countries: ['GT'],
    participations: [{ organisationId: 'iom', roleId: 'funds' }, { organisationId: 'iom', roleId: 'facilitates' }],
  };
  const told = (more: Partial<ActivityDraft>) => short(activityProblems({ ...sound, ...more }, TODAY, isCountry));

  it.each<[Partial<ActivityDraft>, string[]]>([
    [{}, []],
    [{ endsOn: '2025-04-30' }, ['endsOn end_before_start']],
    [{ endsOn: null }, ['endsOn required']],
    [{ endsOn: '2025-06-02' }, ['endsOn day_in_future']],
    [{ parentId: 'a', countries: ['ZZ'] }, ['parentId self_reference', 'countries.0 unknown_country']],
    [{ participations: [...sound.participations, sound.participations[0]!] }, ['participations.2 duplicate_entry']],
  ])('%j', (more, problems) => expect(told(more)).toEqual(problems));
});

describe('a presidency term', () => {
  const others = [{ id: 'first', country: 'GT', from: '2024-01-01', to: '2025-01-01' }];
  const told = (from: string, to: string | null, id?: string) => short(termProblems(id ? { id, country: 'PA', from, to } : { country: 'PA', from, to }, others, isCountry));

  it('may begin on the day of handover, not before', () => {
    expect(told('2025-01-01', null)).toEqual([]);
    expect(told('2024-12-31', null)).toEqual(['from overlapping']);
    expect(told('2024-02-01', null, 'first')).toEqual([]);
    expect(told('2025-01-01', '2025-01-01')).toEqual(['to end_before_start']);
  });
});

describe('a field', () => {
  it.each(['a@b.org', 'nombre.apellido+x@sre.gob.mx', 'ñandú@correo.hn'])('%s is an e-mail address', (text) => expect(emailProblems('e', text)).toEqual([]));
  it.each(['a', 'a@b', 'a b@c.org', 'a@b..org', '@b.org', 'a@b.org\n', `${'x'.repeat(250)}@b.org`])('%j is none', (text) => expect(short(emailProblems('e', text))).toEqual(['e invalid_email']));
  it.each(['http://a.org', 'https://sub.a.org:8080/x?y#z', 'HTTPS://A.ORG'])('%s is a web address', (text) => expect(urlProblems('u', text)).toEqual([]));
  it.each(['a.org', 'ftp://a.org', 'javascript:alert(1)', 'https://a', 'https://user@a.org', 'https://a.org/x y'])('%j is none', (text) => expect(short(urlProblems('u', text))).toEqual(['u invalid_url']));

  it('of text counts characters as people do, and refuses what a database or reader chokes on', () => {
    expect(textProblems('t', '👍👍', { max: 2 })).toEqual([]);
    expect(textProblems('t', 'abc', { max: 2 })).toEqual([{ path: 't', problem: 'too_long', values: { max: 2 } }]);
    expect(short(['a\u0000', '\ud800', 'a\u0007'].flatMap((text) => textProblems('t', text, { max: 9 })))).toEqual(Array(3).fill('t invalid_characters'));
    expect(textProblems('t', 'dos\nlíneas\t', { max: 20, required: true })).toEqual([]);
  });
});
