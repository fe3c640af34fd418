import { stableId } from '../stable-id.js';
import { coalitionId, nationalBodyId } from '../load-strategy.js';
import { FAMILY, GIVEN, MEMBERS, POSTS, type Player } from './cast.js';
import type { Chance } from './chance.js';
import { organisationId } from './organisations.js';

const day = (year: number, chance: Chance): string => `${year}-${String(1 + chance.below(12)).padStart(2, '0')}-${String(1 + chance.below(28)).padStart(2, '0')}`;
const common = (recorded: string) => ({ recorded_on: recorded, visibility: 'coalition', country: null, demonstration: true, created_at: `${recorded}T15:00:00Z`, version: 1 });
const THEMES = [['trafficking'], ['smuggling'], ['trafficking', 'smuggling']] as const;

/** People of the cast's organisations: every one invented. */
export function peopleRows(cast: readonly Player[], chance: Chance): Record<string, object[]> {
  const people = Array.from({ length: 120 }, (_, index) => ({ id: stableId('person', String(index)), name: `${GIVEN[index % GIVEN.length]} ${chance.pick(FAMILY)}`, at: cast[index % cast.length]! }));
  return {
    person: people.map(({ id, name }) => ({ id, name, languages: ['es'], consent_basis: 'public_office', consent_on: '2021-02-01', notes: '', visibility: 'coalition', country: null, demonstration: true, created_at: '2021-02-01T15:00:00Z', version: 1 })),
    affiliation: people.map(({ id, at }, index) => ({ id: stableId('affiliation', String(index)), person_id: id, organisation_id: organisationId(at.key), post: chance.pick(POSTS), from_day: day(2019 + (index % 5), chance), to_day: index % 9 === 0 ? '2025-06-30' : null, version: 1 })),
    contact_point: people.map(({ id, name }, index) => ({ id: stableId('contact', String(index)), organisation_id: null, person_id: id, kind: 'email', label: '', value: `${name.normalize('NFD').replace(/[^A-Za-z]/g, '').toLowerCase()}${index}@ejemplo.example` })),
  };
}

const MEETING = { ordinary_session: 'Sesión ordinaria', bilateral: 'Reunión bilateral con', forum: 'Foro con', visit_to_authority: 'Visita a', good_practice_exchange: 'Intercambio de buenas prácticas con', technical: 'Mesa técnica con' } as const;

/** 200 meetings over 2019–2026, who attended, what was promised. */
export function meetingRows(cast: readonly Player[], chance: Chance, owner: string): Record<string, object[]> {
  const meetings = Array.from({ length: 200 }, (_, index) => {
    const on = day(2019 + (index % 8), chance);
    const kind = index % 20 === 0 ? 'ordinary_session' : chance.pick(Object.keys(MEETING).slice(1) as (keyof typeof MEETING)[]);
    const partners = chance.some(cast, kind === 'ordinary_session' ? 4 : 1 + chance.below(3));
    return { id: stableId('meeting', String(index)), on, kind, partners, index };
  }).filter(({ on }) => on <= '2026-11-15');
  return {
    meeting: meetings.map(({ id, on, kind, partners }) => ({
      id, title: kind === 'ordinary_session' ? `${MEETING[kind]} ${on.slice(0, 4)}` : `${MEETING[kind]} ${partners[0]!.acronym ?? partners[0]!.name}`, kind, mode: chance.pick(['in_person', 'virtual', 'hybrid']),
      starts_at: `${on}T15:00:00Z`, ends_at: `${on}T17:00:00Z`, time_zone: 'America/Guatemala', place: '', place_country: chance.pick(MEMBERS), agreed: 'Se acordó dar seguimiento conjunto (demostración).',
      themes: chance.pick(THEMES), strategy_activity: 'E3.A3', agreement_id: null, ...common(on),
    })),
    attendance: meetings.flatMap(({ id, partners, index }) => [
      { id: stableId('attendance', `${index} coalition`), meeting_id: id, person_id: null, organisation_id: coalitionId(), presence: 'present' },
      { id: stableId('attendance', `${index} member`), meeting_id: id, person_id: null, organisation_id: nationalBodyId(MEMBERS[index % MEMBERS.length]!), presence: 'present' },
      ...partners.map(({ key }) => ({ id: stableId('attendance', `${index} ${key}`), meeting_id: id, person_id: null, organisation_id: organisationId(key), presence: 'present' })),
    ]),
    commitment: meetings.filter(({ index }) => index % 5 < 3).map(({ id, on, partners, index }) => commitmentRow(id, on, partners[0]!, index, owner, chance)),
  };
}

