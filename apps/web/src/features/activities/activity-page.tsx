import { Anchor, Badge, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../../app/fallbacks.js';
import { useStrategyLabels } from '../../app/pickers/strategy-select.js';
import { longName } from '../../app/organisation-names.js';
import { errorText } from '../../app/problems.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { titleOf } from '../../app/titles.js';
import { useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { ActivityQuery } from '../../gql/graphql.js';
import { DayRange, DayText } from '../../ui/day-text.js';
import { DefinitionList } from '../../ui/definition-list.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { Loaded } from '../../ui/states.js';
import { ActivityActions } from './activity-actions.js';
import { ActivityStatusBadge, CountingNotice } from './activity-state.js';

const ActivityOperation = graphql(`
  query Activity($id: ID!) {
    activity(id: $id) {
      id title titleEn kind status summary startsOn endsOn strategyActivity axis countries themes sdgs counting recordedOn visibility country version viewerCan
      parent { id title titleEn } agreement { id title titleEn }
      parts { id title titleEn status startsOn endsOn }
      participations { id role contributes organisation { id name nameEn acronym acronymEn standing } }
    }
  }
`);

type Activity = NonNullable<ActivityQuery['activity']>;

/** What proves it, of the feature that has it. */
type EvidenceSlot = (id: string, mayAdd: boolean) => ReactNode;

/** One joint activity: whether it counts and why, who does what in it, what proves it. */
export function ActivityPage({ id, evidence }: { id: string; evidence: EvidenceSlot }) {
  const { t } = useTranslation();
  const query = useApiQuery(ActivityOperation, { id });
  return (
    <Loaded query={query} message={(error) => errorText(t, error)}>
      {({ activity }) => (activity ? <Full activity={activity} evidence={evidence} /> : <NotFound />)}
    </Loaded>
  );
}

function Full({ activity, evidence }: { activity: Activity; evidence: EvidenceSlot }) {
  const { t } = useTranslation();
  const { label } = useTaxonomies();
  const { id, version, status, startsOn = null, endsOn = null, parent = null, parts } = activity;
  const title = titleOf(activity);
  const intro = <>{label('activity_kind', activity.kind)}{(startsOn || endsOn) && <> · <DayRange from={startsOn} to={endsOn} /></>}</>;
  return (
    <>
      <PageHeader above={<Anchor size="sm" renderRoot={(props) => <Link {...props} to="/actividades" />}>{t('activities.title')}</Anchor>} title={title}
        beside={<ActivityStatusBadge status={status} />} intro={intro}
        actions={activity.viewerCan.includes('amend') && <ActivityActions activity={{ id, version, title, status, startsOn, endsOn, parts: parts.length }} />} />
      <Stack gap="lg">
        <CountingNotice counting={activity.counting} endsOn={endsOn} parent={parent} />
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
          <Stack gap="lg"><Partners activity={activity} />{evidence(activity.id, activity.viewerCan.includes('amend'))}</Stack>
          <Stack gap="lg"><Facts activity={activity} /><Parts activity={activity} /></Stack>
        </SimpleGrid>
      </Stack>
    </>
  );
}

function Facts({ activity }: { activity: Activity }) {
  const { t } = useTranslation();
  const { label } = useTaxonomies();
  const strategy = useStrategyLabels();
  const tie = activity.strategyActivity ?? activity.axis;
  return (
    <Section>
      <DefinitionList items={[
        { term: t('activities.summary'), value: activity.summary && <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>{activity.summary}</Text> },
        { term: t('activities.tie'), value: tie && <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/estrategia" />}>{strategy.label(tie)}</Anchor>, always: true },
        { term: t('activities.countries'), value: activity.countries.map((code) => label('country', code)).join(', '), always: true },
        { term: t('activities.theme'), value: activity.themes.map((code) => label('theme', code)).join(', '), always: true },
        { term: t('activities.sdgs'), value: activity.sdgs.join(', ') },
        { term: t('activities.parent'), value: activity.parent && <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/actividades/$id" params={{ id: activity.parent!.id }} />}>{titleOf(activity.parent)}</Anchor> },
        { term: t('activities.agreement'), value: activity.agreement && <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/acuerdos/$id" params={{ id: activity.agreement!.id }} />}>{titleOf(activity.agreement)}</Anchor> },
        { term: t('activities.owner'), value: activity.country && label('country', activity.country) },
        { term: t('common.visibility.label'), value: t(`common.visibility.${activity.visibility as 'public'}`) },
        { term: t('activities.recordedOn'), value: <DayText day={activity.recordedOn} /> },
      ]} />
    </Section>
  );
}

/** Those who contribute apart from those who attend: only the first make it count. */
function Partners({ activity }: { activity: Activity }) {
  const { t } = useTranslation();
  const organisations = new Set(activity.participations.map(({ organisation }) => organisation.id));
  const contributing = activity.participations.filter(({ contributes }) => contributes);
  const attending = activity.participations.filter(({ contributes }) => !contributes);
  return (
    <Section title={t('activities.partners')} count={organisations.size}>
      <Stack gap="md">
        {activity.participations.length === 0 && <Text size="sm" c="gray.7">{t('activities.partnersEmpty')}</Text>}
        {contributing.length > 0 && <Roles title={t('activities.contributing')} participations={contributing} />}
        {attending.length > 0 && <Roles title={t('activities.attending')} participations={attending} />}
      </Stack>
    </Section>
  );
}

function Roles({ title, participations }: { title: string; participations: Activity['participations'] }) {
  const { t } = useTranslation();
  const { label } = useTaxonomies();
  return (
    <div>
      <Text size="xs" fw={600} c="gray.6" mb={6}>{title}</Text>
      <Stack gap="xs">
        {participations.map(({ id, role, organisation }) => (
          <Group key={id} justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
            <Text size="sm" miw={0} style={{ overflowWrap: 'anywhere' }}>
              <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/organizaciones/$id" params={{ id: organisation.id }} />}>{longName(organisation)}</Anchor>
              {organisation.standing !== 'external' && <Text span size="xs" c="gray.6"> · {t('activities.ours')}</Text>}
            </Text>
            <Badge color="gray" c="gray.7" style={{ flexShrink: 0 }}>{label('activity_role', role)}</Badge>
          </Group>
        ))}
      </Stack>
    </div>
  );
}

function Parts({ activity: { id, parts, parent, viewerCan } }: { activity: Activity }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayAdd = viewerCan.includes('amend') && !parent;
  if (parts.length === 0 && !mayAdd) return null;
  return (
    <Section title={t('activities.parts')} count={parts.length} intro={t('activities.partsHint')}
      actions={mayAdd && <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={() => void navigate({ to: '/actividades/nueva', search: { parte: id } })}>{t('activities.addPart')}</Button>}>
      <Stack gap="sm">
        {parts.map((part) => (
          <Group key={part.id} justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
            <div>
              <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/actividades/$id" params={{ id: part.id }} />}>{titleOf(part)}</Anchor>
              <Text size="xs" c="gray.6"><DayRange from={part.startsOn} to={part.endsOn} /></Text>
            </div>
            <ActivityStatusBadge status={part.status} />
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
