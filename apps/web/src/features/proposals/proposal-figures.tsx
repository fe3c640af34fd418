import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../ui/numbers.js';
import { Stat } from '../../ui/stat.js';
import type { Totals } from './operations.js';
import { amountText } from './stage.js';

/** How the proposals stand: what waits, what was approved, and how often funders say yes. */
export function ProposalFigures({ totals }: { totals: Totals }) {
  const { t, i18n } = useTranslation();
  const of = (stage: string) => totals.byStage.find((each) => each.stage === stage);
  const money = (stage: string) => of(stage)?.amounts.map(({ currency, amount }) => amountText(amount, currency, i18n.language)).join(' · ') || t('proposals.totals.noAmounts');
  const { successRate, approved, decided } = totals;
  return (
    <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="sm" mb="md" role="group" aria-label={t('proposals.totals.label')}>
      <Stat label={t('proposals.totals.waiting')} value={of('submitted')?.count ?? 0} caption={money('submitted')} />
      <Stat label={t('proposals.totals.approved')} value={of('approved')?.count ?? 0} caption={money('approved')} />
      <Stat label={t('proposals.totals.success')} value={successRate == null ? null : formatNumber(successRate, i18n.language, { style: 'percent' })}
        caption={decided === 0 ? t('proposals.totals.noneDecided') : t('proposals.totals.ofDecided', { approved, count: decided })} />
    </SimpleGrid>
  );
}
