import { Alert, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { longName } from '../../app/organisation-names.js';
import { useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import { OrganisationLink } from './organisation-link.js';

const LikelyDuplicates = graphql(`
  query LikelyDuplicates($name: String!, $acronym: String, $except: ID) {
    likelyDuplicates(name: $name, acronym: $acronym, except: $except) { verdict organisation { id name nameEn acronym acronymEn } }
  }
`);

/** What is registered already and may be the same, while somebody types. */
export function SimilarOrganisations({ name, acronym, except }: { name: string; acronym: string; except?: string }) {
  const { t } = useTranslation();
  const [typed] = useDebouncedValue({ name: name.trim(), acronym: acronym.trim() || null }, 300);
  const long = typed.name.length > 2 || (typed.acronym?.length ?? 0) > 1;
  const { data } = useApiQuery(LikelyDuplicates, { ...typed, except: except ?? null }, { enabled: long, keepPrevious: true });
  const found = data?.likelyDuplicates ?? [];
  if (!long || found.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" role="status" title={t('organisations.similar')}>
      {found.map(({ organisation, verdict }) => (
        <Text key={organisation.id} size="sm">
          <OrganisationLink id={organisation.id}>{longName(organisation)}</OrganisationLink>
          {verdict === 'same' && ` — ${t('organisations.sameName')}`}
        </Text>
      ))}
    </Alert>
  );
}
