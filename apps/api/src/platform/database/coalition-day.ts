import sql, { type Sql } from 'sql-template-tag';

/** The day of an instant in the coalition's time zone, as `Clock.today` counts days: a bare `::date` would be the day of the server's zone. */
export const coalitionDay = (instant: Sql): Sql => sql`(${instant} at time zone (select time_zone from coalition))::date`;
