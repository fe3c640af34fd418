import { Group, List, Text } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import { yearOf, type Day } from '@tejido/domain/day.js';
import { useTranslation } from 'react-i18next';
import { formatDay, relativeDay, today } from '../../ui/days.js';
import { Section } from '../../ui/section.js';
import type { Strategy } from './operations.js';

/** The next day of the year on which a date comes round; today counts. */
function nextOf(monthDay: string, now: Day): Day {
  const thisYear = `${yearOf(now)}-${monthDay}`;
  return thisYear >= now ? thisYear : `${yearOf(now) + 1}-${monthDay}`;
}

/** The days that the coalition keeps every year, the next one first. */
export function CommemorativeDates({ dates }: { dates: Strategy['commemorativeDates'] }) {
  const { t, i18n } = useTranslation();
  const now = today();
  const language = i18n.language === 'en' ? 'en' : 'es';
  const coming = dates.map((each) => ({ ...each, next: nextOf(each.monthDay, now) })).sort((a, b) => (a.next < b.next ? -1 : 1));
  return (
    <Section title={t('strategy.dates')}>
      {coming.length === 0 ? <Text size="sm" c="gray.7">{t('strategy.noDates')}</Text> : (
        <List listStyleType="none" spacing="md" size="sm">
          {coming.map(({ monthDay, label, next }) => (
            <List.Item key={monthDay}>
              <Group gap="sm" wrap="nowrap" align="flex-start">
                <IconCalendarEvent size={18} stroke={1.6} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
                <div><Text size="sm" fw={550}>{label[language]}</Text><Text size="xs" c="gray.7">{formatDay(next, i18n.language)} · {relativeDay(next, now, i18n.language)}</Text></div>
              </Group>
            </List.Item>
          ))}
        </List>
      )}
    </Section>
  );
}
