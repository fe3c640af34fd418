import { Alert, Box, Button, Group, SegmentedControl, Stack, Text, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconInfoCircle, IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useMay, useViewer } from '../../app/session.js';
import { useApiPages } from '../../app/use-api.js';
import { countryName } from '../../ui/countries.js';
import { relativeDay, today } from '../../ui/days.js';
import { Facet, FilterBar } from '../../ui/facets.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded, NothingFound } from '../../ui/states.js';
import { EvidenceBadge } from './evidence-item.js';
import { EvidenceDetail } from './evidence-detail.js';
import { EvidenceQueue, type Evidence, type EvidenceState } from './operations.js';
import { QUEUE_STATES, type QueueSearch } from './queue-search.js';
import classes from './queue-page.module.css';

const FACETS = ['proves', 'country'] as const;
type FacetName = (typeof FACETS)[number];

/** What waits for a second person, the oldest first, with the document beside the list. What is chosen lives in the address. */
export function QueuePage({ search, onSearch }: { search: QueueSearch; onSearch: (search: QueueSearch) => void }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const mayVerify = useMay('evidence.verify');
  const mayAdd = useMay('evidence.add');
  const { state = 'waiting', text, mine } = search;
  const filter = { state: [state], proves: search.proves ?? null, country: search.country ?? null, text: text ?? null, mine: mine ?? null };
  const query = useApiPages(EvidenceQueue, { filter, after: null as string | null },
    { next: (page) => (page.evidence.hasMore ? page.evidence.endCursor : null), withCursor: (variables, after) => ({ ...variables, after }), keepPrevious: true });
  const counts = (facet: string) => query.data?.pages[0]?.evidence.facets.find((each) => each.name === facet)?.values ?? [];
  const facets = useFacets({ search, onSearch, counts });
  const states = QUEUE_STATES.map((value) => ({ value, label: `${t(`evidence.queue.states.${value}`)} ${counts('state').find((each) => each.value === value)?.count ?? 0}` }));
  return (
    <>
      <PageHeader title={t('evidence.queue.title')} intro={t(mayVerify ? 'evidence.queue.intro' : 'evidence.queue.introReader')} />
      <Group mb="sm" gap="sm">
        <SegmentedControl aria-label={t('evidence.queue.stateLabel')} value={state} data={states} onChange={(value) => onSearch({ ...search, state: value === 'waiting' ? undefined : (value as EvidenceState), open: undefined })} />
        {mayAdd && <SegmentedControl aria-label={t('evidence.queue.whose')} value={mine ? 'mine' : 'all'} onChange={(value) => onSearch({ ...search, mine: value === 'mine' || undefined, open: undefined })}
          data={[{ value: 'all', label: t('evidence.queue.all') }, { value: 'mine', label: t('evidence.queue.mine') }]} />}
      </Group>
      {!mayVerify && viewer.role !== 'observer' && <Alert variant="light" color="gray" icon={<IconInfoCircle size={18} />} py="xs" mb="sm">{t('evidence.queue.whoVerifies')}</Alert>}
      <FilterBar wide search={{ value: text ?? '', onChange: (typed) => onSearch({ ...search, text: typed || undefined, open: undefined }), placeholder: t('evidence.queue.search') }} {...facets}>
        <Loaded query={{ ...query, data: query.data }} message={(error) => errorText(t, error)}>
          {(data) => {
            // What was judged a moment ago is shown until the answer comes: only in the list where it belongs.
            const rows = data.pages.flatMap((page) => page.evidence.nodes).filter((row) => row.state === state);
            if (rows.length > 0) return <ListAndDocument rows={rows} search={search} onSearch={onSearch} more={query.hasNextPage && <Group justify="center" py="sm"><Button variant="default" size="xs" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('common.more')}</Button></Group>} />;
            if (text || search.proves || search.country || mine) return <Section><NothingFound onClear={() => onSearch({ state: search.state })} /></Section>;
            return <Section><EmptyState icon={IconShieldCheck} title={t(`evidence.queue.empty.${state}`)} body={state === 'waiting' ? t('evidence.queue.emptyBody') : undefined} /></Section>;
          }}
        </Loaded>
      </FilterBar>
    </>
  );
}

function ListAndDocument({ rows, search, onSearch, more }: { rows: readonly Evidence[]; search: QueueSearch; onSearch: (search: QueueSearch) => void; more: ReactNode }) {
  const { t } = useTranslation();
  const narrow = useMediaQuery('(max-width: 61.99em)', false, { getInitialValueInEffect: false });
  const opened = rows.find(({ id }) => id === search.open) ?? (narrow ? undefined : rows[0]);
  const open = (id: string | undefined) => onSearch({ ...search, open: id });
  const after = opened ? rows[rows.indexOf(opened) + 1]?.id : undefined;
  const detail = opened && <EvidenceDetail key={opened.id} evidence={opened} onBack={narrow ? () => open(undefined) : null} onDone={() => open(narrow ? undefined : after)} />;
  if (narrow && detail) return detail;
  return (
    <div className={classes.columns}>
      <Section flush>
        <Box component="ul" m={0} p={0} aria-label={t('evidence.queue.title')} style={{ listStyle: 'none' }}>
          {rows.map((row) => <li key={row.id}><Row row={row} chosen={row === opened} onOpen={() => open(row.id)} /></li>)}
        </Box>
        {more}
      </Section>
      {detail}
    </div>
  );
}

function Row({ row, chosen, onOpen }: { row: Evidence; chosen: boolean; onOpen: () => void }) {
  const { t, i18n } = useTranslation();
  return (
    <UnstyledButton className={classes.row} data-chosen={chosen || undefined} aria-current={chosen || undefined} onClick={onOpen}>
      <Stack gap={2} flex={1} miw={0}>
        <Text size="sm" fw={550} lineClamp={2} style={{ overflowWrap: 'anywhere' }}>{row.title}</Text>
        <Text size="xs" c="gray.7" lineClamp={2}>{t(`evidence.queue.of.${row.proves.kind as 'agreement'}`)}: {row.proves.title}</Text>
        <Text size="xs" c="gray.7">{[row.addedByViewer ? t('evidence.queue.byYou') : (row.addedBy ?? t('evidence.imported')), relativeDay(row.addedOn, today(), i18n.language)].join(' · ')}</Text>
      </Stack>
      {row.state !== 'waiting' && <EvidenceBadge evidence={{ ...row, verifiedBy: null }} />}
    </UnstyledButton>
  );
}

function useFacets({ search, onSearch, counts }: { search: QueueSearch; onSearch: (search: QueueSearch) => void; counts: (facet: string) => readonly { value: string; count: number }[] }) {
  const { t, i18n } = useTranslation();
  const label = (facet: FacetName, value: string) => (facet === 'country' ? countryName(value, i18n.language) : t(`evidence.queue.of.${value as 'agreement'}`));
  const choose = (facet: FacetName, values: string[]) => onSearch({ ...search, open: undefined, [facet]: values.length > 0 ? values : undefined });
  return {
    active: FACETS.flatMap((facet) => (search[facet] ?? []).map((value) => ({ key: `${facet} ${value}`, label: label(facet, value), onRemove: () => choose(facet, search[facet]!.filter((each) => each !== value)) }))),
    onClear: () => onSearch({ state: search.state, mine: search.mine }),
    facets: FACETS.map((facet) => (
      <Facet key={facet} label={t(`evidence.queue.facets.${facet}`)} value={search[facet] ?? []} onChange={(values) => choose(facet, values)}
        options={counts(facet).map(({ value, count }) => ({ value, count, label: label(facet, value) }))} />
    )),
  };
}
