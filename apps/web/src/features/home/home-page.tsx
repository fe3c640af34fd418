import { Anchor, List, SimpleGrid, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useViewer } from '../../app/session.js';
import { useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { HomeQuery } from '../../gql/graphql.js';
import { DayText } from '../../ui/day-text.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { Stat } from '../../ui/stat.js';
import { Loaded } from '../../ui/states.js';

const Home = graphql(`
  query Home {
    alliances: indicatorReport(code: "alliances_in_force") { value target }
    activitiesDone: indicatorReport(code: "joint_activities_done") { value target }
    overdue: commitments(filter: { status: ["overdue"] }, first: 6) { total nodes { id text dueOn } }
    expiring: agreements(filter: { expiringWithinDays: 90 }, sort: EXPIRING, first: 6) { total nodes { id title effectiveTo } }
    toVerify: agreements(filter: { toVerify: true }, first: 6) { total nodes { id title } }
    recent: meetings(first: 6) { nodes { id title startsAt } }
  }
`);

/** What asks for attention today: figures first for the presidency, the desk first for everybody else. */
export function HomePage() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const query = useApiQuery(Home, {});
  return (
    <>
      <PageHeader title={t('home.greeting', { name: viewer.name.split(' ')[0] })} intro={t('home.intro')} />
      <Loaded query={query} message={(error) => errorText(t, error)}>
        {(data) => (viewer.role === 'presidency' || viewer.role === 'observer'
          ? <Stack gap="lg"><Figures data={data} /><Desk data={data} /></Stack>
          : <Stack gap="lg"><Desk data={data} /><Figures data={data} /></Stack>)}
      </Loaded>
    </>
  );
}

function Figures({ data }: { data: HomeQuery }) {
  const { t } = useTranslation();
  const figure = (label: string, code: string, { value, target }: { value: number; target?: number | null }) => (
    <Stat label={label} value={value} caption={<>{target != null && `${t('home.target', { value: target })} · `}<Anchor size="xs" renderRoot={(props) => <Link {...props} to="/indicadores" search={{ code }} />}>{t('common.why.button')}</Anchor></>} />
  );
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      {figure(t('home.alliances'), 'alliances_in_force', data.alliances)}
      {figure(t('home.activities'), 'joint_activities_done', data.activitiesDone)}
    </SimpleGrid>
  );
}

function Desk({ data }: { data: HomeQuery }) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      <Listed title={t('home.overdue')} total={data.overdue.total} empty={t('home.overdueEmpty')} rows={data.overdue.nodes.map((each) => ({ id: each.id, shown: <>{each.text} · <DayText day={each.dueOn ?? null} /></> }))} />
      <Listed title={t('home.expiring')} total={data.expiring.total} empty={t('home.expiringEmpty')} rows={data.expiring.nodes.map((each) => ({ id: each.id, shown: <><AgreementLink {...each} /> · <DayText day={each.effectiveTo ?? null} /></> }))} />
      <Listed title={t('home.toVerify')} total={data.toVerify.total} empty={t('home.toVerifyEmpty')} rows={data.toVerify.nodes.map((each) => ({ id: each.id, shown: <AgreementLink {...each} /> }))} />
      <Listed title={t('home.recent')} empty={t('home.recentEmpty')} rows={data.recent.nodes.map((each) => ({ id: each.id, shown: <><Anchor size="sm" renderRoot={(props) => <Link {...props} to="/reuniones/$id" params={{ id: each.id }} />}>{each.title}</Anchor> · <DayText day={each.startsAt.slice(0, 10)} /></> }))} />
    </SimpleGrid>
  );
}

const AgreementLink = ({ id, title }: { id: string; title: string }) => <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/acuerdos/$id" params={{ id }} />}>{title}</Anchor>;

function Listed({ title, total, rows, empty }: { title: string; total?: number; rows: { id: string; shown: ReactNode }[]; empty: string }) {
  return (
    <Section title={title} {...(total === undefined ? {} : { count: total })}>
      {rows.length === 0 ? <Text size="sm" c="gray.7">{empty}</Text> : <List listStyleType="none" spacing="xs" size="sm">{rows.map((row) => <List.Item key={row.id}>{row.shown}</List.Item>)}</List>}
    </Section>
  );
}
