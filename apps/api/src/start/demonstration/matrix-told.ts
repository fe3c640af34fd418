/** What the demonstration tells of a regional row of the monitoring matrix, by the code of its strategy activity. */
export interface ToldRow {
  role: string;
  country?: string;
  with?: string;
  result?: string;
  product?: string;
  /** By hand; left out: derived from what is linked. */
  progress?: number;
  expected?: number;
  state?: string;
  actual?: readonly [string, string | null];
  rating?: number;
  allies?: string;
  observations?: string;
  assumptions?: string;
  means?: string;
}

const OFFICE = 'Secretaría técnica';
const DIRECTORS = 'Consejo directivo';
const COMMS = 'Comisión de comunicación';
const DATA = 'Comisión de información y estadística';
const FUNDS = 'Comisión de gestión de recursos';

export const TOLD: Readonly<Record<string, ToldRow>> = {
  'E1.A1': {
    role: COMMS, country: 'PA', with: OFFICE, result: 'E1.R1', progress: 85, state: 'under_way', actual: ['2020-02-10', null], rating: 3,
    means: 'Propuesta de marca con observaciones de los nueve países; acta que la conoce.',
    assumptions: 'Los nueve países responden a la consulta en el plazo.', observations: 'Falta la versión en inglés del logotipo.',
  },
  'E1.A2': { role: DIRECTORS, country: 'GT', with: OFFICE, result: 'E1.R1', progress: 100, state: 'done', actual: ['2020-03-02', '2021-06-18'], rating: 4, means: 'Acta de la sesión que confirma las siglas.' },
  'E1.A3': { role: COMMS, country: 'CR', with: 'Enlaces nacionales', result: 'E1.R2', actual: ['2022-02-14', '2022-11-30'], rating: 5, means: 'Manual publicado y acta que lo aprueba.' },
  'E1.A4': {
    role: OFFICE, country: 'CR', result: 'E1.R2', progress: 100, state: 'done', actual: ['2023-01-16', '2023-05-31'], rating: 4,
    means: 'Constancias de envío a los nueve países.',
  },
  'E1.A5': {
    role: 'Enlaces nacionales', with: COMMS, result: 'E1.R2', progress: 60, state: 'under_way', actual: ['2023-03-01', null],
    means: 'Muestras de papelería y presentaciones por país.', observations: 'Seis de nueve países usan ya la nueva papelería.',
  },
  'E2.A1': { role: COMMS, country: 'HN', result: 'E2.R1', progress: 100, state: 'done', actual: ['2021-03-01', '2022-09-30'], rating: 4, means: 'Documento de mapeo de públicos.' },
  'E2.A2': { role: COMMS, country: 'HN', with: OFFICE, result: 'E2.R1', progress: 100, state: 'done', actual: ['2021-06-01', '2022-12-09'], rating: 4, means: 'Matriz de mensajes por público.' },
  'E2.A3': { role: COMMS, country: 'DO', with: 'Enlaces nacionales', result: 'E2.R1', expected: 4, actual: ['2022-01-17', null], means: 'Guías y materiales publicados.' },
  'E2.A4': {
    role: 'Enlaces nacionales', with: COMMS, result: 'E2.R1', expected: 30, actual: ['2021-07-01', null], allies: 'siete-volcanes marea voz-sula',
    means: 'Informes de campaña y registro de difusión.', assumptions: 'Los medios aliados ceden espacio sin costo.',
  },
  'E3.A1': {
    role: OFFICE, country: 'SV', result: 'E3.R1', expected: 2, actual: ['2021-04-12', null], allies: 'colmena estadistica', rating: 3,
    means: 'Base de organizaciones con fecha de confirmación.', observations: 'Se amplía el mapeo al Caribe oriental.',
  },
  'E3.A2': {
    role: 'Presidencia pro tempore', with: OFFICE, result: 'E3.R1', expected: 60, actual: ['2021-02-01', null], allies: 'aurora nordlys fiscalias',
    means: 'Instrumentos suscritos con evidencia verificada.', assumptions: 'Las contrapartes mantienen interés y capacidad de firma.', rating: 4,
  },
  'E3.A3': {
    role: OFFICE, with: 'Enlaces nacionales', result: 'E3.R2', expected: 130, actual: ['2021-02-01', null], allies: 'fiscalias consulados tulipan turismo-foro',
    means: 'Informes de actividad y listas de asistencia.', assumptions: 'Hay recursos para encuentros presenciales.', rating: 4,
  },
  'E4.A1': { role: OFFICE, result: 'E4.R1', progress: 100, state: 'done', actual: ['2020-01-20', '2021-04-30'], rating: 3, means: 'Diagnóstico de comunicación interna.' },
  'E4.A2': { role: DIRECTORS, country: 'NI', with: OFFICE, result: 'E4.R1', progress: 70, state: 'under_way', actual: ['2021-05-10', null], means: 'Acta que aprueba filosofía y procesos.' },
  'E4.A3': {
    role: OFFICE, country: 'NI', result: 'E4.R1', progress: 35, state: 'constrained', actual: ['2022-02-01', null],
    means: 'Manual aprobado.', observations: 'Detenido por causa externa: el organismo que financiaba la consultoría cerró su programa regional.',
    assumptions: 'Se consigue otra fuente de financiamiento.',
  },
  'E4.A4': { role: OFFICE, result: 'E4.R1', state: 'planned', progress: 0, means: 'Constancias de envío del manual.', assumptions: 'El manual está aprobado.' },
  'E4.A5': { role: 'Presidencia pro tempore', with: OFFICE, result: 'E4.R2', expected: 36, actual: ['2019-03-01', null], means: 'Actas aprobadas.', rating: 5 },
  'E4.A6': { role: 'Presidencia pro tempore', with: OFFICE, result: 'E4.R2', expected: 16, actual: ['2021-05-01', null], allies: 'ibero andino', means: 'Memorias de cada encuentro.', rating: 4 },
  'E5.A1': { role: COMMS, country: 'MX', result: 'E5.R3', progress: 50, state: 'under_way', actual: ['2024-02-05', null], means: 'Normas de uso aprobadas.' },
  'E5.A2': { role: COMMS, country: 'MX', with: OFFICE, result: 'E5.R2', expected: 8, actual: ['2022-03-01', null], means: 'Secciones publicadas en el sitio.' },
  'E5.A3': { role: OFFICE, country: 'CR', result: 'E5.R1', actual: ['2023-08-01', null], means: 'Sitio en línea conforme al manual de identidad.' },
  'E5.A4': { role: COMMS, country: 'GT', with: 'Enlaces nacionales', result: 'E5.R2', expected: 24, actual: ['2021-07-30', null], allies: 'cortometro telefonia', means: 'Métricas de alcance de la campaña.', rating: 4 },
  'E5.A5': { role: OFFICE, result: 'E5.R2', progress: 75, state: 'under_way', actual: ['2021-01-11', null], means: 'Notas de cada sesión en el sitio.' },
  'E5.A6': {
    role: COMMS, country: 'DO', result: 'E5.R3', progress: 20, state: 'under_way', actual: ['2025-03-03', null], means: 'Perfiles oficiales verificados.',
    observations: 'Dos países piden esperar al manual de redes sociales.',
  },
  'E6.A1': { role: DATA, country: 'CR', with: OFFICE, result: 'E6.R1', progress: 100, state: 'done', actual: ['2020-05-04', '2022-03-31'], rating: 4, allies: 'observatorios estadistica', means: 'Metodología aprobada en acta.' },
  'E6.A2': { role: DATA, country: 'CR', with: 'Enlaces nacionales', result: 'E6.R2', expected: 12, actual: ['2022-04-18', null], allies: 'observatorio', means: 'Base de datos regional.', assumptions: 'Los países comparten datos agregados.' },
  'E6.A3': { role: 'Enlaces nacionales', with: DATA, result: 'E6.R2', progress: 65, state: 'under_way', actual: ['2022-06-01', null], means: 'Formularios nacionales recibidos.', observations: 'Siete de nueve países entregaron los datos de 2025.' },
  'E6.A4': { role: OFFICE, with: DATA, result: 'E6.R2', product: 'annual_report', expected: 8, actual: ['2022-08-01', null], means: 'Informe publicado y enviado.' },
  'E6.A5': { role: COMMS, country: 'SV', with: DATA, result: 'E6.R3', product: 'infographic', expected: 6, actual: ['2024-11-04', null], means: 'Infografía publicada.' },
  'E7.A1': { role: FUNDS, country: 'SV', with: OFFICE, result: 'E7.R1', progress: 55, state: 'under_way', actual: ['2020-08-03', null], means: 'Estrategia aprobada.', assumptions: 'La cooperación mantiene la región como prioridad.' },
  'E7.A2': { role: FUNDS, country: 'SV', with: OFFICE, result: 'E7.R2', expected: 12, actual: ['2021-06-01', null], allies: 'aurora tramontana alpina', means: 'Propuestas presentadas con constancia de recibo.', rating: 3 },
  'E8.A1': { role: OFFICE, country: 'GT', result: 'E8.R1', progress: 80, state: 'under_way', actual: ['2019-06-03', null], means: 'Matriz y cronograma publicados.' },
  'E8.A2': { role: 'Presidencia pro tempore', with: OFFICE, result: 'E8.R1', expected: 9, actual: ['2019-06-03', null], means: 'Informe anual con calificación de cada eje.', observations: 'La calificación de 2025 se conoció en la primera sesión de 2026.' },
};

