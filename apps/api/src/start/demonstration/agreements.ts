import { addDays } from '@tejido/domain/day.js';
import { stableId } from '../stable-id.js';
import { coalitionId, nationalBodyId } from '../load-strategy.js';
import { EXAMPLES } from './agreements-examples.js';
import { INVENTED } from './agreements-invented.js';
import { player } from './cast.js';
import { marked, shortName } from './cast/player.js';
import { recordOf, TODAY } from './days.js';
import { organisationId } from './organisations.js';
import { signatoryOf, type People } from './people.js';
import { strictest } from './strictest.js';

/** One agreement in the words of the worked examples; what is left out has the usual value. */
export interface Story {
  key: string;
  /** Memorandum unless told. */
  kind?: string;
  with: readonly string[];
  /** What it is for: "Las partes acuerdan …". */
  what: string;
  /** By the coalition, and by the others unless `partnerSigned` says another day, or null for not yet. */
  signed: string | null;
  partnerSigned?: string | null;
  /** Parties that have not signed where the others have. */
  unsigned?: readonly string[];
  from?: string;
  until?: string;
  terminated?: string;
  suspended?: readonly [string, string | null];
  renews?: string;
  partOf?: string;
  verified?: boolean;
  /** Why the evidence was sent back. */
  returned?: string;
  recorded?: string;
  inCoalitionName?: boolean;
  national?: string;
  stage?: string;
  signaturesRequired?: number;
  visibility?: string;
  country?: string;
  themes?: readonly string[];
  /** The day on which the partner left, and with it the agreement ended. */
  withdrew?: string;
  /** The day on which the second partner, whose signature is not needed, left. */
  secondWithdrew?: string;
  /** The day on which the partner ratified what binds it only then. */
  ratified?: string;
  /** It enters into force by this act, on this day. */
  act?: readonly [string, string];
  /** It enters into force on the day that it names, among those who have signed. */
  onItsDay?: boolean;
  amended?: { signed: string; what: string; until: string };
  /** Why somebody else than at first is to sign for the partner. */
  substituted?: string;
  /** The day of a letter that proves the talks while nothing is signed. */
  letter?: string;
}

export interface Users { recorder: string; verifier: string; presidency: string }

/** All of them, those that others renew or belong to first. */
export const STORIES: readonly Story[] = [...EXAMPLES, ...INVENTED];

export const KINDS: Readonly<Record<string, { es: string; en: string }>> = {
  memorandum: { es: 'Memorando de entendimiento', en: 'Memorandum of understanding' },
  letter_of_understanding: { es: 'Carta de entendimiento', en: 'Letter of understanding' },
  joint_work_plan: { es: 'Plan de trabajo conjunto', en: 'Joint work plan' },
  specific_agreement: { es: 'Convenio específico', en: 'Specific agreement' },
  framework_agreement: { es: 'Convenio marco', en: 'Framework agreement' },
  exchange_of_notes: { es: 'Canje de notas', en: 'Exchange of notes' },
  accession: { es: 'Adhesión', en: 'Accession' },
  informal_contact: { es: 'Contacto informal', en: 'Informal contact' },
};

export const kindOf = ({ kind = 'memorandum' }: Story) => KINDS[kind]!;
export const partnersOf = (story: Story) => story.with.map(player);
export const agreementId = (key: string): string => stableId('agreement', key);

const recordedOn = ({ recorded, signed, letter }: Story): string => recorded ?? signed ?? letter ?? '2026-09-15';

/** Rows of agreements and what hangs on them, by table, parents first. */
export function agreementRows(users: Users, everybody: People): Record<string, object[]> {
  return {
    agreement: STORIES.map((story, index) => agreementRow(story, index, users)),
    agreement_party: STORIES.flatMap((story) => partyRows(story, everybody)),
    agreement_former_signatory: STORIES.flatMap((story) => formerRows(story, everybody)),
    agreement_amendment: STORIES.flatMap(amendmentRows),
    agreement_suspension: STORIES.flatMap(({ key, suspended }) => (suspended
      ? [{ id: stableId('suspension', key), agreement_id: agreementId(key), from_day: suspended[0], to_day: suspended[1],
        reason: 'Revisión del financiamiento', recorded_on: suspended[0] }] : [])),
    evidence: STORIES.filter(({ signed, letter }) => signed ?? letter).map((story) => evidenceRow(story, users)),
  };
}