const PROMISE = ['Enviar la propuesta de plan de trabajo', 'Compartir el directorio de enlaces', 'Revisar el texto del convenio', 'Designar un punto focal', 'Enviar datos para el informe anual'] as const;

function commitmentRow(meetingId: string, on: string, partner: Player, index: number, owner: string, chance: Chance): object {
  const due = `${Number(on.slice(0, 4)) + (index % 3 === 0 ? 1 : 0)}-12-${String(10 + chance.below(18))}`;
  const theirs = index % 2 === 0;
  const fulfilled = index % 4 !== 1 && due < '2026-10-01' ? due : null;
  return {
    id: stableId('commitment', String(index)), text: chance.pick(PROMISE), owner_organisation_id: theirs ? organisationId(partner.key) : coalitionId(), owner_person_id: null, owner_user_id: theirs ? null : owner,
    beneficiary_organisation_id: theirs ? coalitionId() : organisationId(partner.key), due_on: due, first_due_on: due, meeting_id: meetingId, agreement_id: null,
    fulfilled_on: fulfilled, verified_on: fulfilled && index % 8 === 0 ? fulfilled : null, cancelled_on: null, ...common(on),
  };
}

const ACTIVITY = { campaign: 'Campaña Corazón Azul (demostración)', training: 'Capacitación a fiscales y policía', workshop: 'Taller de rutas de protección', forum: 'Foro regional sobre trata', publication: 'Guía de detección temprana', technical_assistance: 'Asistencia técnica a consulados', follow_up_meeting: 'Reunión de seguimiento' } as const;

/** 90 activities with their roles and evidence; sub-activities, follow-ups, cancelled and untied ones among them. */
export function activityRows(cast: readonly Player[], chance: Chance, users: { recorder: string; verifier: string }): Record<string, object[]> {
  const partners = cast.filter(({ audience }) => audience !== 'state');
  const plain = Array.from({ length: 80 }, (_, index) => {
    const starts = day(2019 + (index % 9), chance);
    const kind = chance.pick(Object.keys(ACTIVITY) as (keyof typeof ACTIVITY)[]);
    const status = starts > '2026-11-01' ? 'planned' : index % 13 === 5 ? 'cancelled' : 'done';
    return { key: `activity ${index}`, title: `${ACTIVITY[kind]} ${starts.slice(0, 4)}-${index + 1}`, kind, starts, ends: starts, status, tied: index % 11 !== 3, parent: null as string | null, roles: chance.some(partners, 1 + chance.below(3)).map((partner, at) => ({ partner: partner.key, role: index % 7 === 4 ? 'attends' : chance.pick(['co_organises', 'funds', 'technical_assistance', 'facilitates', ...(at > 0 ? ['attends'] : [])]) })), verified: index % 10 !== 7, country: MEMBERS[index % MEMBERS.length]! as string };
  });
  const campaign = { key: 'campaign', title: 'Campaña regional de fin de año', kind: 'campaign' as const, starts: '2024-11-25', ends: '2025-01-10', status: 'done', tied: true, parent: null as string | null, roles: [{ partner: 'oim', role: 'co_organises' }], verified: true, country: '' };
  const parts = MEMBERS.map((country) => ({ ...campaign, key: `campaign ${country}`, title: `${campaign.title}: ${country}`, parent: 'campaign', country: country as string }));
  const all = [...plain, campaign, ...parts];
  const id = (key: string) => stableId('activity', key);
  return {
    activity: all.map((each) => ({ id: id(each.key), title: each.title, kind: each.kind, status: each.status, summary: '', starts_on: each.starts, ends_on: each.ends, parent_id: each.parent && id(each.parent), strategy_activity: each.tied ? 'E3.A3' : null, axis: null, agreement_id: null, countries: each.country ? [each.country] : [...MEMBERS], themes: chance.pick(THEMES), sdgs: [5, 16], created_by: users.recorder, ...common(each.ends < '2026-11-01' ? each.ends : '2026-09-01') })),
    participation: all.flatMap(({ key, roles }) => roles.map(({ partner, role }) => ({ id: stableId('participation', `${key} ${partner} ${role}`), activity_id: id(key), organisation_id: organisationId(partner), role }))),
    evidence: all.filter(({ status, parent }) => status === 'done' && !parent).map(({ key, title, ends, verified }) => ({ id: stableId('evidence', key), agreement_id: null, activity_id: id(key), title: `Informe: ${title}`, address: null, archive_reference: `Archivo de demostración, ${key}`, added_by: users.recorder, added_on: ends, verified_by: verified ? users.verifier : null, verified_on: verified ? ends : null, version: 1 })),
  };
}

