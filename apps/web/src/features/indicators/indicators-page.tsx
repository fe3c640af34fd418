import { Anchor, Button, Group, SegmentedControl, Select, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconCamera, IconQuestionMark } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useMay } from '../../app/session.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { IndicatorFigureQuery, IndicatorTrendQuery } from '../../gql/graphql.js';
import { BarsChart, TrendChart } from '../../ui/charts.js';
import { DayField } from '../../ui/day-field.js';
import { Light, type ProgressLight } from '../../ui/light.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { Stat } from '../../ui/stat.js';
import { Loaded } from '../../ui/states.js';
import { WhyDrawer, type WhyItem } from '../../ui/why-drawer.js';
import { ProposeSnapshot, Snapshots } from './snapshots.js';

const Indicators = graphql(`
  query Indicators { indicators { code label { es en } definition { es en } source nature } }
`);
const Figure = graphql(`
  query IndicatorFigure($code: String!, $on: Day, $known: Day) {
    indicatorReport(code: $code, on: $on, known: $known) {
      value allies instruments participations from to target light withheldCounted
      counted { because record { kind id title } through { kind id title } }
      excluded { reason record { kind id title } }
    }
  }
`);
const Trend = graphql(`
  query IndicatorTrend($code: String!, $known: Day) { indicatorTrend(code: $code, fromYear: 2019, toYear: 2027, known: $known) { year value instruments target new reactivated exits running } }
`);
const Breakdown = graphql(`
  query IndicatorBreakdown($code: String!, $by: String!, $on: Day, $known: Day) { indicatorBreakdown(code: $code, by: $by, on: $on, known: $known) { dimension additive total cells { key value } } }
`);

const DIMENSIONS = { alliances: ['scope', 'audience', 'country', 'theme_set', 'theme', 'kind', 'sdg'], joint_activities: ['country', 'theme_set', 'theme'] } as const;
type Dimension = (typeof DIMENSIONS)['alliances'][number];

export interface IndicatorsSearch { code?: string; on?: string; known?: string }

/** The figures of the strategy. What is chosen lives in the address. */
export function IndicatorsPage({ search, onSearch }: { search: IndicatorsSearch; onSearch: (search: IndicatorsSearch) => void }) {
  const { t, i18n } = useTranslation();
  const list = useApiQuery(Indicators, {});
  const language = i18n.language === 'en' ? 'en' : 'es';
  return (
    <>
      <PageHeader title={t('indicators.title')} intro={t('indicators.intro')} />
      <Loaded query={list} message={(error) => errorText(t, error)}>
        {({ indicators }) => {
          const chosen = indicators.find((each) => each.code === search.code) ?? indicators[0];
          return (
            <Stack gap="lg">
              <Group gap="sm" align="flex-end">
                <Select label={t('indicators.one')} flex="1 1 320px" allowDeselect={false} value={chosen?.code ?? null} data={indicators.map((each) => ({ value: each.code, label: each.label[language] }))}
                  onChange={(code) => onSearch({ ...search, code: code ?? undefined })} />
                <DayField label={t('indicators.onDay')} value={search.on ?? null} onChange={(on) => onSearch({ ...search, on: on ?? undefined })} />
                <DayField label={t('indicators.knownOn')} value={search.known ?? null} onChange={(known) => onSearch({ ...search, known: known ?? undefined })} />
              </Group>
              {chosen && (chosen.source === 'by_hand'
                ? <Section title={chosen.label[language]}><Text c="gray.7">{t('indicators.byHand')}</Text></Section>
                : <Chosen key={chosen.code} code={chosen.code} source={chosen.source as 'alliances' | 'joint_activities'} label={chosen.label[language]} definition={chosen.definition[language]} on={search.on} known={search.known} />)}
            </Stack>
          );
        }}
      </Loaded>
    </>
  );
}

interface ChosenProps { code: string; source: keyof typeof DIMENSIONS; label: string; definition: string; on?: string; known?: string }

