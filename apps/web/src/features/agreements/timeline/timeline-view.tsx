import { Button, Group, Switch, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconFileDescription } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../../app/problems.js';
import { useApiPages } from '../../../app/use-api.js';
import type { AgreementFilter } from '../../../gql/graphql.js';
import { countryName } from '../../../ui/countries.js';
import { today } from '../../../ui/days.js';
import { Section } from '../../../ui/section.js';
import { EmptyState, Loaded, NothingFound } from '../../../ui/states.js';
import { placeOf, type TimeScale } from '../../../ui/time-scale.js';
import { AgreementTimeline, type Term, type TimelineRow } from './operations.js';
import { scaleOf } from './scale.js';
import classes from './timeline.module.css';
import { TimelineLine } from './timeline-line.js';

/** When each agreement is in force, with its pauses and renewals, from the first one on. */
export function TimelineView({ filter, filtered, onClear }: { filter: AgreementFilter; filtered: boolean; onClear: () => void }) {
  const { t } = useTranslation();
  const [words, setWords] = useState(false);
  const query = useApiPages(AgreementTimeline, { filter, after: null as string | null },
    { next: ({ agreements }) => (agreements.hasMore ? agreements.endCursor : null), withCursor: (variables, after) => ({ ...variables, after }), keepPrevious: true });
  return (
    <Section>
      <Loaded query={query} message={(error) => errorText(t, error)}>
        {({ pages }) => {
          const rows = pages.flatMap(({ agreements }) => agreements.nodes);
          if (rows.length === 0) return filtered ? <NothingFound onClear={onClear} /> : <EmptyState icon={IconFileDescription} title={t('agreements.emptyTitle')} body={t('agreements.emptyBody')} />;
          return (
            <>
              <Group justify="space-between" gap="sm" mb="sm">{words ? <span /> : <Key />}<Switch size="sm" label={t('agreementViews.inWords')} checked={words} onChange={(event) => setWords(event.currentTarget.checked)} /></Group>
              <Lines rows={rows} terms={pages[0]!.presidencyTerms} words={words} />
              <Group justify="center" gap="md" pt="sm">
                <Text size="sm" c="gray.6" role="status">{t('common.of', { shown: rows.length, total: pages[0]!.agreements.total })}</Text>
                {query.hasNextPage && <Button variant="default" size="xs" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('common.more')}</Button>}
              </Group>
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}

function Lines({ rows, terms, words }: { rows: readonly TimelineRow[]; terms: readonly Term[]; words: boolean }) {
  const { t } = useTranslation();
  const scale = scaleOf(rows.flatMap((row) => [row, ...row.renewedBy]), today());
  return (
    <div className={classes.box}>
      <table className={classes.table} data-words={words || undefined}>
        <caption className={classes.hidden}>{t('agreementViews.names.timeline')}</caption>
        <thead><tr><th scope="col">{t('agreements.name')}</th><th scope="col" className={classes.axis}>{words ? t('agreements.validity') : <Axis scale={scale} terms={terms} />}</th></tr></thead>
        <tbody>{rows.map((row) => <TimelineLine key={row.id} row={row} scale={scale} words={words} />)}</tbody>
      </table>
    </div>
  );
}

/** The years, and below them whose presidency it was. */
function Axis({ scale, terms }: { scale: TimeScale; terms: readonly Term[] }) {
  const { t, i18n } = useTranslation();
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  return (
    <>
      <span className={classes.hidden}>{t('agreements.validity')}</span>
      <div className={classes.years} aria-hidden>{scale.years.map((year) => <span key={year}>{phone ? `’${String(year).slice(2)}` : year}</span>)}</div>
      <div className={classes.terms} aria-hidden>
        {terms.map(({ id, country, fromDay, toDay }) => {
          const place = placeOf(scale, fromDay, toDay);
          const name = countryName(country, i18n.language);
          return place && <span key={id} style={place} title={t('agreementViews.presidency', { names: name })}>{country}</span>;
        })}
      </div>
    </>
  );
}

/** What each drawing means. */
function Key() {
  const { t } = useTranslation();
  return (
    <Group gap="md">
      {(['span', 'pause', 'planned', 'renewal'] as const).map((kind) => <Text key={kind} size="xs" c="gray.7"><span className={classes.swatch}><span className={classes[kind]} style={{ inset: 0 }} /></span>{t(`agreementViews.key.${kind}`)}</Text>)}
      <Text size="xs" c="gray.7"><span className={classes.mark} />{t('common.day.today')}</Text>
    </Group>
  );
}
