import { Group, SimpleGrid, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../app/use-api.js';
import { formatNumber } from '../../ui/numbers.js';
import classes from './indicator-tabs.module.css';
import { Lights } from './lights.js';
import { IndicatorFigure, type Indicator, type Source } from './operations.js';

/** The counted indicators side by side, each with its figure of today: choosing one shows it below. */
export function IndicatorTabs({ indicators, chosen, onChoose }: { indicators: readonly Indicator[]; chosen: string; onChoose: (code: string) => void }) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" role="group" aria-label={t('indicators.one')}>
      {indicators.map((each) => <Tab key={each.code} indicator={each} chosen={each.code === chosen} onChoose={() => onChoose(each.code)} />)}
    </SimpleGrid>
  );
}

function Tab({ indicator, chosen, onChoose }: { indicator: Indicator; chosen: boolean; onChoose: () => void }) {
  const { t, i18n } = useTranslation();
  const { data } = useApiQuery(IndicatorFigure, { code: indicator.code, on: null, from: null, to: null, known: null });
  const report = data?.indicatorReport;
  return (
    <UnstyledButton className={classes.tab} data-chosen={chosen || undefined} aria-pressed={chosen} onClick={onChoose}>
      <Text size="sm" fw={600} c={chosen ? 'anil.8' : 'gray.8'}>{t(`indicators.short.${indicator.source as Source}`)}</Text>
      <Group gap="sm" mt={2} align="baseline">
        <Text component="span" fz={28} lh={1.2} fw={650} className={classes.number}>{report ? formatNumber(report.value, i18n.language) : '—'}</Text>
        {report?.target != null && <Text component="span" size="sm" c="gray.7">{t('indicators.targetOf', { value: report.target, year: report.to.slice(0, 4) })}</Text>}
      </Group>
      <div className={classes.lights}>{report && <Lights light={report.light} freshness={report.freshness} />}</div>
    </UnstyledButton>
  );
}
