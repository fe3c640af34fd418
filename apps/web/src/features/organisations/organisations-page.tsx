import { Button, NativeSelect, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { IconBuildingCommunity, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { acronymOf, fullName } from '../../app/organisation-names.js';
import { errorText } from '../../app/problems.js';
import { useMay, useViewer } from '../../app/session.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { BackFromTrash, EmptyTrash, RestoreButton, TrashButton } from '../../app/trash.js';
import { useApiPages, useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { OrganisationFilter, OrganisationsQuery } from '../../gql/graphql.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { DayText } from '../../ui/day-text.js';
import { relativeDay, today } from '../../ui/days.js';
import { Facet, FilterBar } from '../../ui/facets.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded, NothingFound } from '../../ui/states.js';
import { AllianceBadge } from './alliance-badge.js';
import { OrganisationLink } from './organisation-link.js';
import { RestoreOrganisation } from './operations.js';

const Organisations = graphql(`
  query Organisations($filter: OrganisationFilter, $sort: OrganisationSort, $after: String, $text: String!) {
    organisations(filter: $filter, sort: $sort, after: $after) {
      total hasMore endCursor
      nodes { id name nameEn acronym acronymEn kind seatCountry alliance freshness lastContactOn nextStep { kind title day } version viewerCan matchedName(text: $text) { value } }
    }
  }
`);
// Counts are asked apart: the list does not wait for them.
const OrganisationFacets = graphql(`
  query OrganisationFacets($filter: OrganisationFilter) { organisations(filter: $filter, first: 1) { facets { name values { value count } } } }
`);

type Organisation = OrganisationsQuery['organisations']['nodes'][number];
const CONTACTS = ['recent', 'cooling', 'cold', 'never'] as const;
const TAXONOMY = { alliance: null, contact: null, audience: 'audience', country: 'country', theme: 'theme', kind: 'organisation_kind', scope: 'scope', freshness: null, standing: null } as const;
export type OrganisationFacet = keyof typeof TAXONOMY;
export const ORGANISATION_FACETS = Object.keys(TAXONOMY) as OrganisationFacet[];
/** How the list may be sorted: what the address and the chooser call it, and what the server does. */
const SORTS = { name: 'NAME', contact: 'RECENT_CONTACT', cold: 'LEAST_RECENT_CONTACT', next: 'NEXT_STEP', stale: 'LEAST_RECENTLY_CONFIRMED', recent: 'RECENTLY_RECORDED' } as const;
export type OrganisationsSort = keyof typeof SORTS;
export const ORGANISATION_SORTS = Object.keys(SORTS) as OrganisationsSort[];
export type OrganisationsSearch = { text?: string; sort?: OrganisationsSort; trash?: true; mine?: true } & Partial<Record<OrganisationFacet, string[]>>;

/** The directory: found while typing, misspelt or not; what is filtered lives in the address. */
export function OrganisationsPage({ search, onSearch }: { search: OrganisationsSearch; onSearch: (search: OrganisationsSearch) => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay('organisation.register');
  const mayArchive = useMay('organisation.archive');
  const [typed, setTyped] = useState(search.text ?? '');
  const { text = '', sort, trash, mine, ...facets } = search;
  const filter = useFilter({ text, facets, trash, mine });
  const query = useApiPages(Organisations, { filter, sort: sort ? SORTS[sort] : null, after: null as string | null, text }, {
    next: ({ organisations }) => (organisations.hasMore ? organisations.endCursor : null), withCursor: (variables, after) => ({ ...variables, after }), keepPrevious: true,
  });
  const { nameOfValue } = useFacetNames();
  const active = [
    ...(mine ? [{ key: 'mine', label: t('organisations.mine'), onRemove: () => onSearch({ ...search, mine: undefined }) }] : []),
    ...ORGANISATION_FACETS.flatMap((facet) => (search[facet] ?? []).map((value) => ({
      key: `${facet} ${value}`, label: nameOfValue(facet, value), onRemove: () => onSearch({ ...search, [facet]: without(search[facet], value) }),
    }))),
  ];
  const clear = () => { setTyped(''); onSearch({ trash }); };
  const narrowed = active.length > 0 || text !== '';
  return (
    <>
      <PageHeader title={trash ? t('common.trash.title') : t('organisations.title')} intro={trash ? t('common.trash.intro') : t('organisations.intro')}
        above={trash && <BackFromTrash onBack={() => onSearch({})} />}
        actions={<>
          {mayArchive && !trash && <TrashButton onOpen={() => onSearch({ trash: true })} />}
          {may && !trash && <Button leftSection={<IconPlus size={16} />} onClick={() => void navigate({ to: '/organizaciones/nueva' })}>{t('organisations.register')}</Button>}
        </>} />
      <FilterBar active={active} onClear={clear} facets={<Facets search={search} filter={filter} onSearch={onSearch} />}
        search={{ value: typed, onChange: (value) => { setTyped(value); onSearch({ ...search, text: value || undefined }); }, placeholder: t('organisations.searchPlaceholder') }}
        end={<SortChooser sort={sort} searching={text !== ''} onSort={(chosen) => onSearch({ ...search, sort: chosen })} />}>
        <Section flush>
          <Loaded query={{ ...query, data: query.data }} message={(error) => errorText(t, error)}>
            {(data) => {
              const rows = data.pages.flatMap((page) => page.organisations.nodes);
              if (rows.length > 0) return <List rows={rows} text={text} trash={trash} total={data.pages[0]?.organisations.total} more={query} />;
              if (narrowed) return <NothingFound onClear={clear} />;
              return trash ? <EmptyTrash />
                : <EmptyState icon={IconBuildingCommunity} title={t('organisations.emptyTitle')} body={t('organisations.emptyBody')} />;
            }}
          </Loaded>
        </Section>
      </FilterBar>
    </>
  );
}

const without = (values: string[] | undefined, value: string) => {
  const rest = (values ?? []).filter((each) => each !== value);
  return rest.length > 0 ? rest : undefined;
};

function useFilter({ text, facets, trash, mine }: { text: string; facets: Partial<Record<OrganisationFacet, string[]>>; trash?: true; mine?: true }): OrganisationFilter {
  const viewer = useViewer();
  return { ...(mine ? { relationshipOwnerId: viewer.id } : {}), text: text || null, ...facets, archived: trash ?? null };
}

function useFacetNames() {
  const { t } = useTranslation();
  const { label, fullLabel } = useTaxonomies();
  const nameOfValue = (facet: OrganisationFacet, value: string) => {
    if (facet === 'alliance') return t(`organisations.alliance.${value as 'allied'}`);
    if (facet === 'contact') return t(`partnerships.contactState.${value as 'recent'}`);
    if (facet === 'freshness') return t(`organisations.freshness.${value as 'fresh'}`);
    return facet === 'standing' ? t(`organisations.standings.${value as 'external'}`) : label(TAXONOMY[facet]!, value);
  };
  const fullOfValue = (facet: OrganisationFacet, value: string) => (TAXONOMY[facet] ? fullLabel(TAXONOMY[facet], value) : nameOfValue(facet, value));
  const titleOf = (facet: OrganisationFacet) => t(`organisations.${facet === 'alliance' ? 'allianceLabel' : facet === 'freshness' ? 'freshnessLabel' : facet === 'contact' ? 'lastContact' : facet}`);
  return { nameOfValue, fullOfValue, titleOf };
}

function Facets({ search, filter, onSearch }: { search: OrganisationsSearch; filter: OrganisationFilter; onSearch: (search: OrganisationsSearch) => void }) {
  const { t } = useTranslation();
  const { nameOfValue, fullOfValue, titleOf } = useFacetNames();
  const [asked] = useDebouncedValue(filter, 250);
  const { data } = useApiQuery(OrganisationFacets, { filter: asked }, { keepPrevious: true });
  return ORGANISATION_FACETS.map((facet) => {
    const counted = data?.organisations.facets.find((each) => each.name === facet)?.values ?? [];
    const chosen = search[facet] ?? [];
    if (facet === 'contact') {
      return [
        <Facet key={facet} label={titleOf(facet)} value={chosen} onChange={(values) => onSearch({ ...search, contact: values.length > 0 ? values : undefined })} options={CONTACTS.map((value) => ({ value, label: nameOfValue(facet, value) }))} />,
        <Facet key="mine" label={t('organisations.relationshipOwner')} value={search.mine ? ['mine'] : []} onChange={(values) => onSearch({ ...search, mine: values.length > 0 ? true : undefined })} options={[{ value: 'mine', label: t('organisations.mine') }]} />,
      ];
    }
    // What is chosen stays to be taken back, also when nothing is left of it.
    const all = [...counted, ...chosen.filter((value) => !counted.some((each) => each.value === value)).map((value) => ({ value, count: 0 }))];
    if (all.length === 0) return null;
    return (
      <Facet key={facet} label={titleOf(facet)} value={chosen} onChange={(values) => onSearch({ ...search, [facet]: values.length > 0 ? values : undefined })}
        options={all.map(({ value, count }) => ({ value, count, label: nameOfValue(facet, value), full: fullOfValue(facet, value) }))} />
    );
  });
}

function SortChooser({ sort, searching, onSort }: { sort?: OrganisationsSort; searching: boolean; onSort: (sort?: OrganisationsSort) => void }) {
  const { t } = useTranslation();
  const choices = [...(searching ? [{ value: '', label: t('organisations.sorts.relevance') }] : []), ...ORGANISATION_SORTS.map((value) => ({ value, label: t(`organisations.sorts.${value}`) }))];
  return (
    <NativeSelect size="sm" aria-label={t('organisations.sortLabel')} data={choices} value={sort ?? (searching ? '' : 'name')}
      onChange={(event) => onSort(ORGANISATION_SORTS.find((each) => each === event.currentTarget.value && (searching || each !== 'name')))} />
  );
}

interface ListProps {
  rows: Organisation[];
  text: string;
  trash?: true;
  total?: number;
  more: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

function List({ rows, text, trash, total, more }: ListProps) {
  const { t } = useTranslation();
  const { label } = useTaxonomies();
  const navigate = useNavigate();
  const columns: Column<Organisation>[] = [
    { key: 'name', header: t('organisations.name'), cell: (row) => <NameCell row={row} text={text} trash={trash} name={fullName(row)} acronym={acronymOf(row)} /> },
    ...(trash ? [{ key: 'restore', header: '', cell: (row: Organisation) => <RestoreButton operation={RestoreOrganisation} row={row} may={row.viewerCan.includes('archive')} />, width: 120 }] : []),
    { key: 'alliance', header: t('organisations.allianceLabel'), cell: (row) => <AllianceBadge alliance={row.alliance} />, width: 130 },
    { key: 'kind', header: t('organisations.kindAndSeat'), cell: (row) => <KindCell kind={label('organisation_kind', row.kind)} seat={label('country', row.seatCountry)} />, width: 130 },
    { key: 'contact', header: t('organisations.lastContact'), cell: (row) => (row.lastContactOn ? <DayText day={row.lastContactOn} /> : <Quiet>{t('organisations.noContact')}</Quiet>), width: 118 },
    { key: 'next', header: t('partnerships.nextStep'), cell: (row) => <NextStepCell step={row.nextStep ?? null} />, width: 180 },
    { key: 'confirmed', header: t('organisations.confirmed'), cell: (row) => <Quiet>{t(`organisations.freshness.${row.freshness as 'fresh'}`)}</Quiet>, width: 105, phone: 'hidden' },
  ];
  return (
    <DataTable label={t('organisations.title')} columns={columns} rows={rows} rowKey={(row) => row.id} total={total} hasMore={more.hasNextPage}
      onMore={() => void more.fetchNextPage()} loadingMore={more.isFetchingNextPage} onOpen={trash ? undefined : (row) => void navigate({ to: '/organizaciones/$id', params: { id: row.id } })} />
  );
}

const KindCell = ({ kind, seat }: { kind: string; seat: string }) => <div>{kind && <Text size="sm">{kind}</Text>}{seat && <Quiet>{seat}</Quiet>}</div>;

/** What comes next, with its day in red words when it is overdue. */
function NextStepCell({ step }: { step: Organisation['nextStep'] | null }) {
  const { t, i18n } = useTranslation();
  if (!step) return <Quiet>{t('common.notGiven')}</Quiet>;
  const late = step.day < today();
  return (
    <div title={step.title}>
      <Text size="xs" lineClamp={2}>{t(`partnerships.step.${step.kind as 'meeting'}`)}: {step.title}</Text>
      <Text size="xs" c={late ? 'red.8' : 'gray.7'} fw={late ? 600 : undefined}>{relativeDay(step.day, today(), i18n.language)}</Text>
    </div>
  );
}

const Quiet = ({ children }: { children: string }) => <Text size="xs" c="gray.7">{children}</Text>;

/** Its name, its acronym, and the other name by which it was found when neither of both explains it. */
function NameCell({ row, text, trash, name, acronym }: { row: Organisation; text: string; trash?: true; name: string; acronym: string | null }) {
  const { t } = useTranslation();
  const matched = text === '' ? null : row.matchedName?.value;
  return (
    <>
      {trash ? <Text size="sm">{name}</Text> : <OrganisationLink id={row.id}>{name}</OrganisationLink>}
      {acronym && <Text size="xs" c="gray.6">{acronym}</Text>}
      {matched && matched !== name && matched !== acronym && <Text size="xs" c="gray.7">{t('organisations.foundBy', { name: matched })}</Text>}
    </>
  );
}
