import { Select } from '@mantine/core';
import { fold } from '@tejido/domain/text.js';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.js';
import { useApiQuery } from '../use-api.js';

const StrategyChoices = graphql(`
  query StrategyChoices { strategy { axes { code label { es en } activities { code label { es en } } } } }
`);

/** What the strategy's codes mean, in the reader's language: an axis ('E3') or one of its activities ('E3.A2'). */
export function useStrategyLabels() {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'es';
  const axes = useApiQuery(StrategyChoices, {}).data?.strategy?.axes ?? [];
  const labels = new Map(axes.flatMap((axis) => [axis, ...axis.activities]).map(({ code, label }) => [code, label[language]]));
  return { axes, language, label: (code: string) => [code, labels.get(code)].filter(Boolean).join(' · ') } as const;
}

interface StrategySelectProps {
  label: ReactNode;
  description?: ReactNode;
  error?: ReactNode;
  value: string | null;
  onChange: (code: string | null) => void;
  /** The whole axis may be chosen too, when no single activity fits. */
  axes?: boolean;
}

/** An activity of the strategy, by its code or words; under its axis. */
export function StrategySelect({ axes: withAxes = false, ...props }: StrategySelectProps) {
  const { t } = useTranslation();
  const { axes, language } = useStrategyLabels();
  const data = axes.map((axis) => ({
    group: `${axis.code} · ${axis.label[language]}`,
    items: [
      ...(withAxes ? [{ value: axis.code, label: t('common.strategy.wholeAxis', { code: axis.code }) }] : []),
      ...axis.activities.map(({ code, label }) => ({ value: code, label: `${code} · ${label[language]}` })),
    ],
  }));
  return (
    <Select {...props} data={data} searchable clearable placeholder={t('common.strategy.placeholder')} nothingFoundMessage={t('common.pick.nothing')} maxDropdownHeight={320}
      filter={({ options, search }) => options.flatMap((group) => {
        if (!('items' in group)) return [];
        const inGroup = fold(String(group.group)).includes(fold(search));
        const items = group.items.filter((item) => inGroup || fold(String(item.label)).includes(fold(search)));
        return items.length > 0 ? [{ ...group, items }] : [];
      })} />
  );
}