function Chosen({ code, source, label, definition, on, known }: ChosenProps) {
  const { t } = useTranslation();
  const figure = useApiQuery(Figure, { code, on: on ?? null, known: known ?? null }, { keepPrevious: true });
  const trend = useApiQuery(Trend, { code, known: known ?? null }, { keepPrevious: true });
  return (
    <Loaded query={figure} message={(error) => errorText(t, error)}>
      {({ indicatorReport }) => (
        <Stack gap="lg">
          <FigureCards label={label} report={indicatorReport} definition={definition} code={code} on={on} />
          <Loaded query={trend} message={(error) => errorText(t, error)}>
            {({ indicatorTrend }) => <TrendSection points={indicatorTrend} />}
          </Loaded>
          <BreakdownSection code={code} source={source} on={on} known={known} />
          <Snapshots indicator={code} />
        </Stack>
      )}
    </Loaded>
  );
}

type Report = IndicatorFigureQuery['indicatorReport'];

function FigureCards({ label, report, definition, code, on }: { label: string; report: Report; definition: string; code: string; on?: string }) {
  const { t } = useTranslation();
  const [why, setWhy] = useState(false);
  const year = report.to.slice(0, 4);
  const may = useMay('snapshot.propose');
  return (
    <Section title={label} intro={definition} actions={<><Button leftSection={<IconQuestionMark size={16} />} onClick={() => setWhy(true)}>{t('indicators.why')}</Button>{may && <ProposeSnapshot indicator={code} on={on} icon={<IconCamera size={16} />} />}</>}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        <Stat label={t('indicators.value')} value={report.value} onClick={() => setWhy(true)} beside={<Light light={(report.light === 'none' ? 'unknown' : report.light) as ProgressLight} />}
          caption={report.target == null ? t('indicators.noTarget') : t('indicators.target', { year, value: report.target })} />
        <Stat label={t('indicators.allies')} value={report.allies} />
        {report.instruments != null ? <Stat label={t('indicators.instruments')} value={report.instruments} /> : <Stat label={t('indicators.participations')} value={report.participations ?? null} />}
      </SimpleGrid>
      <WhyDrawer opened={why} onClose={() => setWhy(false)} subject={label} value={report.value} counted={useCounted(report)} excluded={useExcluded(report)}
        note={report.withheldCounted > 0 ? t('indicators.withheld', { count: report.withheldCounted }) : undefined} />
    </Section>
  );
}

const PLACES = { organisation: '/organizaciones/$id', agreement: '/acuerdos/$id', activity: '/actividades/$id' } as const;

function RecordLink({ record }: { record: { kind: string; id: string; title: string } }) {
  return <Anchor size="sm" renderRoot={(props) => <Link {...props} to={PLACES[record.kind as keyof typeof PLACES]} params={{ id: record.id }} />}>{record.title}</Anchor>;
}

function useCounted(report: Report): WhyItem[] {
  const { t } = useTranslation();
  return report.counted.map(({ record, because, through }) => ({
    id: record.id, name: record.title, link: <RecordLink record={record} />,
    reason: [t(`indicators.because.${because as 'in_force'}`), through.length > 0 && t('indicators.through', { names: through.map((each) => each.title).join(', ') })].filter(Boolean).join(', '),
  }));
}

function useExcluded(report: Report): WhyItem[] {
  const { t } = useTranslation();
  return report.excluded.map(({ record, reason }) => ({ id: `${record.id} ${reason}`, name: record.title, link: <RecordLink record={record} />, reason: t(`indicators.reason.${reason as 'to_verify'}`) }));
}

