import { Box, Slider, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import { DayField } from '../../ui/day-field.js';
import { today } from '../../ui/days.js';
import classes from './network.module.css';

const PlanYears = graphql(`
  query PlanYears { strategy { fromYear } }
`);

/** Which day the network is of: the end of a year by the slider, any day by the field. Undefined is today. */
export function NetworkDay({ day, onDay }: { day: string | undefined; onDay: (day: string | undefined) => void }) {
  const { t } = useTranslation();
  const { data } = useApiQuery(PlanYears, {});
  const thisYear = Number(today().slice(0, 4));
  const firstYear = Math.min(data?.strategy?.fromYear ?? thisYear - 5, thisYear - 1);
  const shown = day ? Math.min(Math.max(Number(day.slice(0, 4)), firstYear), thisYear) : thisYear;
  const choose = (year: number) => onDay(year >= thisYear ? undefined : `${year}-12-31`);
  const years = Array.from({ length: thisYear - firstYear + 1 }, (_, index) => firstYear + index);
  return (
    <div className={classes.year}>
      <Box>
        <Text size="xs" fw={600} c="gray.7" mb={4} id="network-year">{t('network.sliderLabel')}</Text>
        <div className={classes.slider}>
          <Slider aria-labelledby="network-year" thumbLabel={t('network.sliderLabel')} min={firstYear} max={thisYear} step={1} label={null} size="sm" key={shown} defaultValue={shown} onChangeEnd={choose}
            marks={years.map((year) => ({ value: year, label: year === thisYear ? t('network.today') : String(year) }))} restrictToMarks
            styles={{ markLabel: { fontSize: 'var(--mantine-font-size-xs)' } }} />
        </div>
      </Box>
      <DayField label={t('network.day')} value={day ?? today()} maxDate={today()} onChange={(chosen) => onDay(!chosen || chosen >= today() ? undefined : chosen)} />
    </div>
  );
}
