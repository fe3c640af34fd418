import { stableId } from '../stable-id.js';
import { coalitionId, nationalBodyId } from '../load-strategy.js';
import type { Player } from './cast.js';
import type { Chance } from './chance.js';
import { organisationId } from './organisations.js';

/** One agreement in the words of the worked examples; what is left out has the usual value. */
interface Story {
  key: string;
  title: string;
  with: readonly string[];
  signed?: string | null;
  partnerSigned?: string | null;
  kind?: string;
  from?: string;
  until?: string;
  terminated?: string;
  suspended?: readonly [string, string | null];
  renews?: string;
  partOf?: string;
  verified?: boolean;
  recorded?: string;
  inCoalitionName?: boolean;
  national?: string;
  stage?: string;
  signaturesRequired?: number;
  visibility?: string;
  country?: string;
  themes?: string[];
  withdrawn?: string;
}

/** Each worked example of the counting rules, told once. */
const STORIES: readonly Story[] = [
  { key: 'foprel', title: 'Carta de entendimiento con FOPREL', kind: 'letter_of_understanding', with: ['foprel'], signed: '2024-10-24', visibility: 'public' },
  { key: 'prett', title: 'Contacto con PRETT', kind: 'informal_contact', with: ['prett'], signed: '2024-10-10' },
  { key: 'oim-marco', title: 'Convenio marco con la OIM', kind: 'framework_agreement', with: ['oim'], signed: '2021-03-15', visibility: 'public' },
  { key: 'oim-cr', title: 'Convenio específico con la OIM en Costa Rica', kind: 'specific_agreement', with: ['oim-cr'], signed: '2023-05-02', partOf: 'oim-marco' },
  { key: 'oim-2', title: 'Convenio específico de formación con la OIM', kind: 'specific_agreement', with: ['oim'], signed: '2023-09-12', partOf: 'oim-marco' },
  { key: 'unodc', title: 'Memorando de entendimiento con UNODC', with: ['unodc'], signed: '2021-06-10', visibility: 'public' },
  { key: 'sica', title: 'Memorando con SICA', with: ['sica'], signed: '2022-02-21', until: '2024-02-29' },
  { key: 'sica-2', title: 'Memorando con SICA, renovado', with: ['sica'], signed: '2024-02-20', from: '2024-03-01', renews: 'sica' },
  { key: 'crm', title: 'Plan de trabajo con la CRM', kind: 'joint_work_plan', with: ['crm'], signed: '2022-07-30', until: '2024-07-29' },
  { key: 'crm-2', title: 'Plan de trabajo con la CRM 2025–2028', kind: 'joint_work_plan', with: ['crm'], signed: '2025-02-20', from: '2025-03-01', until: '2028-02-29', renews: 'crm' },
  { key: 'stc-gt', title: 'Carta con Save the Children Guatemala', kind: 'letter_of_understanding', with: ['stc-gt'], signed: '2023-05-01', until: '2025-04-30' },
  { key: 'stc-hn', title: 'Carta con Save the Children Honduras', kind: 'letter_of_understanding', with: ['stc-hn'], signed: '2023-01-15', until: '2025-01-14' },
  { key: 'acnur', title: 'Memorando con ACNUR', with: ['acnur'], signed: '2024-08-01', partnerSigned: '2025-02-10' },
  { key: 'oea', title: 'Canje de notas con la OEA', kind: 'exchange_of_notes', with: ['oea'], signed: '2021-09-01', terminated: '2024-09-15' },
  { key: 'solo-miembro', title: 'Acuerdo interno con el órgano de Guatemala', with: [], national: 'GT', signed: '2022-04-01' },
  { key: 'unicef', title: 'Memorando con UNICEF', with: ['unicef'], signed: '2023-11-20', verified: false },
  { key: 'ue', title: 'Convenio marco con la Unión Europea', kind: 'framework_agreement', with: ['ue'], signed: '2022-01-10', suspended: ['2024-06-01', '2024-12-31'] },
  { key: 'caricom', title: 'Adhesión con CARICOM', kind: 'accession', with: ['caricom'], signed: '2024-11-20', recorded: '2025-03-10' },
  { key: 'oit', title: 'Memorando de Honduras con la OIT', with: ['oit'], national: 'HN', signed: '2023-03-03', inCoalitionName: false, country: 'HN', visibility: 'country' },
  { key: 'multi', title: 'Alianza tripartita contra la trata', with: ['foprel', 'unodc', 'stc'], national: 'CR', signed: '2023-10-05', signaturesRequired: 3, themes: ['trafficking', 'smuggling'] },
  { key: 'prm', title: 'Convenio con el Programa Regional sobre Migración', with: ['prm', 'fod'], signed: '2022-05-05', withdrawn: '2025-05-01' },
];

const TITLE = { memorandum: 'Memorando de entendimiento con', letter_of_understanding: 'Carta de entendimiento con', joint_work_plan: 'Plan de trabajo conjunto con', specific_agreement: 'Convenio específico con' } as const;

