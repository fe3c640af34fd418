import { graphql } from '../../gql/gql.js';
import type { PickOption } from '../../ui/pick-or-create.js';
import { request } from '../graphql.js';
import { shortName } from '../organisation-names.js';
import { organisationOption, type OrganisationOption } from './find-organisations.js';

const FindPeople = graphql(`
  query FindPeople($text: String!) {
    people(text: $text, first: 8) { nodes { id name affiliations { current post organisation { id name nameEn acronym acronymEn seatCountry visibility country standing } } } }
  }
`);

/** A person as a choice; `at`: the organisation where they are now. */
export interface PersonOption extends PickOption { at?: OrganisationOption }

/** People by name or organisation, misspelt or not. */
export async function findPeople(text: string): Promise<PersonOption[]> {
  const { people } = await request(FindPeople, { text });
  return people.nodes.map(({ id, name, affiliations }) => {
    const now = affiliations.find((each) => each.current && each.organisation);
    if (!now?.organisation) return { id, label: name };
    return { id, label: name, detail: [now.post, shortName(now.organisation)].filter(Boolean).join(' · '), at: organisationOption(now.organisation) };
  });
}
