import { Alert, Anchor, Button, Group, Select, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { IconFileDescription, IconPlus, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useMay } from '../../app/session.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { BackFromTrash, EmptyTrash, RestoreButton, TrashButton } from '../../app/trash.js';
import { useApiPages } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { AgreementsQuery, AgreementSort } from '../../gql/graphql.js';
import { countryName } from '../../ui/countries.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { DayRange } from '../../ui/day-text.js';
import { relativeDay, today } from '../../ui/days.js';
import { ExternalLink } from '../../ui/external-link.js';
import { Facet, FilterBar } from '../../ui/facets.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded, NothingFound } from '../../ui/states.js';
import { Verification } from './agreement-evidence.js';
import { AgreementLink } from './agreement-link.js';
import { AgreementStatus } from './status.js';

const Agreements = graphql(`
  query Agreements($filter: AgreementFilter, $sort: AgreementSort, $after: String) {
    agreements(filter: $filter, sort: $sort, after: $after) {
      total hasMore endCursor
      nodes {
        id title kind status inForceSince effectiveFrom effectiveTo version viewerCan
        parties { id organisation { id name acronym standing } }
        evidence { id title address archiveReference addedOn addedBy addedByViewer verifiedOn verifiedBy canVerify }
      }
      facets { name values { value count } }
    }
  }
`);

const RestoreAgreement = graphql(`
  mutation RestoreAgreement($id: ID!, $version: Int!) { restoreAgreement(id: $id, version: $version) { id } }
`);

type Row = AgreementsQuery['agreements']['nodes'][number];
export const AGREEMENT_FACETS = ['status', 'evidence', 'expiring', 'kind', 'audience', 'country', 'theme'] as const;
type FacetName = (typeof AGREEMENT_FACETS)[number];
export const AGREEMENT_SORTS = ['RECENT', 'TITLE', 'EXPIRING'] as const satisfies readonly AgreementSort[];
export type AgreementsSearch = { text?: string; sort?: AgreementSort; trash?: true } & { [Name in FacetName]?: string[] };

/** Every agreement with its derived status; what is filtered lives in the address. */
export function AgreementsPage({ search, onSearch }: { search: AgreementsSearch; onSearch: (search: AgreementsSearch) => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay('agreement.register');
  const texts = useFacetTexts();
  const mayArchive = useMay('agreement.amend');
  const { text, sort, trash, ...chosen } = search;
  const query = useApiPages(Agreements, { filter: { text: text ?? null, ...chosen, archived: trash ?? null }, sort: sort ?? 'RECENT', after: null as string | null },
    { next: (page) => (page.agreements.hasMore ? page.agreements.endCursor : null), withCursor: (variables, after) => ({ ...variables, after }), keepPrevious: true });
  const first = query.data?.pages[0]?.agreements;
  const choose = (facet: FacetName, values: string[]) => onSearch({ ...search, [facet]: values.length > 0 ? values : undefined });
  const counts = (facet: FacetName) => first?.facets.find((each) => each.name === facet)?.values ?? [];
  const queue = !trash && search.evidence?.length === 1 && search.evidence[0] === 'to_verify';
  const active = AGREEMENT_FACETS.flatMap((facet) => (search[facet] ?? []).map((value) => ({
    key: `${facet} ${value}`, label: texts.value(facet, value), onRemove: () => choose(facet, (search[facet] ?? []).filter((each) => each !== value)),
  })));
  const columns = useColumns({ queue, trash });
  const clear = () => onSearch({ sort, trash });
  return (
    <>
      <PageHeader title={trash ? t('common.trash.title') : t('agreements.title')} intro={trash ? t('common.trash.intro') : t('agreements.intro')}
        above={trash && <BackFromTrash onBack={() => onSearch({})} />}
        actions={<>
          {mayArchive && !trash && <TrashButton onOpen={() => onSearch({ trash: true })} />}
          {may && !trash && <Button leftSection={<IconPlus size={16} />} onClick={() => void navigate({ to: '/acuerdos/nuevo' })}>{t('agreements.register')}</Button>}
        </>} />
      <FilterBar search={{ value: text ?? '', onChange: (typed) => onSearch({ ...search, text: typed || undefined }), placeholder: t('agreements.searchPlaceholder') }} active={active} onClear={clear}
        end={<Select w={190} aria-label={t('agreements.sortLabel')} allowDeselect={false} value={sort ?? 'RECENT'} data={AGREEMENT_SORTS.map((value) => ({ value, label: t(`agreements.sorts.${value}`) }))} onChange={(value) => onSearch({ ...search, sort: (value as AgreementSort | null) ?? undefined })} />}
        facets={AGREEMENT_FACETS.filter((facet) => counts(facet).length > 0 || search[facet]).map((facet) => (
          <Facet key={facet} label={texts.title[facet]} value={search[facet] ?? []} onChange={(values) => choose(facet, values)}
            options={counts(facet).map(({ value, count }) => ({ value, count, label: texts.value(facet, value) })).sort((a, b) => (facet === 'expiring' ? Number(a.value) - Number(b.value) : 0))} />
        ))}>
        <Stack gap="sm">
          {!trash && <VerificationQueue waiting={counts('evidence').find((each) => each.value === 'to_verify')?.count ?? 0} opened={queue} onOpen={() => onSearch({ evidence: ['to_verify'] })} onClose={() => onSearch({})} />}
          <Section flush>
            <Loaded query={{ ...query, data: query.data }} message={(error) => errorText(t, error)}>
              {(data) => {
                // The rows before are shown until the answer comes: in the queue only those that belong there.
                const rows = data.pages.flatMap((page) => page.agreements.nodes).filter((row) => !queue || row.evidence.some((each) => !each.verifiedOn));
                if (rows.length > 0) {
                  return <DataTable label={t('agreements.title')} columns={columns} rows={rows} rowKey={(row) => row.id} total={first?.total} hasMore={query.hasNextPage} onMore={() => void query.fetchNextPage()}
                    loadingMore={query.isFetchingNextPage} onOpen={trash ? undefined : (row) => void navigate({ to: '/acuerdos/$id', params: { id: row.id } })} />;
                }
                if (queue) return <EmptyState icon={IconShieldCheck} title={t('agreements.queueEmptyTitle')} body={t('agreements.queueEmptyBody')} />;
                if (active.length > 0 || text) return <NothingFound onClear={clear} />;
                return trash ? <EmptyTrash /> : <EmptyState icon={IconFileDescription} title={t('agreements.emptyTitle')} body={t('agreements.emptyBody')} />;
              }}
            </Loaded>
          </Section>
        </Stack>
      </FilterBar>
    </>
  );
}

/** Leads whoever may verify to the evidence that waits for a second person. */
function VerificationQueue({ waiting, opened, onOpen, onClose }: { waiting: number; opened: boolean; onOpen: () => void; onClose: () => void }) {
  const { t } = useTranslation();
  const mayVerify = useMay('evidence.verify');
  if (!mayVerify || (waiting === 0 && !opened)) return null;
  return (
    <Alert variant="light" color="gray" icon={<IconShieldCheck size={18} />} py="xs">
      <Group justify="space-between" gap="xs">
        <Text size="sm">{opened ? t('agreements.queueIntro') : t('agreements.queueWaiting', { count: waiting })}</Text>
        <Anchor component="button" type="button" size="sm" onClick={opened ? onClose : onOpen}>{t(opened ? 'agreements.queueClose' : 'agreements.queueOpen')}</Anchor>
      </Group>
    </Alert>
  );
}

function useColumns({ queue, trash }: { queue: boolean; trash?: true }): Column<Row>[] {
  const { t, i18n } = useTranslation();
  const { label } = useTaxonomies();
  const others = (row: Row) => row.parties.filter(({ organisation }) => organisation.standing !== 'coalition').map(({ organisation }) => organisation.acronym ?? organisation.name);
  const title: Column<Row> = { key: 'title', header: t('agreements.name'), cell: (row) => (
    <div>{trash ? <Text size="sm">{row.title}</Text> : <AgreementLink id={row.id}>{row.title}</AgreementLink>}<Text size="xs" c="gray.6">{[label('agreement_kind', row.kind), queue && others(row).join(', ')].filter(Boolean).join(' · ')}</Text></div>
  ) };
  if (queue) {
    return [title, { key: 'evidence', header: t('agreements.evidence'), cell: (row) => (
      <Stack gap="sm">{row.evidence.filter((each) => !each.verifiedOn).map((each) => (
        <Group key={each.id} justify="space-between" gap="sm" align="flex-start">
          <div style={{ minWidth: 0, flex: '1 1 160px' }}>
            <Text size="sm">{each.address ? <ExternalLink href={each.address}>{each.title}</ExternalLink> : each.title}</Text>
            <Text size="xs" c="gray.6">{[each.archiveReference, each.addedBy, relativeDay(each.addedOn, today(), i18n.language)].filter(Boolean).join(' · ')}</Text>
          </div>
          <Verification evidence={each} />
        </Group>
      ))}</Stack>
    ) }];
  }
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
