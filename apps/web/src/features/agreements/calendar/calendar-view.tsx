import { ActionIcon, Button, Group, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { Day } from '@tejido/domain/day.js';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../../app/problems.js';
import { titleOf } from '../../../app/titles.js';
import { useApiPages } from '../../../app/use-api.js';
import type { AgreementCalendarQuery, AgreementFilter } from '../../../gql/graphql.js';
import { countryName } from '../../../ui/countries.js';
import { formatDay, today } from '../../../ui/days.js';
import { Section } from '../../../ui/section.js';
import { Loaded, NothingFound } from '../../../ui/states.js';
import { Agenda } from './agenda.js';
import { daysOf, eventsOf, monthsAfter, type AgreementEvent } from './events.js';
import { MonthGrid } from './month-grid.js';
import { AgreementCalendar } from './operations.js';

/** An event and whose it is. */
export interface Entry extends AgreementEvent { id: string; title: string }
type Term = AgreementCalendarQuery['presidencyTerms'][number];

interface ViewProps { filter: AgreementFilter; month: string | undefined; onMonth: (month: string | undefined) => void; filtered: boolean; onClear: () => void }

/** Month by month: what takes effect, what ends, what pauses, and by when signatures are expected. */
export function CalendarView({ filter, month = today().slice(0, 7), onMonth, filtered, onClear }: ViewProps) {
  const { t, i18n } = useTranslation();
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const [from, to] = daysOf(month);
  const query = useApiPages(AgreementCalendar, { filter: { ...filter, happening: { from, to } }, after: null as string | null },
    { next: ({ agreements }) => (agreements.hasMore ? agreements.endCursor : null), withCursor: (variables, after) => ({ ...variables, after }), keepPrevious: true });
  const name = formatDay(from, i18n.language, 'month');
  return (
    <Section>
      <Group justify="space-between" gap="xs" mb="md">
        <Group gap="xs">
          <ActionIcon variant="default" size="lg" aria-label={t('agreementViews.previousMonth')} onClick={() => onMonth(monthsAfter(month, -1))}><IconChevronLeft size={17} /></ActionIcon>
          <ActionIcon variant="default" size="lg" aria-label={t('agreementViews.nextMonth')} onClick={() => onMonth(monthsAfter(month, 1))}><IconChevronRight size={17} /></ActionIcon>
          <Title order={2} size="h2" aria-live="polite" ml={4}>{name.charAt(0).toUpperCase() + name.slice(1)}</Title>
        </Group>
        {month !== today().slice(0, 7) && <Button variant="default" size="xs" onClick={() => onMonth(undefined)}>{t('agreementViews.thisMonth')}</Button>}
      </Group>
      <Loaded query={query} message={(error) => errorText(t, error)}>
        {({ pages }) => {
          const entries = pages.flatMap(({ agreements }) => agreements.nodes).flatMap((agreement): Entry[] => eventsOf(agreement, from, to).map((event) => ({ ...event, id: agreement.id, title: titleOf(agreement) })));
          return (
            <>
              <Presidency terms={pages[0]!.presidencyTerms} from={from} to={to} />
              {phone ? <Agenda entries={entries} /> : <MonthGrid month={month} name={name} entries={entries} />}
              {entries.length === 0 && (filtered ? <NothingFound onClear={onClear} /> : <Text size="sm" c="gray.7" mt="md">{t('agreementViews.quietMonth')}</Text>)}
              {query.hasNextPage && <Button variant="default" size="xs" mt="md" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('common.more')}</Button>}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}

/** Whose presidency the month falls in; the day of a handover belongs to the incoming one. */
function Presidency({ terms, from, to }: { terms: readonly Term[]; from: Day; to: Day }) {
  const { t, i18n } = useTranslation();
  const within = terms.filter(({ fromDay, toDay }) => fromDay <= to && (!toDay || toDay > from));
  if (within.length === 0) return null;
  const names = within.map(({ country, fromDay }) => (fromDay > from ? t('agreementViews.presidencyFrom', { country: countryName(country, i18n.language), day: formatDay(fromDay, i18n.language) }) : countryName(country, i18n.language)));
  return <Text size="sm" c="gray.7" mb="sm">{t('agreementViews.presidency', { names: names.join(', ') })}</Text>;
}
