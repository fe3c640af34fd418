import { graphql } from '../../gql/gql.js';
import type { PickOption } from '../../ui/pick-or-create.js';
import { countryName } from '../../ui/countries.js';
import { request } from '../graphql.js';
import { currentLanguage } from '../i18n.js';
import { longName, type Named } from '../organisation-names.js';

const FindOrganisations = graphql(`
  query FindOrganisations($text: String!) {
    organisations(filter: { text: $text }, first: 8) { nodes { id name nameEn acronym acronymEn seatCountry } }
  }
`);

const RegisterByName = graphql(`
  mutation RegisterByName($name: String!) { registerOrganisation(input: { name: $name }) { id name nameEn acronym acronymEn seatCountry } }
`);

type Found = Named & { id: string; seatCountry?: string | null };

/** How an organisation reads where many are chosen from: its acronym first, for that is what people type. */
export const organisationOption = (found: Found): PickOption =>
  ({ id: found.id, label: longName(found), ...(found.seatCountry ? { detail: countryName(found.seatCountry, currentLanguage()) } : {}) });

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
