import { Accordion, Anchor, List, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconTargetArrow } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import { DayRange } from '../../ui/day-text.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded } from '../../ui/states.js';

const StrategyOperation = graphql(`
  query Strategy {
    strategy { title { es en } fromYear toYear axes { code label { es en } tactic { es en } results { code label { es en } indicator } activities { code label { es en } fromDay toDay activities } } }
  }
`);

/** The plan: axes with their results and activities; an indicator leads to its figure. */
export function StrategyPage() {
  const { t, i18n } = useTranslation();
  const query = useApiQuery(StrategyOperation, {});
  const language = i18n.language === 'en' ? 'en' : 'es';
  return (
    <>
      <PageHeader title={t('strategy.title')} intro={t('strategy.intro')} />
      <Section flush>
        <Loaded query={query} message={(error) => errorText(t, error)}>
          {({ strategy }) => (!strategy ? <EmptyState icon={IconTargetArrow} title={t('strategy.emptyTitle')} body={t('strategy.emptyBody')} /> : (
            <Accordion multiple defaultValue={['E3']}>
              {strategy.axes.map((axis) => (
                <Accordion.Item key={axis.code} value={axis.code}>
                  <Accordion.Control><Text fw={600}>{axis.code} · {axis.label[language]}</Text><Text size="sm" c="gray.7">{axis.tactic[language]}</Text></Accordion.Control>
                  <Accordion.Panel>
                    <Stack gap="sm">
                      <Text size="sm" fw={600}>{t('strategy.results')}</Text>
                      <List size="sm" spacing={4}>{axis.results.map((result) => (
                        <List.Item key={result.code}>{result.label[language]}{result.indicator && <> · <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/indicadores" search={{ code: result.indicator! }} />}>{t('strategy.figure')}</Anchor></>}</List.Item>
                      ))}</List>
                      <Text size="sm" fw={600}>{t('strategy.activities')}</Text>
                      <List size="sm" spacing={4}>{axis.activities.map((activity) => <List.Item key={activity.code}>{activity.label[language]} · <DayRange from={activity.fromDay} to={activity.toDay} />{activity.activities > 0 && ` · ${t('strategy.tied', { count: activity.activities })}`}</List.Item>)}</List>
                    </Stack>
                  </Accordion.Panel>
                </Accordion.Item>
              ))}
            </Accordion>
          ))}
        </Loaded>
      </Section>
    </>
  );
}
