import type { InBoth, ReportAxis, ReportContent, ReportFigures, ReportInstrument, ReportMatrixRow, ReportMovement } from '../../src/features/reports/report-content.js';

/** A filled edition: what every document of a report can be made of, whatever the register. Accents, long names, and each thing that may be missing. */
export function exampleReport(given: { kind?: 'annual' | 'quarterly'; instruments?: number } = {}): ReportContent {
  const { kind = 'annual', instruments = 14 } = given;
  const [fromDay, toDay] = kind === 'annual' ? ['2025-01-01', '2025-12-31'] : ['2025-10-01', '2025-12-31'];
  const snapshot = (id: string) => ({
    id: `00000000-0000-4000-8000-00000000000${id}`, onDay: null, fromDay, toDay, knownOn: '2026-01-20', approvedOn: '2026-01-22',
    approvedBy: 'Ana Lucía Peñate', contentHash: id.repeat(64), hashVersion: 2,
  });
  return {
    form: 1,
    edition: {
      kind, code: 'K7Q2M9TD4X', verifyAddress: 'https://tejido.example.org/verificar/K7Q2M9TD4X', fromDay, toDay, frozenOn: '2026-01-25',
      state: 'issued', issuedOn: '2026-01-30', issuedBy: 'Ana Lucía Peñate', visibility: 'coalition',
    },
    coalition: {
      acronym: 'CORETT', officialSince: 2011,
      name: both('Coalición Regional contra la Trata de Personas y el Tráfico Ilícito de Migrantes', 'Regional Coalition against Trafficking in Persons and Smuggling of Migrants'),
      countries: COUNTRIES.map(([code, es, en]) => ({ code, label: both(es, en) })),
    },
    strategy: { title: both('Estrategia de comunicación y alianzas', 'Communication and alliances strategy'), fromYear: 2019, toYear: 2027 },
    presidencies: [{ country: 'HN', label: both('Honduras', 'Honduras'), fromDay: '2025-01-01', toDay: '2026-01-01' }],
    labels: LABELS,
    indicators: [
      {
        code: 'alliances_in_force', name: both('Número de alianzas y relaciones formalizadas', 'Number of alliances and relations formalised'), main: 'alliances',
        definition: both('Organizaciones externas a la coalición con al menos un instrumento vigente en la fecha de corte.', 'Organisations outside the coalition with at least one instrument in force on the cut-off day.'),
        definitionVersion: 2, nature: 'stock', unit: 'ally', value: 12, snapshot: { ...snapshot('1'), onDay: toDay, fromDay: null, toDay: null },
        excluded: [{ reason: 'status_expired', count: 5 }, { reason: 'to_verify', count: 2 }, { reason: 'awaiting_signatures', count: 1 }],
        figures: alliances(fromDay, toDay, instruments),
      },
      {
        code: 'joint_activities_done', name: both('Actividades estratégicas realizadas en sinergia con aliados', 'Strategic activities carried out in synergy with allies'), main: 'activities',
        definition: both('Actividades realizadas que terminan en el período, con evidencia verificada y con al menos una organización externa que contribuye.', 'Activities done that end in the period, with verified evidence and at least one contributing organisation from outside.'),
        definitionVersion: 1, nature: 'flow', unit: 'activity', value: 9, snapshot: snapshot('2'),
        excluded: [{ reason: 'no_strategy_tie', count: 3 }, { reason: 'only_attending', count: 2 }],
        figures: activities(),
      },
      {
        code: 'proposals_submitted', name: both('Propuestas conjuntas presentadas', 'Joint proposals submitted'), main: null,
        definition: both('Propuestas presentadas a un financiador con al menos un aliado.', 'Proposals submitted to a funder with at least one ally.'),
        definitionVersion: 1, nature: 'flow', unit: 'proposal', value: 3, snapshot: { ...snapshot('3'), hashVersion: 1 }, excluded: [], figures: null,
      },
    ],
    matrix: { axes: AXES.map(axis), adjustments: [
      { row: 'E3.A2', on: '2025-06-12', what: 'Reprogramación', why: 'La cumbre de autoridades se trasladó al segundo semestre por el cambio de gobierno en dos países.', from: '2025-06-30', to: '2025-11-30', approvedBy: 'Ana Lucía Peñate', minutes: 'Acta de la XLII sesión ordinaria' },
      { row: 'E7.A1', on: '2025-09-02', what: 'Reprogramación', why: 'El financiador amplió el plazo de la convocatoria.', from: '2025-09-30', to: '2026-03-31', approvedBy: 'Ana Lucía Peñate', minutes: null },
    ] },
    texts: {
      presidency_message: both(
        'Este año la coalición confirmó que ningún país enfrenta solo la trata de personas.\n\nCon doce aliados en cuatro ámbitos, la región dispone hoy de una red que antes no existía. Agradecemos a quienes la sostienen:\n\n- a las secretarías nacionales, por su constancia;\n- a los organismos que acompañan, por su paciencia;\n- a las sobrevivientes, por su confianza.',
        'This year the coalition confirmed that no country faces trafficking in persons alone.\n\nWith twelve allies in four scopes, the region now has a network that did not exist before. We thank those who keep it up:\n\n- the national secretariats, for their constancy;\n- the bodies that accompany us, for their patience;\n- the survivors, for their trust.'),
      presidency_signature: both('Ana Lucía Peñate, Presidencia Pro Tempore', 'Ana Lucía Peñate, Presidency Pro Tempore'),
      lessons: both('Los acuerdos que se renuevan con seis meses de anticipación no caducan.\n\n- Anticipar la renovación.\n- Verificar la evidencia al firmar.', 'Agreements whose renewal begins six months ahead do not lapse.\n\n- Begin renewals early.\n- Verify the evidence on signing.'),
    },
  };
}

