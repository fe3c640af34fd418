import type { Kind } from './mapping.js';

/** What a column is recognised by: folded headers (Spanish, English), or an HXL tag with these attributes. The order is the preference. */
export interface HeaderWords {
  headers: string[];
  tags?: string[];
}

const COUNTRY = ['codigo de pais', 'codigo pais', 'country code', 'iso', 'iso2', 'iso 2', 'iso3', 'iso 3', 'pais', 'country'];
const COUNTRIES: HeaderWords = {
  headers: [...COUNTRY, 'paises', 'countries', 'paises que cubre', 'cobertura'],
  tags: ['#country+code', '#adm0+code', '#country', '#adm0'],
};
const SUMMARY = ['resumen', 'descripcion', 'objeto', 'objetivo', 'summary', 'description', 'purpose', 'notas', 'notes', 'observaciones', 'comentarios', 'comments'];
const EVIDENCE: HeaderWords = { headers: ['evidencia', 'medio de verificacion', 'documento', 'enlace', 'evidence', 'document', 'link'], tags: ['#meta+url'] };
const THEMES: HeaderWords = { headers: ['tema', 'temas', 'tematica', 'theme', 'themes', 'topic'] };
const GOALS: HeaderWords = { headers: ['ods', 'objetivos de desarrollo sostenible', 'sdg', 'sdgs', 'goals'] };
const STRATEGY_ACTIVITY: HeaderWords = { headers: ['actividad de la estrategia', 'actividad estrategica', 'strategy activity'] };

/** Fields of each kind; 'key' is the column that tells records apart. */
export const FIELD_WORDS: Record<Kind, Record<string, HeaderWords>> = {
  organisations: {
    key: { headers: ['id', 'codigo', 'code', 'identificador', 'identifier', 'clave', 'no', 'n'], tags: ['#org+code', '#org+id', '#meta+id'] },
    name: {
      headers: ['nombre', 'organizacion', 'nombre de la organizacion', 'nombre organizacion', 'institucion', 'entidad', 'aliado', 'nombre en espanol',
        'nombre es', 'name es', 'name', 'organisation', 'organization', 'organisation name', 'organization name', 'institution', 'actor'],
      tags: ['#org+name', '#org'],
    },
    nameEn: { headers: ['nombre en ingles', 'nombre ingles', 'nombre en', 'name en', 'english name', 'name in english'], tags: ['#org+name+en'] },
    acronym: { headers: ['sigla', 'siglas', 'acronimo', 'abreviatura', 'acronym', 'acronyms', 'abbreviation', 'short name'], tags: ['#org+acronym', '#org+short'] },
    acronymEn: { headers: ['sigla en ingles', 'siglas en ingles', 'english acronym', 'acronym en'] },
    kind: { headers: ['tipo', 'tipo de organizacion', 'clase', 'type', 'organisation type', 'organization type', 'kind', 'category'], tags: ['#org+type'] },
    audience: { headers: ['publico', 'audiencia', 'audience'] },
    scope: { headers: ['ambito', 'alcance', 'scope'] },
    seatCountry: { headers: ['pais de sede', 'pais sede', 'sede', 'seat country', 'country of seat', 'headquarters country', ...COUNTRY], tags: COUNTRIES.tags! },
    countries: { headers: ['paises que cubre', 'paises de cobertura', 'cobertura', 'countries covered', 'coverage', 'paises', 'countries'] },
    themes: THEMES,
    sdgs: GOALS,
    description: { headers: SUMMARY, tags: ['#description'] },
    website: { headers: ['sitio web', 'pagina web', 'web', 'url', 'website', 'homepage'], tags: ['#org+url', '#contact+url', '#meta+url'] },
    email: { headers: ['correo', 'correo electronico', 'email', 'e mail'], tags: ['#contact+email'] },
    phone: { headers: ['telefono', 'tel', 'phone', 'telephone'], tags: ['#contact+phone'] },
    address: { headers: ['direccion', 'domicilio', 'address'], tags: ['#contact+address'] },
    parent: { headers: ['organizacion matriz', 'matriz', 'depende de', 'parent', 'parent organisation', 'parent organization'] },
    countsWith: { headers: ['cuenta con', 'counts with'] },
  },
  agreements: {
    key: { headers: ['id', 'codigo', 'code', 'identificador', 'clave', 'no', 'n', 'numero', 'number'], tags: ['#meta+id'] },
    reference: { headers: ['referencia', 'expediente', 'reference', 'ref'] },
    title: {
      headers: ['titulo', 'nombre', 'acuerdo', 'convenio', 'nombre del acuerdo', 'titulo del acuerdo', 'instrumento', 'denominacion', 'title', 'name', 'agreement', 'treaty'],
      tags: ['#activity+name'],
    },
    titleEn: { headers: ['titulo en ingles', 'title en', 'english title'] },
    kind: { headers: ['tipo', 'tipo de acuerdo', 'tipo de instrumento', 'clase', 'type', 'kind', 'agreement type'] },
    summary: { headers: SUMMARY, tags: ['#description'] },
    stage: { headers: ['etapa', 'fase', 'stage'] },
    signedOn: {
      headers: ['fecha de firma', 'firma', 'suscrito el', 'fecha de suscripcion', 'fecha', 'signed on', 'signed', 'date signed', 'signature date', 'date'],
      tags: ['#date+signed', '#date'],
    },
    effectiveFrom: {
      headers: ['vigente desde', 'fecha de entrada en vigor', 'entrada en vigor', 'inicio de vigencia', 'desde', 'fecha de inicio', 'inicio',
        'effective from', 'entry into force', 'in force from', 'start date', 'from'],
      tags: ['#date+start'],
    },
    effectiveTo: {
      headers: ['vigente hasta', 'fin de vigencia', 'vencimiento', 'fecha de vencimiento', 'hasta', 'fecha de finalizacion', 'fin',
        'effective to', 'expires on', 'expiry', 'expiry date', 'end date', 'to'],
      tags: ['#date+end'],
    },
    terminatedOn: { headers: ['terminado el', 'fecha de terminacion', 'denunciado el', 'terminated on', 'termination date'] },
    terminationReason: { headers: ['motivo de terminacion', 'termination reason'] },
    inCoalitionName: { headers: ['en nombre de la coalicion', 'in the coalition s name', 'in coalition name'] },
    themes: THEMES,
    sdgs: GOALS,
    strategyActivity: STRATEGY_ACTIVITY,
    country: COUNTRIES,
    evidence: EVIDENCE,
  },
  activities: {
    key: { headers: ['id', 'codigo', 'code', 'identificador', 'clave', 'no', 'n', 'numero', 'number', 'referencia', 'reference'], tags: ['#activity+id', '#activity+code', '#meta+id'] },
    title: {
      headers: ['titulo', 'actividad', 'nombre', 'nombre de la actividad', 'proyecto', 'nombre del proyecto', 'title', 'activity', 'activity name', 'activity title',
        'name', 'project', 'project name'],
      tags: ['#activity+name', '#activity'],
    },
    titleEn: { headers: ['titulo en ingles', 'title en', 'english title'] },
    kind: { headers: ['tipo', 'tipo de actividad', 'type', 'activity type', 'kind'], tags: ['#activity+type'] },
    status: { headers: ['estado', 'estatus', 'situacion', 'status', 'state'], tags: ['#status'] },
    summary: { headers: ['descripcion de la actividad', 'activity description', ...SUMMARY], tags: ['#description', '#activity+description'] },
    startsOn: { headers: ['fecha de inicio', 'inicio', 'desde', 'empieza', 'start date', 'start', 'starts on', 'from', 'fecha', 'date'], tags: ['#date+start', '#date'] },
    endsOn: { headers: ['fecha de finalizacion', 'fecha de fin', 'fecha fin', 'fin', 'final', 'hasta', 'termina', 'end date', 'end', 'ends on', 'to'], tags: ['#date+end'] },
    countries: COUNTRIES,
    themes: THEMES,
    sdgs: GOALS,
    axis: { headers: ['eje', 'eje estrategico', 'axis'] },
    strategyActivity: STRATEGY_ACTIVITY,
    admin1: { headers: ['admin 1', 'departamento', 'provincia', 'estado provincia', 'department', 'province', 'region'], tags: ['#adm1+name', '#adm1'] },
    admin1Code: { headers: ['pcode1', 'admin 1 pcode', 'adm1 pcode'], tags: ['#adm1+pcode', '#adm1+code'] },
    admin2: { headers: ['admin 2', 'municipio', 'canton', 'municipality', 'district'], tags: ['#adm2+name', '#adm2'] },
    admin2Code: { headers: ['pcode2', 'admin 2 pcode', 'adm2 pcode'], tags: ['#adm2+pcode', '#adm2+code'] },
    sector: { headers: ['sector', 'sector cluster', 'cluster'], tags: ['#sector+name', '#sector'] },
    evidence: EVIDENCE,
  },
};

