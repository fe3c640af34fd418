import { graphql } from '../../gql/gql.js';
import type { PickOption } from '../../ui/pick-or-create.js';
import { request } from '../graphql.js';

const FindOrganisations = graphql(`
  query FindOrganisations($text: String!) {
    organisations(filter: { text: $text }, first: 8) { nodes { id name acronym seatCountry } }
  }
`);

const RegisterByName = graphql(`
  mutation RegisterByName($name: String!) { registerOrganisation(input: { name: $name }) { id name acronym seatCountry } }
`);

type Found = { id: string; name: string; acronym?: string | null; seatCountry?: string | null };

/** How an organisation reads where many are chosen from: its acronym first, for that is what people type. */
export const organisationOption = ({ id, name, acronym, seatCountry }: Found): PickOption =>
  ({ id, label: acronym ? `${acronym} · ${name}` : name, ...(seatCountry ? { detail: seatCountry } : {}) });

/** Organisations by name, acronym or alias, misspelt or not; the likeliest first. */
export async function findOrganisations(text: string): Promise<PickOption[]> {
  const { organisations } = await request(FindOrganisations, { text });
  return organisations.nodes.map(organisationOption);
}

/** Registers an organisation of which only the name is known yet. */
export async function createOrganisation(name: string): Promise<PickOption> {
  const { registerOrganisation } = await request(RegisterByName, { name });
  return organisationOption(registerOrganisation);
}
