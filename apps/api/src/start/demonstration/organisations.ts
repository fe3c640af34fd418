import { addDays } from '@tejido/domain/day.js';
import { stableId } from '../stable-id.js';
import { CAST } from './cast.js';
import { MEMBERS, type Player } from './cast/player.js';
import type { Chance } from './chance.js';
import { recordOf, TODAY } from './days.js';
import { CITIES, OTHER_NAMES, RELATIONSHIPS } from './organisation-ties.js';

export const organisationId = (key: string): string => stableId('organisation', key);

// What a delegate sees of the own country, what the secretariat keeps to itself, and what the public page shows.
const COUNTRY_ONLY = ['cofale', 'copalar', 'defensa-ninez', 'valle-hondo', 'sierra-gris'];
const SECRETARIAT_ONLY = ['jacaranda', 'ambar', 'laguna', 'compas'];
const PUBLIC_KINDS = ['forum', 'multilateral', 'academic', 'cooperation_agency'];

export function visibilityOf({ key, kind, real }: Player): string {
  if (SECRETARIAT_ONLY.includes(key)) return 'secretariat';
  if (COUNTRY_ONLY.includes(key)) return 'country';
  return real || PUBLIC_KINDS.includes(kind) ? 'public' : 'coalition';
}

/** Rows of organisations and what hangs on them, by table, parents first. */
export function organisationTables(chance: Chance, owners: readonly string[]): Record<string, object[]> {
  return {
    organisation: [...CAST.map((each, index) => organisationRow(each, index, chance, owners)), twinRow()],
    organisation_name: OTHER_NAMES.map(([key, role, value, language]) =>
      ({ id: stableId('name', `${key} ${value}`), organisation_id: organisationId(key), role, language, value })),
    organisation_identifier: CAST.filter(({ real }, index) => !real && index % 4 === 0).map(({ key, seat }) =>
      ({ id: stableId('identifier', key), organisation_id: organisationId(key), scheme: 'org_id',
        value: `${seat}-DEMO-${key.toUpperCase()}` })),
    contact_point: CAST.filter(({ real }) => !real).flatMap((each) => contactRows(each, chance)),
    relationship: RELATIONSHIPS.map(([from, type, to, since, until]) => ({
      id: stableId('relationship', `${from} ${type} ${to}`), from_id: organisationId(from), to_id: organisationId(to), type,
      from_day: since ?? null, to_day: until ?? null, version: 1,
    })),
  };
}

function organisationRow(each: Player, index: number, chance: Chance, owners: readonly string[]): object {
  const visibility = visibilityOf(each);
  const confirmed = confirmedOn(index, chance);
  return {
    id: organisationId(each.key), name: each.name, name_en: each.nameEn ?? null, acronym: each.acronym ?? null,
    acronym_en: each.acronymEn ?? null,
    standing: 'external', audience: each.audience, kind: each.kind, scope: each.scope, seat_country: each.seat, countries: each.countries,
    themes: each.themes, sdgs: each.themes.includes('smuggling') ? (each.themes.length > 1 ? [8, 10, 16] : [10, 16]) : [5, 8, 16],
    parent_id: each.parent ? organisationId(each.parent) : null, counts_with_id: each.countsWith ? organisationId(each.countsWith) : null,
    relationship_owner_id: index % 3 === 2 ? null : owners[index % owners.length]!, description: each.description,
    last_confirmed_on: confirmed, last_confirmed_by: confirmed && owners[index % owners.length]!,
    ...recordOf(addDays('2019-02-04', index * 11)), visibility, country: MEMBERS.includes(each.seat as never) ? each.seat : null,
    merged_into_id: null,
  };
}

/** Most were confirmed within a year, some over one or two years ago, a few never. */
function confirmedOn(index: number, chance: Chance): string | null {
  if (index % 12 === 7) return null;
  const [youngest, oldest] = index % 6 === 1 ? [400, 700] : index % 10 === 4 ? [760, 1200] : [5, 330];
  return addDays(TODAY, -(youngest + chance.below(oldest - youngest)));
}

/** One organisation was entered twice and merged: its old address leads to the survivor, and it counts once. */
function twinRow(): object {
  return {
    id: organisationId('semilla twin'), name: 'Asoc. Semilla Clara de Guatemala', name_en: null, acronym: null, acronym_en: null,
    standing: 'external', audience: 'civil_society',
    kind: 'national_ngo', scope: 'national', seat_country: 'GT', countries: ['GT'], themes: ['trafficking'], sdgs: [5, 16], parent_id: null,
    counts_with_id: null,
    relationship_owner_id: null, description: '', last_confirmed_on: null, last_confirmed_by: null, ...recordOf('2026-05-20'),
    country: 'GT', merged_into_id: organisationId('semilla'),
  };
}

const DIAL: Readonly<Record<string, string>> = { GT: '502', BZ: '501', HN: '504', SV: '503', NI: '505', CR: '506', PA: '507', MX: '52',
  DO: '1 809' };
const STREETS = ['Avenida Las Ceibas', 'Calle del Almendro', 'Bulevar Los Próceres', 'Calle Real', 'Paseo de las Palmas',
  'Avenida del Mercado'];

function contactRows({ key, seat }: Player, chance: Chance): object[] {
  const point = (kind: string, value: string, label = '') => ({ id: stableId('contact', `${key} ${kind}`),
    organisation_id: organisationId(key), person_id: null, kind, label, value, preferred: false });
  const city = CITIES[seat ?? ''];
  return [
    point('website', `https://www.${key}.example`), point('email', `contacto@${key}.example`, 'General'),
    ...(DIAL[seat ?? ''] ? [point('phone', `+${DIAL[seat!]} 5550 01${String(10 + chance.below(90))}`, 'Recepción')] : []),
    ...(city && chance.onceIn(2) ? [point('address', `${chance.pick(STREETS)} ${1 + chance.below(120)}, ${city}`)] : []),
    ...(chance.onceIn(3) ? [point('social', `https://social.example/@${key}`)] : []),
  ];
}
