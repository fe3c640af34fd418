/** Who appears in the demonstration: real forums and supporters that the strategy names, and invented organisations. */
export interface Player {
  key: string;
  name: string;
  nameEn?: string;
  acronym?: string;
  acronymEn?: string;
  audience: string;
  kind: string;
  scope: string;
  seat: string | null;
  countries?: string[];
  countsWith?: string;
  parent?: string;
}

export const MEMBERS = ['GT', 'BZ', 'HN', 'SV', 'NI', 'CR', 'PA', 'MX', 'DO'] as const;

export const KNOWN: readonly Player[] = [
  { key: 'oim', name: 'Organización Internacional para las Migraciones', nameEn: 'International Organization for Migration', acronym: 'OIM', acronymEn: 'IOM', audience: 'international', kind: 'multilateral', scope: 'extra_regional', seat: 'CH', countries: [...MEMBERS] },
  { key: 'oim-cr', name: 'OIM, oficina en Costa Rica', nameEn: 'IOM, office in Costa Rica', acronym: 'OIM Costa Rica', audience: 'international', kind: 'multilateral', scope: 'national', seat: 'CR', countsWith: 'oim', parent: 'oim' },
  { key: 'fod', name: 'Fondo de la OIM para el Desarrollo', nameEn: 'IOM Development Fund', acronym: 'FOD', acronymEn: 'IDF', audience: 'international', kind: 'cooperation_agency', scope: 'extra_regional', seat: 'CH', parent: 'oim' },
  { key: 'prm', name: 'Programa Regional sobre Migración Mesoamérica-Caribe', nameEn: 'Regional Migration Programme Mesoamerica-Caribbean', audience: 'international', kind: 'cooperation_agency', scope: 'regional', seat: 'CR', countries: [...MEMBERS] },
  { key: 'unodc', name: 'Oficina de las Naciones Unidas contra la Droga y el Delito', nameEn: 'United Nations Office on Drugs and Crime', acronym: 'UNODC', audience: 'international', kind: 'multilateral', scope: 'extra_regional', seat: 'AT', countries: ['MX', 'PA', 'GT', 'SV'] },
  { key: 'acnur', name: 'Alto Comisionado de las Naciones Unidas para los Refugiados', nameEn: 'United Nations High Commissioner for Refugees', acronym: 'ACNUR', acronymEn: 'UNHCR', audience: 'international', kind: 'multilateral', scope: 'extra_regional', seat: 'CH', countries: ['MX', 'GT', 'HN', 'CR', 'PA'] },
  { key: 'unicef', name: 'Fondo de las Naciones Unidas para la Infancia', nameEn: 'United Nations Children\'s Fund', acronym: 'UNICEF', audience: 'international', kind: 'multilateral', scope: 'extra_regional', seat: 'US', countries: [...MEMBERS] },
  { key: 'oit', name: 'Organización Internacional del Trabajo', nameEn: 'International Labour Organization', acronym: 'OIT', acronymEn: 'ILO', audience: 'international', kind: 'multilateral', scope: 'extra_regional', seat: 'CH', countries: ['CR', 'GT', 'HN'] },
  { key: 'ue', name: 'Unión Europea', nameEn: 'European Union', acronym: 'UE', acronymEn: 'EU', audience: 'international', kind: 'cooperation_agency', scope: 'extra_regional', seat: 'BE' },
  { key: 'stc', name: 'Save the Children', nameEn: 'Save the Children', acronym: 'StC', audience: 'civil_society', kind: 'international_ngo', scope: 'extra_regional', seat: 'GB', countries: ['GT', 'HN', 'SV'] },
  { key: 'stc-gt', name: 'Save the Children Guatemala', audience: 'civil_society', kind: 'international_ngo', scope: 'national', seat: 'GT', countsWith: 'stc', parent: 'stc' },
  { key: 'stc-hn', name: 'Save the Children Honduras', audience: 'civil_society', kind: 'international_ngo', scope: 'national', seat: 'HN', countsWith: 'stc', parent: 'stc' },
  { key: 'sica', name: 'Sistema de la Integración Centroamericana', nameEn: 'Central American Integration System', acronym: 'SICA', audience: 'forum', kind: 'forum', scope: 'regional', seat: 'SV', countries: ['GT', 'BZ', 'HN', 'SV', 'NI', 'CR', 'PA', 'DO'] },
  { key: 'foprel', name: 'Foro de Presidentes y Presidentas de Poderes Legislativos de Centroamérica, la Cuenca del Caribe y México', nameEn: 'Forum of Presidents of Legislative Powers', acronym: 'FOPREL', audience: 'forum', kind: 'forum', scope: 'regional', seat: 'NI', countries: [...MEMBERS] },
  { key: 'crm', name: 'Conferencia Regional sobre Migración', nameEn: 'Regional Conference on Migration', acronym: 'CRM', acronymEn: 'RCM', audience: 'forum', kind: 'forum', scope: 'regional', seat: 'CR', countries: [...MEMBERS] },
  { key: 'oea', name: 'Organización de los Estados Americanos', nameEn: 'Organization of American States', acronym: 'OEA', acronymEn: 'OAS', audience: 'forum', kind: 'forum', scope: 'extra_regional', seat: 'US' },
  { key: 'caricom', name: 'Comunidad del Caribe', nameEn: 'Caribbean Community', acronym: 'CARICOM', audience: 'forum', kind: 'forum', scope: 'extra_regional', seat: 'GY', countries: ['BZ'] },
  { key: 'prett', name: 'Plataforma Regional de Estudios sobre Trata y Tráfico', acronym: 'PRETT', audience: 'forum', kind: 'forum', scope: 'regional', seat: 'CR' },
];

