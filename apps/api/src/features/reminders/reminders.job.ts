import { Injectable, type OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import { PUBLIC } from '@tejido/domain/policy.js';
import { remindersOn } from '@tejido/domain/reminders.js';
import { Clock } from '../../platform/clock.js';
import { Statements } from '../../platform/database/statements.js';
import { Work } from '../../platform/database/work.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { reminderFacts } from './reminder-facts.js';

/** Keeps each person's reminders: what is due comes once, what is over goes by itself. */
@Injectable()
export class RemindersJob implements OnModuleInit {
  constructor(private readonly jobs: Jobs, private readonly work: Work, private readonly statements: Statements, private readonly clock: Clock) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'reminders.derive', every: '* * * * *', atStart: true, run: () => this.derive() });
  }

  /** Does nothing while nothing was written and the day is the same. However often and wherever it runs, a cause is told once. */
  async derive(): Promise<void> {
    const day = this.clock.today();
    const [state] = await this.statements.rows<{ known: boolean }>(KNOWN, [day]);
    if (state?.known) return;
    // Nobody's act: no history is kept of these tables, and the unit of work lets one instance at a time do it.
    await this.work.run(PUBLIC, 'reminders.derive', async (tx) => {
      const [entry] = await tx.query<{ last: string }>(sql`select coalesce(max(id), 0) as last from audit_entry`);
      const { facts, accounts } = await reminderFacts(tx, day);
      const due = remindersOn(day, facts, accounts);
      await tx.query(sql`
        with due as (select * from json_to_recordset(${JSON.stringify(due)}::json)
            as each("userId" uuid, kind text, "subjectTable" text, "subjectId" uuid, threshold smallint, "dueOn" date, cause text)),
          over as (update notification n set resolved_at = now() where n.resolved_at is null and not exists (select from due
            where due."userId" = n.user_id and due.kind = n.kind and due."subjectId" = n.subject_id and due.cause = n.cause))
        insert into notification (user_id, kind, subject_table, subject_id, threshold, due_on, cause)
          select "userId", kind, "subjectTable", "subjectId", threshold, "dueOn", cause from due
        on conflict (user_id, kind, subject_id, cause) do update set resolved_at = null where notification.resolved_at is not null`);
      await tx.query(sql`insert into reminder_state (day, last_entry) values (${day}, ${entry!.last})
        on conflict (id) do update set day = excluded.day, last_entry = excluded.last_entry`);
    });
  }
}

const KNOWN = 'select day = $1::date and last_entry = (select coalesce(max(id), 0) from audit_entry) as known from reminder_state';