/** Columns with the organisations of an activity, and the role that the header gives them. */
export const PARTICIPANT_WORDS: (HeaderWords & { role: string })[] = [
  {
    role: 'implements',
    headers: ['organizacion implementadora', 'implementador', 'implementa', 'ejecutor', 'organizacion ejecutora', 'socio implementador', 'organizacion', 'organizaciones',
      'implementing organisation', 'implementing organization', 'implementing partner', 'implementer', 'ejecuta', 'organisation', 'organization'],
    tags: ['#org+impl', '#org+prog', '#org+name', '#org'],
  },
  {
    role: 'funds',
    headers: ['organizacion donante', 'donante', 'donantes', 'financiador', 'financia', 'fuente de financiamiento', 'donor', 'donors', 'funder', 'funding organisation', 'funding organization'],
    tags: ['#org+funding', '#org+donor', '#org+fund'],
  },
  {
    role: 'co_organises',
    headers: ['socio', 'socios', 'aliado', 'aliados', 'coorganizador', 'coorganizadores', 'partner', 'partners', 'co organiser', 'co organisers'],
    tags: ['#org+partner'],
  },
  { role: 'technical_assistance', headers: ['asistencia tecnica', 'technical assistance'] },
  { role: 'facilitates', headers: ['facilitador', 'facilitadores', 'facilita', 'facilitator', 'facilitators'] },
  { role: 'attends', headers: ['asistentes', 'asisten', 'attendees'] },
  { role: 'invited', headers: ['invitados', 'invited'] },
];

/** A column with one party, or a list of them; and numbered ones ('Parte 1', 'Party 2'). */
export const PARTY_WORDS: HeaderWords = {
  headers: ['partes', 'parte', 'contraparte', 'contrapartes', 'suscriptores', 'firmantes', 'aliado', 'aliados', 'organizacion', 'organizaciones',
    'parties', 'party', 'signatories', 'counterpart', 'organisation', 'organisations', 'organization', 'organizations', 'partner', 'partners'],
  tags: ['#org+partner', '#org+name', '#org'],
};
export const NUMBERED_PARTY = '^(parte|party|contraparte|organizaci[oó]n|organi[sz]ation|aliado|partner)[ _]?\\d{1,3}$';
export const PARTY_ROLE: HeaderWords = { headers: ['rol', 'rol de la parte', 'papel', 'role', 'party role', 'calidad'] };
export const PARTY_SIGNED: HeaderWords = { headers: ['firmado el', 'fecha de firma de la parte', 'firmo el', 'party signed on', 'signed by party on'] };