/** Activity, country, words, plan, role, and how far: by hand, or derived. */
export const COUNTRY_ROWS: readonly (readonly [string, string, string, readonly [string, string], string, Partial<ToldRow>])[] = [
  ['E1.A5', 'HN', 'Aplicar el manual en las publicaciones de la comisión interinstitucional', ['2023-01-01', '2025-12-31'], 'Unidad de comunicación de la comisión nacional',
    { progress: 90, state: 'under_way', actual: ['2023-02-06', null], means: 'Publicaciones con la nueva identidad.', observations: 'Falta la señalización de tres oficinas regionales.' }],
  ['E1.A5', 'GT', 'Aplicar el manual en los materiales de la secretaría nacional', ['2023-01-01', '2024-12-31'], 'Dirección de comunicación social', { progress: 100, state: 'done', actual: ['2023-01-23', '2024-10-11'], rating: 5 }],
  ['E2.A4', 'HN', 'Difundir los mensajes clave en terminales y puestos de frontera', ['2024-01-01', '2026-12-31'], 'Enlace nacional', { expected: 6, actual: ['2024-03-01', null], allies: 'voz-sula buses' }],
  ['E5.A4', 'CR', 'Campaña de posicionamiento en universidades públicas', ['2025-02-01', '2026-11-30'], 'Enlace nacional', { progress: 45, state: 'under_way', actual: ['2025-03-10', null], allies: 'u-tropico' }],
  ['E6.A3', 'HN', 'Entregar los datos nacionales de cada año', ['2022-01-01', '2027-12-31'], 'Observatorio nacional', { progress: 80, state: 'under_way', actual: ['2022-05-16', null] }],
  ['E6.A3', 'PA', 'Entregar los datos nacionales de cada año', ['2022-01-01', '2027-12-31'], 'Comisión nacional',
    { progress: 30, state: 'constrained', actual: ['2022-07-04', null], observations: 'Causa externa: la oficina de estadística cambió su sistema y no entrega series desde 2025.' }],
  ['E4.A5', 'MX', 'Organizar la sesión virtual del segundo semestre', ['2026-07-01', '2026-12-15'], 'Enlace nacional', { progress: 25, state: 'under_way', actual: ['2026-08-03', null] }],
];

