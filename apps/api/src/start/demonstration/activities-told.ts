/** One time that something was done: first day, how many days, "who:role …", countries, what is special. */
export type Edition = readonly [string, number, string, string, ('unverified' | 'untied' | 'cancelled')?];

export interface Series {
  key: string;
  kind: string;
  /** {year} is the year in which it ends. */
  title: string;
  titleEn: string;
  summary: string;
  tie: string;
  themes: readonly string[];
  editions: readonly Edition[];
}

const BOTH = ['trafficking', 'smuggling'];
const ALL = 'GT BZ HN SV NI CR PA MX DO';

const series = (key: string, kind: string, tie: string, themes: readonly string[],
  [title, titleEn, summary]: readonly [string, string, string], editions: readonly Edition[]): Series =>
  ({ key, kind, tie, themes, title, titleEn, summary, editions });

/** What comes back from year to year. */
const RECURRING: readonly Series[] = [
  series('no-te-enganen', 'campaign', 'E2.A4', ['trafficking'],
    ['Campaña regional «Que no te engañen» {year}', 'Regional campaign “Don’t be deceived” {year}',
    'Mensajes en radio, transporte y redes alrededor del 30 de julio.'], [
    ['2019-07-25', 10, 'marea:co_organises observatorio:facilitates', ALL],
    ['2020-07-27', 8, 'istmo-noticias:attends marea:co_organises', ALL],
    ['2021-07-26', 10, 'buses:co_organises oim:funds', ALL], ['2022-07-25', 10, 'buses:co_organises voces:facilitates telefonia:attends',
      ALL],
    ['2023-07-24', 12, 'voces:co_organises alas:facilitates aurora:funds', ALL],
    ['2024-07-24', 12, 'voces:co_organises unodc:technical_assistance', ALL],
    ['2025-07-23', 12, 'voces:co_organises telefonia:co_organises aurora:funds', ALL],
    ['2026-07-22', 14, 'voces:co_organises telefonia:facilitates cortometro:implements', ALL]]),
  series('jornada', 'forum', 'E5.A4', ['trafficking'], ['Jornada regional del 23 de septiembre de {year}',
    'Regional day of 23 September {year}',
    'Acto central y actos locales contra la explotación sexual comercial.'], [
    ['2021-09-23', 1, 'raices:co_organises', 'GT HN SV'], ['2022-09-23', 1, 'voces:co_organises infancias:facilitates', 'CR PA'],
    ['2023-09-22', 1, 'raices:co_organises bluebird:facilitates', ALL, 'unverified'], ['2024-09-23', 1, 'raices:attends', 'MX GT'],
    ['2025-09-23', 1, 'abogadas:co_organises voces:co_organises', 'PA CR NI'],
    ['2026-09-23', 1, 'voces:co_organises caribe-foro:attends', 'DO PA']]),
  series('finanzas', 'training', 'E3.A3', BOTH, ['Curso regional de investigación financiera {year}',
    'Regional course on financial investigation {year}',
    'Cuarenta horas para fiscalías y unidades de análisis.'], [
    ['2021-06-14', 5, 'fiscalias:co_organises unodc:technical_assistance', 'GT HN SV CR PA'],
    ['2022-06-13', 5, 'tulipan:funds fiscalias:co_organises', 'GT HN SV'],
    ['2023-06-12', 5, 'tulipan:funds fiscalias:co_organises', 'CR PA NI'],
    ['2024-06-10', 5, 'tulipan:funds fiscalias:co_organises remesas:attends', 'MX GT BZ'],
    ['2025-06-09', 5, 'tulipan:funds arce:technical_assistance', 'HN SV DO'],
    ['2026-06-08', 5, 'arce:technical_assistance fiscalias:co_organises', ALL]]),
  series('frontera', 'workshop', 'E3.A3', ['smuggling'], ['Taller de identificación temprana en frontera {year}',
    'Workshop on early identification at borders {year}',
    'Perfilado sin discriminación y primera entrevista segura.'], [
    ['2021-11-08', 3, 'oim:funds horizonte:facilitates', 'GT MX'],
    ['2022-11-07', 3, 'oim-cr:co_organises sakura:technical_assistance', 'CR NI'],
    ['2023-11-13', 3, 'alcaldias:co_organises', 'HN GT SV'], ['2024-11-11', 3, 'oim:co_organises sendero:facilitates', 'PA CR'],
    ['2025-11-10', 3, 'sakura:technical_assistance alcaldias:co_organises', 'GT HN'],
    ['2026-11-09', 3, 'alcaldias:co_organises horizonte:facilitates', 'SV HN', 'unverified']]),
  series('observatorios', 'forum', 'E6.A2', BOTH, ['Foro regional de observatorios {year}', 'Regional forum of observatories {year}',
    'Compara definiciones y tendencias de nueve países.'], [
    ['2021-10-20', 2, 'observatorio:co_organises observatorios:co_organises', ALL],
    ['2023-10-18', 2, 'observatorio:co_organises estadistica:facilitates', ALL],
    ['2025-10-22', 2, 'observatorio:co_organises cartagena:technical_assistance', ALL],
    ['2027-10-20', 2, 'observatorio:co_organises cartagena:funds', ALL]]),
  series('tendencias', 'publication', 'E6.A4', BOTH, ['Informe regional de tendencias {year}', 'Regional trends report {year}',
    'Datos agregados y anonimizados de los nueve países, con infografía.'], [
    ['2022-12-05', 1, 'observatorio:implements', ALL], ['2023-12-04', 1, 'observatorio:implements colmena:facilitates', ALL],
    ['2024-12-09', 1, 'observatorio:implements', ALL],
    ['2025-12-08', 1, 'observatorio:implements cartagena:technical_assistance', ALL],
    ['2026-12-10', 1, 'observatorio:implements cartagena:technical_assistance', ALL]]),
  series('consular', 'training', 'E3.A3', ['smuggling'], ['Capacitación a personal consular {year}', 'Training for consular staff {year}',
    'Asistencia y referencia de personas objeto de tráfico ilícito.'], [
    ['2022-03-21', 2, 'consulados:attends', 'MX GT HN SV'], ['2023-03-20', 2, 'acnur:facilitates', 'MX GT'],
    ['2024-03-18', 2, 'consulados:co_organises acnur:attends', 'MX HN SV'],
    ['2025-03-17', 2, 'acnur:facilitates', 'HN SV'], ['2026-03-16', 2, 'acnur:facilitates brujula:facilitates', 'MX GT HN']]),
  series('turismo', 'workshop', 'E3.A3', ['trafficking'], ['Taller de turismo responsable {year}', 'Workshop on responsible tourism {year}',
    'Código de conducta y vía de denuncia para hoteles y operadores.'], [
    ['2022-10-04', 2, 'hoteles-coral:co_organises', 'DO CR'],
    ['2023-10-03', 2, 'hoteles-coral:co_organises turismo-foro:co_organises', 'DO MX CR'],
    ['2024-10-08', 2, 'turismo-foro:co_organises alpina:funds', 'BZ DO'],
    ['2025-10-07', 2, 'turismo-foro:co_organises camara-tur:facilitates', 'CR PA'],
    ['2026-10-06', 2, 'cruceros:co_organises hoteles-coral:co_organises', 'DO BZ MX']]),
  series('acogida', 'technical_assistance', 'E3.A3', ['trafficking'],
    ['Asistencia técnica a casas de acogida {year}', 'Technical assistance to shelters {year}',
    'Protocolos de ingreso, seguridad y egreso.'], [
    ['2022-05-16', 30, 'alas:facilitates aurora:funds', 'GT SV'], ['2023-05-15', 30, 'alas:facilitates lumen:funds', 'HN SV'],
    ['2024-05-13', 30, 'lumen:funds colibri:facilitates', 'CR NI'],
    ['2025-05-12', 30, 'alas:facilitates aurora:funds psicologia:technical_assistance', 'PA DO'],
    ['2026-05-11', 30, 'aurora:funds psicologia:technical_assistance', 'MX BZ']]),
  series('periodistas', 'workshop', 'E5.A2', ['trafficking'],
    ['Taller de cobertura responsable {year}', 'Workshop on responsible coverage {year}',
    'Para redacciones: lenguaje, imágenes y consentimiento.'], [
    ['2020-11-18', 2, 'istmo-noticias:co_organises', 'PA CR HN'],
    ['2022-11-16', 2, 'istmo-noticias:co_organises pergamino:facilitates', 'CR GT'],
    ['2024-11-20', 2, 'istmo-noticias:co_organises voces:facilitates', 'SV HN'],
    ['2026-11-18', 2, 'istmo-noticias:co_organises', 'PA DO']]),
  series('judicatura', 'training', 'E3.A3', BOTH, ['Curso para la judicatura {year}', 'Course for the judiciary {year}',
    'Prueba anticipada y reparación.'], [
    ['2023-08-07', 4, 'bahia-candela:co_organises compas:facilitates', 'PA CR'],
    ['2024-08-05', 4, 'ibero:co_organises arce:funds', 'GT PA'], ['2025-08-11', 4, 'ibero:co_organises arce:funds', 'HN NI']]),
  series('juvenil', 'campaign', 'E2.A4', ['trafficking'], ['Festival juvenil Voces del Istmo {year}',
    'Youth festival Voices of the Isthmus {year}', 'Música, teatro y deporte con mensajes revisados por jóvenes.'], [
    ['2023-08-12', 2, 'juventudes:co_organises artistas:facilitates', 'CR NI'],
    ['2024-08-10', 2, 'juventudes:co_organises deporte:co_organises', 'SV'],
    ['2025-08-09', 2, 'juventudes:co_organises toucan:facilitates', 'BZ PA']]),
];

