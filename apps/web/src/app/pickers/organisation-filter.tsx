import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.js';
import { PickOrCreate } from '../../ui/pick-or-create.js';
import { useApiQuery } from '../use-api.js';
import { findOrganisations, organisationOption } from './find-organisations.js';

const OrganisationFilteredBy = graphql(`
  query OrganisationFilteredBy($id: ID!) { organisation(id: $id) { id name nameEn acronym acronymEn seatCountry } }
`);

/** The organisation that an address filters by; null while it is read, or when there is none that the reader may see. */
export function useOrganisationNamed(id: string | undefined) {
  const { data } = useApiQuery(OrganisationFilteredBy, { id: id ?? '' }, { enabled: id !== undefined });
  return id !== undefined && data?.organisation ? organisationOption(data.organisation) : null;
}

/** A list's filter by one organisation, found by typing: too many for checkboxes. */
export function OrganisationFilter({ value, onChange }: { value: string | undefined; onChange: (id: string | undefined) => void }) {
  const { t } = useTranslation();
  const chosen = useOrganisationNamed(value);
  return (
    <PickOrCreate label={t('organisations.one')} value={chosen ? [chosen] : []} max={1} find={findOrganisations}
      onChange={(options) => onChange(options[0]?.id)} />
  );
}
