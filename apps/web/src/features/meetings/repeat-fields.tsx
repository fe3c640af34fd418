import { NumberInput, SegmentedControl, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { MOST_INSTANCES } from '@tejido/domain/recurrence.js';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeriesScope } from '../../gql/graphql.js';
import type { Repeats } from './meeting-values.js';

const CHOICES = ['', 'week', 'fortnight', 'month', 'weekday', 'year'] as const satisfies Repeats[];

interface RepeatFieldsProps { repeats: Repeats; times: number; error: ReactNode; onChange: (change: { repeats?: Repeats; times?: number }) => void }

/** Whether it repeats, and how often: a series always ends. */
export function RepeatFields({ repeats, times, error, onChange }: RepeatFieldsProps) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
      <Select label={t('calendars.repeat.label')} allowDeselect={false} data={CHOICES.map((value) => ({ value: value || 'never', label: t(`calendars.repeat.${value || 'never'}`) }))} value={repeats || 'never'} error={error}
        onChange={(value) => onChange({ repeats: CHOICES.find((each) => each === value) ?? '' })} />
      {repeats !== '' && <NumberInput label={t('calendars.repeat.times')} min={1} max={MOST_INSTANCES} allowDecimal={false} value={times} onChange={(value) => onChange({ times: Number(value) || 1 })} />}
    </SimpleGrid>
  );
}

const SCOPES = ['ONE', 'FOLLOWING', 'ALL'] as const satisfies SeriesScope[];

/** Which meetings of a series a change is for. */
export function ScopeField({ value, onChange }: { value: SeriesScope; onChange: (scope: SeriesScope) => void }) {
  const { t } = useTranslation();
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500}>{t('calendars.scope.label')}</Text>
      <SegmentedControl aria-label={t('calendars.scope.label')} data={SCOPES.map((each) => ({ value: each, label: t(`calendars.scope.${each}`) }))} value={value} onChange={(chosen) => onChange(chosen as SeriesScope)} />
      <Text size="xs" c="gray.7">{t('calendars.scope.hint')}</Text>
    </Stack>
  );
}
