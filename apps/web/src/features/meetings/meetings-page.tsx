import { Anchor, Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconCalendarPlus, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLogMeeting } from '../../app/log-meeting.js';
import { errorText } from '../../app/problems.js';
import { useMay } from '../../app/session.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiPages } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { MeetingsQuery } from '../../gql/graphql.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { formatInstant } from '../../ui/days.js';
import { Facet, FilterBar } from '../../ui/facets.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded, NothingFound } from '../../ui/states.js';

const Meetings = graphql(`
  query Meetings($filter: MeetingFilter, $after: String) {
    meetings(filter: $filter, after: $after) { total hasMore endCursor nodes { id title kind startsAt attendees { id organisation { id name acronym } } } facets { name values { value count } } }
  }
`);

type Meeting = MeetingsQuery['meetings']['nodes'][number];
export interface MeetingsSearch { text?: string; kind?: string[] }

/** Every meeting, latest first. */
export function MeetingsPage({ search, onSearch }: { search: MeetingsSearch; onSearch: (search: MeetingsSearch) => void }) {
  const { t, i18n } = useTranslation();
  const { label } = useTaxonomies();
  const navigate = useNavigate();
  const logMeeting = useLogMeeting();
  const may = useMay('meeting.log');
  const query = useApiPages(Meetings, { filter: { text: search.text ?? null, kind: search.kind ?? null }, after: null as string | null }, { next: (page) => (page.meetings.hasMore ? page.meetings.endCursor : null), withCursor: (variables, after) => ({ ...variables, after }), keepPrevious: true });
  const columns: Column<Meeting>[] = [
    { key: 'title', header: t('meetings.name'), cell: (row) => <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/reuniones/$id" params={{ id: row.id }} />}>{row.title}</Anchor> },
    { key: 'when', header: t('meetings.when'), cell: (row) => formatInstant(row.startsAt, i18n.language), width: 190 },
    { key: 'kind', header: t('meetings.kind'), cell: (row) => label('meeting_kind', row.kind) },
    { key: 'who', header: t('meetings.who'), cell: (row) => row.attendees.flatMap(({ organisation }) => (organisation ? [organisation.acronym ?? organisation.name] : [])).slice(0, 4).join(', ') },
  ];
  const first = query.data?.pages[0]?.meetings;
  const values = first?.facets.find((each) => each.name === 'kind')?.values ?? [];
  return (
    <>
      <PageHeader title={t('meetings.title')} intro={t('meetings.intro')} actions={may && logMeeting && <Button leftSection={<IconCalendarPlus size={16} />} onClick={() => logMeeting()}>{t('meetings.log')}</Button>} />
      <FilterBar search={{ value: search.text ?? '', onChange: (text) => onSearch({ ...search, text: text || undefined }), placeholder: t('meetings.searchPlaceholder') }}
        facets={<Facet label={t('meetings.kind')} options={values.map(({ value, count }) => ({ value, count, label: label('meeting_kind', value) }))} value={search.kind ?? []} onChange={(kind) => onSearch({ ...search, kind: kind.length > 0 ? kind : undefined })} />}>
        <Section flush>
          <Loaded query={{ ...query, data: query.data }} message={(error) => errorText(t, error)}>
            {(data) => {
              const rows = data.pages.flatMap((page) => page.meetings.nodes);
              if (rows.length === 0) return search.text || search.kind ? <NothingFound onClear={() => onSearch({})} /> : <EmptyState icon={IconUsersGroup} title={t('meetings.emptyTitle')} body={t('meetings.emptyBody')} />;
              return <DataTable label={t('meetings.title')} columns={columns} rows={rows} rowKey={(row) => row.id} total={first?.total} hasMore={query.hasNextPage} onMore={() => void query.fetchNextPage()} loadingMore={query.isFetchingNextPage} onOpen={(row) => void navigate({ to: '/reuniones/$id', params: { id: row.id } })} />;
            }}
          </Loaded>
        </Section>
      </FilterBar>
    </>
  );
}
