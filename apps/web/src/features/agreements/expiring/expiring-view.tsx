import { Box, Button, Checkbox, Grid, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconCalendarOff, IconRefresh } from '@tabler/icons-react';
import { daysBetween } from '@tejido/domain/day.js';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortName } from '../../../app/organisation-names.js';
import { errorText } from '../../../app/problems.js';
import { useMay } from '../../../app/session.js';
import { useTaxonomies } from '../../../app/taxonomies.js';
import { titleOf } from '../../../app/titles.js';
import { useApiPages } from '../../../app/use-api.js';
import type { AgreementFilter } from '../../../gql/graphql.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { DayText } from '../../../ui/day-text.js';
import { today } from '../../../ui/days.js';
import { Section } from '../../../ui/section.js';
import { EmptyState, Loaded, NothingFound } from '../../../ui/states.js';
import { AgreementLink } from '../agreement-link.js';
import { WINDOWS, type Window } from '../agreements-search.js';
import { LapsePanel } from './lapse-panel.js';
import { ExpiringAgreements, type Expiring } from './operations.js';

interface ViewProps {
  filter: AgreementFilter;
  within: Window;
  onWithin: (within: Window) => void;
  /** How many end within each number of days. */
  counts: readonly { value: string; count: number }[];
  filtered: boolean;
  onClear: () => void;
}

/** What ends soon, whether its renewal is under way, and what the number of allies will be without it. */
export function ExpiringView({ filter, within, onWithin, counts, filtered, onClear }: ViewProps) {
  const { t } = useTranslation();
  const query = useApiPages(ExpiringAgreements, { filter: { ...filter, expiringWithinDays: within }, after: null as string | null },
    { next: ({ agreements }) => (agreements.hasMore ? agreements.endCursor : null), withCursor: (variables, after) => ({ ...variables, after }), keepPrevious: true });
  return (
    <>
      <Group gap="xs" mb="md" role="group" aria-label={t('agreementViews.within')}>
        {WINDOWS.map((days) => (
          <Button key={days} size="xs" radius="xl" variant={days === within ? 'light' : 'default'} aria-pressed={days === within} onClick={() => onWithin(days)}>
            {t('agreements.withinDays', { count: days })} ({counts.find(({ value }) => value === String(days))?.count ?? 0})
          </Button>
        ))}
      </Group>
      <Loaded query={query} message={(error) => errorText(t, error)}>
        {(data) => {
          const rows = data.pages.flatMap(({ agreements }) => agreements.nodes);
          if (rows.length > 0) {
            return <Chosen key={within} rows={rows} within={within} total={data.pages[0]!.agreements.total} hasMore={query.hasNextPage} onMore={() => void query.fetchNextPage()} loadingMore={query.isFetchingNextPage} />;
          }
          if (filtered) return <NothingFound onClear={onClear} />;
          return <EmptyState icon={IconCalendarOff} title={t('agreementViews.expiringNone', { count: within })} body={t('agreementViews.expiringNoneBody')} />;
        }}
      </Loaded>
    </>
  );
}

interface ChosenProps { rows: readonly Expiring[]; within: Window; total: number; hasMore: boolean; onMore: () => void; loadingMore: boolean }

/** Everything that ends is chosen until the reader leaves some out. */
function Chosen({ rows, within, ...more }: ChosenProps) {
  const { t } = useTranslation();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = rows.filter(({ id }) => !left.has(id));
  const choose = (id: string, on: boolean) => setLeft(new Set(on ? [...left].filter((each) => each !== id) : [...left, id]));
  const columns = useColumns(left, choose);
  const all = chosen.length === rows.length;
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 4 }} order={{ base: 2 }}>
        <LapsePanel agreementIds={chosen.map(({ id }) => id)} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 8 }} order={{ base: 1 }}>
        <Section flush title={t('agreementViews.expiringTitle', { count: within })}
          actions={<Checkbox label={t('agreementViews.all')} checked={all} indeterminate={!all && chosen.length > 0} onChange={() => setLeft(new Set(all ? rows.map(({ id }) => id) : []))} />}>
          <DataTable label={t('agreementViews.expiringTitle', { count: within })} columns={columns} rows={rows} rowKey={({ id }) => id} {...more} />
        </Section>
      </Grid.Col>
    </Grid>
  );
}

function useColumns(left: ReadonlySet<string>, choose: (id: string, on: boolean) => void): Column<Expiring>[] {
  const { t } = useTranslation();
  const { label } = useTaxonomies();
  const others = ({ parties }: Expiring) => parties.flatMap(({ organisation }) => (organisation.standing === 'external' ? [shortName(organisation)] : []));
  return [
    { key: 'title', header: t('agreements.name'), cell: (row) => (
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <Checkbox size="xs" mt={3} aria-label={t('agreementViews.choose', { title: titleOf(row) })} checked={!left.has(row.id)} onChange={(event) => choose(row.id, event.currentTarget.checked)} />
        <Box miw={0}>
          <AgreementLink id={row.id}>{titleOf(row)}</AgreementLink>
          <Text size="xs" c="gray.6">{[others(row).join(', ') || label('agreement_kind', row.kind), !row.counting.counts && t('agreementViews.doesNotCount')].filter(Boolean).join(' · ')}</Text>
        </Box>
      </Group>
    ) },
    { key: 'left', header: t('agreementViews.ends'), width: 120, cell: ({ effectiveTo }) => effectiveTo && (
      <div><DayText day={effectiveTo} /><Text size="xs" c="gray.7">{t('agreementViews.daysLeft', { count: daysBetween(today(), effectiveTo) })}</Text></div>
    ) },
    { key: 'responsible', header: t('agreementViews.responsible'), width: 130, cell: ({ responsible }) => <Text size="sm">{responsible ?? t('common.notGiven')}</Text> },
    { key: 'renewal', header: t('agreementViews.renewal'), width: 180, cell: (row) => <Renewal row={row} /> },
  ];
}

/** The agreement that renews it, and how far it has come; else the way to prepare one. */
function Renewal({ row }: { row: Expiring }) {
  const { t } = useTranslation();
  const may = useMay('agreement.register');
  const renewals = row.renewedBy.filter(({ phase }) => phase !== 'terminated' && phase !== 'expired');
  if (renewals.length > 0) {
    return <>{renewals.map((each) => (
      <Box key={each.id}><AgreementLink id={each.id}>{t(`agreementViews.phases.${each.phase as 'in_force'}`)}</AgreementLink><Text size="xs" c="gray.6" lineClamp={2}>{titleOf(each)}</Text></Box>
    ))}</>;
  }
  if (!may) return <Text size="sm" c="gray.7">{t('agreementViews.noRenewal')}</Text>;
  return (
    <Button size="compact-sm" variant="default" leftSection={<IconRefresh size={14} />} aria-label={t('agreementViews.prepareOf', { title: titleOf(row) })}
      renderRoot={(props) => <Link {...props} to="/acuerdos/nuevo" search={{ renews: row.id }} />}>{t('agreementViews.prepare')}</Button>
  );
}