const both = (es: string, en: string): InBoth => ({ es, en });
const COUNTRIES = [['BZ', 'Belice', 'Belize'], ['CR', 'Costa Rica', 'Costa Rica'], ['DO', 'República Dominicana', 'Dominican Republic'], ['GT', 'Guatemala', 'Guatemala'],
  ['HN', 'Honduras', 'Honduras'], ['MX', 'México', 'Mexico'], ['NI', 'Nicaragua', 'Nicaragua'], ['PA', 'Panamá', 'Panama'], ['SV', 'El Salvador', 'El Salvador']] as const;
const LABELS: ReportContent['labels'] = {
  scope: { national: both('Nacional', 'National'), regional: both('Regional', 'Regional'), extra_regional: both('Extrarregional', 'Extra-regional') },
  audience: { state: both('Estado', 'State'), forum: both('Foros y espacios regionales', 'Forums and regional spaces'), international: both('Organismos internacionales', 'International bodies'), civil_society: both('Sociedad civil, sector privado y medios', 'Civil society, private sector and media') },
  country: Object.fromEntries(COUNTRIES.map(([code, es, en]) => [code, both(es, en)])),
  sdg: { 5: both('Igualdad de género', 'Gender equality'), 8: both('Trabajo decente y crecimiento económico', 'Decent work and economic growth'), 16: both('Paz, justicia e instituciones sólidas', 'Peace, justice and strong institutions'), 17: both('Alianzas para lograr los objetivos', 'Partnerships for the goals') },
  agreement_kind: { memorandum: both('Memorando de entendimiento', 'Memorandum of understanding'), framework_agreement: both('Convenio marco', 'Framework agreement') },
  activity_kind: { workshop: both('Taller', 'Workshop'), campaign: both('Campaña', 'Campaign') },
};

const ALLIES = ['Foro de Presidentes y Presidentas de Poderes Legislativos de Centroamérica (FOPREL)', 'Organización Internacional para las Migraciones', 'UNODC', 'Save the Children',
  'ECPAT Guatemala', 'Fundación Rahab', 'Consejo de Ministras de la Mujer (COMMCA)', 'Universidad de El Salvador', 'Cámara Hondureña de Turismo', 'ACNUR', 'Red Alas', 'UNICEF'];