/** Activity and country, kind, what, why, days before and after, on which day, and whether the presidency approved it by itself. */
export const ADJUSTMENTS: readonly { row: readonly [string, string | null]; kind: string; what: string; why: string; to?: readonly [string, string]; on: string; minuted?: true; approved?: string }[] = [
  { row: ['E1.A1', null], kind: 'dates', what: 'La propuesta de marca cierra un año después', why: 'La consulta a los países tomó más de lo previsto y se sumó la versión en inglés.', to: ['2019-09-01', '2026-12-31'], on: '2025-10-06', minuted: true },
  { row: ['E3.A1', null], kind: 'dates', what: 'El mapeo sigue hasta mediados de 2027', why: 'Se agrega el Caribe oriental al alcance.', to: ['2021-01-01', '2027-06-30'], on: '2025-11-17', approved: '2025-12-01' },
  { row: ['E3.A1', null], kind: 'activity', what: 'El mapeo incluye universidades y sector privado', why: 'Lo pidieron cuatro países al revisar los públicos.', on: '2023-03-20', minuted: true },
  { row: ['E1.A5', 'HN'], kind: 'dates', what: 'La aplicación en oficinas regionales pasa a 2026', why: 'El presupuesto de señalización se asignó en el ejercicio siguiente.', to: ['2023-01-01', '2026-12-31'], on: '2025-09-15', approved: '2025-10-02' },
  { row: ['E4.A3', null], kind: 'dates', what: 'El manual empieza de nuevo cuando haya fondos', why: 'Causa externa: se cerró el programa que pagaba la consultoría.', to: ['2022-01-01', '2027-12-31'], on: '2026-09-21' },
  { row: ['E2.A4', null], kind: 'goal', what: 'Se esperan 30 acciones de difusión en vez de 45', why: 'Tres medios aliados salieron de la red.', on: '2026-10-12' },
  { row: ['E6.A3', null], kind: 'responsible', what: 'Los enlaces nacionales entregan los datos, la comisión los reúne', why: 'La secretaría no tiene acceso a los registros nacionales.', on: '2024-02-19', minuted: true },
];
