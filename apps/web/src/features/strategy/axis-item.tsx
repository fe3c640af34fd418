import { Accordion, Anchor, Badge, Group, List, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DayRange } from '../../ui/day-text.js';
import { PeriodBar } from '../../ui/period-bar.js';
import classes from './axis-item.module.css';
import type { Axis } from './operations.js';

interface Years { fromYear: number; toYear: number }

/** One axis: its tactic in the head; results with their indicators and the activities along the years below. */
export function AxisItem({ axis, years }: { axis: Axis; years: Years }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'es';
  return (
    <Accordion.Item value={axis.code}>
      <Accordion.Control>
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <Badge variant="outline" color="anil" mt={2} style={{ flexShrink: 0 }}>{axis.code}</Badge>
          <div>
            <Text fw={600}>{axis.label[language]} <Text span size="sm" c="gray.6" fw={400}>{axis.fromYear}–{axis.toYear}</Text></Text>
            <Text size="sm" c="gray.7">{axis.tactic[language]}</Text>
          </div>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Stack gap="lg" className={classes.panel}>
          <Results axis={axis} language={language} />
          <div>
            <Text size="sm" fw={600} mb={4}>{t('strategy.activities')}</Text>
            <Activities axis={axis} years={years} language={language} />
          </div>
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  );
}

function Results({ axis, language }: { axis: Axis; language: 'es' | 'en' }) {
  const { t } = useTranslation();
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>{t('strategy.results')}</Text>
      <List size="sm" spacing={6}>
        {axis.results.map((result) => (
          <List.Item key={result.code}>
            {result.label[language]}
            {result.indicator && (
              <> · <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/indicadores" search={{ code: result.indicator! }} />}>{t('strategy.figure')}</Anchor></>
            )}
          </List.Item>
        ))}
      </List>
    </div>
  );
}

function Activities({ axis, years, language }: { axis: Axis; years: Years; language: 'es' | 'en' }) {
  const { t } = useTranslation();
  return (
    <Table fz="sm" verticalSpacing={8} aria-label={t('strategy.activities')} className={classes.table}>
      <Table.Tbody>
        {axis.activities.map((activity) => (
          <Table.Tr key={activity.code}>
            <Table.Th scope="row" fw={400} className={classes.name}>
              <Text span size="xs" c="gray.6" mr={8}>{activity.code}</Text>{activity.label[language]}
              <Tied axis={axis.code} activity={activity} />
            </Table.Th>
            <Table.Td className={classes.when}>
              <Text size="xs" c="gray.7" mb={4}><DayRange from={activity.fromDay} to={activity.toDay} /></Text>
              <PeriodBar from={activity.fromDay} to={activity.toDay} fromYear={years.fromYear} toYear={years.toYear} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** What was done for it, leading to those lists. A filter that a list does not know (yet) is left out by its page. */
function Tied({ axis, activity }: { axis: string; activity: Axis['activities'][number] }) {
  const { t } = useTranslation();
  if (activity.activities + activity.agreements === 0) return null;
  return (
    <Text size="xs" c="gray.7" mt={2} component="div">
      <Group gap="md">
        {activity.activities > 0 && (
          <Anchor size="xs" renderRoot={(props) => <Link {...props} to="/actividades" search={{ axis: [axis] } as never} />}>{t('strategy.tied', { count: activity.activities })}</Anchor>
        )}
        {activity.agreements > 0 && <span>{t('strategy.tiedAgreements', { count: activity.agreements })}</span>}
      </Group>
    </Text>
  );
}