const PRESIDENCIES = ['PA', 'GT', 'HN', 'DO', 'SV', 'CR', 'MX', 'NI', 'BZ'] as const;

/** A year each, from 2019 on; the handover belongs to the incoming one. */
export const presidencyRows = (): object[] => PRESIDENCIES.map((country, index) => ({ id: stableId('presidency', country), country, from_day: `${2019 + index}-01-01`, to_day: `${2020 + index}-01-01` }));

export const targetRows = (): object[] => Array.from({ length: 9 }, (_, index) => index).flatMap((index) => [
  { indicator: 'alliances_in_force', year: 2019 + index, value: 4 + index * 4, rationale: 'Meta de demostración', version: 1 },
  { indicator: 'joint_activities_done', year: 2019 + index, value: 3 + index, rationale: 'Meta de demostración', version: 1 },
]);

/** Proposals with funders and messages sent, few of each. */
export function resourceRows(chance: Chance): Record<string, object[]> {
  const stages = ['drafting', 'submitted', 'approved', 'rejected'] as const;
  const proposals = stages.flatMap((stage, at) => [0, 1].map((each) => ({ key: `${stage} ${each}`, stage, year: 2022 + at })));
  return {
    proposal: proposals.map(({ key, stage, year }) => ({ id: stableId('proposal', key), title: `Propuesta regional de protección ${key} (demostración)`, stage, amount: 50_000 + chance.below(20) * 10_000, currency: 'USD', deadline: `${year}-09-30`, submitted_on: stage === 'drafting' ? null : `${year}-09-15`, decided_on: stage === 'approved' || stage === 'rejected' ? `${year}-12-01` : null, strategy_activity: 'E7.A2', ...common(`${year}-06-01`) })),
    proposal_partner: proposals.map(({ key }) => ({ id: stableId('proposal partner', key), proposal_id: stableId('proposal', key), organisation_id: organisationId(chance.pick(['ue', 'fod', 'oim'])), role: 'funder' })),
    dissemination: ['state', 'forum', 'international', 'civil_society'].map((audience, at) => ({ id: stableId('dissemination', audience), audience, message: 'Somos la instancia regional oficial de expertos.', product: 'quarterly_bulletin', medium: 'email', sent_on: `2025-0${at + 3}-01`, organisation_id: null, strategy_activity: 'E5.A4', ...common(`2025-0${at + 3}-01`) })),
  };
}
