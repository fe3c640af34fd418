import { Anchor, Button, Group, SegmentedControl, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconCalendarDown, IconCalendarPlus, IconUsersGroup } from '@tabler/icons-react';
import { addDays } from '@tejido/domain/day.js';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLogMeeting } from '../../app/log-meeting.js';
import { shortName } from '../../app/organisation-names.js';
import { OrganisationFilter, useOrganisationNamed } from '../../app/pickers/organisation-filter.js';
import { errorText } from '../../app/problems.js';
import { useMay } from '../../app/session.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { BackFromTrash, EmptyTrash, RestoreButton, TrashButton } from '../../app/trash.js';
import { useApiPages } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { MeetingsQuery, MeetingSort } from '../../gql/graphql.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { DayField } from '../../ui/day-field.js';
import { formatDay, formatInstant, today } from '../../ui/days.js';
import { Facet, FilterBar } from '../../ui/facets.js';
import { PageDrop } from '../../ui/page-drop.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { EmptyState, Loaded, NothingFound } from '../../ui/states.js';

const Meetings = graphql(`
  query Meetings($filter: MeetingFilter, $sort: MeetingSort!, $after: String) {
    meetings(filter: $filter, sort: $sort, after: $after) {
      total hasMore endCursor
      nodes { id title kind state startsAt agreed version viewerCan attendees { id organisation { id name nameEn acronym acronymEn standing } } commitments { id status } }
      facets { name values { value count } }
    }
  }
`);

const RestoreMeeting = graphql(`
  mutation RestoreMeeting($id: ID!, $version: Int!) { restoreMeeting(id: $id, version: $version) { id } }
`);

type Meeting = MeetingsQuery['meetings']['nodes'][number];
export const MEETING_FACETS = ['kind', 'country', 'theme'] as const;
type FacetName = (typeof MEETING_FACETS)[number];
const TAXONOMY = { kind: 'meeting_kind', country: 'country', theme: 'theme' } as const satisfies Record<FacetName, string>;
/** States of the minutes. */
export const MINUTES = ['draft', 'circulated', 'approved'] as const;
export type Minutes = (typeof MINUTES)[number];
export const SPANS = ['all', 'past', 'upcoming'] as const;
export type Span = (typeof SPANS)[number];
export type MeetingsSearch = {
  text?: string; organisation?: string; span?: Span; minutes?: Minutes[]; from?: string; to?: string; sort?: MeetingSort; trash?: true;
} & Partial<Record<FacetName, string[]>>;
type Props = { search: MeetingsSearch; onSearch: (search: MeetingsSearch) => void };

