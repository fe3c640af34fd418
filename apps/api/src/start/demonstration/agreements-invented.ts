import type { Story } from './agreements.js';

const BOTH = ['trafficking', 'smuggling'];
const M = 'memorandum', L = 'letter_of_understanding', W = 'joint_work_plan', S = 'specific_agreement', F = 'framework_agreement';

const told = (kind: string, key: string, signed: string | null, what: string, more: Partial<Story> = {}): Story =>
  ({ key, kind, with: [key.replace(/-\d$/, '')], signed, what, ...more });

/** Agreements with invented partners, from before the plan to what is being negotiated. */
export const INVENTED: readonly Story[] = [
  told(M, 'observatorio', '2018-08-20', 'compartir datos anonimizados y publicar tendencias', { themes: BOTH, visibility: 'public' }),
  told(L, 'marea', '2018-11-05', 'difundir mensajes de prevención en tres idiomas', { until: '2021-11-04' }),
  told(M, 'raices', '2019-03-14', 'prevenir la trata en comunidades de origen', { until: '2023-03-13', themes: BOTH }),
  told(W, 'fiscalias', '2019-06-20', 'intercambiar alertas y buenas prácticas de investigación', { until: '2022-06-19', themes: BOTH }),
  told(M, 'alas', '2019-09-10', 'acoger a adolescentes referidas por los países', { until: '2022-09-09' }),
  told(F, 'aurora', '2020-02-18', 'financiar servicios de protección', { until: '2023-12-31', themes: BOTH, visibility: 'public' }),
  told(L, 'istmo-noticias', '2020-10-01', 'promover una cobertura que no revictimice'),
  told(S, 'u-tropico', '2021-02-01', 'investigar formas de captación por internet', { until: '2025-01-31' }),
  told(M, 'horizonte', '2021-05-19', 'ordenar la referencia segura entre albergues', { themes: ['smuggling'] }),
  told(L, 'buses', '2021-07-30', 'colocar afiches y formar a conductores', { until: '2024-07-29', themes: ['smuggling'] }),
  told('accession', 'alcaldias', '2021-11-25', 'sumar a los gobiernos locales de frontera', { recorded: '2021-12-01', ratified: '2022-02-10', themes: BOTH }),
  told(F, 'tulipan', '2022-03-08', 'formar en investigación financiera', { until: '2026-03-07', themes: BOTH }),
  told(M, 'infancias', '2022-04-20', 'proteger a la niñez no acompañada', { themes: BOTH }),
  told(M, 'manos', '2022-05-20', 'revisar cadenas de suministro', { withdrew: '2024-06-30' }),
  told(W, 'fiscalias-2', '2022-06-10', 'preparar investigaciones conjuntas',
    { from: '2022-06-20', until: '2026-06-19', renews: 'fiscalias', themes: BOTH }),
  told(L, 'hoteles-coral', '2022-08-11', 'aplicar un código de conducta en sus hoteles', { until: '2024-08-10' }),
  told(M, 'voces', '2022-09-23', 'incorporar la voz de sobrevivientes en campañas y políticas', { visibility: 'public' }),
  told(L, 'vuelo-jade', '2022-12-01', 'formar a tripulaciones en detección temprana', { partOf: 'turismo-foro', themes: BOTH }),
  told(M, 'raices-2', '2023-03-01', 'prevenir la trata en comunidades de origen',
    { from: '2023-03-14', until: '2026-12-15', renews: 'raices', themes: BOTH }),
  told(M, 'alas-2', '2023-05-15', 'acoger a adolescentes y formar a equipos de atención', { renews: 'alas' }),
  told(L, 'nordlys', '2023-06-05', 'apoyar a organizaciones de base', { until: '2025-12-31' }),
  told(W, 'estadistica', '2023-08-21', 'anonimizar y visualizar los datos regionales', { verified: false, themes: BOTH }),
  // What hangs on it is suspended with it.
  told(F, 'turismo-foro', '2022-10-18', 'promover un turismo responsable', { suspended: ['2026-08-01', null] }),
  told(F, 'aurora-2', '2023-12-12', 'financiar servicios de protección y de reintegración',
    { from: '2024-01-01', until: '2026-12-31', renews: 'aurora', themes: BOTH, visibility: 'public' }),
  told(M, 'puente-vivo', '2024-02-27', 'acompañar la reintegración de personas retornadas', { country: 'HN', themes: BOTH }),
  told(S, 'arce', '2024-04-16', 'dar asistencia técnica a fiscalías',
    { until: '2026-04-15', amended: { signed: '2026-03-10', what: 'Prórroga de un año', until: '2027-04-15' }, themes: BOTH }),
  told(M, 'lumen', '2024-05-08', 'apoyar casas de acogida', { terminated: '2026-02-28' }),
  told(L, 'hoteles-coral-2', '2024-08-02', 'aplicar un código de conducta en sus hoteles',
    { from: '2024-08-11', until: '2027-02-10', renews: 'hoteles-coral' }),
  // Where a shelter is must not be known to everybody.
  told(L, 'jacaranda', '2024-09-23', 'recibir casos referidos con protocolo de seguridad', { visibility: 'secretariat' }),
  told(S, 'u-tropico-2', '2025-01-20', 'investigar formas de captación por internet',
    { from: '2025-02-01', until: '2027-01-31', renews: 'u-tropico' }),
  told(M, 'abogadas', '2025-03-08', 'litigar casos emblemáticos', { themes: BOTH }),
  told('exchange_of_notes', 'defensorias', '2025-05-14', 'observar corredores migratorios', { themes: ['smuggling'] }),
  // Two of three signatures bind it, and the ally's is not one of them yet.
  told(W, 'cofale', '2025-06-16', 'orientar a familias que buscan a sus parientes',
    { national: 'HN', country: 'HN', signaturesRequired: 2, partnerSigned: null, themes: ['smuggling'] }),
  told(F, 'edelweiss', '2025-07-22', 'crear medios de vida en comunidades de origen', { partnerSigned: '2025-09-30', themes: BOTH }),
  told(L, 'telefonia', '2025-10-07', 'dar acceso gratuito a la línea de ayuda', { themes: BOTH }),
  told(M, 'cartagena', '2026-02-17', 'adoptar una metodología común de datos',
    { act: ['Publicación de la metodología por ambas partes', '2026-04-06'], themes: ['smuggling'] }),
  told(W, 'cruceros', '2026-03-26', 'aplicar un protocolo de alerta en puertos',
    { with: ['cruceros', 'hoteles-coral', 'camara-tur'], signaturesRequired: 3, unsigned: ['camara-tur'] }),
  told(F, 'istmo-banco', '2026-04-28', 'financiar servicios sociales de frontera', { themes: BOTH }),
  // Entered twice, by two people, for one organisation that was entered twice as well.
  told(M, 'semilla', '2026-05-12', 'llevar la prevención a escuelas rurales'),
  told(M, 'semilla-2', '2026-05-12', 'llevar la prevención a escuelas rurales del altiplano', { recorded: '2026-06-03' }),
  told(S, 'ed-caribe', '2026-08-19', 'abrir prácticas en casas de acogida', { verified: false,
    returned: 'Falta la hoja de firmas: la carpeta trae el texto, pero no quién firmó ni cuándo.' }),
  told(M, 'tramontana', '2026-11-10', 'cooperar con gobiernos locales', { onItsDay: true, from: '2027-01-01', until: '2029-12-31' }),
  told(L, 'siete-volcanes', null, 'emitir cuñas en horario familiar',
    { stage: 'text_agreed', from: '2024-06-01', until: '2025-12-31', letter: '2024-04-09' }),
  told(M, 'raices-3', '2026-11-18', 'prevenir la trata en comunidades de origen',
    { from: '2026-12-16', until: '2030-12-15', renews: 'raices-2', partnerSigned: null, substituted: 'Terminó su periodo en la dirección', themes: BOTH }),
  told(F, 'aurora-3', null, 'financiar servicios de protección en 2027–2030',
    { stage: 'negotiating', renews: 'aurora-2', letter: '2026-09-02', themes: BOTH }),
  told(M, 'sindicato', null, 'detectar trabajo forzoso en fincas', { stage: 'negotiating', recorded: '2026-07-15' }),
  told(S, 'faro-mundial', null, 'usar indicadores comunes de trabajo forzoso', { stage: 'contacted', letter: '2026-10-05' }),
  told(W, 'consulados', null, 'coordinar la asistencia consular', { stage: 'identified', recorded: '2026-10-20', themes: ['smuggling'] }),
  told(L, 'remesas', null, 'compartir alertas sobre pagos sospechosos', { stage: 'text_agreed', letter: '2026-10-28', themes: BOTH }),
];
