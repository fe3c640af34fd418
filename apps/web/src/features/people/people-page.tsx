import { Anchor, Button, Checkbox, Group, Menu, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconAddressBook, IconFileUpload, IconUser, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortName } from '../../app/organisation-names.js';
import { errorText } from '../../app/problems.js';
import { useMay } from '../../app/session.js';
import { BackFromTrash, EmptyTrash, RestoreButton, TrashButton } from '../../app/trash.js';
import { useApiPages } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { PeopleQuery } from '../../gql/graphql.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { FilterBar } from '../../ui/facets.js';
import { PageDrop } from '../../ui/page-drop.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded, NothingFound } from '../../ui/states.js';
import { ContactLink } from '../../ui/contact-link.js';
import { keepDropped } from './dropped-file.js';
import { RestorePerson } from './operations.js';

const People = graphql(`
  query People($text: String, $archived: Boolean, $after: String) {
    people(text: $text, archived: $archived, after: $after) {
      total hasMore endCursor
      nodes { id name version viewerCan affiliations { id post current organisation { id name nameEn acronym acronymEn } } contactPoints { kind value preferred } }
    }
  }
`);

/** The first ways to reach somebody; their page shows all. */
const MOST_CONTACTS = 3;

type Person = PeopleQuery['people']['nodes'][number];

/** Who is who, by name or organisation, misspelt or not. */
export function PeoplePage({ text, trash, onSearch }: { text?: string; trash?: true; onSearch: (search: { text?: string; trash?: true }) => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay('person.register');
  const mayReadContacts = useMay('person.readContacts');
  const [typed, setTyped] = useState(text ?? '');
  const search = (value: string) => { setTyped(value); onSearch({ text: value || undefined, trash }); };
  const query = useApiPages(People, { text: text ?? null, archived: trash ?? null, after: null as string | null }, {
    next: ({ people }) => (people.hasMore ? people.endCursor : null), withCursor: (variables, after) => ({ ...variables, after }), keepPrevious: true,
  });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const columns: Column<Person>[] = [
    { key: 'name', header: t('people.name'), cell: (row) => (trash ? <Text size="sm">{row.name}</Text> : (
      <Group gap="sm" wrap="nowrap">
        <Checkbox aria-label={t('people.card.choose', { name: row.name })} checked={chosen.includes(row.id)} onClick={(event) => event.stopPropagation()}
          onChange={() => setChosen(chosen.includes(row.id) ? chosen.filter((id) => id !== row.id) : [...chosen, row.id])} />
        <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/personas/$id" params={{ id: row.id }} />}>{row.name}</Anchor>
      </Group>
    )) },
    ...(trash ? [{ key: 'restore', header: '', cell: (row: Person) => <RestoreButton operation={RestorePerson} row={row} may={row.viewerCan.includes('archive')} />, width: 120 }] : []),
    { key: 'posts', header: t('people.posts'), cell: (row) => <Posts person={row} /> },
    ...(mayReadContacts ? [{ key: 'contact', header: t('people.contact'), cell: (row: Person) => <Group gap="sm">{row.contactPoints.filter(({ kind }) => kind === 'email' || kind === 'phone').slice(0, MOST_CONTACTS).map((each) => <ContactLink key={each.value} {...each} />)}</Group> }] : []),
  ];
  return (
    <>
      <PageHeader title={trash ? t('common.trash.title') : t('people.title')} intro={trash ? undefined : t('people.intro')} above={trash && <BackFromTrash onBack={() => onSearch({ text })} />}
        actions={trash ? undefined : <>
          {chosen.length > 0 && <Cards ids={chosen} />}
          {may && <TrashButton onOpen={() => onSearch({ text, trash: true })} />}
          {may && <Button variant="default" leftSection={<IconFileUpload size={16} />} onClick={() => void navigate({ to: '/personas/importar' })}>{t('people.import.open')}</Button>}
          {may && <Button leftSection={<IconUserPlus size={16} />} onClick={() => void navigate({ to: '/personas/nueva' })}>{t('people.register')}</Button>}
        </>} />
      {may && !trash && <PageDrop text={t('people.import.drop')} onFiles={([file]) => { if (file) { keepDropped(file); void navigate({ to: '/personas/importar' }); } }} />}
      <FilterBar search={{ value: typed, onChange: search, placeholder: t('people.search') }}>
        <Section flush>
          <Loaded query={{ ...query, data: query.data }} message={(error) => errorText(t, error)}>
            {(data) => {
              const rows = data.pages.flatMap((page) => page.people.nodes);
              if (rows.length === 0) return text ? <NothingFound onClear={() => search('')} /> : trash ? <EmptyTrash /> : <EmptyState icon={IconUser} title={t('people.emptyTitle')} body={t('people.emptyBody')} />;
              return (
                <DataTable label={t('people.title')} columns={columns} rows={rows} rowKey={(row) => row.id} total={data.pages[0]?.people.total} hasMore={query.hasNextPage}
                  onMore={() => void query.fetchNextPage()} loadingMore={query.isFetchingNextPage} onOpen={trash ? undefined : (row) => void navigate({ to: '/personas/$id', params: { id: row.id } })} />
              );
            }}
          </Loaded>
        </Section>
      </FilterBar>
    </>
  );
}

/** The chosen people as cards. */
function Cards({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation();
  const address = `/api/contacts/people.vcf?ids=${ids.join(',')}`;
  return (
    <Menu position="bottom-end">
      <Menu.Target><Button variant="default" leftSection={<IconAddressBook size={16} />}>{t('people.card.several', { count: ids.length })}</Button></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={address} download>{t('people.card.download')}</Menu.Item>
        <Menu.Item component="a" href={`${address}&version=3.0`} download>{t('people.card.outlook')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The posts of today; former ones only for whoever has none. */
function Posts({ person: { affiliations } }: { person: Person }) {
  const { t } = useTranslation();
  const current = affiliations.filter((post) => post.current);
  return (current.length > 0 ? current : affiliations.slice(0, 1)).map(({ id, post, organisation, current: now }) => (
    <Text key={id} size="sm" c={now ? undefined : 'gray.7'}>
      {post}{post && organisation && ' · '}
      {organisation && <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/organizaciones/$id" params={{ id: organisation.id }} />}>{shortName(organisation)}</Anchor>}
      {!now && ` (${t('people.former')})`}
    </Text>
  ));
}