const id = (place: number) => `00000000-0000-4000-9000-${String(place).padStart(12, '0')}`;
const record = (place: number, because: string, on: string | null) => ({ id: id(place), title: ALLIES[place % ALLIES.length]!, titleEn: place === 1 ? 'International Organization for Migration' : null, because, on });
const movement = (value: number, ...records: ReportMovement['records']): ReportMovement => ({ value, records });

function instrument(place: number): ReportInstrument {
  const kind = place % 3 === 0 ? 'framework_agreement' : 'memorandum';
  return {
    id: id(100 + place), title: `${kind === 'memorandum' ? 'Memorando de entendimiento' : 'Convenio marco'} con ${ALLIES[place % ALLIES.length]!}`, titleEn: place % 4 === 0 ? `Agreement with ${ALLIES[place % ALLIES.length]!}` : null,
    reference: place % 5 === 4 ? null : `CORETT-2024-${String(place + 1).padStart(3, '0')}`, kind, parties: ['CORETT', ALLIES[place % ALLIES.length]!], signedOn: '2024-10-24', inForceFrom: '2024-10-24',
    effectiveTo: place % 2 === 0 ? null : '2026-10-23',
    evidence: [{ title: 'Convenio firmado', address: place % 2 === 0 ? 'https://www.example.org/convenios/2024/firmado.pdf' : null, verifiedOn: '2024-11-02' }],
  };
}

function alliances(from: string, to: string, count: number): ReportFigures {
  return {
    companions: { allies: 12, instruments: count, participations: null, ever: 16, withAlliance: null, withoutAlliance: null, countries: null },
    movements: { from, to, start: movement(10), new: movement(3, record(3, 'first_ever', '2025-03-14'), record(8, 'first_ever', '2025-08-01')), reactivated: movement(1, record(0, 'returned', '2025-05-20')),
      exits: movement(2, record(5, 'status_expired', '2025-07-30'), record(9, 'terminated', '2025-09-15')), renewals: movement(2, record(1, 'renewed', '2025-02-01'), record(2, 'renewed', '2025-11-10')), end: movement(12) },
    breakdowns: [
      { dimension: 'scope', additive: true, total: 12, cells: [{ key: 'national', value: 5 }, { key: 'regional', value: 3 }, { key: 'extra_regional', value: 3 }, { key: null, value: 1 }] },
      { dimension: 'audience', additive: true, total: 12, cells: [{ key: 'international', value: 5 }, { key: 'civil_society', value: 4 }, { key: 'forum', value: 2 }, { key: 'state', value: 1 }] },
      { dimension: 'country', additive: false, total: 12, cells: COUNTRIES.map(([code], place) => ({ key: code, value: (place * 5) % 7 + 1 })) },
      { dimension: 'sdg', additive: false, total: 12, cells: [{ key: '16', value: 10 }, { key: '5', value: 7 }, { key: '8', value: 4 }, { key: '17', value: 3 }] },
    ],
    trend: [2, 2, 3, 4, 6, 8, 10, 12, null, null].map((value, place) => ({ year: 2018 + place, value, instruments: value && value + 3, target: place === 9 ? 14 : place >= 1 ? 2 + place : null, new: value === null ? null : 1, reactivated: value === null ? null : 0, exits: value === null ? null : 0 })),
    progress: { light: 'on_track', progress: 0.83, expected: 0.75, target: 11, finalTarget: 14, finalYear: 2027, freshness: 'fresh', confirmedOn: '2026-01-22', baselineValue: 2, baselineOn: '2018-12-31' },
    instruments: Array.from({ length: count }, (_, place) => instrument(place)), instrumentsWithheld: 1, instrumentsBeyond: 0,
    expiring: [{ id: id(101), title: 'Memorando de entendimiento con la Organización Internacional para las Migraciones', titleEn: null, effectiveTo: '2026-03-31', allies: ['Organización Internacional para las Migraciones'] },
      { id: id(103), title: 'Convenio marco con Save the Children', titleEn: null, effectiveTo: '2026-07-29', allies: ['Save the Children'] }],
    expiringWithheld: 1,
  };
}

