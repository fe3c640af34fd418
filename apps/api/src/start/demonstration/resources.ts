import { stableId } from '../stable-id.js';
import { player } from './cast.js';
import { marked } from './cast/player.js';
import { recordOf } from './days.js';
import { organisationId } from './organisations.js';

type Proposal = readonly [string, string, string, number, string,
  { deadline: string; submitted?: string; decided?: string; with?: string }];

/** Key, title, stage, amount in dollars, funder, days. */
const PROPOSALS: readonly Proposal[] = [
  ['protocolo', 'Protocolo regional de referencia', 'approved', 180_000, 'aurora',
    { deadline: '2022-03-31', submitted: '2022-03-24', decided: '2022-07-12' }],
  ['observacion', 'Sistema regional de observación', 'rejected', 420_000, 'istmo-banco',
    { deadline: '2022-09-30', submitted: '2022-09-28', decided: '2023-01-20', with: 'observatorio' }],
  ['fiscal', 'Escuela de investigación financiera', 'approved', 265_000, 'tulipan',
    { deadline: '2021-10-15', submitted: '2021-10-08', decided: '2022-02-01', with: 'fiscalias' }],
  ['acogida', 'Fortalecimiento de casas de acogida', 'approved', 310_000, 'lumen',
    { deadline: '2023-05-31', submitted: '2023-05-29', decided: '2023-10-17' }],
  ['sociedad', 'Sociedad civil frente a la trata', 'withdrawn', 150_000, 'ue', { deadline: '2024-02-28' }],
  ['lenguas', 'Mensajes en lenguas indígenas', 'rejected', 95_000, 'nordlys',
    { deadline: '2024-06-30', submitted: '2024-06-30', decided: '2024-10-04', with: 'indigena' }],
  ['retorno', 'Reintegración de personas retornadas', 'approved', 380_000, 'edelweiss',
    { deadline: '2025-03-31', submitted: '2025-03-27', decided: '2025-07-02', with: 'puente-vivo' }],
  ['mar', 'Rutas marítimas seguras', 'submitted', 240_000, 'tramontana',
    { deadline: '2026-10-30', submitted: '2026-10-26', with: 'caribe-foro' }],
  ['datos', 'Datos comunes para nueve países', 'submitted', 275_000, 'fod',
    { deadline: '2026-11-06', submitted: '2026-11-05', with: 'cartagena' }],
  ['turismo', 'Turismo responsable en puertos', 'drafting', 130_000, 'alpina', { deadline: '2026-12-18', with: 'turismo-foro' }],
  ['proteccion', 'Servicios de protección 2027–2030', 'drafting', 900_000, 'aurora', { deadline: '2027-02-26' }],
];

type Message = readonly [string, string, string | null, string, string, string | null, number?];

/** Audience, message, product, medium, day, to whom in particular, number of the planned message that it carries. */
const MESSAGES: readonly Message[] = [
  ['state', 'La instancia regional de expertos se presenta a las nuevas autoridades.', 'fact_sheet', 'meeting', '2021-03-16', null, 1],
  ['state', 'Boletín del segundo trimestre de 2021.', 'quarterly_bulletin', 'email', '2021-06-22', null, 2],
  ['forum', 'Una instancia especializada al servicio de los foros de la región.', 'presentation', 'meeting', '2021-09-14', 'fiscalias', 1],
  ['state', 'Boletín del primer trimestre de 2022.', 'quarterly_bulletin', 'email', '2022-03-29', null, 4],
  ['international', 'Experiencia de trabajo con organismos de cooperación.', 'annual_report', 'email', '2022-02-15', null, 4],
  ['civil_society', 'Sinergias con la sociedad civil: cómo trabajamos juntos.', 'fact_sheet', 'meeting', '2022-05-11', 'istmo-noticias', 1],
  ['state', 'Boletín del cuarto trimestre de 2022.', 'quarterly_bulletin', 'email', '2022-12-13', null, 6],
  ['international', 'La respuesta integral de nueve países, en cifras.', 'annual_report', 'email', '2023-02-09', null, 1],
  ['international', 'Resumen ejecutivo del informe de 2022.', 'executive_summary', 'letter', '2023-02-20', null, 3],
  ['state', 'Boletín del segundo trimestre de 2023.', 'quarterly_bulletin', 'email', '2023-06-20', null, 5],
  ['forum', 'Herramientas y metodología para un abordaje integral.', 'quarterly_bulletin', 'email', '2023-10-03', null, 2],
  ['international', 'Infografía regional de 2023.', 'infographic', 'website', '2024-01-23', null, 2],
  ['state', 'La prevención cuesta menos que la respuesta: cifras para el presupuesto del próximo año.', 'executive_summary', 'letter',
    '2024-08-14', null, 4],
  ['forum', 'La trata y el tráfico ilícito son delitos distintos que requieren respuestas coordinadas.', 'presentation', 'meeting',
    '2024-10-17', 'fiscalias', 3],
  ['international', 'Nueve países con una sola estrategia: dónde hace falta cooperación.', 'annual_report', 'email', '2025-02-11', null, 2],
  ['civil_society', 'Cómo referir un caso sin poner en riesgo a nadie.', 'infographic', 'social_networks', '2025-03-18', null, 3],
  ['state', 'Boletín del primer trimestre de 2025.', 'quarterly_bulletin', 'email', '2025-04-08', null, 2],
  ['civil_society', 'Directorio de medios y organizaciones para la campaña de julio.', 'media_cso_directory', 'email', '2025-07-01',
    'istmo-noticias'],
  ['civil_society', 'Que no te engañen: cinco señales de una oferta falsa.', 'short_video', 'social_networks', '2025-07-30', null],
  ['other', 'Convocatoria a universidades para investigar la captación por internet.', 'fact_sheet', 'website', '2025-10-21', 'u-tropico'],
  ['state', 'Boletín del primer trimestre de 2026.', 'quarterly_bulletin', 'email', '2026-04-07', null],
  ['civil_society', 'La voz de las sobrevivientes en la campaña regional.', 'short_video', 'social_networks', '2026-07-30', 'voces'],
  ['forum', 'Resultados de la coalición ante la mesa de turismo responsable.', 'presentation', 'meeting', '2026-10-06', 'turismo-foro'],
  ['state', 'Boletín del tercer trimestre de 2026.', 'quarterly_bulletin', 'email', '2026-10-13', null],
];

export const resourceTables = (): Record<string, object[]> => ({
  proposal: PROPOSALS.map(([key, title, stage, amount, funder, { deadline, submitted, decided }]) => ({
    id: stableId('proposal', key), title: marked(title, [player(funder)]), stage, amount, currency: 'USD', deadline,
    submitted_on: submitted ?? null, decided_on: decided ?? null,
    strategy_activity: 'E7.A2', ...recordOf(submitted ?? '2026-10-20'),
  })),
  proposal_partner: PROPOSALS.flatMap(([key, , , , funder, { with: author }]) => [[funder, 'funder'] as const,
    ...(author ? [[author, 'co_author'] as const] : [])].map(([who, role]) =>
    ({ id: stableId('proposal partner', `${key} ${who}`), proposal_id: stableId('proposal', key), organisation_id: organisationId(who),
      role }))),
  dissemination: MESSAGES.map(([audience, message, product, medium, on, to, planned]) => ({
    id: stableId('dissemination', `${on} ${message}`), audience, message, product, medium, sent_on: on,
    plan_entry: planned === undefined ? null : `${audience}.message.${planned}`,
    organisation_id: to && organisationId(to),
    strategy_activity: audience === 'state' ? 'E2.A4' : 'E5.A4', ...recordOf(on),
  })),
});