/** What was done once, what follows up, what was called off, and what is to come. */
const ONCE: readonly Series[] = [
  series('choferes', 'training', 'E3.A3', ['smuggling'], ['Formación de conductores de autobús', 'Training of bus drivers',
    'Señales de alerta y línea de denuncia en cuatro rutas.'], [['2021-08-16', 3, 'buses:co_organises', 'GT SV HN NI']]),
  series('guia', 'publication', 'E2.A3', ['trafficking'], ['Guía de primera entrevista', 'First interview guide',
    'Editada en español, inglés y cuatro idiomas mayas.'], [['2021-12-02', 1, 'indigena:technical_assistance raices:implements', 'GT MX']]),
  series('mapeo', 'research', 'E3.A1', BOTH, ['Mapeo de organizaciones y agencias', 'Mapping of organisations and agencies',
    'Base del directorio de aliados.'], [['2022-02-01', 90, 'colmena:implements prm:funds', ALL]]),
  series('manual', 'publication', 'E1.A3', BOTH, ['Manual de identidad', 'Identity manual', 'Elaborado por la secretaría y los países.'],
    [['2022-09-01', 60, '', ALL]]),
  series('tripulaciones', 'training', 'E3.A3', BOTH, ['Formación de tripulaciones aéreas', 'Training of flight crews',
    'Detección en vuelo y aviso a la autoridad.'], [['2023-02-13', 3, 'vuelo-jade:co_organises diapa:attends', 'SV CR DO']]),
  series('captacion', 'research', 'E6.A2', ['trafficking'], ['Estudio sobre captación por internet',
    'Study on recruitment over the internet', 'Encuesta en veinte centros educativos.'],
    [['2024-02-05', 200, 'u-tropico:implements u-volcanes:facilitates', 'CR GT']]),
  series('interpretes', 'workshop', 'E4.A6', BOTH, ['Encuentro de intérpretes en lenguas indígenas',
    'Meeting of indigenous language interpreters', 'Glosario común en siete lenguas.'],
    [['2025-03-24', 2, 'u-indigena:co_organises indigena:facilitates', 'NI GT MX']]),
  series('simulacro', 'training', 'E3.A3', ['smuggling'], ['Simulacro de rescate en ruta marítima', 'Rescue exercise on a sea route',
    'Tres países y cuatro cuerpos de rescate.'], [['2026-04-20', 2, 'caribe-foro:co_organises', 'DO BZ PA', 'untied']]),
  series('enlaces', 'follow_up_meeting', 'E3.A3', BOTH, ['Seguimiento del curso financiero {year}',
    'Follow-up of the financial course {year}', 'Casos vistos seis meses después.'], [
    ['2022-12-12', 1, 'fiscalias:co_organises', 'GT HN'], ['2023-12-11', 1, 'fiscalias:co_organises', 'CR PA'],
    ['2024-12-10', 1, 'tulipan:attends', 'MX'], ['2025-12-09', 1, 'arce:facilitates', 'HN DO']]),
  series('congreso', 'forum', 'E4.A6', BOTH, ['Congreso regional de prevención', 'Regional prevention congress',
    'Aplazado y luego anulado.'], [['2020-04-22', 3, 'raices:co_organises', ALL, 'cancelled']]),
  series('caravana', 'campaign', 'E2.A4', ['smuggling'], ['Caravana informativa del norte', 'Information caravan of the north',
    'Anulada por las lluvias.'], [['2024-06-17', 6, 'pastoral:co_organises', 'GT HN', 'cancelled']]),
  series('feria', 'campaign', 'E2.A4', ['trafficking'], ['Feria de empleo seguro', 'Safe jobs fair', 'Anulada por falta de sede.'],
    [['2025-11-24', 2, 'zonas:co_organises', 'NI', 'cancelled']]),
  series('plataforma', 'technical_assistance', 'E5.A3', BOTH,
    ['Rediseño del espacio virtual', 'Redesign of the virtual space', 'Nueva biblioteca y directorio público.'],
    [['2026-09-07', 150, 'estadistica:implements cartagena:funds', ALL]]),
  series('diplomado', 'training', 'E3.A3', BOTH, ['Diplomado en atención y protección', 'Diploma in assistance and protection',
    'Ciento veinte horas en línea.'], [['2026-10-12', 120, 'u-tropico:co_organises psicologia:facilitates', ALL]]),
  series('puertos', 'workshop', 'E3.A3', ['trafficking'], ['Taller del protocolo de alerta en puertos',
    'Workshop on the port alert protocol', 'Para personal de puertos y de cruceros.'],
    [['2027-02-09', 2, 'cruceros:co_organises', 'DO MX BZ']]),
  series('locales', 'training', 'E3.A3', BOTH, ['Formación de gobiernos locales', 'Training of local governments',
    'Mesas municipales de prevención.'], [['2027-03-15', 4, 'tramontana:funds alcaldias:co_organises', 'GT HN SV NI']]),
  series('balance', 'forum', 'E8.A2', BOTH, ['Foro de balance de la estrategia 2019–2027', 'Forum to review the strategy 2019–2027',
    'Resultados ante autoridades y aliados.'], [['2027-09-14', 2, 'istmo-banco:funds raices:facilitates', ALL]]),
];

export const SERIES: readonly Series[] = [...RECURRING, ...ONCE];
