import { Anchor, Button, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconPlus, IconSparkles } from '@tabler/icons-react';
import type { ActivityStatus } from '@tejido/domain/activity-count.js';
import { useTranslation } from 'react-i18next';
import { shortName } from '../../app/organisation-names.js';
import { OrganisationFilter, useOrganisationNamed } from '../../app/pickers/organisation-filter.js';
import { useStrategyLabels } from '../../app/pickers/strategy-select.js';
import { errorText } from '../../app/problems.js';
import { useMay } from '../../app/session.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { titleOf } from '../../app/titles.js';
import { BackFromTrash, EmptyTrash, RestoreButton, TrashButton } from '../../app/trash.js';
import { useApiPages } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { ActivitiesQuery, ActivitySort } from '../../gql/graphql.js';
import { DataTable, type Column, type Sort } from '../../ui/data-table.js';
import { DayRange } from '../../ui/day-text.js';
import { Facet, FilterBar } from '../../ui/facets.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded, NothingFound } from '../../ui/states.js';
import { ActivityStatusBadge, CountingBadge, type Counting } from './activity-state.js';

const Activities = graphql(`
  query Activities($filter: ActivityFilter, $sort: ActivitySort, $after: String) {
    activities(filter: $filter, sort: $sort, after: $after) {
      total hasMore endCursor
      nodes {
        id title titleEn kind status startsOn endsOn counting version viewerCan parent { id title titleEn }
        participations { id contributes organisation { id name nameEn acronym acronymEn standing } }
      }
      facets { name values { value count } }
    }
  }
`);

const RestoreActivity = graphql(`
  mutation RestoreActivity($id: ID!, $version: Int!) { restoreActivity(id: $id, version: $version) { id } }
`);

type Activity = ActivitiesQuery['activities']['nodes'][number];
export const ACTIVITY_FACETS = ['status', 'counting', 'year', 'kind', 'country', 'theme', 'axis'] as const;
type FacetName = (typeof ACTIVITY_FACETS)[number];
export type ActivitiesSearch = { text?: string; organisation?: string; sort?: ActivitySort; trash?: true } & Partial<Record<FacetName, string[]>>;

export const ACTIVITY_SORTS = {
  RECENT: { by: 'when', descending: true }, OLDEST: { by: 'when', descending: false }, TITLE: { by: 'title', descending: false },
} as const satisfies Record<ActivitySort, Sort>;
const sortNamed = ({ by, descending }: Sort): ActivitySort => (by === 'title' ? 'TITLE' : descending ? 'RECENT' : 'OLDEST');

