import { Chip, Group, Stack } from '@mantine/core';
import { startOfYear } from '@tejido/domain/day.js';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiQuery } from '../../app/use-api.js';
import { BarTable } from '../../ui/bar-table.js';
import { countryName } from '../../ui/countries.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded } from '../../ui/states.js';
import type { Asked } from './figure-section.js';
import { IndicatorBreakdown, TREND, type Indicator, type PresidencyTerm, type Source } from './operations.js';

const DIMENSIONS = {
  alliances: ['scope', 'audience', 'kind', 'theme_set', 'theme', 'country', 'sdg', 'year', 'term'],
  joint_activities: ['country', 'theme_set', 'theme', 'scope', 'audience', 'kind', 'sdg', 'year', 'term'],
} as const;
type Dimension = (typeof DIMENSIONS)['alliances'][number];

const TAXONOMY = { scope: 'scope', audience: 'audience', theme: 'theme', sdg: 'sdg' } as const;

interface BreakdownProps { indicator: Indicator; asked: Asked; terms: readonly PresidencyTerm[]; by: string | undefined; onBy: (by: string) => void }

/** The figure by one dimension. Where rows do not add up there is no total row, and the table says why. */
export function BreakdownSection({ indicator, asked, terms, by: wanted, onBy }: BreakdownProps) {
  const { t } = useTranslation();
  const source = indicator.source as Source;
  const dimensions: readonly Dimension[] = DIMENSIONS[source];
  const by = dimensions.find((each) => each === wanted) ?? dimensions[0]!;
  const query = useApiQuery(IndicatorBreakdown, { ...asked, ...daysFor(by, asked), by }, { keepPrevious: true });
  const nameOf = useNames(by, source, terms);
  return (
    <Section title={t('indicators.by')} intro={t(`indicators.byHint.${source}`)}>
      <Stack gap="md">
        <Chip.Group value={by} onChange={(next) => onBy(next as string)}>
          <Group gap={6} role="group" aria-label={t('indicators.by')}>
            {dimensions.map((each) => <Chip key={each} value={each} size="xs" variant="outline">{dimensionLabel(t, each, source)}</Chip>)}
          </Group>
        </Chip.Group>
        <Loaded query={query} message={(error) => errorText(t, error)}>
          {({ indicatorBreakdown: { cells, additive, total } }) => (cells.length === 0 ? <EmptyState title={t('indicators.nothingCounted')} /> : (
            <BarTable label={dimensionLabel(t, by, source)} categoryLabel={dimensionLabel(t, by, source)} valueLabel={t(`indicators.short.${source}`)}
              rows={inOrder(by, cells).map(({ key, value }) => ({ key: key ?? '', label: nameOf(key ?? null), value, quiet: key == null }))}
              total={additive ? { label: t('indicators.totalRow'), value: total } : undefined}
              note={additive ? undefined : `${t('indicators.total', { value: total })} ${t(`indicators.notAdditive.${by === 'year' || by === 'term' ? 'stock' : source}`)}`} />
          ))}
        </Loaded>
      </Stack>
    </Section>
  );
}

/** Years, terms and goals have an order of their own; of the others the largest comes first, what is not stated last. */
function inOrder<Cell extends { key?: string | null; value: number }>(by: Dimension, cells: readonly Cell[]): Cell[] {
  if (by === 'year' || by === 'term' || by === 'sdg') return [...cells];
  return [...cells].sort((a, b) => Number(a.key == null) - Number(b.key == null) || b.value - a.value);
}



const dimensionLabel = (t: TFunction, by: Dimension, source: Source): string =>
  t(source === 'joint_activities' && (by === 'kind' || by === 'scope' || by === 'audience') ? `indicators.activityDimension.${by}` : `indicators.dimension.${by}`);

/** Years and terms are looked at over the whole strategy, whatever day or period is chosen above. */
function daysFor(by: Dimension, { on, to }: Asked): Partial<Asked> {
  return by === 'year' || by === 'term' ? { from: startOfYear(TREND.fromYear), to: on ?? to, on: null } : {};
}

function useNames(by: Dimension, source: Source, terms: readonly PresidencyTerm[]): (key: string | null) => string {
  const { t, i18n } = useTranslation();
  const { label } = useTaxonomies();
  return (key) => {
    if (key === null) return by === 'term' ? t('indicators.noPresidency') : t('indicators.notStated');
    switch (by) {
      case 'year': return key;
      case 'country': return countryName(key, i18n.language);
      case 'kind': return label(source === 'alliances' ? 'organisation_kind' : 'activity_kind', key);
      case 'sdg': return `${key}. ${label('sdg', key)}`;
      case 'term': return termName(terms.find(({ id }) => id === key), i18n.language) ?? t('indicators.notStated');
      case 'theme_set': return key.startsWith('only:') ? t('indicators.themeSet.only', { theme: label('theme', key.slice(5)).toLowerCase() }) : t(`indicators.themeSet.${key as 'all'}`);
      default: return label(TAXONOMY[by], key);
    }
  };
}

const termName = (term: PresidencyTerm | undefined, language: string): string | null =>
  (term ? `${countryName(term.country, language)} (${term.fromDay.slice(0, 4)}${term.toDay && term.toDay.slice(0, 4) !== term.fromDay.slice(0, 4) ? `–${term.toDay.slice(0, 4)}` : ''})` : null);
