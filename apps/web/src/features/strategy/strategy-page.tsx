import { Accordion, SimpleGrid, Stack } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useApiQuery } from '../../app/use-api.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded } from '../../ui/states.js';
import { AxisItem } from './axis-item.js';
import { ContentPlan } from './content-plan.js';
import { CommemorativeDates } from './commemorative-dates.js';
import { StrategyOperation } from './operations.js';
import { PresidencyTerms } from './presidency-terms.js';

/** The plan: axes with their results and activities, who presides, the dates and what is said to whom. */
export function StrategyPage() {
  const { t, i18n } = useTranslation();
  const query = useApiQuery(StrategyOperation, {});
  const language = i18n.language === 'en' ? 'en' : 'es';
  const strategy = query.data?.strategy;
  return (
    <>
      <PageHeader title={t('strategy.title')} intro={strategy ? `${strategy.title[language]} · ${strategy.fromYear}–${strategy.toYear}` : t('strategy.intro')} />
      <Loaded query={query} message={(error) => errorText(t, error)}>
        {({ strategy: plan, presidencyTerms }) => (!plan ? <EmptyState icon={IconTargetArrow} title={t('strategy.emptyTitle')} body={t('strategy.emptyBody')} /> : (
          <Stack gap="lg">
            <Section flush title={t('strategy.axes')} count={plan.axes.length} intro={t('strategy.axesIntro')}>
              <Accordion multiple defaultValue={plan.axes.filter((axis) => axis.results.some(({ indicator }) => indicator === 'alliances_in_force')).map(({ code }) => code)}
                chevronPosition="left" mt="sm">
                {plan.axes.map((axis) => <AxisItem key={axis.code} axis={axis} years={plan} />)}
              </Accordion>
            </Section>
            <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
              <PresidencyTerms terms={presidencyTerms} />
              <CommemorativeDates dates={plan.commemorativeDates} />
            </SimpleGrid>
            <ContentPlan rows={plan.contentPlan} />
          </Stack>
        ))}
      </Loaded>
    </>
  );
}
