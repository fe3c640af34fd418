import { Anchor, Badge, Button, SimpleGrid, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { IconCalendarEvent, IconChecklist, IconFileCheck, IconFileX, IconSparkles } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../../app/fallbacks.js';
import { useLogMeeting } from '../../app/log-meeting.js';
import { errorText } from '../../app/problems.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { OrganisationQuery } from '../../gql/graphql.js';
import { DayText } from '../../ui/day-text.js';
import { formatDay } from '../../ui/days.js';
import { DefinitionList } from '../../ui/definition-list.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { Loaded } from '../../ui/states.js';
import { Timeline } from '../../ui/timeline.js';

const OrganisationOperation = graphql(`
  query Organisation($id: ID!) {
    organisation(id: $id) {
      id name nameEn acronym acronymEn standing audience kind scope seatCountry countries themes description lastConfirmedOn version viewerCan
      names { role value } identifiers { scheme value } contactPoints { kind value }
      parent { id name } countsWith { id name } children { id name }
      timeline(first: 60) { kind id day title }
      whoKnows { meetings lastMet organisation { id name acronym } }
      people { id name affiliations { id post current organisation { id } } contactPoints { kind value } }
      agreements(first: 30) { id title status effectiveTo }
    }
  }
`);
const Confirm = graphql(`
  mutation ConfirmOrganisation($id: ID!, $version: Int!) { confirmOrganisation(id: $id, version: $version) { id } }
`);

type Organisation = NonNullable<OrganisationQuery['organisation']>;

/** One organisation: who it is, what we have together, who knows it. */
export function OrganisationPage({ id, network }: { id: string; network?: ReactNode }) {
  const { t } = useTranslation();
  const query = useApiQuery(OrganisationOperation, { id });
  return <Loaded query={query} message={(error) => errorText(t, error)}>{({ organisation }) => (organisation ? <Full organisation={organisation} network={network} /> : <NotFound />)}</Loaded>;
}

function Full({ organisation, network }: { organisation: Organisation; network?: ReactNode }) {
  const { t, i18n } = useTranslation();
  const logMeeting = useLogMeeting();
  const confirm = useApiMutation(Confirm);
  const failed = (error: Error) => notifications.show({ color: 'red', message: errorText(t, error) });
  const english = i18n.language === 'en';
  const name = (english && organisation.nameEn) || organisation.name;
  const acronym = (english && organisation.acronymEn) || organisation.acronym;
  return (
    <>
      <PageHeader above={<Anchor size="sm" renderRoot={(props) => <Link {...props} to="/organizaciones" />}>{t('organisations.title')}</Anchor>} title={acronym ? `${acronym} · ${name}` : name}
        beside={organisation.standing !== 'external' && <Badge color="anil">{t(`organisations.standings.${organisation.standing as 'member'}`)}</Badge>}
        intro={organisation.lastConfirmedOn ? <>{t('organisations.confirmedOn')} <DayText day={organisation.lastConfirmedOn} /></> : t('organisations.freshness.never')}
        actions={<>
          {organisation.viewerCan.includes('amend') && <Button variant="default" loading={confirm.isPending} onClick={() => confirm.mutate({ id: organisation.id, version: organisation.version }, { onError: failed })}>{t('organisations.confirm')}</Button>}
          {logMeeting && <Button onClick={() => logMeeting({ id: organisation.id, label: acronym ? `${acronym} · ${organisation.name}` : organisation.name })}>{t('organisations.logMeeting')}</Button>}
        </>} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Stack gap="lg"><Facts organisation={organisation} />{network}<Together organisation={organisation} /></Stack>
        <TimelineSection organisation={organisation} />
      </SimpleGrid>
    </>
  );
}

function Facts({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const { label } = useTaxonomies();
  const linked = (each: { id: string; name: string }) => <Anchor key={each.id} size="sm" display="block" renderRoot={(props) => <Link {...props} to="/organizaciones/$id" params={{ id: each.id }} />}>{each.name}</Anchor>;
  return (
    <Section>
      <DefinitionList items={[
        { term: t('organisations.nameEn'), value: organisation.nameEn },
        { term: t('organisations.otherNames'), value: organisation.names.map(({ value }) => value).join(', ') },
        { term: t('organisations.audience'), value: label('audience', organisation.audience) },
        { term: t('organisations.kind'), value: label('organisation_kind', organisation.kind) },
        { term: t('organisations.scope'), value: label('scope', organisation.scope) },
        { term: t('organisations.seat'), value: label('country', organisation.seatCountry) },
        { term: t('organisations.works'), value: organisation.countries.map((code) => label('country', code)).join(', ') },
        { term: t('organisations.theme'), value: organisation.themes.map((code) => label('theme', code)).join(', ') },
        { term: t('organisations.parent'), value: organisation.parent && linked(organisation.parent) },
        { term: t('organisations.countsWith'), value: organisation.countsWith && linked(organisation.countsWith) },
        { term: t('organisations.children'), value: organisation.children.length > 0 ? organisation.children.map(linked) : null },
      ]} />
    </Section>
  );
}

function Together({ organisation }: { organisation: Organisation }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <Section title={t('organisations.whoKnows')} count={organisation.whoKnows.length}>
        {organisation.whoKnows.length === 0 && <Text size="sm" c="gray.7">{t('organisations.whoKnowsEmpty')}</Text>}
        <Stack gap="xs">{organisation.whoKnows.map(({ organisation: who, meetings, lastMet }) => who && (
          <div key={who.id}>
            <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/organizaciones/$id" params={{ id: who.id }} />}>{who.acronym ?? who.name}</Anchor>
            <Text size="xs" c="gray.7">{t('organisations.met', { count: meetings, day: formatDay(lastMet, i18n.language) })}</Text>
          </div>
        ))}</Stack>
      </Section>
      <Section title={t('organisations.agreements')} count={organisation.agreements.length}>
        {organisation.agreements.length === 0 && <Text size="sm" c="gray.7">{t('organisations.agreementsEmpty')}</Text>}
        <Stack gap="xs">{organisation.agreements.map((each) => (
          <div key={each.id}>
            <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/acuerdos/$id" params={{ id: each.id }} />}>{each.title}</Anchor>
            <Text size="xs" c="gray.7">{t(`agreements.status.${each.status as 'in_force'}`)}</Text>
          </div>
        ))}</Stack>
      </Section>
      <Section title={t('organisations.people')} count={organisation.people.length}>
        {organisation.people.length === 0 && <Text size="sm" c="gray.7">{t('organisations.peopleEmpty')}</Text>}
        <Stack gap="xs">{organisation.people.map((person) => (
          <div key={person.id}>
            <Text size="sm">{person.name}</Text>
            <Text size="xs" c="gray.7">{[person.affiliations.find((post) => post.organisation?.id === organisation.id)?.post, ...person.contactPoints.map(({ value }) => value)].filter(Boolean).join(' · ')}</Text>
          </div>
        ))}</Stack>
      </Section>
    </>
  );
}

const ICONS = { meeting: IconCalendarEvent, agreement_in_force: IconFileCheck, agreement_ended: IconFileX, activity: IconSparkles, commitment_due: IconChecklist } as const;
type EventKind = keyof typeof ICONS;
const PLACES = { meeting: '/reuniones/$id', agreement_in_force: '/acuerdos/$id', agreement_ended: '/acuerdos/$id' } as const;

function TimelineSection({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const events = organisation.timeline.map(({ kind, id, day, title }) => ({
    id: `${kind} ${id}`, day: day ?? null, kind: t(`organisations.event.${kind as EventKind}`), icon: ICONS[kind as EventKind],
    title: kind in PLACES ? <Anchor size="sm" renderRoot={(props) => <Link {...props} to={PLACES[kind as keyof typeof PLACES]} params={{ id }} />}>{title}</Anchor> : title,
  }));
  return (
    <Section title={t('organisations.timeline')}>
      {events.length === 0 ? <Text size="sm" c="gray.7">{t('organisations.timelineEmpty')}</Text> : <Timeline events={events} />}
    </Section>
  );
}
