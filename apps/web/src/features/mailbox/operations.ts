import { graphql } from '../../gql/gql.js';
import type { MailsQuery } from '../../gql/graphql.js';

export const Mails = graphql(`
  query Mails($filter: MailFilter, $after: String) {
    mails(filter: $filter, after: $after) {
      total hasMore endCursor facets { name values { value count } }
      nodes { id kind state toEmail toName subject queuedAt sentAt sentBy }
    }
  }
`);

export type MailRow = MailsQuery['mails']['nodes'][number];

export const MailOpened = graphql(`
  query MailOpened($id: ID!) {
    mail(id: $id) {
      id kind state toEmail toName subject bodyText bodyHtml queuedAt sentAt sentBy attempts nextAttemptAt lastProblem
      attachments { name mediaType size content }
    }
  }
`);

export const MailDelivery = graphql(`
  query MailDelivery { mailDelivery { way server sender } }
`);

export const SendMailAgain = graphql(`
  mutation SendMailAgain($id: ID!) { sendMailAgain(id: $id) { id state } }
`);
