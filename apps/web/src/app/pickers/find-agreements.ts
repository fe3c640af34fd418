import { graphql } from '../../gql/gql.js';
import type { PickOption } from '../../ui/pick-or-create.js';
import { request } from '../graphql.js';

const FindAgreements = graphql(`
  query FindAgreements($text: String!) { agreements(filter: { text: $text }, first: 8) { nodes { id title reference } } }
`);

/** Agreements by title or reference, misspelt or not. */
export async function findAgreements(text: string): Promise<PickOption[]> {
  const { agreements } = await request(FindAgreements, { text });
  return agreements.nodes.map(({ id, title, reference }) => ({ id, label: title, ...(reference ? { detail: reference } : {}) }));
}
