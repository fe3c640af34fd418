import { Anchor, Button, SegmentedControl, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconPlus, IconReportMoney } from '@tabler/icons-react';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shortName } from '../../app/organisation-names.js';
import { errorText } from '../../app/problems.js';
import { useMay } from '../../app/session.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiPages, useApiQuery } from '../../app/use-api.js';
import type { ProposalFilter, ProposalSort, ProposalsQuery } from '../../gql/graphql.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { DayText } from '../../ui/day-text.js';
import { today } from '../../ui/days.js';
import { Facet, FilterBar } from '../../ui/facets.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded, LoadingState, NothingFound } from '../../ui/states.js';
import { ProposalFacets, Proposals, ProposalTotals } from './operations.js';
import { ProposalFigures } from './proposal-figures.js';
import { amountText, Stage, stageOf } from './stage.js';

type Row = ProposalsQuery['proposals']['nodes'][number];
export const PROPOSAL_FACETS = ['stage', 'year', 'country'] as const;
type FacetName = (typeof PROPOSAL_FACETS)[number];
export const PROPOSAL_VIEWS = ['board', 'list'] as const;
type View = (typeof PROPOSAL_VIEWS)[number];
export type ProposalsSearch = { text?: string; sort?: ProposalSort; view?: View } & Partial<Record<FacetName, string[]>>;

const ProposalBoard = lazy(() => import('./proposal-board.js').then((file) => ({ default: file.ProposalBoard })));

interface PageProps { search: ProposalsSearch; onSearch: (search: ProposalsSearch) => void }

/** Every proposal by its stage, with what they come to; what is filtered lives in the address. */
export function ProposalsPage({ search, onSearch }: PageProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay('proposal.register');
  const { view = 'board' } = search;
  const filter = filterOf(search);
  const totals = useApiQuery(ProposalTotals, { filter }, { keepPrevious: true }).data?.proposalTotals;
  const register = may && <Button leftSection={<IconPlus size={16} />} onClick={() => void navigate({ to: '/propuestas/nueva' })}>{t('proposals.register')}</Button>;
  const none = totals?.byStage.every(({ count }) => count === 0) && Object.values(filter).every((each) => each === undefined);
  if (none) {
    return (
      <>
        <PageHeader title={t('proposals.title')} intro={t('proposals.intro')} actions={register} />
        <EmptyState icon={IconReportMoney} title={t('proposals.emptyTitle')} body={t('proposals.emptyBody')} actions={register} />
      </>
    );
  }
  return (
    <>
      <PageHeader title={t('proposals.title')} intro={t('proposals.intro')} actions={register} />
      {totals && <ProposalFigures totals={totals} />}
      <SegmentedControl mb="md" aria-label={t('proposals.views.label')} value={view} data={PROPOSAL_VIEWS.map((value) => ({ value, label: t(`proposals.views.${value}`) }))}
        onChange={(next) => onSearch({ ...search, view: next === 'list' ? 'list' : undefined })} />
      <Filtered search={search} onSearch={onSearch}>
        {view === 'board' ? <Suspense fallback={<LoadingState />}><ProposalBoard filter={filter} totals={totals} /></Suspense>
          : <ProposalList filter={filter} sort={search.sort} onSort={(sort) => onSearch({ ...search, sort })} onClear={() => onSearch({ view })} />}
      </Filtered>
    </>
  );
}

/** On the board the stages are the columns, and no filter. */
const filterOf = ({ sort: _sort, view, stage, ...filter }: ProposalsSearch) => ({ ...filter, ...(view === 'list' ? { stage } : {}) });

