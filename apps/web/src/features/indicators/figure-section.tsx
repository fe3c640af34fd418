import { Button, Group, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useApiQuery } from '../../app/use-api.js';
import type { IndicatorFigureQuery } from '../../gql/graphql.js';
import { formatDay } from '../../ui/days.js';
import { formatNumber, formatShare } from '../../ui/numbers.js';
import { Section } from '../../ui/section.js';
import { Stat } from '../../ui/stat.js';
import { Loaded } from '../../ui/states.js';
import { Lights } from './lights.js';
import { IndicatorFigure, type Indicator, type Source } from './operations.js';
import { FigureWhy } from './why.js';

type Report = IndicatorFigureQuery['indicatorReport'];

export interface Asked { code: string; on: string | null; from: string | null; to: string | null; known: string | null }

interface FigureSectionProps {
  indicator: Indicator;
  asked: Asked;
  /** Fields that choose the days. */
  controls: ReactNode;
  actions?: ReactNode;
  why: boolean;
  onWhy: (open: boolean) => void;
}

/** The figure that the presidency signs: value, both lights, what stands beside it, and its reasons. */
export function FigureSection({ indicator, asked, controls, actions, why, onWhy }: FigureSectionProps) {
  const { t, i18n } = useTranslation();
  const query = useApiQuery(IndicatorFigure, asked, { keepPrevious: true });
  const language = i18n.language === 'en' ? 'en' : 'es';
  const report = query.data?.indicatorReport;
  const when = report && whenOf(indicator, report, i18n.language, t('common.day.range', { from: '{{from}}', to: '{{to}}' }));
  return (
    <Section title={t(`indicators.short.${indicator.source as Source}`)} intro={indicator.label[language]} actions={actions}>
      <Stack gap="lg">
        {controls}
        <Loaded query={query} message={(error) => errorText(t, error)}>
          {({ indicatorReport }) => (
            <>
              <Group align="flex-end" gap="xl" wrap="wrap">
                <Headline report={indicatorReport} when={when ?? ''} onWhy={() => onWhy(true)} />
                <TargetProgress report={indicatorReport} />
              </Group>
              <Beside indicator={indicator} report={indicatorReport} />
            </>
          )}
        </Loaded>
        <Text size="sm" c="gray.7" maw={820}>{indicator.definition[language]}</Text>
      </Stack>
      <FigureWhy opened={why} onClose={() => onWhy(false)} variables={asked} subject={[t(`indicators.short.${indicator.source as Source}`), when].filter(Boolean).join(', ')}
        note={asked.known ? t('indicators.asKnown', { day: formatDay(asked.known, i18n.language) }) : undefined} />
    </Section>
  );
}

function whenOf(indicator: Indicator, report: Report, language: string, range: string): string {
  if (indicator.nature === 'stock') return formatDay(report.to, language);
  return range.replace('{{from}}', formatDay(report.from, language)).replace('{{to}}', formatDay(report.to, language));
}

function Headline({ report, when, onWhy }: { report: Report; when: string; onWhy: () => void }) {
  const { t, i18n } = useTranslation();
  return (
    <Stack gap={8}>
      <Group gap="md" align="flex-end">
        <Text fz={56} lh={1} fw={700} style={{ fontVariantNumeric: 'tabular-nums', letterSpacing: '-0.03em' }} data-testid="figure">{formatNumber(report.value, i18n.language)}</Text>
        <Stack gap={6} pb={4}>
          <Text size="sm" c="gray.7">{when}</Text>
          <Lights light={report.light} freshness={report.freshness} />
        </Stack>
      </Group>
      <Button leftSection={<IconHelpCircle size={17} />} onClick={onWhy} style={{ alignSelf: 'flex-start' }}>{t('common.why.button')}</Button>
    </Stack>
  );
}

/** How far it is on its way, beside what was expected by then: in words and as a bar. */
function TargetProgress({ report }: { report: Report }) {
  const { t, i18n } = useTranslation();
  const { progress, expected, target, finalTarget, finalYear } = report;
  const year = report.to.slice(0, 4);
  if (progress == null || expected == null) {
    return <Text size="sm" c="gray.7" flex="1 1 260px" maw={420}>{target == null ? t('indicators.noTargetHint') : t('indicators.target', { year, value: target })}</Text>;
  }
  const whole = finalTarget ?? target;
  const to = finalYear ?? year;
  return (
    <Stack gap={6} flex="1 1 260px" maw={460}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={550}>{t('indicators.onTheWay', { share: formatShare(progress, i18n.language), value: whole, year: to })}</Text>
      </Group>
      <Progress.Root size={10} radius="sm" aria-hidden><Progress.Section value={Math.min(100, Math.max(0, progress * 100))} color="anil.7" /></Progress.Root>
      <Text size="xs" c="gray.7">
        {[t('indicators.expected', { share: formatShare(expected, i18n.language) }), finalTarget != null && target != null && t('indicators.target', { year, value: target })].filter(Boolean).join(' · ')}
      </Text>
    </Stack>
  );
}

function Beside({ indicator, report }: { indicator: Indicator; report: Report }) {
  const { t, i18n } = useTranslation();
  const confirmed = report.confirmedOn ? formatDay(report.confirmedOn, i18n.language) : t('common.notGiven');
  const since = (indicator.baselineOn ?? '').slice(0, 4);
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
      {indicator.source === 'alliances' ? (
        <>
          <Stat label={t('indicators.instruments')} value={report.instruments ?? null} caption={t('indicators.instrumentsHint')} />
          <Stat label={t('indicators.ever')} value={report.ever ?? null} caption={since ? t('indicators.everSince', { year: since }) : undefined} />
        </>
      ) : (
        <>
          <Stat label={t('indicators.contributors')} value={report.allies} caption={t('indicators.withAlliance', { with: report.withAlliance ?? 0, without: report.withoutAlliance ?? 0 })} />
          <Stat label={t('indicators.participations')} value={report.participations ?? null} caption={t('indicators.participationsHint')} />
          <Stat label={t('indicators.countries')} value={report.countries ?? null} />
        </>
      )}
      <Stat label={t('indicators.confirmed')} value={confirmed} caption={t('indicators.confirmedHint')} />
    </SimpleGrid>
  );
}
