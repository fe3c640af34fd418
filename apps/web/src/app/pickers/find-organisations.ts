import { graphql } from '../../gql/gql.js';
import type { PickOption } from '../../ui/pick-or-create.js';
import { countryName } from '../../ui/countries.js';
import { request } from '../graphql.js';
import { currentLanguage } from '../i18n.js';
import { longName, type Named } from '../organisation-names.js';

const FindOrganisations = graphql(`
  query FindOrganisations($text: String!) {
    organisations(filter: { text: $text }, first: 8) { nodes { id name nameEn acronym acronymEn seatCountry visibility country standing } }
  }
`);

const RegisterByName = graphql(`
  mutation RegisterByName($name: String!) { registerOrganisation(input: { name: $name }) { id name nameEn acronym acronymEn seatCountry visibility country standing } }
`);

/** Who may read an organisation, and whether it is from outside; absent: not asked for. */
export interface Kept { visibility?: string; country?: string | null; standing?: string }

/** An organisation as a choice. */
export type OrganisationOption = PickOption & Kept;

type Found = Named & Kept & { id: string; seatCountry?: string | null };

/** How an organisation reads where many are chosen from: its acronym first, for that is what people type. */
export const organisationOption = (found: Found): OrganisationOption => ({
  id: found.id, label: longName(found), ...(found.seatCountry ? { detail: countryName(found.seatCountry, currentLanguage()) } : {}), ...otherNames(found),
  ...(found.visibility ? { visibility: found.visibility, country: found.country ?? null } : {}), ...(found.standing ? { standing: found.standing } : {}),
});

/** What it is called in the other language: whoever pastes a list may write that. */
function otherNames(found: Found): Pick<PickOption, 'alsoCalled'> {
  const alsoCalled = [found.acronym, found.acronymEn, found.name, found.nameEn].filter((each) => each != null && each !== '' && !longName(found).split(' · ').includes(each)) as string[];
  return alsoCalled.length > 0 ? { alsoCalled } : {};
}

/** Organisations by name, acronym or alias, misspelt or not; the likeliest first. */
export async function findOrganisations(text: string): Promise<OrganisationOption[]> {
  const { organisations } = await request(FindOrganisations, { text });
  return organisations.nodes.map(organisationOption);
}

/** Registers an organisation of which only the name is known yet. */
export async function createOrganisation(name: string): Promise<OrganisationOption> {
  const { registerOrganisation } = await request(RegisterByName, { name });
  return organisationOption(registerOrganisation);
}