/** The worked examples and 49 more with invented partners over 2019–2027. */
export function stories(cast: readonly Player[], chance: Chance): Story[] {
  const partners = chance.some(cast.filter(({ key }) => key.includes(' ')), 49);
  return [...STORIES, ...partners.map((partner, index) => invented(partner, index, chance))];
}

function invented(partner: Player, index: number, chance: Chance): Story {
  const kind = chance.pick(Object.keys(TITLE) as (keyof typeof TITLE)[]);
  const year = 2019 + (index % 8);
  const signed = `${year}-${String(1 + chance.below(10)).padStart(2, '0')}-${String(1 + chance.below(27)).padStart(2, '0')}`;
  const early = index % 7 === 6;
  return {
    key: `story ${index}`, title: `${TITLE[kind]} ${partner.name}`, kind, with: [partner.key],
    signed: early ? null : signed, ...(early ? { stage: chance.pick(['identified', 'contacted', 'negotiating', 'text_agreed']) } : {}),
    ...(chance.onceIn(2) ? { until: `${year + 2 + chance.below(4)}-12-${String(10 + chance.below(20))}` } : {}),
    verified: !chance.onceIn(7), visibility: chance.onceIn(4) ? 'public' : chance.onceIn(12) ? 'secretariat' : 'coalition',
    themes: chance.onceIn(3) ? ['trafficking', 'smuggling'] : chance.onceIn(3) ? ['smuggling'] : ['trafficking'],
  };
}

export const agreementId = (key: string): string => stableId('agreement', key);

/** Rows of agreements and what hangs on them, by table, parents first. */
export function agreementRows(told: readonly Story[], users: { recorder: string; verifier: string }): Record<string, object[]> {
  return {
    agreement: told.map((story, index) => agreementRow(story, index, users.recorder)),
    agreement_party: told.flatMap(partyRows),
    agreement_suspension: told.flatMap(({ key, suspended }) => (suspended ? [{ id: stableId('suspension', key), agreement_id: agreementId(key), from_day: suspended[0], to_day: suspended[1], reason: 'Revisión de financiamiento', recorded_on: suspended[0] }] : [])),
    evidence: told.filter(({ signed }) => signed).map((story) => evidenceRow(story, users)),
  };
}

function agreementRow(story: Story, index: number, recorder: string): object {
  const recorded = story.recorded ?? story.signed ?? '2025-01-15';
  return {
    id: agreementId(story.key), reference: `DEMO/${recorded.slice(0, 4)}/${String(index + 1).padStart(3, '0')}`, title: story.title, kind: story.kind ?? 'memorandum', summary: '',
    stage: story.stage ?? 'text_agreed', effective_from: story.from ?? null, effective_to: story.until ?? null, terminated_on: story.terminated ?? null,
    termination_reason: story.terminated ? 'Denuncia de una de las partes' : null, termination_recorded_on: story.terminated ?? null, signatures_required: story.signaturesRequired ?? null,
    in_coalition_name: story.inCoalitionName ?? true, themes: story.themes ?? ['trafficking'], sdgs: [5, 16], strategy_activity: 'E3.A2', renews_id: story.renews ? agreementId(story.renews) : null,
    part_of_id: story.partOf ? agreementId(story.partOf) : null, recorded_on: recorded, visibility: story.visibility ?? 'coalition', country: story.country ?? null, demonstration: true,
    created_at: `${recorded}T16:00:00Z`, created_by: recorder, version: 1,
  };
}

function partyRows(story: Story): object[] {
  const recorded = story.recorded ?? story.signed ?? '2025-01-15';
  const side = (organisation: string, signed: string | null, withdrawn: string | null = null) => ({
    id: stableId('party', `${story.key} ${organisation}`), agreement_id: agreementId(story.key), organisation_id: organisation, role: 'signatory', required: withdrawn === null,
    signed_on: signed, withdrawn_on: withdrawn, recorded_on: signed && signed > recorded ? signed : recorded, withdrawal_recorded_on: withdrawn, version: 1,
  });
  const signed = story.signed ?? null;
  return [
    side(coalitionId(), signed),
    ...(story.national ? [side(nationalBodyId(story.national), signed)] : []),
    ...story.with.map((key, index) => side(organisationId(key), story.partnerSigned === undefined ? signed : story.partnerSigned, index > 0 ? (story.withdrawn ?? null) : null)),
  ];
}

function evidenceRow({ key, title, signed, recorded, verified = true }: Story, users: { recorder: string; verifier: string }): object {
  const added = recorded ?? signed!;
  return {
    id: stableId('evidence', `agreement ${key}`), agreement_id: agreementId(key), activity_id: null, title: `Texto firmado: ${title}`, address: null, archive_reference: `Archivo de demostración, ${key}`,
    added_by: users.recorder, added_on: added, verified_by: verified ? users.verifier : null, verified_on: verified ? added : null, version: 1,
  };
}
