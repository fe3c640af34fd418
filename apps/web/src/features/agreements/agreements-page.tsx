import { Anchor, Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconFileDescription, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useMay } from '../../app/session.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiPages } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { AgreementsQuery } from '../../gql/graphql.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { DayRange } from '../../ui/day-text.js';
import { Facet, FilterBar } from '../../ui/facets.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded, NothingFound } from '../../ui/states.js';
import { AgreementStatus } from './status.js';

const Agreements = graphql(`
  query Agreements($filter: AgreementFilter, $after: String) {
    agreements(filter: $filter, after: $after) {
      total hasMore endCursor
      nodes { id title kind status inForceSince effectiveTo parties { id organisation { id name acronym standing } } }
      facets { name values { value count } }
    }
  }
`);

type Agreement = AgreementsQuery['agreements']['nodes'][number];
export interface AgreementsSearch { text?: string; status?: string[]; kind?: string[]; theme?: string[]; audience?: string[]; country?: string[] }
const FACETS = { status: null, kind: 'agreement_kind', theme: 'theme', audience: 'audience', country: 'country' } as const;
type FacetName = keyof typeof FACETS;

/** Every agreement with its derived status; what is filtered lives in the address. */
export function AgreementsPage({ search, onSearch }: { search: AgreementsSearch; onSearch: (search: AgreementsSearch) => void }) {
  const { t } = useTranslation();
  const { label } = useTaxonomies();
  const navigate = useNavigate();
  const may = useMay('agreement.register');
  const { text, ...facetsChosen } = search;
  const query = useApiPages(Agreements, { filter: { text: text ?? null, ...facetsChosen }, after: null as string | null }, { next: (page) => (page.agreements.hasMore ? page.agreements.endCursor : null), withCursor: (variables, after) => ({ ...variables, after }), keepPrevious: true });
  const first = query.data?.pages[0]?.agreements;
  const nameOf = (facet: FacetName, value: string) => (facet === 'status' ? t(`agreements.status.${value as 'in_force'}`) : label(FACETS[facet]!, value));
  const facetTitle = { status: t('agreements.statusLabel'), kind: t('agreements.kind'), theme: t('agreements.theme'), audience: t('agreements.audience'), country: t('agreements.country') };
  const columns: Column<Agreement>[] = [
    { key: 'title', header: t('agreements.name'), cell: (row) => <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/acuerdos/$id" params={{ id: row.id }} />}>{row.title}</Anchor> },
    { key: 'status', header: t('agreements.statusLabel'), cell: (row) => <AgreementStatus status={row.status} />, width: 170 },
    { key: 'validity', header: t('agreements.validity'), cell: (row) => (row.inForceSince ? <DayRange from={row.inForceSince} to={row.effectiveTo ?? null} /> : '—'), width: 210 },
    { key: 'parties', header: t('agreements.party'), cell: (row) => row.parties.filter(({ organisation }) => organisation.standing !== 'coalition').map(({ organisation }) => organisation.acronym ?? organisation.name).slice(0, 3).join(', ') },
  ];
  const active = (Object.keys(FACETS) as FacetName[]).flatMap((facet) => (search[facet] ?? []).map((value) => ({ key: `${facet} ${value}`, label: nameOf(facet, value), onRemove: () => onSearch({ ...search, [facet]: search[facet]?.filter((each) => each !== value) }) })));
  return (
    <>
      <PageHeader title={t('agreements.title')} intro={t('agreements.intro')} actions={may && <Button leftSection={<IconPlus size={16} />} onClick={() => void navigate({ to: '/acuerdos/nuevo' })}>{t('agreements.register')}</Button>} />
      <FilterBar search={{ value: text ?? '', onChange: (typed) => onSearch({ ...search, text: typed || undefined }), placeholder: t('agreements.searchPlaceholder') }} active={active} onClear={() => onSearch({})}
        facets={(Object.keys(FACETS) as FacetName[]).map((facet) => (
          <Facet key={facet} label={facetTitle[facet]} value={search[facet] ?? []} onChange={(values) => onSearch({ ...search, [facet]: values.length > 0 ? values : undefined })}
            options={(first?.facets.find((each) => each.name === facet)?.values ?? []).map(({ value, count }) => ({ value, count, label: nameOf(facet, value) }))} />
        ))}>
        <Section flush>
          <Loaded query={{ ...query, data: query.data }} message={(error) => errorText(t, error)}>
            {(data) => {
              const rows = data.pages.flatMap((page) => page.agreements.nodes);
              if (rows.length === 0) return active.length > 0 || text ? <NothingFound onClear={() => onSearch({})} /> : <EmptyState icon={IconFileDescription} title={t('agreements.emptyTitle')} body={t('agreements.emptyBody')} />;
              return <DataTable label={t('agreements.title')} columns={columns} rows={rows} rowKey={(row) => row.id} total={first?.total} hasMore={query.hasNextPage} onMore={() => void query.fetchNextPage()} loadingMore={query.isFetchingNextPage} onOpen={(row) => void navigate({ to: '/acuerdos/$id', params: { id: row.id } })} />;
            }}
          </Loaded>
        </Section>
      </FilterBar>
    </>
  );
}
