import { Anchor, Button, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconBuildingCommunity, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useMay } from '../../app/session.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiPages } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { OrganisationsQuery } from '../../gql/graphql.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { Facet, FilterBar } from '../../ui/facets.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded, NothingFound } from '../../ui/states.js';

const Organisations = graphql(`
  query Organisations($filter: OrganisationFilter, $after: String) {
    organisations(filter: $filter, after: $after) {
      total hasMore endCursor facets { name values { value count } }
      nodes { id name nameEn acronym acronymEn audience kind scope seatCountry themes }
    }
  }
`);

type Organisation = OrganisationsQuery['organisations']['nodes'][number];
const TAXONOMY = { audience: 'audience', kind: 'organisation_kind', scope: 'scope', country: 'country', theme: 'theme', alliance: null, freshness: null, standing: null } as const;
export type OrganisationFacet = keyof typeof TAXONOMY;
export const ORGANISATION_FACETS = Object.keys(TAXONOMY) as OrganisationFacet[];
export type OrganisationsSearch = { text?: string } & Partial<Record<OrganisationFacet, string[]>>;

/** The directory: found while typing, misspelt or not; what is filtered lives in the address. */
export function OrganisationsPage({ search, onSearch }: { search: OrganisationsSearch; onSearch: (search: OrganisationsSearch) => void }) {
  const { t, i18n } = useTranslation();
  const { label } = useTaxonomies();
  const navigate = useNavigate();
  const may = useMay('organisation.register');
  const query = useApiPages(Organisations, { filter: search, after: null as string | null }, { next: (page) => (page.organisations.hasMore ? page.organisations.endCursor : null), withCursor: (variables, after) => ({ ...variables, after }), keepPrevious: true });
  const first = query.data?.pages[0]?.organisations;
  const english = i18n.language === 'en';
  const nameOf = (facet: OrganisationFacet, value: string) => {
    if (facet === 'alliance') return t(`organisations.alliance.${value as 'allied'}`);
    if (facet === 'freshness') return t(`organisations.freshness.${value as 'fresh'}`);
    return facet === 'standing' ? t(`organisations.standings.${value as 'external'}`) : label(TAXONOMY[facet]!, value);
  };
  const titleOf = (facet: OrganisationFacet) => t(`organisations.${facet === 'alliance' ? 'allianceLabel' : facet === 'freshness' ? 'freshnessLabel' : facet}`);
  const columns: Column<Organisation>[] = [
    { key: 'name', header: t('organisations.name'), cell: (row) => (
      <>
        <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/organizaciones/$id" params={{ id: row.id }} />}>{(english && row.nameEn) || row.name}</Anchor>
        {row.acronym && <Text size="xs" c="gray.6">{(english && row.acronymEn) || row.acronym}</Text>}
      </>
    ) },
    { key: 'kind', header: t('organisations.kind'), cell: (row) => label('organisation_kind', row.kind) },
    { key: 'scope', header: t('organisations.scope'), cell: (row) => label('scope', row.scope) },
    { key: 'seat', header: t('organisations.seat'), cell: (row) => label('country', row.seatCountry) },
    { key: 'themes', header: t('organisations.theme'), cell: (row) => row.themes.map((code) => label('theme', code)).join(', '), phone: 'hidden' },
  ];
  const active = ORGANISATION_FACETS.flatMap((facet) => (search[facet] ?? []).map((value) => ({ key: `${facet} ${value}`, label: nameOf(facet, value), onRemove: () => onSearch({ ...search, [facet]: search[facet]?.filter((each) => each !== value) }) })));
  return (
    <>
      <PageHeader title={t('organisations.title')} intro={t('organisations.intro')} actions={may && <Button leftSection={<IconPlus size={16} />} onClick={() => void navigate({ to: '/organizaciones/nueva' })}>{t('organisations.register')}</Button>} />
      <FilterBar search={{ value: search.text ?? '', onChange: (text) => onSearch({ ...search, text: text || undefined }), placeholder: t('organisations.searchPlaceholder') }} active={active} onClear={() => onSearch({})}
        facets={ORGANISATION_FACETS.map((facet) => (
          <Facet key={facet} label={titleOf(facet)} value={search[facet] ?? []} onChange={(values) => onSearch({ ...search, [facet]: values.length > 0 ? values : undefined })}
            options={(first?.facets.find((each) => each.name === facet)?.values ?? []).map(({ value, count }) => ({ value, count, label: nameOf(facet, value) }))} />
        ))}>
        <Section flush>
          <Loaded query={{ ...query, data: query.data }} message={(error) => errorText(t, error)}>
            {(data) => {
              const rows = data.pages.flatMap((page) => page.organisations.nodes);
              if (rows.length === 0) return active.length > 0 || search.text ? <NothingFound onClear={() => onSearch({})} /> : <EmptyState icon={IconBuildingCommunity} title={t('organisations.emptyTitle')} body={t('organisations.emptyBody')} />;
              return <DataTable label={t('organisations.title')} columns={columns} rows={rows} rowKey={(row) => row.id} total={first?.total} hasMore={query.hasNextPage} onMore={() => void query.fetchNextPage()} loadingMore={query.isFetchingNextPage} onOpen={(row) => void navigate({ to: '/organizaciones/$id', params: { id: row.id } })} />;
            }}
          </Loaded>
        </Section>
      </FilterBar>
    </>
  );
}
