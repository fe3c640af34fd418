import sql, { join, raw, type Sql } from 'sql-template-tag';
import { can } from '@tejido/domain/policy.js';
import type { Reading, Shape } from '../../platform/graphql/composer.js';
import { activities } from '../activities/activities.reads.js';
import { agreements } from '../agreements/agreements.reads.js';
import { organisations } from '../organisations/organisations.reads.js';
import { registeredPeople } from '../people/people.reads.js';

export const EXPORTS = ['organisations', 'agreements', 'activities', 'people'] as const;
export type ExportKind = (typeof EXPORTS)[number];
export type Language = 'es' | 'en';

interface Column {
  es: string;
  en: string;
  /** An expression of type text; null is an empty cell. */
  value: Sql;
}

/** The table that an export is: its headers and the one statement that gives its rows, each an array of texts. */
export interface ExportTable {
  headers: string[];
  statement: Sql;
}

interface Source {
  shape: Shape;
  /** What is joined so that a row is more than the record: a row for each party of an agreement. */
  from: (row: Sql, reading: Reading) => Sql;
  order: (row: Sql) => Sql;
  columns: (row: Sql, reading: Reading, language: Language) => Column[];
}

/** Only what the viewer may see; headers are those that an import recognises. */
export function exportTable(kind: ExportKind, reading: Reading, language: Language): ExportTable {
  const { shape, from, order, columns } = SOURCES[kind];
  const row = reading.alias('exported');
  const chosen = columns(row, reading, language);
  return {
    headers: chosen.map((column) => column[language]),
    statement: sql`select array[${join(chosen.map(({ value }) => sql`coalesce(${value}, '')`))}]::text[] as cells
      from ${raw(shape.table)} ${row} ${from(row, reading)} where ${shape.visible(row, reading)} order by ${order(row)}`,
  };
}

const column = (es: string, en: string, value: Sql): Column => ({ es, en, value });
const label = (table: string, code: Sql, language: Language): Sql => sql`(select term.${raw(`label_${language}`)} from ${raw(table)} term where term.code = ${code})`;
const labels = (table: string, codes: Sql, language: Language): Sql =>
  sql`(select string_agg(term.${raw(`label_${language}`)}, '; ' order by term.label_es) from ${raw(table)} term where term.code = any(${codes}))`;
const list = (values: Sql): Sql => sql`array_to_string(${values}, '; ')`;
const seen = (id: Sql, reading: Reading): Sql => {
  const other = reading.alias('seen');
  return sql`(select ${other}.name from organisation ${other} where ${other}.id = ${id} and ${organisations.visible(other, reading)})`;
};
const byTitle = (row: Sql): Sql => sql`lower(${row}.title) collate "es-x-icu", ${row}.id`;
const byName = (row: Sql): Sql => sql`lower(${row}.name) collate "es-x-icu", ${row}.id`;
const contact = (owner: Sql, kind: string): Sql => sql`(select string_agg(c.value, '; ' order by c.value) from contact_point c where ${owner} and c.kind = ${kind})`;
const names = (row: Sql, role: string): Sql => sql`(select string_agg(n.value, '; ' order by n.value) from organisation_name n where n.organisation_id = ${row}.id and n.role = ${role})`;

function organisationColumns(row: Sql, reading: Reading, language: Language): Column[] {
  const contacts = sql`c.organisation_id = ${row}.id`;
  return [
    column('ID', 'ID', sql`${row}.id::text`),
    column('Nombre', 'Name', sql`${row}.name`),
    column('Nombre en inglés', 'Name in English', sql`${row}.name_en`),
    column('Sigla', 'Acronym', sql`${row}.acronym`),
    column('Sigla en inglés', 'English acronym', sql`${row}.acronym_en`),
    column('Otros nombres', 'Other names', sql`concat_ws('; ', ${names(row, 'name')}, ${names(row, 'alias')}, ${names(row, 'former')})`),
    column('Tipo', 'Type', label('organisation_kind', sql`${row}.kind`, language)),
    column('Público', 'Audience', label('audience', sql`${row}.audience`, language)),
    column('Ámbito', 'Scope', label('scope', sql`${row}.scope`, language)),
    column('País de sede', 'Country of seat', sql`${row}.seat_country`),
    column('Países que cubre', 'Countries covered', list(sql`${row}.countries`)),
    column('Temas', 'Themes', labels('theme', sql`${row}.themes`, language)),
    column('ODS', 'SDGs', list(sql`${row}.sdgs`)),
    column('Organización matriz', 'Parent organisation', seen(sql`${row}.parent_id`, reading)),
    column('Sitio web', 'Website', contact(contacts, 'website')),
    column('Correo electrónico', 'Email', contact(contacts, 'email')),
    column('Teléfono', 'Phone', contact(contacts, 'phone')),
    column('Dirección', 'Address', contact(contacts, 'address')),
    column('Descripción', 'Description', sql`${row}.description`),
  ];
}

function agreementColumns(row: Sql, reading: Reading, language: Language): Column[] {
  const party = sql`party`;
  return [
    column('ID', 'ID', sql`${row}.id::text`),
    column('Referencia', 'Reference', sql`${row}.reference`),
    column('Título', 'Title', sql`${row}.title`),
    column('Título en inglés', 'English title', sql`${row}.title_en`),
    column('Tipo de acuerdo', 'Agreement type', label('agreement_kind', sql`${row}.kind`, language)),
    column('Situación', 'Status', statusWord(sql`agreement_status(${row}, ${reading.today}::date)`, language)),
    column('Vigente desde', 'Effective from', sql`${row}.effective_from::text`),
    column('Vigente hasta', 'Effective to', sql`(select k.ends_on::text from agreement_span k where k.agreement_id = ${row}.id)`),
    column('Terminado el', 'Terminated on', sql`${row}.terminated_on::text`),
    column('En nombre de la coalición', "In the coalition's name", yesNo(sql`${row}.in_coalition_name`, language)),
    column('Temas', 'Themes', labels('theme', sql`${row}.themes`, language)),
    column('ODS', 'SDGs', list(sql`${row}.sdgs`)),
    column('Parte', 'Party', seen(sql`${party}.organisation_id`, reading)),
    column('Rol', 'Role', label('party_role', sql`${party}.role`, language)),
    column('Firmado el', 'Signed on', sql`${party}.signed_on::text`),
    column('Resumen', 'Summary', sql`${row}.summary`),
  ];
}

