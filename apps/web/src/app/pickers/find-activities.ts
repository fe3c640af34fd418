import { graphql } from '../../gql/gql.js';
import type { PickOption } from '../../ui/pick-or-create.js';
import { request } from '../graphql.js';

const FindActivities = graphql(`
  query FindActivities($text: String!) { activities(filter: { text: $text }, first: 8) { nodes { id title startsOn parent { title } } } }
`);

/** Joint activities by title, misspelt or not. */
export async function findActivities(text: string): Promise<PickOption[]> {
  const { activities } = await request(FindActivities, { text });
  return activities.nodes.map(({ id, title, startsOn, parent }) => {
    const detail = [startsOn?.slice(0, 4), parent?.title].filter(Boolean).join(' · ');
    return { id, label: title, ...(detail ? { detail } : {}) };
  });
}
