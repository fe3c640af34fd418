import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Reminder } from '@tejido/domain/reminders.js';
import { columns, visibleById, type Reading, type Shape } from '../../platform/graphql/composer.js';
import type { PageRequest } from '../../platform/graphql/page.js';
import { activities } from '../activities/activities.reads.js';
import { agreements } from '../agreements/agreements.reads.js';
import { commitments } from '../commitments/commitments.reads.js';
import { meetings } from '../meetings/meetings.reads.js';
import { organisations } from '../organisations/organisations.reads.js';
import type { NotificationFilter } from './notification.type.js';

/** What a reminder may be about, and what the record is called. */
const SUBJECTS: Record<Reminder['subjectTable'], { shape: Shape; label: string; labelEn: string | null }> = {
  agreement: { shape: agreements, label: 'title', labelEn: 'title_en' },
  commitment: { shape: commitments, label: 'text', labelEn: null },
  meeting: { shape: meetings, label: 'title', labelEn: null },
  activity: { shape: activities, label: 'title', labelEn: 'title_en' },
  organisation: { shape: organisations, label: 'name', labelEn: 'name_en' },
};

const bySubject = (row: Sql, value: (name: Reminder['subjectTable']) => Sql): Sql =>
  sql`(case ${row}.subject_table ${join((Object.keys(SUBJECTS) as Reminder['subjectTable'][]).map((name) => sql`when ${raw(`'${name}'`)} then ${value(name)}`), ' ')} end)`;

const ofSubject = (row: Sql, column: 'label' | 'labelEn'): Sql => bySubject(row, (name) => {
  const named = SUBJECTS[name][column];
  return named === null ? sql`null` : sql`(select named.${raw(named)} from ${raw(name)} named where named.id = ${row}.subject_id)`;
});

/** The viewer's own, whose cause goes on, about what they may see now: what was hidden since is not told any more. */
export const notifications: Shape = {
  table: 'notification',
  visible: (row, reading) => sql`(${row}.user_id = ${reading.viewer.userId}::uuid and ${row}.resolved_at is null
    and ${bySubject(row, (name) => visibleById(reading, SUBJECTS[name].shape, sql`${row}.subject_id`))})`,
  fields: {
    ...columns('id', 'kind', 'threshold', 'dueOn', 'createdAt', 'readAt', 'subjectTable', 'subjectId'),
    label: (row) => ofSubject(row, 'label'),
    labelEn: (row) => ofSubject(row, 'labelEn'),
  },
};

interface Asked { filter?: NotificationFilter | null; first: number; after?: string | null }

/** The most urgent first; what has no day after it. */
export const notificationPage = ({ filter, first, after }: Asked): PageRequest => ({
  shape: notifications,
  where: (row) => ({
    '': filter?.unread ? [sql`${row}.read_at is null`] : [],
    kind: filter?.kind?.length ? [sql`${row}.kind = any(${filter.kind}::text[])`] : [],
  }),
  sort: { key: (row) => sql`coalesce(${row}.due_on, '9999-12-31'::date)`, type: 'date' },
  first, after: after ?? null,
  facets: [{ name: 'kind', values: (row) => sql`${row}.kind` }],
});

/** One open reminder of a digest. */
export interface Told { kind: string; threshold: number | null; dueOn: string | null; subjectTable: Reminder['subjectTable']; subjectId: string; label: string; labelEn: string | null; createdAt: string }

/** All that is open for the reading's viewer, the most urgent first, at most `most`. */
export function openStatement(reading: Reading, most: number): Sql {
  const row = reading.alias('notification');
  const each = (['kind', 'threshold', 'dueOn', 'subjectTable', 'subjectId', 'label', 'labelEn', 'createdAt'] as const)
    .map((field) => sql`${notifications.fields[field]!(row, reading, { key: field, field, args: {}, children: [] })} as ${raw(`"${field}"`)}`);
  return sql`select ${join(each, ', ')} from notification ${row} where ${notifications.visible(row, reading)} order by ${row}.due_on nulls last, ${row}.created_at, ${row}.id limit ${most}`;
}