/** The search and the facets around a view. */
function Filtered({ search, onSearch, children }: PageProps & { children: ReactNode }) {
  const { t } = useTranslation();
  const { label } = useTaxonomies();
  const { data } = useApiQuery(ProposalFacets, { filter: filterOf(search) }, { keepPrevious: true });
  const onList = search.view === 'list';
  const counts = (facet: FacetName) => data?.proposals.facets.find(({ name }) => name === facet)?.values ?? [];
  const nameOf = (facet: FacetName, value: string) => (facet === 'stage' ? t(`proposals.stages.${stageOf(value)}`) : facet === 'country' ? label('country', value) : value);
  const facets = PROPOSAL_FACETS.filter((facet) => onList || facet !== 'stage');
  const active = facets.flatMap((facet) => (search[facet] ?? []).map((value) => ({
    key: `${facet} ${value}`, label: nameOf(facet, value), onRemove: () => onSearch({ ...search, [facet]: search[facet]?.filter((each) => each !== value) }),
  })));
  return (
    <FilterBar active={active} onClear={() => onSearch({ view: search.view })} wide={!onList}
      search={{ value: search.text ?? '', onChange: (text) => onSearch({ ...search, text: text || undefined }), placeholder: t('proposals.searchPlaceholder') }}
      facets={facets.map((facet) => (
        <Facet key={facet} label={t(`proposals.${facet}`)} value={search[facet] ?? []} onChange={(values) => onSearch({ ...search, [facet]: values.length > 0 ? values : undefined })}
          options={counts(facet).map(({ value, count }) => ({ value, count, label: nameOf(facet, value) })).sort((a, b) => (facet === 'year' ? Number(b.value) - Number(a.value) : 0))} />
      ))}>
      {children}
    </FilterBar>
  );
}

interface ListProps { filter: ProposalFilter; sort?: ProposalSort; onSort: (sort: ProposalSort) => void; onClear: () => void }

function ProposalList({ filter, sort, onSort, onClear }: ListProps) {
  const { t } = useTranslation();
  const query = useApiPages(Proposals, { filter, sort: sort ?? null, after: null as string | null }, {
    next: ({ proposals }) => (proposals.hasMore ? proposals.endCursor : null), withCursor: (variables, after) => ({ ...variables, after }), keepPrevious: true,
  });
  const more = { hasMore: query.hasNextPage, onMore: () => void query.fetchNextPage(), loadingMore: query.isFetchingNextPage };
  return (
    <Section flush>
      <Loaded query={query} message={(error) => errorText(t, error)}>
        {({ pages }) => {
          const rows = pages.flatMap(({ proposals }) => proposals.nodes);
          return rows.length === 0 ? <NothingFound onClear={onClear} /> : <ProposalsTable rows={rows} total={pages[0]?.proposals.total} sort={sort} onSort={onSort} more={more} />;
        }}
      </Loaded>
    </Section>
  );
}

interface TableProps {
  rows: readonly Row[];
  total?: number;
  sort?: ProposalSort;
  onSort: (sort: ProposalSort) => void;
  more: { hasMore: boolean; onMore: () => void; loadingMore: boolean };
}

function ProposalsTable({ rows, total, sort, onSort, more }: TableProps) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const named = ({ partners }: Row, role: string) => partners.filter((partner) => partner.role === role).map(({ organisation }) => shortName(organisation)).join(', ');
  const columns: Column<Row>[] = [
    { key: 'title', header: t('proposals.name'), sort: 'TITLE', cell: (row) => (
      <>
        <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/propuestas/$id" params={{ id: row.id }} />}>{row.title}</Anchor>
        {named(row, 'co_author') && <Text size="xs" c="gray.6" fw={400}>{t('proposals.coAuthors')}: {named(row, 'co_author')}</Text>}
      </>
    ) },
    { key: 'stage', header: t('proposals.stage'), cell: (row) => <Stage stage={row.stage} />, width: 160 },
    { key: 'funder', header: t('proposals.roles.funder'), cell: (row) => named(row, 'funder') || '—' },
    { key: 'amount', header: t('proposals.amount'), sort: 'AMOUNT', align: 'right', cell: (row) => <span style={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>{amountText(row.amount, row.currency, i18n.language)}</span> },
    { key: 'deadline', header: t('proposals.deadline'), sort: 'DEADLINE', cell: (row) => (
      <>
        <DayText day={row.deadline} />
        {row.stage === 'drafting' && row.deadline && row.deadline < today() && <Text size="xs" c="red.8">{t('proposals.overdue')}</Text>}
      </>
    ) },
  ];
  return (
    <DataTable label={t('proposals.title')} columns={columns} rows={rows} rowKey={(row) => row.id} total={total} {...more}
      sort={sort && { by: sort, descending: sort === 'AMOUNT' }} onSort={({ by }) => onSort(by as ProposalSort)}
      onOpen={(row) => void navigate({ to: '/propuestas/$id', params: { id: row.id } })} />
  );
}
