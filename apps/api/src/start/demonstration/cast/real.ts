import { MEMBERS, type Player } from './player.js';

const NOTE = 'Nombrada en la estrategia de la coalición. Lo que este registro dice de ella es de demostración.';
const common = { real: true, themes: ['trafficking', 'smuggling'], description: NOTE } as const;
const agency = { ...common, audience: 'international', scope: 'extra_regional' } as const;
const forum = { ...common, audience: 'forum', kind: 'forum', scope: 'regional' } as const;
const ngo = { ...common, audience: 'civil_society', kind: 'international_ngo' } as const;

/** The forums and supporters that the strategy and its counting rules name. */
export const REAL: readonly Player[] = [
  { ...agency, key: 'oim', name: 'Organización Internacional para las Migraciones', nameEn: 'International Organization for Migration',
    acronym: 'OIM', acronymEn: 'IOM', kind: 'multilateral', seat: 'CH', countries: MEMBERS },
  { ...agency, key: 'oim-cr', name: 'OIM, oficina en Costa Rica', nameEn: 'IOM, office in Costa Rica', acronym: 'OIM Costa Rica',
    kind: 'multilateral', scope: 'national', seat: 'CR', countries: ['CR'], countsWith: 'oim', parent: 'oim' },
  { ...agency, key: 'fod', name: 'Fondo de la OIM para el Desarrollo', nameEn: 'IOM Development Fund', acronym: 'FOD', acronymEn: 'IDF',
    kind: 'cooperation_agency', seat: 'CH', countries: MEMBERS, parent: 'oim' },
  { ...agency, key: 'prm', name: 'Programa Regional sobre Migración Mesoamérica-Caribe', kind: 'cooperation_agency', scope: 'regional',
    nameEn: 'Regional Migration Programme Mesoamerica-Caribbean', seat: 'CR', countries: MEMBERS },
  { ...agency, key: 'unodc', name: 'Oficina de las Naciones Unidas contra la Droga y el Delito', kind: 'multilateral',
    nameEn: 'United Nations Office on Drugs and Crime', acronym: 'UNODC', seat: 'AT', countries: ['MX', 'PA', 'GT', 'SV'] },
  { ...agency, key: 'acnur', name: 'Alto Comisionado de las Naciones Unidas para los Refugiados', kind: 'multilateral',
    nameEn: 'United Nations High Commissioner for Refugees', acronym: 'ACNUR', acronymEn: 'UNHCR', seat: 'CH',
    countries: ['MX', 'GT', 'HN', 'CR', 'PA'] },
  { ...agency, key: 'unicef', name: 'Fondo de las Naciones Unidas para la Infancia', nameEn: 'United Nations Children\'s Fund',
    acronym: 'UNICEF', kind: 'multilateral', seat: 'US', countries: MEMBERS, themes: ['trafficking'] },
  { ...agency, key: 'oit', name: 'Organización Internacional del Trabajo', nameEn: 'International Labour Organization',
    acronym: 'OIT', acronymEn: 'ILO', kind: 'multilateral', seat: 'CH', countries: ['CR', 'GT', 'HN'], themes: ['trafficking'] },
  { ...agency, key: 'ue', name: 'Unión Europea', nameEn: 'European Union', acronym: 'UE', acronymEn: 'EU', kind: 'cooperation_agency',
    seat: 'BE', countries: MEMBERS },
  { ...ngo, key: 'stc', name: 'Save the Children', nameEn: 'Save the Children', acronym: 'StC', scope: 'extra_regional', seat: 'GB',
    countries: ['GT', 'HN', 'SV'] },
  { ...ngo, key: 'stc-gt', name: 'Save the Children Guatemala', scope: 'national', seat: 'GT', countries: ['GT'], countsWith: 'stc',
    parent: 'stc' },
  { ...ngo, key: 'stc-hn', name: 'Save the Children Honduras', scope: 'national', seat: 'HN', countries: ['HN'], countsWith: 'stc',
    parent: 'stc' },
  { ...forum, key: 'sica', name: 'Sistema de la Integración Centroamericana', nameEn: 'Central American Integration System',
    acronym: 'SICA', seat: 'SV', countries: ['GT', 'BZ', 'HN', 'SV', 'NI', 'CR', 'PA', 'DO'] },
  { ...forum, key: 'foprel', acronym: 'FOPREL', seat: 'NI', countries: MEMBERS,
    name: 'Foro de Presidentes y Presidentas de Poderes Legislativos de Centroamérica, la Cuenca del Caribe y México',
    nameEn: 'Forum of Presidents of Legislative Powers' },
  { ...forum, key: 'crm', name: 'Conferencia Regional sobre Migración', nameEn: 'Regional Conference on Migration',
    acronym: 'CRM', acronymEn: 'RCM', seat: 'CR', countries: MEMBERS, themes: ['smuggling'] },
  { ...forum, key: 'oea', name: 'Organización de los Estados Americanos', nameEn: 'Organization of American States',
    acronym: 'OEA', acronymEn: 'OAS', scope: 'extra_regional', seat: 'US', countries: MEMBERS },
  { ...forum, key: 'caricom', name: 'Comunidad del Caribe', nameEn: 'Caribbean Community', acronym: 'CARICOM', scope: 'extra_regional',
    seat: 'GY', countries: ['BZ'] },
  { ...forum, key: 'prett', name: 'PRETT', seat: 'CR', countries: ['CR'] },
];