/** Stems of invented names: clearly made up, plausible in Spanish. */
export const INVENTED = {
  civil_society: ['Red Ficticia Horizonte', 'Fundación Imaginaria Puente Vivo', 'Asociación Inventada Semilla Clara', 'Colectivo Ficticio Camino Abierto', 'Casa Imaginaria La Ceiba', 'Movimiento Inventado Voces de Maíz', 'Observatorio Ficticio del Istmo', 'Radio Imaginaria La Marea'],
  state: ['Defensoría Ficticia de', 'Ministerio Imaginario de Enlace de', 'Dirección Inventada de Migración de', 'Mesa Ficticia contra la Trata de'],
  international: ['Agencia Imaginaria de Cooperación Aurora', 'Programa Ficticio Frontera Segura', 'Banco Inventado del Istmo', 'Misión Imaginaria de Asistencia Técnica', 'Fondo Ficticio para la Protección'],
  forum: ['Mesa Imaginaria del Golfo', 'Foro Inventado de Fiscalías', 'Red Ficticia de Consulados', 'Cumbre Imaginaria de Autoridades Migratorias'],
  other: ['Universidad Inventada del Trópico', 'Cámara Ficticia de Turismo', 'Aerolínea Imaginaria Quetzal', 'Cooperativa Inventada El Manglar'],
} as const;

export const GIVEN = ['María', 'José', 'Lucía', 'Carlos', 'Xiomara', 'Andrés', 'Nadia', 'Óscar', 'Fátima', 'Iván', 'Rosa', 'Emilio', 'Ángela', 'Tomás', 'Yesenia', 'Rubén'] as const;
export const FAMILY = ['Ficticio Morales', 'Inventado Rivas', 'Imaginario Peña', 'Ficticia Ñurinda', 'Inventada Quirós', 'Imaginaria Batz', 'Ficticio Cal', 'Inventado Zúñiga', 'Imaginaria Muñoz', 'Ficticia Arana'] as const;
export const POSTS = ['Dirección ejecutiva', 'Enlace de cooperación', 'Coordinación de programas', 'Oficialía de protección', 'Asesoría jurídica', 'Comunicación'] as const;
