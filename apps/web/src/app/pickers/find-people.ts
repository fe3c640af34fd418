import { graphql } from '../../gql/gql.js';
import type { PickOption } from '../../ui/pick-or-create.js';
import { request } from '../graphql.js';

const FindPeople = graphql(`
  query FindPeople($text: String!) { people(text: $text, first: 8) { nodes { id name affiliations { current organisation { name acronym } } } } }
`);

/** People by name or organisation, misspelt or not. */
export async function findPeople(text: string): Promise<PickOption[]> {
  const { people } = await request(FindPeople, { text });
  return people.nodes.map(({ id, name, affiliations }) => {
    const at = affiliations.find((each) => each.current)?.organisation;
    return { id, label: name, ...(at ? { detail: at.acronym ?? at.name } : {}) };
  });
}
