import sql, { type Sql } from 'sql-template-tag';
import type { Piece, Shape } from '../../platform/graphql/composer.js';
import { many } from '../../platform/graphql/composer.js';
import { activities } from '../activities/activities.reads.js';
import { commitments } from '../commitments/commitments.reads.js';
import { meetings } from '../meetings/meetings.reads.js';
import { extendAgreement } from './agreements.reads.js';

const MOST = 100;

const under = (shape: Shape, orderBy: (each: Sql) => Sql): Piece => (row, reading, selection) =>
  many(reading, shape, selection, { where: (each) => sql`${each}.agreement_id = ${row}.id`, orderBy, limit: MOST });

extendAgreement({
  meetings: under(meetings, (each) => sql`${each}.starts_at desc, ${each}.id`),
  activities: under(activities, (each) => sql`${each}.starts_on desc nulls last, ${each}.id`),
  commitments: under(commitments, (each) => sql`num_nonnulls(${each}.fulfilled_on, ${each}.cancelled_on), ${each}.due_on nulls last, ${each}.id`),
});