function activities(): ReportFigures {
  return {
    companions: { allies: 8, instruments: null, participations: 14, ever: null, withAlliance: 6, withoutAlliance: 2, countries: 7 },
    movements: null,
    breakdowns: [{ dimension: 'axis', additive: true, total: 9, cells: AXES.slice(0, 4).map(([code], place) => ({ key: code, value: 4 - place || 1 })) }],
    trend: [1, 3, 4, 6, 7, 9, null].map((value, place) => ({ year: 2020 + place, value, instruments: null, target: 5 + Math.floor(place / 2), new: null, reactivated: null, exits: null })),
    progress: { light: 'at_risk', progress: 0.7, expected: 0.9, target: 10, finalTarget: null, finalYear: null, freshness: 'ageing', confirmedOn: '2025-01-10', baselineValue: 0, baselineOn: '2018-12-31' },
    instruments: [0, 1, 2].map((place) => ({ ...instrument(place), title: ['Taller regional de identificación de víctimas', 'Campaña Corazón Azul', 'Foro de fiscalías especializadas'][place]!, kind: place === 1 ? 'campaign' : 'workshop', reference: null, parties: [ALLIES[place]!], inForceFrom: null, effectiveTo: null, signedOn: '2025-06-15' })),
    instrumentsWithheld: 0, instrumentsBeyond: 0, expiring: [], expiringWithheld: 0,
  };
}

const AXES = [['E1', 'Identidad corporativa', 'Corporate identity'], ['E2', 'Comunicación externa', 'External communication'], ['E3', 'Alianzas y relaciones', 'Alliances and relations'], ['E4', 'Comunicación interna', 'Internal communication'],
  ['E5', 'Campañas', 'Campaigns'], ['E6', 'Intercambio de buenas prácticas', 'Exchange of good practice'], ['E7', 'Gestión de recursos', 'Fundraising'], ['E8', 'Seguimiento', 'Monitoring']] as const;
const STATES = ['done', 'under_way', 'planned', 'constrained', 'cancelled'] as const;

function axis([code, es, en]: (typeof AXES)[number], place: number): ReportAxis {
  const rows = Array.from({ length: 2 + (place % 3) }, (_, at): ReportMatrixRow => {
    const state = STATES[(place + at) % 5]!;
    return {
      code: `${code}.A${at + 1}`, label: both(`Actividad ${at + 1} del eje: elaborar, revisar y distribuir los productos acordados con los aliados`, `Activity ${at + 1} of the axis: draft, review and distribute the products agreed with allies`),
      state, progress: { done: 100, under_way: 60, planned: 0, constrained: 30, cancelled: 0 }[state], plannedFrom: '2022-01-01', plannedTo: '2025-12-31', currentFrom: '2022-01-01',
      currentTo: at === 1 ? '2026-06-30' : '2025-12-31', actualFrom: state === 'planned' ? null : '2022-02-01', actualTo: state === 'done' ? '2025-10-15' : null,
      responsible: at === 0 ? 'Secretaría' : null, responsibleCountry: ['GT', 'HN', null][at % 3]!, observations: at === 1 ? 'Depende de la aprobación del presupuesto.' : null, rating: null,
    };
  });
  const counted = rows.filter(({ state }) => state !== 'cancelled');
  return {
    code, label: both(es, en), tactic: both(`Táctica del eje: ${es.toLowerCase()}`, `Tactic of the axis: ${en.toLowerCase()}`), rows,
    progress: counted.length === 0 ? null : Math.round(counted.reduce((sum, each) => sum + each.progress, 0) / counted.length),
    counts: { planned: 0, under_way: 0, done: 0, constrained: 0, cancelled: 0, ...Object.fromEntries(STATES.map((state) => [state, rows.filter((each) => each.state === state).length])) },
  };
}
