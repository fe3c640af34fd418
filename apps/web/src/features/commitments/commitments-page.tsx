import { Button, Group, Popover, ScrollArea, SegmentedControl, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconChecklist, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useMay, useViewer } from '../../app/session.js';
import { useApiPages, useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { CommitmentsQuery } from '../../gql/graphql.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { DayText } from '../../ui/day-text.js';
import { relativeDay, formatDay, today } from '../../ui/days.js';
import { Facet, FilterBar } from '../../ui/facets.js';
import { formatNumber } from '../../ui/numbers.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded, NothingFound } from '../../ui/states.js';
import { CommitmentDialog } from './commitment-dialog.js';
import { CommitmentMenu } from './commitment-menu.js';
import { COMMITMENT_TONES, CommitmentActions, CommitmentBadge, type CommitmentStatus } from './commitment-state.js';
import { CommitmentLink, DirectionBadge, Ends, Source } from './commitment-told.js';
import { isPending, PENDING } from './operations.js';

const Commitments = graphql(`
  query Commitments($filter: CommitmentFilter, $after: String) {
    commitments(filter: $filter, after: $after) {
      total hasMore endCursor facets { name values { value count } }
      nodes { ...CommitmentTold fulfilledOn fulfilledBy verifiedOn verifiedBy postponements { fromDay toDay reason } }
    }
  }
`);
const CommitmentCounts = graphql(`
  query CommitmentCounts { commitmentLists { pending mine country overdue toVerify } }
`);

type Commitment = CommitmentsQuery['commitments']['nodes'][number];
export interface CommitmentsSearch { text?: string; status?: string[]; direction?: string[]; mine?: boolean; toVerify?: boolean; country?: string }
const DIRECTIONS = ['we_owe', 'they_owe'] as const;

/** The usual questions, as searches. */
const views = (country: string | null) => ({
  pending: {}, mine: { mine: true }, ...(country ? { country: { country } } : {}), overdue: { status: ['overdue'] }, toVerify: { status: ['fulfilled'], toVerify: true }, done: { status: ['fulfilled', 'verified'] },
} satisfies Record<string, CommitmentsSearch>);

/** Who owes what to whom, the next due first. */
export function CommitmentsPage({ search, onSearch }: { search: CommitmentsSearch; onSearch: (search: CommitmentsSearch) => void }) {
  const { t } = useTranslation();
  const [making, setMaking] = useState(false);
  const may = useMay('commitment.make');
  const { text, direction, mine, toVerify, country } = search;
  const status = search.status ?? PENDING;
  const query = useApiPages(Commitments, { filter: { status, text: text ?? null, direction: direction ?? null, mine: mine ?? null, toVerify: toVerify ?? null, country: country ?? null }, after: null as string | null },
    { next: (page) => (page.commitments.hasMore ? page.commitments.endCursor : null), withCursor: (variables, after) => ({ ...variables, after }), keepPrevious: true });
  const first = query.data?.pages[0]?.commitments;
  const count = (facet: string, value: string) => first?.facets.find((each) => each.name === facet)?.values.find((each) => each.value === value)?.count ?? 0;
  const columns = useColumns();
  return (
    <>
      <PageHeader title={t('commitments.title')} intro={t('commitments.intro')} actions={may && <Button leftSection={<IconPlus size={16} />} onClick={() => setMaking(true)}>{t('commitments.make')}</Button>} />
      <Views search={search} onSearch={onSearch} />
      <FilterBar search={{ value: text ?? '', onChange: (typed) => onSearch({ ...search, text: typed || undefined }), placeholder: t('commitments.searchPlaceholder') }} facets={<>
        <Facet label={t('commitments.directionLabel')} value={direction ?? []} onChange={(values) => onSearch({ ...search, direction: values.length > 0 ? values : undefined })}
          options={DIRECTIONS.map((value) => ({ value, label: t(`commitments.direction.${value}`), count: count('direction', value) }))} />
        <Facet label={t('commitments.statusLabel')} value={status} onChange={(values) => onSearch({ ...search, status: values.length > 0 ? values : undefined })}
          options={(Object.keys(COMMITMENT_TONES) as CommitmentStatus[]).map((value) => ({ value, label: t(`commitments.status.${value}`), count: count('status', value) }))} />
      </>}>
        <Section flush>
          <Loaded query={{ ...query, data: query.data }} message={(error) => errorText(t, error)}>
            {(data) => {
              const rows = data.pages.flatMap((page) => page.commitments.nodes);
              if (rows.length > 0) return <DataTable label={t('commitments.title')} columns={columns} rows={rows} rowKey={(row) => row.id} total={first?.total} hasMore={query.hasNextPage} onMore={() => void query.fetchNextPage()} loadingMore={query.isFetchingNextPage} />;
              return text || direction ? <NothingFound onClear={() => onSearch({ mine, toVerify, country, status: search.status })} /> : <EmptyState icon={IconChecklist} title={t('commitments.emptyTitle')} body={t('commitments.emptyBody')} />;
            }}
          </Loaded>
        </Section>
      </FilterBar>
      {making && <CommitmentDialog onClose={() => setMaking(false)} />}
    </>
  );
}

function Views({ search, onSearch }: { search: CommitmentsSearch; onSearch: (search: CommitmentsSearch) => void }) {
  const { t } = useTranslation();
  const all = views(useViewer().country ?? null);
  const same = (view: CommitmentsSearch) => view.mine === search.mine && view.toVerify === search.toVerify && view.country === search.country && JSON.stringify(view.status) === JSON.stringify(search.status);
  const { data } = useApiQuery(CommitmentCounts, {});
  const counts: Partial<Record<string, number>> = data?.commitmentLists ?? {};
  const chosen = Object.entries(all).find(([, view]) => same(view))?.[0] ?? '';
  return (
    <ScrollArea type="never" mb="sm">
      <SegmentedControl aria-label={t('commitments.viewLabel')} value={chosen} onChange={(name) => onSearch({ text: search.text, direction: search.direction, ...all[name as keyof typeof all] })}
        data={(Object.keys(all) as (keyof typeof all)[]).map((value) => ({ value, label: <ViewLabel name={t(`commitments.views.${value}`)} count={counts[value]} /> }))} />
    </ScrollArea>
  );
}

function ViewLabel({ name, count }: { name: string; count?: number }) {
  const { i18n } = useTranslation();
  return <>{name}{count !== undefined && <Text span size="xs" c="gray.7" ml={6}>{formatNumber(count, i18n.language)}</Text>}</>;
}

function useColumns(): Column<Commitment>[] {
  const { t } = useTranslation();
  return [
    { key: 'text', header: t('commitments.text'), width: '36%', cell: (row) => <div><CommitmentLink commitment={row} /><Source commitment={row} /></div> },
    { key: 'who', header: t('commitments.who'), cell: (row) => <Stack gap={4} align="flex-start"><Ends commitment={row} /><DirectionBadge direction={row.direction} /></Stack>, width: 190 },
    { key: 'due', header: t('commitments.due'), cell: (row) => <Due commitment={row} />, width: 130 },
    { key: 'status', header: t('commitments.statusLabel'), cell: (row) => <State commitment={row} />, width: 145 },
    { key: 'actions', header: '', width: 120, cell: (row) => <Group gap={4} wrap="nowrap" justify="flex-end"><CommitmentActions commitment={row} /><CommitmentMenu commitment={row} /></Group> },
  ];
}

/** How far away it is, in words while it is open; and how often it was put off, with the reasons. */
function Due({ commitment: { dueOn, status, postponements } }: { commitment: Commitment }) {
  const { t, i18n } = useTranslation();
  const open = isPending({ status });
  return (
    <Stack gap={0} align="flex-start">
      {dueOn && open ? <><Text size="sm" c={status === 'overdue' ? 'red.8' : undefined} fw={status === 'overdue' ? 600 : undefined} style={{ whiteSpace: 'nowrap' }}>{relativeDay(dueOn, today(), i18n.language)}</Text><Text size="xs" c="gray.6"><DayText day={dueOn} /></Text></> : <Text size="sm">{dueOn ? <DayText day={dueOn} /> : t('commitments.noDay')}</Text>}
      {postponements.length > 0 && (
        <Popover position="bottom-start" shadow="md" withinPortal width={280}>
          <Popover.Target><UnstyledButton fz="xs" c="anil" td="underline">{t('commitments.postponed', { count: postponements.length })}</UnstyledButton></Popover.Target>
          <Popover.Dropdown>
            <Stack gap="xs">{postponements.map((each) => (
              <Text key={`${each.fromDay} ${each.toDay}`} size="sm">{each.fromDay ? `${formatDay(each.fromDay, i18n.language)} → ` : ''}{formatDay(each.toDay, i18n.language)}<Text size="xs" c="gray.7">{each.reason}</Text></Text>
            ))}</Stack>
          </Popover.Dropdown>
        </Popover>
      )}
    </Stack>
  );
}

function State({ commitment: { status, verifier, fulfilledOn, fulfilledBy, verifiedOn, verifiedBy, viewerCan } }: { commitment: Commitment }) {
  const { t, i18n } = useTranslation();
  const told = verifiedOn ? { name: verifiedBy, day: verifiedOn } : fulfilledOn ? { name: fulfilledBy, day: fulfilledOn } : null;
  return (
    <div>
      <CommitmentBadge status={status} />
      {told && <Text size="xs" c="gray.6">{[told.name, formatDay(told.day, i18n.language)].filter(Boolean).join(', ')}</Text>}
      {!told && verifier && status !== 'cancelled' && <Text size="xs" c="gray.6">{t('commitments.verifiedBy', { name: verifier.name })}</Text>}
      {status === 'fulfilled' && verifier && <Text size="xs" c="gray.7">{t(verifier.active ? 'commitments.waitsFor' : 'commitments.verifierGone', { name: verifier.name })}</Text>}
      {status === 'fulfilled' && !verifier && viewerCan.includes('amend') && !viewerCan.includes('verify') && <Text size="xs" c="gray.7">{t('commitments.anotherVerifies')}</Text>}
    </div>
  );
}
