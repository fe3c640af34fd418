import { Group, List, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconChartLine } from '@tabler/icons-react';
import { startOfYear, yearOf } from '@tejido/domain/day.js';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useApiQuery } from '../../app/use-api.js';
import { DayField } from '../../ui/day-field.js';
import { formatDay, today } from '../../ui/days.js';
import { inLanguage } from '../../ui/in-language.js';
import { Light } from '../../ui/light.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded } from '../../ui/states.js';
import { BreakdownSection } from './breakdown-section.js';
import { FigureSection, type Asked } from './figure-section.js';
import { IndicatorTabs } from './indicator-tabs.js';
import { MovementsSection } from './movements-section.js';
import { Indicators, type Indicator, type IndicatorsSearch, type PresidencyTerm } from './operations.js';
import { PeriodControl, type Period } from './period-control.js';
import { ProposeSnapshot, Snapshots } from './snapshots.js';
import { TargetsSection } from './targets-section.js';
import { TrendSection } from './trend-section.js';

interface PageProps { search: IndicatorsSearch; onSearch: (search: IndicatorsSearch) => void }

/** The figures of the strategy. What is chosen lives in the address. */
export function IndicatorsPage({ search, onSearch }: PageProps) {
  const { t } = useTranslation();
  const list = useApiQuery(Indicators, {});
  return (
    <>
      <PageHeader title={t('indicators.title')} intro={t('indicators.intro')} />
      <Loaded query={list} message={(error) => errorText(t, error)}>
        {({ indicators, presidencyTerms }) => {
          const counted = indicators.filter((each) => each.source !== 'by_hand');
          const chosen = counted.find((each) => each.code === search.code) ?? counted[0];
          if (!chosen) return <EmptyState icon={IconChartLine} title={t('indicators.emptyTitle')} body={t('indicators.emptyBody')} />;
          return (
            <Stack gap="lg">
              <IndicatorTabs indicators={counted} chosen={chosen.code} onChoose={(code) => onSearch({ code })} />
              <Chosen key={chosen.code} indicator={chosen} terms={presidencyTerms} search={search} onSearch={onSearch} />
              <ByHand indicators={indicators.filter((each) => each.source === 'by_hand')} />
            </Stack>
          );
        }}
      </Loaded>
    </>
  );
}

function Chosen({ indicator, terms, search, onSearch }: PageProps & { indicator: Indicator; terms: readonly PresidencyTerm[] }) {
  const { i18n } = useTranslation();
  const stock = indicator.nature === 'stock';
  const day = search.on ?? today();
  const to = search.to ?? day;
  const period: Period = { from: search.from ?? startOfYear(yearOf(to)), to };
  const known = search.known ?? null;
  const asked: Asked = stock ? { code: indicator.code, on: search.on ?? null, from: null, to: null, known } : { code: indicator.code, on: null, ...period, known };
  const choosePeriod = (next: Period) => onSearch({ ...search, ...next });
  const when = stock ? formatDay(day, i18n.language) : `${formatDay(period.from, i18n.language)} – ${formatDay(period.to, i18n.language)}`;
  return (
    <>
      <FigureSection indicator={indicator} asked={asked} why={search.why === true} onWhy={(why) => onSearch({ ...search, why: why || undefined })}
        actions={<ProposeSnapshot indicator={indicator} asked={asked} when={when} />}
        controls={<Controls stock={stock} search={search} onSearch={onSearch} period={period} terms={terms} onPeriod={choosePeriod} />} />
      <TrendSection indicator={indicator} known={known} terms={terms} />
      {stock && <MovementsSection code={indicator.code} known={known} period={period} terms={terms} onPeriod={choosePeriod} />}
      <BreakdownSection indicator={indicator} asked={asked} terms={terms} by={search.by} onBy={(by) => onSearch({ ...search, by })} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
        <Snapshots indicator={indicator} />
        <TargetsSection indicator={indicator} />
      </SimpleGrid>
    </>
  );
}

interface ControlsProps extends PageProps { stock: boolean; period: Period; terms: readonly PresidencyTerm[]; onPeriod: (period: Period) => void }

/** A stock is looked at on a day, a flow over a period; both as known on a day. */
function Controls({ stock, search, onSearch, period, terms, onPeriod }: ControlsProps) {
  const { t } = useTranslation();
  const known = <DayField label={t('indicators.knownOn')} value={search.known ?? null} onChange={(day) => onSearch({ ...search, known: day ?? undefined })} />;
  if (!stock) return <Group gap="sm" align="flex-start"><PeriodControl period={period} terms={terms} onChange={onPeriod} />{known}</Group>;
  return (
    <Group gap="sm" align="flex-start">
      <DayField label={t('indicators.onDay')} value={search.on ?? today()} maxDate={today()} onChange={(day) => onSearch({ ...search, on: day && day !== today() ? day : undefined })} />
      {known}
      {search.known && <Text size="xs" c="gray.7" pt={34}>{t('indicators.knownHint')}</Text>}
    </Group>
  );
}

/** What the strategy measures besides, and the register does not count. */
function ByHand({ indicators }: { indicators: readonly Indicator[] }) {
  const { t, i18n } = useTranslation();
  if (indicators.length === 0) return null;
  return (
    <Section title={t('indicators.others')} intro={t('indicators.byHand')}>
      <List listStyleType="none" spacing="xs" size="sm">
        {indicators.map((each) => (
          <List.Item key={each.code}>
            <Group gap="sm" justify="space-between" wrap="nowrap" align="flex-start"><span>{inLanguage(each.label, i18n.language)}</span><Light light="unknown" /></Group>
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