/** Every joint activity, latest first; what is filtered and sorted lives in the address. */
export function ActivitiesPage({ search, onSearch }: { search: ActivitiesSearch; onSearch: (search: ActivitiesSearch) => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay('activity.register');
  const mayArchive = useMay('activity.amend');
  const { text, organisation, sort = 'RECENT', year, trash, ...chosen } = search;
  const filter = { text: text ?? null, organisationId: organisation ?? null, year: year?.map(Number) ?? null, ...chosen, archived: trash ?? null };
  const query = useApiPages(Activities, { filter, sort, after: null as string | null }, {
    next: (page) => (page.activities.hasMore ? page.activities.endCursor : null), withCursor: (variables, after) => ({ ...variables, after }), keepPrevious: true,
  });
  const first = query.data?.pages[0]?.activities;
  const { active, facets } = useFilters(search, onSearch, first);
  const columns = useColumns(trash);
  return (
    <>
      <PageHeader title={trash ? t('common.trash.title') : t('activities.title')} intro={trash ? t('common.trash.intro') : t('activities.intro')}
        above={trash && <BackFromTrash onBack={() => onSearch({})} />}
        actions={<>
          {mayArchive && !trash && <TrashButton onOpen={() => onSearch({ trash: true })} />}
          {may && !trash && <Button leftSection={<IconPlus size={16} />} onClick={() => void navigate({ to: '/actividades/nueva' })}>{t('activities.register')}</Button>}
        </>} />
      <FilterBar search={{ value: text ?? '', onChange: (typed) => onSearch({ ...search, text: typed || undefined }), placeholder: t('activities.searchPlaceholder') }}
        active={active} onClear={() => onSearch({ sort: search.sort, trash })} facets={facets}>
        <Section flush>
          <Loaded query={query} message={(error) => errorText(t, error)}>
            {(data) => {
              const rows = data.pages.flatMap((page) => page.activities.nodes);
              if (rows.length === 0 && (active.length > 0 || text)) return <NothingFound onClear={() => onSearch({ trash })} />;
              if (rows.length === 0 && trash) return <EmptyTrash />;
              if (rows.length === 0) return <EmptyState icon={IconSparkles} title={t('activities.emptyTitle')} body={t('activities.emptyBody')} />;
              return (
                <DataTable label={t('activities.title')} columns={columns} rows={rows} rowKey={(row) => row.id} total={first?.total}
                  sort={ACTIVITY_SORTS[sort]} onSort={(by) => onSearch({ ...search, sort: sortNamed(by) })}
                  hasMore={query.hasNextPage} onMore={() => void query.fetchNextPage()} loadingMore={query.isFetchingNextPage}
                  onOpen={trash ? undefined : (row) => void navigate({ to: '/actividades/$id', params: { id: row.id } })} />
              );
            }}
          </Loaded>
        </Section>
      </FilterBar>
    </>
  );
}

function useColumns(trash?: true): Column<Activity>[] {
  const { t } = useTranslation();
  const { label } = useTaxonomies();
  return [
    { key: 'title', header: t('activities.name'), sort: 'title', width: '34%', cell: (row) => (
      <>
        {trash ? <Text size="sm">{titleOf(row)}</Text> : <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/actividades/$id" params={{ id: row.id }} />}>{titleOf(row)}</Anchor>}
        <Text size="xs" c="gray.6">{[label('activity_kind', row.kind), row.parent && `${t('activities.partOf')} ${titleOf(row.parent)}`].filter(Boolean).join(' · ')}</Text>
      </>
    ) },
    ...(trash ? [{ key: 'restore', header: '', width: 120, cell: (row: Activity) => <RestoreButton operation={RestoreActivity} row={row} may={row.viewerCan.includes('amend')} /> }] : []),
    { key: 'when', header: t('activities.when'), sort: 'when', cell: (row) => <DayRange from={row.startsOn} to={row.endsOn} />, width: 190 },
    { key: 'partners', header: t('activities.partners'), cell: (row) => partnersOf(row) },
    { key: 'status', header: t('activities.statusLabel'), cell: (row) => <ActivityStatusBadge status={row.status} />, width: 130 },
    // Before it is done there is nothing to count: the status says it already.
    { key: 'counting', header: t('activities.countingLabel'), cell: (row) => (row.status === 'done' ? <CountingBadge counting={row.counting} /> : null), width: 150 },
  ];
}

/** Who contributes, else who attends; those from outside first. */
function partnersOf({ participations }: Activity): string {
  const contributing = participations.filter(({ contributes }) => contributes);
  const shown = (contributing.length > 0 ? contributing : participations).map(({ organisation }) => organisation)
    .sort((a, b) => Number(a.standing !== 'external') - Number(b.standing !== 'external'));
  const names = [...new Set(shown.map(shortName))];
  return [...names.slice(0, 3), ...(names.length > 3 ? [`+${names.length - 3}`] : [])].join(', ');
}

function useFilters(search: ActivitiesSearch, onSearch: (search: ActivitiesSearch) => void, first: ActivitiesQuery['activities'] | undefined) {
  const { t } = useTranslation();
  const { label } = useTaxonomies();
  const strategy = useStrategyLabels();
  const organisation = useOrganisationNamed(search.organisation);
  const title = {
    status: t('activities.statusLabel'), counting: t('activities.countingLabel'), year: t('activities.year'), kind: t('activities.kind'), country: t('common.country.label'),
    theme: t('activities.theme'), axis: t('activities.axis'),
  } satisfies Record<FacetName, string>;
  const nameOf = (facet: FacetName, value: string) => ({
    status: () => t(`activities.status.${value as ActivityStatus}`), counting: () => t(`activities.counting.${value as Counting}`), year: () => value,
    kind: () => label('activity_kind', value), country: () => label('country', value), theme: () => label('theme', value), axis: () => strategy.label(value),
  } satisfies Record<FacetName, () => string>)[facet]();
  const without = (facet: FacetName, value: string) => {
    const rest = (search[facet] ?? []).filter((each) => each !== value);
    return { ...search, [facet]: rest.length > 0 ? rest : undefined };
  };
  const active = [
    ...(search.organisation ? [{ key: 'organisation', label: organisation?.label ?? t('organisations.one'), onRemove: () => onSearch({ ...search, organisation: undefined }) }] : []),
    ...ACTIVITY_FACETS.flatMap((facet) => (search[facet] ?? []).map((value) => ({ key: `${facet} ${value}`, label: nameOf(facet, value), onRemove: () => onSearch(without(facet, value)) }))),
  ];
  const optionsOf = (facet: FacetName) => {
    const values = (first?.facets.find((each) => each.name === facet)?.values ?? []).map(({ value, count }) => ({ value, count, label: nameOf(facet, value) }));
    return facet === 'year' ? values.sort((a, b) => b.value.localeCompare(a.value)) : values;
  };
  const facets = (
    <>
      <OrganisationFilter value={search.organisation} onChange={(id) => onSearch({ ...search, organisation: id })} />
      {ACTIVITY_FACETS.map((facet) => (
        <Facet key={facet} label={title[facet]} value={search[facet] ?? []} options={optionsOf(facet)}
          onChange={(values) => onSearch({ ...search, [facet]: values.length > 0 ? values : undefined })} />
      ))}
    </>
  );
  return { active, facets };
}
