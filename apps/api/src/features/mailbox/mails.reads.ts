import sql, { type Sql } from 'sql-template-tag';
import { fold } from '@tejido/domain/text.js';
import { columns, one, type Reading, type Shape } from '../../platform/graphql/composer.js';
import type { PageRequest } from '../../platform/graphql/page.js';
import type { MailFilter } from './mail.type.js';

const state = (row: Sql): Sql => sql`(case when ${row}.erased_at is not null then 'erased' when ${row}.sent_at is not null then 'sent' when ${row}.failed_at is not null then 'failed'
  when ${row}.handed_over_at is not null and (${row}.claimed_until is null or ${row}.claimed_until < now()) then 'in_doubt' else 'waiting' end)`;

/** For those whom `mail.read` lets in; whoever else asks is turned away at the door. */
const mails: Shape = {
  table: 'outbox_mail',
  visible: () => sql`true`,
  fields: {
    ...columns('id', 'kind', 'toEmail', 'toName', 'subject', 'bodyText', 'bodyHtml', 'queuedAt', 'sentAt', 'sentBy', 'attempts', 'nextAttemptAt', 'lastProblem'),
    state,
    attachments: (row) => sql`(select coalesce(json_agg(json_build_object('name', part.name, 'mediaType', part.media_type, 'size', octet_length(part.content),
      'content', translate(encode(part.content, 'base64'), E'\n', '')) order by part.position), '[]') from outbox_attachment part where part.mail_id = ${row}.id)`,
  },
};

export const mailById = (reading: Reading, id: string, selection: Parameters<typeof one>[2]): Sql =>
  sql`select ${one(reading, mails, selection, { where: (row) => sql`${row}.id = ${id}::uuid` })} as answer`;

interface Asked { filter?: MailFilter | null; first: number; after?: string | null }

/** The newest first. */
export function mailPage({ filter, first, after }: Asked): PageRequest {
  const words = fold(filter?.text ?? '').split(' ').filter(Boolean);
  return {
    shape: mails,
    where: (row) => ({
      '': words.map((word) => sql`fold(${row}.subject || ' ' || ${row}.to_name || ' ' || ${row}.to_email) like ${`%${word}%`}`),
      state: filter?.state?.length ? [sql`${state(row)} = any(${filter.state}::text[])`] : [],
    }),
    sort: { key: (row) => sql`${row}.queued_at`, type: 'timestamptz', descending: true },
    first, after: after ?? null,
    facets: [{ name: 'state', values: state }],
  };
}
