import { Alert, Anchor, Group, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconFileDescription, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { shortName } from '../../app/organisation-names.js';
import { errorText } from '../../app/problems.js';
import { useMay } from '../../app/session.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { titleOf } from '../../app/titles.js';
import { EmptyTrash, RestoreButton } from '../../app/trash.js';
import { useApiPages } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { AgreementFilter, AgreementsQuery, AgreementSort } from '../../gql/graphql.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { DayRange } from '../../ui/day-text.js';
import { relativeDay, today } from '../../ui/days.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded, NothingFound } from '../../ui/states.js';
import { AgreementLink } from './agreement-link.js';
import { AgreementStatus } from './status.js';

const Agreements = graphql(`
  query Agreements($filter: AgreementFilter, $sort: AgreementSort, $after: String) {
    agreements(filter: $filter, sort: $sort, after: $after) {
      total hasMore endCursor
      nodes {
        id title titleEn kind status inForceSince effectiveFrom effectiveTo: endsOn version viewerCan
        parties { id organisation { id name nameEn acronym acronymEn standing } }
      }
    }
  }
`);

const RestoreAgreement = graphql(`
  mutation RestoreAgreement($id: ID!, $version: Int!) { restoreAgreement(id: $id, version: $version) { id } }
`);

type Row = AgreementsQuery['agreements']['nodes'][number];

interface ListProps {
  filter: AgreementFilter;
  sort: AgreementSort;
  trash?: true;
  filtered: boolean;
  onClear: () => void;
}

/** Every agreement with its derived status, one below the other. */
export function AgreementList({ filter, sort, trash, filtered, onClear }: ListProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const query = useApiPages(Agreements, { filter, sort, after: null as string | null },
    { next: (page) => (page.agreements.hasMore ? page.agreements.endCursor : null), withCursor: (variables, after) => ({ ...variables, after }), keepPrevious: true });
  const columns = useColumns(trash);
  return (
    <Section flush>
      <Loaded query={{ ...query, data: query.data }} message={(error) => errorText(t, error)}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.agreements.nodes);
          if (rows.length > 0) {
            return <DataTable label={t('agreements.title')} columns={columns} rows={rows} rowKey={(row) => row.id} total={data.pages[0]?.agreements.total} hasMore={query.hasNextPage} onMore={() => void query.fetchNextPage()}
              loadingMore={query.isFetchingNextPage} onOpen={trash ? undefined : (row) => void navigate({ to: '/acuerdos/$id', params: { id: row.id } })} />;
          }
          if (filtered) return <NothingFound onClear={onClear} />;
          return trash ? <EmptyTrash /> : <EmptyState icon={IconFileDescription} title={t('agreements.emptyTitle')} body={t('agreements.emptyBody')} />;
        }}
      </Loaded>
    </Section>
  );
}

/** Leads whoever may verify to the evidence that waits for a second person. */
export function VerificationQueue({ waiting }: { waiting: number }) {
  const { t } = useTranslation();
  const mayVerify = useMay('evidence.verify');
  if (!mayVerify || waiting === 0) return null;
  return (
    <Alert variant="light" color="gray" icon={<IconShieldCheck size={18} />} py="xs">
      <Group justify="space-between" gap="xs">
        <Text size="sm">{t('agreements.queueWaiting', { count: waiting })}</Text>
        <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/evidencia" search={{ proves: ['agreement'] }} />}>{t('agreements.queueOpen')}</Anchor>
      </Group>
    </Alert>
  );
}

function useColumns(trash?: true): Column<Row>[] {
  const { t, i18n } = useTranslation();
  const { label } = useTaxonomies();
  const others = (row: Row) => row.parties.filter(({ organisation }) => organisation.standing !== 'coalition').map(({ organisation }) => shortName(organisation));
  const title: Column<Row> = { key: 'title', header: t('agreements.name'), cell: (row) => (
    <div>{trash ? <Text size="sm">{titleOf(row)}</Text> : <AgreementLink id={row.id}>{titleOf(row)}</AgreementLink>}<Text size="xs" c="gray.6">{label('agreement_kind', row.kind)}</Text></div>
  ) };
  const validity = (row: Row) => (row.inForceSince ?? row.effectiveFrom ?? row.effectiveTo);
  return [
    title,
    ...(trash ? [{ key: 'restore', header: '', width: 120, cell: (row: Row) => <RestoreButton operation={RestoreAgreement} row={row} may={row.viewerCan.includes('amend')} /> }] : []),
    { key: 'parties', header: t('agreements.counterparts'), cell: (row) => {
      const names = others(row);
      return <Text size="sm" lineClamp={2}>{names.slice(0, 3).join(', ')}{names.length > 3 && ` +${names.length - 3}`}</Text>;
    } },
    { key: 'status', header: t('agreements.statusLabel'), cell: (row) => <AgreementStatus status={row.status} />, width: 165 },
    { key: 'validity', header: t('agreements.validity'), width: 190, cell: (row) => (
      <div>{validity(row) ? <DayRange from={row.inForceSince ?? row.effectiveFrom ?? null} to={row.effectiveTo ?? null} /> : '—'}
        {row.status === 'in_force' && row.effectiveTo && <Text size="xs" c="gray.6">{t('agreements.ends', { ago: relativeDay(row.effectiveTo, today(), i18n.language) })}</Text>}</div>
    ) },
  ];
}