function TrendSection({ points }: { points: IndicatorTrendQuery['indicatorTrend'] }) {
  const { t } = useTranslation();
  const rows = points.map((point) => ({ category: String(point.year), value: point.value, target: point.target ?? null }));
  return (
    <Section title={t('indicators.trendTitle')}>
      <TrendChart label={t('indicators.trend')} categoryLabel={t('indicators.year')} rows={rows} series={[{ key: 'value', label: t('indicators.value') }, { key: 'target', label: t('indicators.targetShort') }]} />
      {points.some((point) => point.new != null) && <Movements points={points} />}
    </Section>
  );
}

/** Start + new + reactivated − exits = end, for a year. */
function Movements({ points }: { points: IndicatorTrendQuery['indicatorTrend'] }) {
  const { t } = useTranslation();
  const [year, setYear] = useState(String(points.at(-1)?.year ?? ''));
  const at = points.findIndex((point) => String(point.year) === year);
  const point = points[at];
  if (!point) return null;
  const start = (point.value ?? 0) - (point.new ?? 0) - (point.reactivated ?? 0) + (point.exits ?? 0);
  return (
    <Stack gap={6} mt="md">
      <Text size="sm" fw={600}>{t('indicators.movements', { year })}</Text>
      <SegmentedControl size="xs" value={year} onChange={setYear} data={points.map((each) => String(each.year))} style={{ alignSelf: 'flex-start', maxWidth: '100%', overflowX: 'auto' }} />
      <Text size="sm" role="status">{t('indicators.reconciliation', { start, new: point.new ?? 0, reactivated: point.reactivated ?? 0, exits: point.exits ?? 0, end: point.value ?? 0 })}</Text>
    </Stack>
  );
}

const TAXONOMY: Record<Dimension, string> = { scope: 'scope', audience: 'audience', kind: 'organisation_kind', theme: 'theme', theme_set: 'theme', country: 'country', sdg: 'sdg' };

function BreakdownSection({ code, source, on, known }: { code: string; source: keyof typeof DIMENSIONS; on?: string; known?: string }) {
  const { t } = useTranslation();
  const { label } = useTaxonomies();
  const [by, setBy] = useState<Dimension>(source === 'alliances' ? 'scope' : 'country');
  const query = useApiQuery(Breakdown, { code, by, on: on ?? null, known: known ?? null }, { keepPrevious: true });
  const nameOf = (key: string | null | undefined) => {
    if (!key) return t('indicators.notStated');
    if (by !== 'theme_set') return label(TAXONOMY[by], key);
    return key.startsWith('only:') ? t('indicators.themeSet.only', { theme: label('theme', key.slice(5)).toLowerCase() }) : t(`indicators.themeSet.${key as 'all'}`);
  };
  return (
    <Section title={t('indicators.by')} actions={<Select aria-label={t('indicators.by')} w={220} allowDeselect={false} value={by} onChange={(next) => next && setBy(next as Dimension)} data={DIMENSIONS[source].map((each) => ({ value: each, label: t(`indicators.dimension.${each}`) }))} />}>
      <Loaded query={query} message={(error) => errorText(t, error)}>
        {({ indicatorBreakdown }) => (
          <Stack gap="sm">
            {indicatorBreakdown.cells.length > 0 && indicatorBreakdown.cells.length <= 12 && (
              <BarsChart label={t(`indicators.dimension.${by}`)} categoryLabel={t(`indicators.dimension.${by}`)} rows={indicatorBreakdown.cells.map((cell) => ({ category: nameOf(cell.key), value: cell.value }))} series={[{ key: 'value', label: t('indicators.value') }]} />
            )}
            {indicatorBreakdown.cells.length > 12 && (
              <Table><Table.Tbody>{indicatorBreakdown.cells.map((cell) => <Table.Tr key={cell.key ?? ''}><Table.Td>{nameOf(cell.key)}</Table.Td><Table.Td ta="right">{cell.value}</Table.Td></Table.Tr>)}</Table.Tbody></Table>
            )}
            <Text size="sm" c="gray.7">{t('indicators.total', { value: indicatorBreakdown.total })}{!indicatorBreakdown.additive && ` · ${t('indicators.notAdditive')}`}</Text>
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}
