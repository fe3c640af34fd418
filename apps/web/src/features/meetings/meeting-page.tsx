import { Anchor, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../../app/fallbacks.js';
import { longName } from '../../app/organisation-names.js';
import { useStrategyLabels } from '../../app/pickers/strategy-select.js';
import { errorText } from '../../app/problems.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { titleOf } from '../../app/titles.js';
import { useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { MeetingQuery } from '../../gql/graphql.js';
import { DayText } from '../../ui/day-text.js';
import { formatDay } from '../../ui/days.js';
import { DefinitionList } from '../../ui/definition-list.js';
import { localeOf } from '../../ui/numbers.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { Loaded } from '../../ui/states.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import { MeetingActions } from './meeting-actions.js';
import { MeetingCommitments, type MeetingCommitment } from './meeting-commitments.js';
import { MeetingMinutes } from './meeting-minutes.js';
import { MeetingAgenda } from './meeting-plan.js';
import { MeetingSeries } from './meeting-series.js';
import { formatSpan } from './meeting-span.js';

const MeetingOperation = graphql(`
  query Meeting($id: ID!) {
    meeting(id: $id) {
      id title kind mode startsAt endsAt allDay timeZone state cancelledOn cancelledReason notes place placeCountry agreed themes strategyActivity visibility country loggedBy recordedOn version viewerCan
      agreement { id title titleEn }
      series { id startsAt state moved }
      agenda { id title minutes ownerOrganisation { id name nameEn acronym acronymEn } ownerPerson { id name } ownerUserId ownerUser }
      attendees { id presence person { id name } organisation { id name nameEn acronym acronymEn standing } }
      commitments { id text dueOn status version viewerCan owner { id name nameEn acronym acronymEn } ownerUser ownerPerson { id name } beneficiary { id name nameEn acronym acronymEn } }
      minutes { state decisionCount unansweredCount windowOpen observationsUntil approvedOn approvedBy }
    }
  }
`);
type Meeting = NonNullable<MeetingQuery['meeting']>;
interface MeetingPageProps {
  id: string;
  stateOf: (commitment: MeetingCommitment) => ReactNode;
  /** What its agenda takes over: another feature's section. */
  carriedOver?: ReactNode;
}

/** One meeting: who was there, what was agreed and promised, its minutes. */
export function MeetingPage({ id, stateOf, carriedOver }: MeetingPageProps) {
  const { t } = useTranslation();
  const query = useApiQuery(MeetingOperation, { id });
  return (
    <Loaded query={query} message={(error) => errorText(t, error)}>
      {({ meeting }) => (meeting ? <Full meeting={meeting} stateOf={stateOf} carriedOver={carriedOver} /> : <NotFound />)}
    </Loaded>
  );
}

function Full({ meeting, stateOf, carriedOver }: { meeting: Meeting } & Omit<MeetingPageProps, 'id'>) {
  const { t, i18n } = useTranslation();
  const { label } = useTaxonomies();
  const weekday = new Intl.DateTimeFormat(localeOf(i18n.language), { weekday: 'long', timeZone: meeting.timeZone }).format(new Date(meeting.startsAt));
  return (
    <>
      <PageHeader above={<Anchor size="sm" renderRoot={(props) => <Link {...props} to="/reuniones" />}>{t('meetings.title')}</Anchor>} title={meeting.title}
        intro={`${label('meeting_kind', meeting.kind)} · ${weekday} ${formatSpan(meeting, i18n.language, t('calendars.allDay'))}`} actions={<MeetingActions meeting={meeting} />} />
      {meeting.state === 'cancelled' && (
        <Group gap="sm" mb="md">
          <StatusBadge tone="bad" label={t('calendars.cancelledOn', { day: formatDay(meeting.cancelledOn!, i18n.language) })} />
          {meeting.cancelledReason && <Text size="sm" style={{ overflowWrap: 'anywhere' }}>{meeting.cancelledReason}</Text>}
        </Group>
      )}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Stack gap="lg">
          <MeetingAgenda meeting={meeting} />
          {(meeting.state === 'held' || meeting.agreed) && <Section title={t('meetings.agreed')}>
            {meeting.agreed ? <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{meeting.agreed}</Text> : <Text size="sm" c="gray.7">{t('meetings.agreedEmpty')}</Text>}
          </Section>}
          {carriedOver}
          <MeetingCommitments meeting={meeting} stateOf={stateOf} />
          <MeetingMinutes meeting={meeting} />
        </Stack>
        <Stack gap="lg"><Attendees attendees={meeting.attendees} planned={meeting.state === 'planned'} /><Details meeting={meeting} /><MeetingSeries meeting={meeting} /></Stack>
      </SimpleGrid>
    </>
  );
}

const PRESENCE = { present: 'good', excused: 'over', on_behalf: 'progress' } as const satisfies Record<string, Tone>;
type Presence = keyof typeof PRESENCE;

/** Each organisation with those who came for it. */
function Attendees({ attendees, planned }: { attendees: Meeting['attendees']; planned: boolean }) {
  const { t } = useTranslation();
  const groups = new Map<string, Meeting['attendees']>();
  for (const each of attendees) groups.set(each.organisation?.id ?? each.id, [...(groups.get(each.organisation?.id ?? each.id) ?? []), each]);
  return (
    <Section title={t(planned ? 'calendars.attending' : 'meetings.attendees')} count={groups.size}>
      {attendees.length === 0 && <Text size="sm" c="gray.7">{t('meetings.attendeesEmpty')}</Text>}
      <Stack gap="sm">{[...groups].map(([key, group]) => <Delegation key={key} group={group} />)}</Stack>
    </Section>
  );
}

function Delegation({ group }: { group: Meeting['attendees'] }) {
  const { t } = useTranslation();
  const organisation = group[0]?.organisation;
  const name = organisation && longName(organisation);
  const itself = group.find(({ person }) => !person);
  return (
    <div>
      {organisation && (
        <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
          <Text size="sm" miw={0} style={{ overflowWrap: 'anywhere' }}>
            <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/organizaciones/$id" params={{ id: organisation.id }} />}>{name}</Anchor>
            {organisation.standing !== 'external' && <Text span size="xs" c="gray.6"> · {t('meetings.ours')}</Text>}
          </Text>
          {itself && itself.presence !== 'present' && <PresenceBadge presence={itself.presence} />}
        </Group>
      )}
      {group.filter(({ person }) => person).map((each) => (
        <Group key={each.id} gap="xs" justify="space-between" wrap="nowrap" pl={organisation ? 'sm' : 0}>
          <Text size="sm">{each.person!.name}</Text>
          {each.presence !== 'present' && <PresenceBadge presence={each.presence} />}
        </Group>
      ))}
    </div>
  );
}

function PresenceBadge({ presence }: { presence: string }) {
  const { t } = useTranslation();
  return <StatusBadge size="sm" tone={PRESENCE[presence as Presence]} label={t(`meetings.presence.${presence as Presence}`)} />;
}

function Details({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const { label } = useTaxonomies();
  const strategy = useStrategyLabels();
  const { agreement } = meeting;
  return (
    <Section title={t('meetings.details')}>
      <DefinitionList items={[
        { term: t('meetings.modeLabel'), value: t(`meetings.mode.${meeting.mode as 'virtual'}`) },
        { term: t('meetings.place'), value: [meeting.place, meeting.placeCountry && label('country', meeting.placeCountry)].filter(Boolean).join(', ') },
        { term: t('calendars.notes'), value: meeting.notes && <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{meeting.notes}</Text> },
        { term: t('meetings.theme'), value: meeting.themes.map((code) => label('theme', code)).join(', ') },
        { term: t('common.strategy.label'), value: meeting.strategyActivity && strategy.label(meeting.strategyActivity) },
        { term: t('meetings.agreement'), value: agreement && <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/acuerdos/$id" params={{ id: agreement.id }} />}>{titleOf(agreement)}</Anchor> },
        { term: t('meetings.country'), value: meeting.country && label('country', meeting.country) },
        { term: t('common.visibility.label'), value: t(`common.visibility.${meeting.visibility as 'public'}`) },
        { term: t('meetings.loggedBy'), value: <>{meeting.loggedBy}{meeting.loggedBy && ' · '}<DayText day={meeting.recordedOn} /></> },
      ]} />
    </Section>
  );
}
