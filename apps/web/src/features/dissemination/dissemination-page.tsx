import { ActionIcon, Anchor, Button, Menu, SegmentedControl, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { IconArchive, IconDots, IconMessageShare, IconPencil, IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shortName } from '../../app/organisation-names.js';
import { errorText } from '../../app/problems.js';
import { useMay } from '../../app/session.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiMutation, useApiPages } from '../../app/use-api.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { DayText } from '../../ui/day-text.js';
import { formatDay } from '../../ui/days.js';
import { Facet, FilterBar } from '../../ui/facets.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded, NothingFound } from '../../ui/states.js';
import { ContentPlanCoverage } from './content-plan-coverage.js';
import { ArchiveDissemination, Disseminations, type Sent } from './operations.js';
import { SentDrawer, type Drawn } from './sent-drawer.js';

export const DISSEMINATION_FACETS = ['audience', 'product', 'medium', 'year'] as const;
type FacetName = (typeof DISSEMINATION_FACETS)[number];
export const DISSEMINATION_VIEWS = ['sent', 'plan'] as const;
export type DisseminationSearch = { text?: string; view?: 'plan'; planYear?: number; planEntry?: string[] } & Partial<Record<FacetName, string[]>>;

interface PageProps { search: DisseminationSearch; onSearch: (search: DisseminationSearch) => void }

/** What was sent, and the content plan beside it; recorded and amended in a drawer over both. */
export function DisseminationPage({ search, onSearch }: PageProps) {
  const { t } = useTranslation();
  const may = useMay('dissemination.register');
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const register = may && <Button leftSection={<IconPlus size={16} />} onClick={() => setDrawn('new')}>{t('dissemination.register')}</Button>;
  const view = search.view ?? 'sent';
  return (
    <>
      <PageHeader title={t('dissemination.title')} intro={t(view === 'plan' ? 'dissemination.planIntro' : 'dissemination.intro')} actions={register} />
      <SegmentedControl mb="md" aria-label={t('dissemination.views.label')} value={view} data={DISSEMINATION_VIEWS.map((value) => ({ value, label: t(`dissemination.views.${value}`) }))}
        onChange={(next) => onSearch(next === 'plan' ? { view: 'plan' } : {})} />
      {view === 'plan'
        ? <ContentPlanCoverage year={search.planYear} onYear={(planYear) => onSearch({ view: 'plan', planYear })} onRecord={may ? (begun) => setDrawn({ begun }) : undefined} />
        : <SentList search={search} onSearch={onSearch} register={register} onAmend={setDrawn} />}
      <SentDrawer drawn={drawn} onClose={() => setDrawn(null)} />
    </>
  );
}

/** What was sent, the latest first. */
function SentList({ search, onSearch, register, onAmend }: PageProps & { register: ReactNode; onAmend: (sent: Sent) => void }) {
  const { t } = useTranslation();
  const { label } = useTaxonomies();
  const { view: _view, planYear: _year, ...filter } = search;
  const query = useApiPages(Disseminations, { filter, after: null as string | null }, {
    next: ({ disseminations }) => (disseminations.hasMore ? disseminations.endCursor : null), withCursor: (variables, after) => ({ ...variables, after }), keepPrevious: true,
  });
  const first = query.data?.pages[0]?.disseminations;
  const nameOf = (facet: FacetName, value: string) => (facet === 'year' ? value : label(facet, value));
  const active = [
    ...DISSEMINATION_FACETS.flatMap((facet) => (search[facet] ?? []).map((value) => ({
      key: `${facet} ${value}`, label: nameOf(facet, value), onRemove: () => onSearch({ ...search, [facet]: search[facet]?.filter((each) => each !== value) }),
    }))),
    ...(search.planEntry ? [{ key: 'planEntry', label: t('dissemination.planned'), onRemove: () => onSearch({ ...search, planEntry: undefined }) }] : []),
  ];
  return (
    <FilterBar active={active} onClear={() => onSearch({})}
      search={{ value: search.text ?? '', onChange: (text) => onSearch({ ...search, text: text || undefined }), placeholder: t('dissemination.searchPlaceholder') }}
      facets={DISSEMINATION_FACETS.map((facet) => (
        <Facet key={facet} label={t(`dissemination.${facet}`)} value={search[facet] ?? []} onChange={(values) => onSearch({ ...search, [facet]: values.length > 0 ? values : undefined })}
          options={(first?.facets.find(({ name }) => name === facet)?.values ?? []).map(({ value, count }) => ({ value, count, label: nameOf(facet, value) })).sort((a, b) => (facet === 'year' ? Number(b.value) - Number(a.value) : 0))} />
      ))}>
      <Section flush>
        <Loaded query={query} message={(error) => errorText(t, error)}>
          {({ pages }) => {
            const rows = pages.flatMap(({ disseminations }) => disseminations.nodes);
            if (rows.length === 0 && active.length === 0 && !search.text) return <EmptyState icon={IconMessageShare} title={t('dissemination.emptyTitle')} body={t('dissemination.emptyBody')} actions={register} />;
            return rows.length === 0 ? <NothingFound onClear={() => onSearch({})} /> : (
              <SentTable rows={rows} total={first?.total} onAmend={onAmend} more={{ hasMore: query.hasNextPage, onMore: () => void query.fetchNextPage(), loadingMore: query.isFetchingNextPage }} />
            );
          }}
        </Loaded>
      </Section>
    </FilterBar>
  );
}

interface TableProps { rows: readonly Sent[]; total?: number; onAmend: (sent: Sent) => void; more: { hasMore: boolean; onMore: () => void; loadingMore: boolean } }

function SentTable({ rows, total, onAmend, more }: TableProps) {
  const { t } = useTranslation();
  const { label } = useTaxonomies();
  const columns: Column<Sent>[] = [
    { key: 'message', header: t('dissemination.message'), cell: (sent) => (
      <>
        <Text size="sm" fw={500} lineClamp={2}>{sent.message}</Text>
        {sent.product && <Text size="xs" c="gray.6" fw={400}>{label('product', sent.product)}</Text>}
      </>
    ) },
    { key: 'audience', header: t('dissemination.audience'), cell: (sent) => label('audience', sent.audience) },
    { key: 'to', header: t('dissemination.toWhom'), cell: (sent) => <ToWhom sent={sent} /> },
    { key: 'medium', header: t('dissemination.medium'), cell: (sent) => label('medium', sent.medium) },
    { key: 'on', header: t('dissemination.sentOn'), cell: (sent) => <DayText day={sent.sentOn} />, width: 120 },
    { key: 'actions', header: '', phone: 'corner', align: 'right', width: 56, cell: (sent) => (sent.viewerCan.includes('amend') ? <SentActions sent={sent} onAmend={onAmend} /> : null) },
  ];
  return <DataTable label={t('dissemination.title')} columns={columns} rows={rows} rowKey={(sent) => sent.id} total={total} {...more} />;
}

function ToWhom({ sent: { organisation, recipients } }: { sent: Sent }) {
  if (!organisation && recipients === '') return <>—</>;
  return (
    <>
      {organisation && <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/organizaciones/$id" params={{ id: organisation.id }} />}>{shortName(organisation)}</Anchor>}
      {recipients !== '' && <Text size={organisation ? 'xs' : 'sm'} c={organisation ? 'gray.6' : undefined}>{recipients}</Text>}
    </>
  );
}

function SentActions({ sent, onAmend }: { sent: Sent; onAmend: (sent: Sent) => void }) {
  const { t, i18n } = useTranslation();
  const [asking, setAsking] = useState(false);
  const archive = useApiMutation(ArchiveDissemination, { onDone: () => { setAsking(false); notifications.show({ message: t('dissemination.archived') }); } });
  const failed = (error: Error) => { setAsking(false); notifications.show({ color: 'red', message: errorText(t, error) }); };
  return (
    <>
      <Menu position="bottom-end" shadow="md" withinPortal>
        <Menu.Target><ActionIcon variant="subtle" color="gray" aria-label={t('dissemination.actionsOf', { day: formatDay(sent.sentOn, i18n.language) })}><IconDots size={18} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onAmend(sent)}>{t('common.edit')}</Menu.Item>
          <Menu.Item leftSection={<IconArchive size={16} />} onClick={() => setAsking(true)}>{t('dissemination.archive')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog opened={asking} title={t('dissemination.archiveTitle')} body={t('dissemination.archiveBody')} action={t('dissemination.archive')} busy={archive.isPending}
        onClose={() => setAsking(false)} onConfirm={() => archive.mutate({ id: sent.id, version: sent.version }, { onError: failed })} />
    </>
  );
}
