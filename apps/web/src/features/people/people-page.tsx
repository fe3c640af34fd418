import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useApiPages } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { PeopleQuery } from '../../gql/graphql.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { FilterBar } from '../../ui/facets.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded, NothingFound } from '../../ui/states.js';

const People = graphql(`
  query People($text: String, $after: String) {
    people(text: $text, after: $after) { total hasMore endCursor nodes { id name affiliations { id post current organisation { id name acronym } } contactPoints { kind value } } }
  }
`);

type Person = PeopleQuery['people']['nodes'][number];

/** Who is who, by name or organisation, misspelt or not. */
export function PeoplePage({ text, onText }: { text?: string; onText: (text?: string) => void }) {
  const { t } = useTranslation();
  const query = useApiPages(People, { text: text ?? null, after: null as string | null }, { next: (page) => (page.people.hasMore ? page.people.endCursor : null), withCursor: (variables, after) => ({ ...variables, after }), keepPrevious: true });
  const columns: Column<Person>[] = [
    { key: 'name', header: t('people.one'), cell: (row) => row.name },
    { key: 'posts', header: t('people.posts'), cell: (row) => row.affiliations.map((post) => (
      <Text key={post.id} size="sm" c={post.current ? undefined : 'gray.6'}>
        {post.post}{post.organisation && <> · <Anchor size="sm" renderRoot={(props) => <Link {...props} to={'/organizaciones/$id' as string} params={{ id: post.organisation!.id } as never} />}>{post.organisation.acronym ?? post.organisation.name}</Anchor></>}{!post.current && ` (${t('people.former')})`}
      </Text>
    )) },
    { key: 'contact', header: t('people.contact'), cell: (row) => row.contactPoints.map(({ value }) => value).join(', ') },
  ];
  return (
    <>
      <PageHeader title={t('people.title')} intro={t('people.intro')} />
      <FilterBar search={{ value: text ?? '', onChange: (typed) => onText(typed || undefined), placeholder: t('people.search') }}>
        <Section flush>
          <Loaded query={{ ...query, data: query.data }} message={(error) => errorText(t, error)}>
            {(data) => {
              const rows = data.pages.flatMap((page) => page.people.nodes);
              if (rows.length === 0) return text ? <NothingFound onClear={() => onText(undefined)} /> : <EmptyState icon={IconUser} title={t('people.emptyTitle')} body={t('people.emptyBody')} />;
              return <DataTable label={t('people.title')} columns={columns} rows={rows} rowKey={(row) => row.id} total={data.pages[0]?.people.total} hasMore={query.hasNextPage} onMore={() => void query.fetchNextPage()} loadingMore={query.isFetchingNextPage} />;
            }}
          </Loaded>
        </Section>
      </FilterBar>
    </>
  );
}