function agreementRow(story: Story, index: number, { recorder, verifier }: Users): object {
  const partners = partnersOf(story);
  const names = { es: partners.map(shortName).join(', '),
    en: partners.map((each) => (each.real ? each.acronymEn ?? each.acronym : null) ?? each.nameEn ?? each.name).join(', ') };
  const recorded = recordedOn(story);
  return {
    id: agreementId(story.key), reference: `DEMO/${recorded.slice(0, 4)}/${String(index + 1).padStart(3, '0')}`,
    kind: story.kind ?? 'memorandum',
    title: marked(titleIn('es', story, names.es), partners), title_en: titleIn('en', story, names.en),
    summary: marked(`Las partes acuerdan ${story.what}.`, partners),
    stage: story.stage ?? 'text_agreed', effective_from: story.from ?? null, effective_to: story.until ?? null,
    terminated_on: story.terminated ?? null,
    termination_reason: story.terminated ? 'Denuncia de una de las partes' : null, termination_recorded_on: story.terminated ?? null,
    signatures_required: story.signaturesRequired ?? null, entry_rule: story.act ? 'act' : story.onItsDay ? 'day' : 'signatures',
    entry_act: story.act?.[0] ?? null, act_on: story.act?.[1] ?? null, act_recorded_on: story.act?.[1] ?? null, in_coalition_name: story.inCoalitionName ?? true,
    themes: story.themes ?? ['trafficking'],
    sdgs: (story.themes ?? []).includes('smuggling') ? [10, 16] : [5, 8, 16],
    strategy_activity: ['framework_agreement', 'accession'].includes(story.kind ?? '') ? 'E7.A2' : 'E3.A2',
    renews_id: story.renews ? agreementId(story.renews) : null, part_of_id: story.partOf ? agreementId(story.partOf) : null,
    responsible_id: index % 3 === 0 ? verifier : recorder, ...recordOf(recorded),
    ...(story.visibility !== 'secretariat' && strictest(partners)), ...(story.visibility && { visibility: story.visibility }),
    ...(story.country && { country: story.country }), created_by: recorder,
  };
}

function titleIn(language: 'es' | 'en', story: Story, names: string): string {
  if (names === '') return { es: 'Acuerdo interno sobre la secretaría técnica',
    en: 'Internal agreement on the technical secretariat' }[language];
  const renewed = story.renews ? { es: ' (renovación)', en: ' (renewal)' }[language] : '';
  return `${kindOf(story)[language]} ${{ es: 'con', en: 'with' }[language]} ${names}${renewed}`;
}

function partyRows(story: Story, everybody: People): object[] {
  const recorded = recordedOn(story);
  const side = (organisation: string, signed: string | null, withdrew: string | null = null, required = true) => ({
    id: stableId('party', `${story.key} ${organisation}`), agreement_id: agreementId(story.key), organisation_id: organisation,
    role: 'signatory', required, stage: ['text_agreed', 'negotiating'].includes(story.stage ?? 'text_agreed') ? 'negotiating' : 'invited',
    ratification_required: false, ratified_on: null as string | null, ratification_recorded_on: null as string | null,
    ...signatoryOf(everybody, organisation, signed ?? (story.stage === undefined ? TODAY : '2018-01-01')), signed_on: signed, withdrawn_on: withdrew, recorded_on: signed && signed > recorded ? signed : recorded,
    withdrawal_recorded_on: withdrew, version: 1,
  });
  const { signed, partnerSigned = signed, unsigned = [], withdrew = null, secondWithdrew = null } = story;
  return [
    side(coalitionId(), signed),
    ...(story.national ? [side(nationalBodyId(story.national), signed)] : []),
    ...story.with.map((key, index) => ({
      ...side(organisationId(key), unsigned.includes(key) ? null : partnerSigned, index === 0 ? withdrew : secondWithdrew, !(index > 0 && secondWithdrew)),
      ...(story.ratified && { ratification_required: true, ratified_on: story.ratified, ratification_recorded_on: story.ratified }),
    })),
  ];
}

// Who was to sign at first: somebody of the organisation who is not who signs now, else of the coalition's bodies.
function formerRows(story: Story, { posts }: People): object[] {
  if (!story.substituted) return [];
  const at = organisationId(story.with[0]!);
  const now = signatoryOf({ posts, somebody: [] }, at, TODAY).signatory_id;
  const index = posts.findIndex(({ organisation, person }) => organisation === at && person !== now);
  const before = posts[index] ?? posts.find(({ person }) => person !== now)!;
  return [{
    id: stableId('former signatory', story.key), party_id: stableId('party', `${story.key} ${at}`), person_id: before.person, affiliation_id: null,
    reason: story.substituted, replaced_on: '2026-11-16', created_at: '2026-11-16T15:00:00Z',
  }];
}

function amendmentRows({ key, amended }: Story): object[] {
  return amended ? [{
    id: stableId('amendment', key), agreement_id: agreementId(key), number: 1, title: amended.what, terms: 'Las demás cláusulas quedan como están.',
    signed_on: amended.signed, effective_from: amended.signed, changes_end: true, effective_to: amended.until, recorded_on: amended.signed, version: 1,
  }] : [];
}

function evidenceRow(story: Story, { recorder, verifier }: Users): object {
  const { key, signed, verified = true, returned = null } = story;
  const added = recordedOn(story);
  const title = signed ? `Texto firmado: ${kindOf(story).es}` : 'Carta de interés';
  return {
    id: stableId('evidence', `agreement ${key}`), agreement_id: agreementId(key), activity_id: null,
    title: marked(title, partnersOf(story)), address: null,
    archive_reference: `Archivo de demostración, carpeta ${key}`, added_by: recorder, added_on: added,
    verified_by: verified ? verifier : null, verified_on: verified ? added : null,
    returned_by: returned && verifier, returned_on: returned && addDays(TODAY, -5), return_reason: returned, version: 1,
  };
}
