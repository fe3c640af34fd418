import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconUser, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useMay } from '../../app/session.js';
import { useApiPages } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { PeopleQuery } from '../../gql/graphql.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { FilterBar } from '../../ui/facets.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded, NothingFound } from '../../ui/states.js';
import { ContactLink } from '../../ui/contact-link.js';

const People = graphql(`
  query People($text: String, $after: String) {
    people(text: $text, after: $after) {
      total hasMore endCursor
      nodes { id name affiliations { id post current organisation { id name acronym } } contactPoints { kind value } }
    }
  }
`);

type Person = PeopleQuery['people']['nodes'][number];

/** Who is who, by name or organisation, misspelt or not. */
export function PeoplePage({ text, onText }: { text?: string; onText: (text?: string) => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay('person.register');
  const mayReadContacts = useMay('person.readContacts');
  const [typed, setTyped] = useState(text ?? '');
  const search = (value: string) => { setTyped(value); onText(value || undefined); };
  const query = useApiPages(People, { text: text ?? null, after: null as string | null }, {
    next: ({ people }) => (people.hasMore ? people.endCursor : null), withCursor: (variables, after) => ({ ...variables, after }), keepPrevious: true,
  });
  const columns: Column<Person>[] = [
    { key: 'name', header: t('people.name'), cell: (row) => <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/personas/$id" params={{ id: row.id }} />}>{row.name}</Anchor> },
    { key: 'posts', header: t('people.posts'), cell: (row) => <Posts person={row} /> },
    ...(mayReadContacts ? [{ key: 'contact', header: t('people.contact'), cell: (row: Person) => <Group gap="sm">{row.contactPoints.map((each) => <ContactLink key={each.value} {...each} />)}</Group> }] : []),
  ];
  return (
    <>
      <PageHeader title={t('people.title')} intro={t('people.intro')}
        actions={may && <Button leftSection={<IconUserPlus size={16} />} onClick={() => void navigate({ to: '/personas/nueva' })}>{t('people.register')}</Button>} />
      <FilterBar search={{ value: typed, onChange: search, placeholder: t('people.search') }}>
        <Section flush>
          <Loaded query={{ ...query, data: query.data }} message={(error) => errorText(t, error)}>
            {(data) => {
              const rows = data.pages.flatMap((page) => page.people.nodes);
              if (rows.length === 0) return text ? <NothingFound onClear={() => search('')} /> : <EmptyState icon={IconUser} title={t('people.emptyTitle')} body={t('people.emptyBody')} />;
              return (
                <DataTable label={t('people.title')} columns={columns} rows={rows} rowKey={(row) => row.id} total={data.pages[0]?.people.total} hasMore={query.hasNextPage}
                  onMore={() => void query.fetchNextPage()} loadingMore={query.isFetchingNextPage} onOpen={(row) => void navigate({ to: '/personas/$id', params: { id: row.id } })} />
              );
            }}
          </Loaded>
        </Section>
      </FilterBar>
    </>
  );
}

/** The posts of today; former ones only for whoever has none. */
function Posts({ person: { affiliations } }: { person: Person }) {
  const { t } = useTranslation();
  const current = affiliations.filter((post) => post.current);
  return (current.length > 0 ? current : affiliations.slice(0, 1)).map(({ id, post, organisation, current: now }) => (
    <Text key={id} size="sm" c={now ? undefined : 'gray.7'}>
      {post}{post && organisation && ' · '}
      {organisation && <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/organizaciones/$id" params={{ id: organisation.id }} />}>{organisation.acronym ?? organisation.name}</Anchor>}
      {!now && ` (${t('people.former')})`}
    </Text>
  ));
}
