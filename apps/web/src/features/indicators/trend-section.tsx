import { endOfYear } from '@tejido/domain/day.js';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useApiQuery } from '../../app/use-api.js';
import { countryName } from '../../ui/countries.js';
import { today } from '../../ui/days.js';
import { Section } from '../../ui/section.js';
import { Loaded } from '../../ui/states.js';
import { TimeChart } from '../../ui/time-chart.js';
import { IndicatorTrend, TREND, type Indicator, type PresidencyTerm, type Source } from './operations.js';

const MOVED = ['instruments', 'new', 'reactivated', 'exits', 'renewals'] as const;

/** Year by year with the targets, and who presided behind it. */
export function TrendSection({ indicator, known, terms }: { indicator: Indicator; known: string | null; terms: readonly PresidencyTerm[] }) {
  const { t, i18n } = useTranslation();
  const query = useApiQuery(IndicatorTrend, { code: indicator.code, ...TREND, known }, { keepPrevious: true });
  const stock = indicator.nature === 'stock';
  const valueLabel = t(`indicators.short.${indicator.source as Source}`);
  const bands = terms.map((term) => ({
    id: term.id, from: term.fromDay, to: term.toDay ?? null, short: term.country, long: countryName(term.country, i18n.language),
  }));
  return (
    <Section title={t('indicators.trendTitle', { from: TREND.fromYear, to: TREND.toYear })} intro={t(stock ? 'indicators.trendOfStock' : 'indicators.trendOfFlow')}>
      <Loaded query={query} message={(error) => errorText(t, error)}>
        {({ indicatorTrend }) => (
          <TimeChart label={t('indicators.trend')} shape={stock ? 'line' : 'bars'} valueLabel={valueLabel} targetLabel={t('indicators.targetShort')} bandLabel={t('indicators.presidency')} bands={bands}
            points={indicatorTrend.map((point) => ({
              year: point.year, day: point.running ? today() : endOfYear(point.year), value: point.value ?? null, target: point.target ?? null, running: point.running,
            }))}
            table={{
              categoryLabel: t('indicators.year'),
              rows: indicatorTrend.map((point) => ({
                category: point.running ? `${point.year} (${t('indicators.running')})` : String(point.year), value: point.value ?? null, target: point.target ?? null,
                ...Object.fromEntries(MOVED.map((each) => [each, point[each] ?? null])),
              })),
              series: [
                { key: 'value', label: t('indicators.value') }, { key: 'target', label: t('indicators.targetShort') },
                ...(stock ? MOVED.map((each) => ({ key: each, label: t(`indicators.moved.${each}`) })) : []),
              ],
            }} />
        )}
      </Loaded>
    </Section>
  );
}