function activityColumns(row: Sql, reading: Reading, language: Language): Column[] {
  const inRole = (role: string): Sql => {
    const other = reading.alias('partner');
    return sql`(select string_agg(${other}.name, '; ' order by ${other}.name) from participation part join organisation ${other} on ${other}.id = part.organisation_id
      where part.activity_id = ${row}.id and part.role = ${role} and ${organisations.visible(other, reading)})`;
  };
  return [
    column('ID', 'ID', sql`${row}.id::text`),
    column('Título', 'Title', sql`${row}.title`),
    column('Título en inglés', 'English title', sql`${row}.title_en`),
    column('Tipo de actividad', 'Activity type', label('activity_kind', sql`${row}.kind`, language)),
    column('Estado', 'Status', activityStatus(sql`${row}.status`, language)),
    column('Fecha de inicio', 'Start date', sql`${row}.starts_on::text`),
    column('Fecha de finalización', 'End date', sql`${row}.ends_on::text`),
    column('Países', 'Countries', list(sql`${row}.countries`)),
    column('Eje', 'Axis', sql`${row}.axis`),
    column('Actividad de la estrategia', 'Strategy activity', sql`${row}.strategy_activity`),
    column('Temas', 'Themes', labels('theme', sql`${row}.themes`, language)),
    column('ODS', 'SDGs', list(sql`${row}.sdgs`)),
    column('Coorganizadores', 'Co-organisers', inRole('co_organises')),
    column('Ejecutor', 'Implementer', inRole('implements')),
    column('Financiador', 'Funder', inRole('funds')),
    column('Asistencia técnica', 'Technical assistance', inRole('technical_assistance')),
    column('Facilitadores', 'Facilitators', inRole('facilitates')),
    column('Asistentes', 'Attendees', inRole('attends')),
    column('Invitados', 'Invited', inRole('invited')),
    column('Descripción', 'Description', sql`${row}.summary`),
  ];
}

function personColumns(row: Sql, reading: Reading): Column[] {
  const post = sql`post`;
  const basic = [
    column('ID', 'ID', sql`${row}.id::text`),
    column('Nombre', 'Name', sql`${row}.name`),
    column('Organización', 'Organisation', seen(sql`${post}.organisation_id`, reading)),
    column('Cargo', 'Post', sql`${post}.post`),
    column('Desde', 'From', sql`${post}.from_day::text`),
    column('Hasta', 'To', sql`${post}.to_day::text`),
  ];
  // How to reach somebody is not an observer's business.
  if (!can(reading.viewer, 'person.readContacts', { visibility: 'public' })) return basic;
  const owner = sql`c.person_id = ${row}.id`;
  return [...basic, column('Correo electrónico', 'Email', contact(owner, 'email')), column('Teléfono', 'Phone', contact(owner, 'phone'))];
}

const SOURCES: Record<ExportKind, Source> = {
  organisations: { shape: organisations, from: () => sql``, order: byName, columns: organisationColumns },
  agreements: {
    shape: agreements, order: (row) => sql`${byTitle(row)}, party.signed_on nulls last, party.id`, columns: agreementColumns,
    from: (row, reading) => sql`left join agreement_party party on party.agreement_id = ${row}.id and ${seen(sql`party.organisation_id`, reading)} is not null`,
  },
  activities: { shape: activities, from: () => sql``, order: (row) => sql`${row}.starts_on nulls last, ${byTitle(row)}`, columns: activityColumns },
  people: {
    shape: registeredPeople, order: (row) => sql`${byName(row)}, post.from_day, post.id`, columns: personColumns,
    from: (row, reading) => sql`left join affiliation post on post.person_id = ${row}.id and ${seen(sql`post.organisation_id`, reading)} is not null`,
  },
};

const words = (value: Sql, pairs: Record<string, Record<Language, string>>, language: Language): Sql =>
  sql`case ${value} ${join(Object.entries(pairs).map(([code, word]) => sql`when ${code} then ${word[language]}`), ' ')} else ${value} end`;

const yesNo = (value: Sql, language: Language): Sql => sql`case when ${value} then ${language === 'es' ? 'sí' : 'yes'} else 'no' end`;

const activityStatus = (value: Sql, language: Language): Sql => words(value, {
  planned: { es: 'planificada', en: 'planned' },
  under_way: { es: 'en curso', en: 'under way' },
  done: { es: 'realizada', en: 'done' },
  cancelled: { es: 'cancelada', en: 'cancelled' },
}, language);

const statusWord = (value: Sql, language: Language): Sql => words(value, {
  prospect: { es: 'prospecto', en: 'prospect' },
  negotiating: { es: 'en negociación', en: 'negotiating' },
  awaiting_signatures: { es: 'a la espera de firmas', en: 'awaiting signatures' },
  in_force: { es: 'vigente', en: 'in force' },
  suspended: { es: 'suspendido', en: 'suspended' },
  expired: { es: 'vencido', en: 'expired' },
  terminated: { es: 'terminado', en: 'terminated' },
}, language);