/** Every meeting: the latest first, or those to come, the next first. What is filtered and sorted lives in the address. */
export function MeetingsPage({ search, onSearch }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const logMeeting = useLogMeeting();
  const may = useMay('meeting.log');
  const mayArchive = useMay('meeting.amend');
  const { trash } = search;
  const sort = search.sort ?? (search.span === 'upcoming' ? 'OLDEST' : 'RECENT');
  const query = useApiPages(Meetings, { filter: filterOf(search), sort, after: null as string | null }, {
    next: (page) => (page.meetings.hasMore ? page.meetings.endCursor : null), withCursor: (variables, after) => ({ ...variables, after }), keepPrevious: true,
  });
  const first = query.data?.pages[0]?.meetings;
  const active = useActive({ search, onSearch });
  const columns = useColumns(trash);
  const spans = SPANS.map((value) => ({ value, label: t(`meetings.spans.${value}`) }));
  return (
    <>
      <PageHeader title={trash ? t('common.trash.title') : t('meetings.title')} intro={trash ? t('common.trash.intro') : t('meetings.intro')}
        above={trash && <BackFromTrash onBack={() => onSearch({})} />}
        actions={<>
          {may && !trash && <ReadCalendar />}
          {mayArchive && !trash && <TrashButton onOpen={() => onSearch({ trash: true })} />}
          {may && logMeeting && !trash && <Button leftSection={<IconCalendarPlus size={16} />} onClick={() => logMeeting()}>{t('meetings.log')}</Button>}
        </>} />
      <FilterBar search={{ value: search.text ?? '', onChange: (typed) => onSearch({ ...search, text: typed || undefined }), placeholder: t('meetings.searchPlaceholder') }}
        end={<SegmentedControl size="sm" aria-label={t('meetings.span')} data={spans} value={search.span ?? 'all'}
          onChange={(span) => onSearch({ ...search, sort: undefined, span: span === 'all' ? undefined : (span as Span) })} />}
        active={active} onClear={() => onSearch({ span: search.span, trash })} facets={<Filters search={search} onSearch={onSearch} first={first} />}>
        <Section flush>
          <Loaded query={query} message={(error) => errorText(t, error)}>
            {(data) => {
              const rows = data.pages.flatMap((page) => page.meetings.nodes);
              if (rows.length === 0 && (active.length > 0 || search.text || search.span)) return <NothingFound onClear={() => onSearch({ trash })} />;
              if (rows.length === 0 && trash) return <EmptyTrash />;
              if (rows.length === 0) return <EmptyState icon={IconUsersGroup} title={t('meetings.emptyTitle')} body={t('meetings.emptyBody')} />;
              return (
                <DataTable label={t('meetings.title')} columns={columns} rows={rows} rowKey={(row) => row.id} total={first?.total}
                  sort={{ by: 'when', descending: sort === 'RECENT' }} onSort={({ descending }) => onSearch({ ...search, sort: descending ? 'RECENT' : 'OLDEST' })}
                  hasMore={query.hasNextPage} onMore={() => void query.fetchNextPage()} loadingMore={query.isFetchingNextPage}
                  onOpen={trash ? undefined : (row) => void navigate({ to: '/reuniones/$id', params: { id: row.id } })} />
              );
            }}
          </Loaded>
        </Section>
      </FilterBar>
    </>
  );
}

const ReadCalendarDialog = lazy(() => import('./read-calendar-dialog.js').then((loaded) => ({ default: loaded.ReadCalendarDialog })));

/** A calendar of another program, by its button or dropped anywhere on the page. */
function ReadCalendar() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const open = (chosen: File | null) => { setFile(chosen); setOpened(true); };
  return (
    <>
      <Button variant="default" leftSection={<IconCalendarDown size={16} />} onClick={() => open(null)}>{t('calendars.read')}</Button>
      <PageDrop text={t('calendars.dropHere')} onFiles={([dropped]) => dropped && open(dropped)} />
      {opened && <Suspense><ReadCalendarDialog opened file={file} onFile={setFile} onClose={() => setOpened(false)} /></Suspense>}
    </>
  );
}

/** "Upcoming" and "past" meet at today; days that were chosen narrow them further. */
function filterOf({ text, organisation, span, minutes, from, to, kind, country, theme, trash }: MeetingsSearch) {
  const latest = (a: string | undefined, b: string | undefined) => [a, b].filter((day) => day !== undefined).sort().at(-1) ?? null;
  const earliest = (a: string | undefined, b: string | undefined) => [a, b].filter((day) => day !== undefined).sort()[0] ?? null;
  return {
    text: text ?? null, organisationId: organisation ?? null, kind: kind ?? null, country: country ?? null, theme: theme ?? null, minutes: minutes ?? null, archived: trash ?? null,
    from: latest(from, span === 'upcoming' ? today() : undefined), to: earliest(to, span === 'past' ? addDays(today(), -1) : undefined),
  };
}

