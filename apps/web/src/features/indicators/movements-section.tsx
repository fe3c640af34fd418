import { Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useApiQuery } from '../../app/use-api.js';
import { formatDay } from '../../ui/days.js';
import { Section } from '../../ui/section.js';
import { Loaded } from '../../ui/states.js';
import classes from './movements-section.module.css';
import { IndicatorMovements, type PresidencyTerm } from './operations.js';
import { PeriodControl, type Period } from './period-control.js';
import { MovementWhy, type Turn } from './why.js';

/** In the order of the sum: what goes before each number in it. */
const SUM = [['start', ''], ['new', '+'], ['reactivated', '+'], ['exits', '−'], ['end', '=']] as const satisfies readonly (readonly [Turn, string])[];

interface MovementsProps { code: string; known: string | null; period: Period; terms: readonly PresidencyTerm[]; onPeriod: (period: Period) => void }

/** How the stock changed in a period: start + new + reactivated − exits = end. Each number opens its reasons. */
export function MovementsSection({ code, known, period, terms, onPeriod }: MovementsProps) {
  const { t, i18n } = useTranslation();
  const [opened, setOpened] = useState<Turn | null>(null);
  const variables = { code, known, ...period };
  const query = useApiQuery(IndicatorMovements, variables, { keepPrevious: true });
  const when = `${formatDay(period.from, i18n.language)} – ${formatDay(period.to, i18n.language)}`;
  return (
    <Section title={t('indicators.movements')} intro={t('indicators.movementsIntro')}>
      <Stack gap="md">
        <PeriodControl period={period} terms={terms} onChange={onPeriod} />
        <Loaded query={query} message={(error) => errorText(t, error)}>
          {({ indicatorMovements }) => (
            <>
              <Group gap="xs" className={classes.sum} role="group" aria-label={t('indicators.movements')}>
                {SUM.map(([turn, sign]) => (
                  <Group key={turn} gap="xs" wrap="nowrap" className={classes.term}>
                    {sign && <Text className={classes.sign} aria-hidden>{sign}</Text>}
                    <Part label={t(`indicators.turn.${turn}`)} value={indicatorMovements[turn].value} strong={turn === 'end'} onOpen={() => setOpened(turn)} />
                  </Group>
                ))}
              </Group>
              <Text size="sm" c="gray.7">
                <UnstyledButton className="link-button" fz="sm" onClick={() => setOpened('renewals')}>{t('indicators.renewals', { count: indicatorMovements.renewals.value })}</UnstyledButton>
                {' '}{t('indicators.renewalsHint')}
              </Text>
            </>
          )}
        </Loaded>
      </Stack>
      <MovementWhy opened={opened !== null} onClose={() => setOpened(null)} turn={opened ?? 'end'} variables={variables} subject={`${t(`indicators.turn.${opened ?? 'end'}`)}, ${when}`} />
    </Section>
  );
}

function Part({ label, value, strong, onOpen }: { label: string; value: number; strong: boolean; onOpen: () => void }) {
  const { t } = useTranslation();
  return (
    <UnstyledButton className={classes.part} data-strong={strong || undefined} onClick={onOpen} aria-label={`${label}: ${value}. ${t('common.why.button')}`}>
      <Text fz={24} lh={1.15} fw={650} className={classes.number}>{value}</Text>
      <Text size="xs" c="gray.7">{label}</Text>
    </UnstyledButton>
  );
}
