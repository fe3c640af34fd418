import { Divider, Group, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../../app/problems.js';
import { useApiQuery } from '../../../app/use-api.js';
import { DayText } from '../../../ui/day-text.js';
import { formatDay } from '../../../ui/days.js';
import { formatNumber } from '../../../ui/numbers.js';
import { Section } from '../../../ui/section.js';
import { Loaded, LoadingState } from '../../../ui/states.js';
import { AgreementLink, OrganisationLink } from '../agreement-link.js';
import classes from './lapse-panel.module.css';
import { AllianceLapse, type Lapse, type LapseGroup } from './operations.js';

const GROUPS = ['lost', 'kept', 'gained', 'lostAnyway'] as const;

/** What the number of allies will be if the chosen agreements end and nobody renews them. Counted by the server, as the indicator is. */
export function LapsePanel({ agreementIds }: { agreementIds: readonly string[] }) {
  const { t } = useTranslation();
  const query = useApiQuery(AllianceLapse, { agreementIds: [...agreementIds] }, { keepPrevious: true });
  return (
    <Section title={t('agreementViews.lapse')} intro={t('agreementViews.lapseIntro', { count: agreementIds.length })}>
      <Loaded query={query} message={(error) => errorText(t, error)} loading={<LoadingState rows={3} />}>
        {({ allianceLapse }) => (
          <Stack gap="md">
            <Figures lapse={allianceLapse} />
            {GROUPS.filter((group) => allianceLapse[group].value > 0).map((group) => <Fate key={group} name={group} group={allianceLapse[group]} />)}
            <Text size="xs" c="gray.6">{t('agreementViews.lapseNote')}</Text>
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

function Figures({ lapse: { today, after } }: { lapse: Lapse }) {
  const { t, i18n } = useTranslation();
  const number = (value: number) => formatNumber(value, i18n.language);
  const change = (count: number) => (count === 0 ? t('agreementViews.same') : t(count < 0 ? 'agreementViews.fewer' : 'agreementViews.more', { count: Math.abs(count) }));
  return (
    <>
      <table className={classes.figures}>
        <caption className={classes.caption}>{t('agreementViews.lapse')}</caption>
        <thead>
          <tr><td /><th scope="col">{t('agreementViews.today')}<span><DayText day={today.on} /></span></th><th scope="col">{t('agreementViews.after')}<span><DayText day={after.on} /></span></th></tr>
        </thead>
        <tbody>
          {(['allies', 'instruments'] as const).map((unit) => (
            <tr key={unit}><th scope="row">{t(`agreementViews.${unit}`)}</th><td data-testid={`today-${unit}`}>{number(today[unit])}</td>
              <td><span data-testid={`after-${unit}`}>{number(after[unit])}</span><span>{change(after[unit] - today[unit])}</span></td></tr>
          ))}
        </tbody>
      </table>
      <Text size="sm" role="status">{t('agreementViews.sentence', { day: formatDay(after.on, i18n.language), before: number(today.allies), count: after.allies })}</Text>
    </>
  );
}

/** The allies of one fate, each with the agreements that decide it. */
function Fate({ name, group }: { name: (typeof GROUPS)[number]; group: LapseGroup }) {
  const { t } = useTranslation();
  return (
    <div>
      <Divider mb="sm" />
      <Group gap={8} align="baseline" mb={4}><Text fw={600} size="sm" component="h3" m={0}>{t(`agreementViews.groups.${name}`)}</Text><Text size="sm" c="gray.6">{group.value}</Text></Group>
      <List listStyleType="none" spacing={6}>
        {group.allies.map(({ record, through }) => (
          <List.Item key={record.id}>
            <OrganisationLink id={record.id}>{record.title}</OrganisationLink>
            <Text size="xs" c="gray.7" component="div">
              {through.length === 0 ? t('agreementViews.throughHidden') : <>{t(`agreementViews.through.${name}`)} {through.map(({ id, title }, at) => <span key={id}>{at > 0 && '; '}<AgreementLink id={id}>{title}</AgreementLink></span>)}</>}
            </Text>
          </List.Item>
        ))}
      </List>
      {group.withheld > 0 && <Text size="xs" c="gray.7" mt={6}>{t('agreementViews.withheld', { count: group.withheld })}</Text>}
    </div>
  );
}