function useColumns(trash?: true): Column<Meeting>[] {
  const { t, i18n } = useTranslation();
  const { label } = useTaxonomies();
  return [
    { key: 'title', header: t('meetings.name'), width: '42%', cell: (row) => (
      <>
        {trash ? <Text size="sm">{row.title}</Text> : <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/reuniones/$id" params={{ id: row.id }} />}>{row.title}</Anchor>}
        <Text size="xs" c="gray.6" lineClamp={1}>{[label('meeting_kind', row.kind), row.agreed].filter(Boolean).join(' · ')}</Text>
        {row.state === 'cancelled' && <StatusBadge size="sm" tone="bad" label={t('calendars.state.cancelled')} />}
      </>
    ) },
    ...(trash ? [{ key: 'restore', header: '', width: 120, cell: (row: Meeting) => <RestoreButton operation={RestoreMeeting} row={row} may={row.viewerCan.includes('amend')} /> }] : []),
    { key: 'when', header: t('meetings.when'), sort: 'when', cell: (row) => <Text span size="sm" style={{ whiteSpace: 'nowrap' }}>{formatInstant(row.startsAt, i18n.language)}</Text>, width: 180 },
    { key: 'guests', header: t('meetings.guests'), cell: (row) => guestsOf(row) },
    // In the trash its place is the button's.
    ...(trash ? [] : [{ key: 'commitments', header: t('meetings.commitments'), align: 'right' as const, cell: (row: Meeting) => row.commitments.length || null, width: 110, phone: 'hidden' as const }]),
  ];
}

/** Those from outside by their short names; without any, whoever was there. */
function guestsOf({ attendees }: Meeting): string {
  const all = attendees.flatMap(({ organisation }) => organisation ?? []);
  const guests = all.filter(({ standing }) => standing === 'external');
  const names = [...new Set((guests.length > 0 ? guests : all).map(shortName))];
  return [...names.slice(0, 3), ...(names.length > 3 ? [`+${names.length - 3}`] : [])].join(', ');
}

function useActive({ search, onSearch }: Props) {
  const { t, i18n } = useTranslation();
  const { label } = useTaxonomies();
  const organisation = useOrganisationNamed(search.organisation);
  const without = (facet: FacetName, value: string) => {
    const rest = (search[facet] ?? []).filter((each) => each !== value);
    return { ...search, [facet]: rest.length > 0 ? rest : undefined };
  };
  const withMinutes = (states: Minutes[]) => ({ ...search, minutes: states.length > 0 ? states : undefined });
  return [
    ...(search.organisation ? [{ key: 'organisation', label: organisation?.label ?? t('organisations.one'), onRemove: () => onSearch({ ...search, organisation: undefined }) }] : []),
    ...(['from', 'to'] as const).flatMap((end) => (search[end] ? [{ key: end, label: `${t(`meetings.${end}`)} ${formatDay(search[end], i18n.language)}`, onRemove: () => onSearch({ ...search, [end]: undefined }) }] : [])),
    ...(search.minutes ?? []).map((state) => ({
      key: `minutes ${state}`, label: `${t('meetings.minutes')}: ${t(`minutes.state.${state}`)}`,
      onRemove: () => onSearch(withMinutes(search.minutes!.filter((each) => each !== state))),
    })),
    ...MEETING_FACETS.flatMap((facet) => (search[facet] ?? []).map((value) => ({ key: `${facet} ${value}`, label: label(TAXONOMY[facet], value), onRemove: () => onSearch(without(facet, value)) }))),
  ];
}

function Filters({ search, onSearch, first }: Props & { first: MeetingsQuery['meetings'] | undefined }) {
  const { t } = useTranslation();
  const { label } = useTaxonomies();
  const title = { kind: t('meetings.kind'), country: t('common.country.label'), theme: t('meetings.theme') } satisfies Record<FacetName, string>;
  return (
    <>
      <OrganisationFilter value={search.organisation} onChange={(id) => onSearch({ ...search, organisation: id })} />
      <Group gap="xs" grow align="flex-start">
        <DayField label={t('meetings.from')} value={search.from ?? null} onChange={(day) => onSearch({ ...search, from: day ?? undefined })} />
        <DayField label={t('meetings.to')} value={search.to ?? null} onChange={(day) => onSearch({ ...search, to: day ?? undefined })} />
      </Group>
      <Facet label={t('meetings.minutes')} value={search.minutes ?? []} options={MINUTES.map((value) => ({ value, label: t(`minutes.state.${value}`) }))}
        onChange={(values) => onSearch({ ...search, minutes: values.length > 0 ? MINUTES.filter((each) => values.includes(each)) : undefined })} />
      {MEETING_FACETS.map((facet) => (
        <Facet key={facet} label={title[facet]} value={search[facet] ?? []} onChange={(values) => onSearch({ ...search, [facet]: values.length > 0 ? values : undefined })}
          options={(first?.facets.find((each) => each.name === facet)?.values ?? []).map(({ value, count }) => ({ value, count, label: label(TAXONOMY[facet], value) }))} />
      ))}
    </>
  );
}
