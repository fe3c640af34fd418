import { Anchor, Button, Group, Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { IconChecklist } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useApiMutation, useApiPages } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { CommitmentsQuery } from '../../gql/graphql.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { DayText } from '../../ui/day-text.js';
import { Facet, FilterBar } from '../../ui/facets.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded } from '../../ui/states.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';

const Commitments = graphql(`
  query Commitments($filter: CommitmentFilter, $after: String) {
    commitments(filter: $filter, after: $after) {
      total hasMore endCursor facets { name values { value count } }
      nodes { id text dueOn status version viewerCan meetingId meetingTitle owner { id name acronym } ownerUser beneficiary { id name acronym } }
    }
  }
`);
const Fulfil = graphql(`
  mutation FulfilCommitment($id: ID!, $version: Int!) { fulfilCommitment(id: $id, version: $version) { id } }
`);
const Verify = graphql(`
  mutation VerifyCommitment($id: ID!, $version: Int!) { verifyCommitment(id: $id, version: $version) { id } }
`);

type Commitment = CommitmentsQuery['commitments']['nodes'][number];
const TONES = { open: 'progress', overdue: 'warning', fulfilled: 'waiting', verified: 'good', cancelled: 'over' } as const satisfies Record<string, Tone>;
type Status = keyof typeof TONES;
export interface CommitmentsSearch { status?: string[]; mine?: boolean }

/** Who owes what to whom, the next due first. */
export function CommitmentsPage({ search, onSearch }: { search: CommitmentsSearch; onSearch: (search: CommitmentsSearch) => void }) {
  const { t } = useTranslation();
  const filter = { status: search.status ?? ['open', 'overdue'], mine: search.mine ?? null };
  const query = useApiPages(Commitments, { filter, after: null as string | null }, { next: (page) => (page.commitments.hasMore ? page.commitments.endCursor : null), withCursor: (variables, after) => ({ ...variables, after }), keepPrevious: true });
  const first = query.data?.pages[0]?.commitments;
  const columns: Column<Commitment>[] = [
    { key: 'text', header: t('commitments.text'), cell: (row) => row.text },
    { key: 'owner', header: t('commitments.owner'), cell: (row) => row.owner?.acronym ?? row.owner?.name ?? row.ownerUser },
    { key: 'beneficiary', header: t('commitments.beneficiary'), cell: (row) => row.beneficiary?.acronym ?? row.beneficiary?.name },
    { key: 'due', header: t('commitments.due'), cell: (row) => <DayText day={row.dueOn ?? null} />, width: 120 },
    { key: 'status', header: t('commitments.statusLabel'), cell: (row) => <StatusBadge tone={TONES[row.status as Status]} label={t(`commitments.status.${row.status as Status}`)} />, width: 130 },
    { key: 'meeting', header: t('commitments.meeting'), cell: (row) => row.meetingId && <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/reuniones/$id" params={{ id: row.meetingId! }} />}>{row.meetingTitle}</Anchor> },
    { key: 'actions', header: '', cell: (row) => <Actions commitment={row} /> },
  ];
  return (
    <>
      <PageHeader title={t('commitments.title')} intro={t('commitments.intro')} />
      <FilterBar facets={<>
        <Switch label={t('commitments.mine')} checked={search.mine ?? false} onChange={(event) => onSearch({ ...search, mine: event.currentTarget.checked || undefined })} />
        <Facet label={t('commitments.statusLabel')} value={filter.status} onChange={(status) => onSearch({ ...search, status })}
          options={(Object.keys(TONES) as Status[]).map((value) => ({ value, label: t(`commitments.status.${value}`), count: first?.facets[0]?.values.find((each) => each.value === value)?.count ?? 0 }))} />
      </>}>
        <Section flush>
          <Loaded query={{ ...query, data: query.data }} message={(error) => errorText(t, error)}>
            {(data) => {
              const rows = data.pages.flatMap((page) => page.commitments.nodes);
              if (rows.length === 0) return <EmptyState icon={IconChecklist} title={t('commitments.emptyTitle')} body={t('commitments.emptyBody')} />;
              return <DataTable label={t('commitments.title')} columns={columns} rows={rows} rowKey={(row) => row.id} total={first?.total} hasMore={query.hasNextPage} onMore={() => void query.fetchNextPage()} loadingMore={query.isFetchingNextPage} />;
            }}
          </Loaded>
        </Section>
      </FilterBar>
    </>
  );
}

function Actions({ commitment: { id, version, status, viewerCan } }: { commitment: Commitment }) {
  const { t } = useTranslation();
  const fulfil = useApiMutation(Fulfil);
  const verify = useApiMutation(Verify);
  const failed = (error: Error) => notifications.show({ color: 'red', message: errorText(t, error) });
  return (
    <Group gap="xs" wrap="nowrap">
      {(status === 'open' || status === 'overdue') && viewerCan.includes('amend') && <Button size="compact-xs" variant="default" loading={fulfil.isPending} onClick={() => fulfil.mutate({ id, version }, { onError: failed })}>{t('commitments.fulfil')}</Button>}
      {status === 'fulfilled' && viewerCan.includes('verify') && <Button size="compact-xs" variant="default" loading={verify.isPending} onClick={() => verify.mutate({ id, version }, { onError: failed })}>{t('commitments.verify')}</Button>}
    </Group>
  );
}
