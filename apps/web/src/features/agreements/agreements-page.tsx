import { Button, Select, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { BackFromTrash, TrashButton } from '../../app/trash.js';
import { useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { AgreementSort } from '../../gql/graphql.js';
import { countryName } from '../../ui/countries.js';
import { Facet, FilterBar } from '../../ui/facets.js';
import { PageHeader } from '../../ui/page-header.js';
import { LoadingState } from '../../ui/states.js';
import { AgreementList, VerificationQueue } from './agreement-list.js';
import { AGREEMENT_FACETS, AGREEMENT_SORTS, filterOf, type AgreementsSearch, type FacetName } from './agreements-search.js';
import { ViewTabs } from './view-tabs.js';

const Board = lazy(() => import('./board/board.js').then((file) => ({ default: file.Board })));
const CalendarView = lazy(() => import('./calendar/calendar-view.js').then((file) => ({ default: file.CalendarView })));
const TimelineView = lazy(() => import('./timeline/timeline-view.js').then((file) => ({ default: file.TimelineView })));
const ExpiringView = lazy(() => import('./expiring/expiring-view.js').then((file) => ({ default: file.ExpiringView })));

const AgreementFacets = graphql(`
  query AgreementFacets($filter: AgreementFilter) { agreements(filter: $filter, first: 1) { facets { name values { value count } } } }
`);

interface PageProps { search: AgreementsSearch; onSearch: (search: AgreementsSearch) => void }

/** All agreements, seen as a list, a board, a calendar, a timeline or by when they expire. What is chosen lives in the address. */
export function AgreementsPage({ search, onSearch }: PageProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay('agreement.register');
  const mayArchive = useMay('agreement.amend');
  const { sort, trash } = search;
  const view = trash ? 'list' : (search.view ?? 'list');
  return (
    <>
      <PageHeader title={trash ? t('common.trash.title') : t('agreements.title')} intro={trash ? t('common.trash.intro') : t('agreements.intro')}
        above={trash && <BackFromTrash onBack={() => onSearch({})} />}
        actions={<>
          {mayArchive && !trash && <TrashButton onOpen={() => onSearch({ trash: true })} />}
          {may && !trash && <Button leftSection={<IconPlus size={16} />} onClick={() => void navigate({ to: '/acuerdos/nuevo' })}>{t('agreements.register')}</Button>}
        </>} />
      {!trash && <ViewTabs view={view} onView={(next) => onSearch({ ...search, view: next === 'list' ? undefined : next })} />}
      <Filtered search={search} onSearch={onSearch} wide={view !== 'list'}
        end={(view === 'list' || view === 'board') && <Select w={190} aria-label={t('agreements.sortLabel')} allowDeselect={false} value={sort ?? 'RECENT'}
          data={AGREEMENT_SORTS.map((value) => ({ value, label: t(`agreements.sorts.${value}`) }))} onChange={(value) => onSearch({ ...search, sort: (value as AgreementSort | null) ?? undefined })} />}>
        {(shared) => <View view={view} search={search} onSearch={onSearch} {...shared} />}
      </Filtered>
    </>
  );
}

interface Shared { counts: (facet: FacetName) => readonly { value: string; count: number }[]; filtered: boolean; onClear: () => void }

function View({ view, search, onSearch, counts, filtered, onClear }: PageProps & Shared & { view: NonNullable<AgreementsSearch['view']> | 'list' }) {
  const filter = filterOf(search);
  const sort = search.sort ?? 'RECENT';
  const shared = { filter, filtered, onClear };
  if (view === 'list') {
    return (
      <Stack gap="sm">
        {!search.trash && <VerificationQueue waiting={counts('evidence').find((each) => each.value === 'to_verify')?.count ?? 0} />}
        <AgreementList {...shared} sort={sort} trash={search.trash} />
      </Stack>
    );
  }
  return (
    <Suspense fallback={<LoadingState />}>
      {view === 'board' && <Board filter={filter} sort={sort} />}
      {view === 'calendar' && <CalendarView {...shared} month={search.month} onMonth={(month) => onSearch({ ...search, month })} />}
      {view === 'timeline' && <TimelineView {...shared} />}
      {view === 'expiring' && <ExpiringView {...shared} within={search.within ?? 90} counts={counts('expiring')} onWithin={(within) => onSearch({ ...search, within })} />}
    </Suspense>
  );
}

/** The search and the facets around a view. */
function Filtered({ search, onSearch, wide, end, children }: PageProps & { wide: boolean; end: ReactNode; children: (shared: Shared) => ReactNode }) {
  const { t } = useTranslation();
  const texts = useFacetTexts();
  const { data } = useApiQuery(AgreementFacets, { filter: filterOf(search) }, { keepPrevious: true });
  const { text, view, sort, trash, within, month } = search;
  const choose = (facet: FacetName, values: string[]) => onSearch({ ...search, [facet]: values.length > 0 ? values : undefined });
  const counts = (facet: FacetName) => data?.agreements.facets.find((each) => each.name === facet)?.values ?? [];
  const facets = AGREEMENT_FACETS.filter((facet) => !(view === 'expiring' && facet === 'expiring'));
  const active = facets.flatMap((facet) => (search[facet] ?? []).map((value) => ({
    key: `${facet} ${value}`, label: texts.value(facet, value), onRemove: () => choose(facet, (search[facet] ?? []).filter((each) => each !== value)),
  })));
  const onClear = () => onSearch({ view, sort, trash, within, month });
  return (
    <FilterBar wide={wide} search={{ value: text ?? '', onChange: (typed) => onSearch({ ...search, text: typed || undefined }), placeholder: t('agreements.searchPlaceholder') }} active={active} onClear={onClear} end={end}
      facets={facets.filter((facet) => counts(facet).length > 0 || search[facet]).map((facet) => (
        <Facet key={facet} label={texts.title[facet]} value={search[facet] ?? []} onChange={(values) => choose(facet, values)}
          options={counts(facet).map(({ value, count }) => ({ value, count, label: texts.value(facet, value) })).sort((a, b) => (facet === 'expiring' ? Number(a.value) - Number(b.value) : 0))} />
      ))}>
      {children({ counts, filtered: active.length > 0 || Boolean(text), onClear })}
    </FilterBar>
  );
}

function useFacetTexts() {
  const { t, i18n } = useTranslation();
  const { label } = useTaxonomies();
  const title = {
    status: t('agreements.statusLabel'), evidence: t('agreements.evidence'), expiring: t('agreements.expiringLabel'), kind: t('agreements.kind'), audience: t('agreements.audience'), country: t('agreements.country'), theme: t('agreements.theme'),
  } satisfies Record<FacetName, string>;
  const value = (facet: FacetName, code: string): string => {
    switch (facet) {
      case 'status': return t(`agreements.status.${code as 'in_force'}`);
      case 'evidence': return t(`agreements.evidenceState.${code as 'verified'}`);
      case 'expiring': return t('agreements.withinDays', { count: Number(code) });
      case 'country': return countryName(code, i18n.language);
      case 'kind': return label('agreement_kind', code);
      default: return label(facet, code);
    }
  };
  return { title, value };
}
