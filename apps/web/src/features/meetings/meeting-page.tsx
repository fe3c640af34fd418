import { ActionIcon, Anchor, Button, Group, Menu, SimpleGrid, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconArchive, IconDots, IconPencil } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../../app/fallbacks.js';
import { useStrategyLabels } from '../../app/pickers/strategy-select.js';
import { errorText } from '../../app/problems.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { MeetingQuery } from '../../gql/graphql.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { DayText } from '../../ui/day-text.js';
import { formatInstant } from '../../ui/days.js';
import { DefinitionList } from '../../ui/definition-list.js';
import { localeOf } from '../../ui/numbers.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { Loaded } from '../../ui/states.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import { MeetingCommitments, type MeetingCommitment } from './meeting-commitments.js';
import { MeetingMinutes } from './meeting-minutes.js';

const MeetingOperation = graphql(`
  query Meeting($id: ID!) {
    meeting(id: $id) {
      id title kind mode startsAt endsAt place placeCountry agreed themes strategyActivity visibility country loggedBy recordedOn version viewerCan
      agreement { id title }
      attendees { id presence person { id name } organisation { id name nameEn acronym acronymEn standing } }
      commitments { id text dueOn status version viewerCan owner { id name acronym } ownerUser ownerPerson { id name } beneficiary { id name acronym } }
      minutes { state decisionCount unansweredCount windowOpen observationsUntil approvedOn approvedBy }
    }
  }
`);
const Archive = graphql(`
  mutation ArchiveMeeting($id: ID!, $version: Int!) { archiveMeeting(id: $id, version: $version) }
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
  const weekday = new Intl.DateTimeFormat(localeOf(i18n.language), { weekday: 'long' }).format(new Date(meeting.startsAt));
  return (
    <>
      <PageHeader above={<Anchor size="sm" renderRoot={(props) => <Link {...props} to="/reuniones" />}>{t('meetings.title')}</Anchor>} title={meeting.title}
        intro={`${label('meeting_kind', meeting.kind)} · ${weekday} ${spanOf(meeting, i18n.language)}`} actions={meeting.viewerCan.includes('amend') && <Actions meeting={meeting} />} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Stack gap="lg">
          <Section title={t('meetings.agreed')}>
            {meeting.agreed ? <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{meeting.agreed}</Text> : <Text size="sm" c="gray.7">{t('meetings.agreedEmpty')}</Text>}
          </Section>
          {carriedOver}
          <MeetingCommitments meeting={meeting} stateOf={stateOf} />
          <MeetingMinutes meeting={meeting} />
        </Stack>
        <Stack gap="lg"><Attendees attendees={meeting.attendees} /><Details meeting={meeting} /></Stack>
      </SimpleGrid>
    </>
  );
}

/** "20 nov 2026, 09:00 – 11:00"; the end's day too when it is another one. */
function spanOf({ startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>, language: string): string {
  const from = formatInstant(startsAt, language);
  if (!endsAt) return from;
  const sameDay = new Date(startsAt).toDateString() === new Date(endsAt).toDateString();
  const to = sameDay ? new Intl.DateTimeFormat(localeOf(language), { timeStyle: 'short' }).format(new Date(endsAt)) : formatInstant(endsAt, language);
  return `${from} – ${to}`;
}

function Actions({ meeting: { id, version, title } }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const archive = useApiMutation(Archive, { onDone: () => { notifications.show({ color: 'teal', message: t('meetings.archived') }); void navigate({ to: '/reuniones' }); } });
  const failed = (error: Error) => { setAsked(false); notifications.show({ color: 'red', message: errorText(t, error) }); };
  return (
    <>
      <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => void navigate({ to: '/reuniones/$id/editar', params: { id } })}>{t('meetings.amend')}</Button>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target><ActionIcon variant="default" size={34} aria-label={t('common.actions')}><IconDots size={18} /></ActionIcon></Menu.Target>
        <Menu.Dropdown><Menu.Item leftSection={<IconArchive size={16} stroke={1.6} />} onClick={() => setAsked(true)}>{t('meetings.archive')}</Menu.Item></Menu.Dropdown>
      </Menu>
      <ConfirmDialog opened={asked} title={t('meetings.archiveTitle')} body={t('meetings.archiveBody', { title })} action={t('meetings.archive')} destructive
        busy={archive.isPending} onConfirm={() => archive.mutate({ id, version }, { onError: failed })} onClose={() => setAsked(false)} />
    </>
  );
}

const PRESENCE = { present: 'good', excused: 'over', on_behalf: 'progress' } as const satisfies Record<string, Tone>;
type Presence = keyof typeof PRESENCE;

/** Each organisation with those who came for it. */
function Attendees({ attendees }: { attendees: Meeting['attendees'] }) {
  const { t } = useTranslation();
  const groups = new Map<string, Meeting['attendees']>();
  for (const each of attendees) groups.set(each.organisation?.id ?? each.id, [...(groups.get(each.organisation?.id ?? each.id) ?? []), each]);
  return (
    <Section title={t('meetings.attendees')} count={groups.size}>
      {attendees.length === 0 && <Text size="sm" c="gray.7">{t('meetings.attendeesEmpty')}</Text>}
      <Stack gap="sm">{[...groups].map(([key, group]) => <Delegation key={key} group={group} />)}</Stack>
    </Section>
  );
}

function Delegation({ group }: { group: Meeting['attendees'] }) {
  const { t, i18n } = useTranslation();
  const organisation = group[0]?.organisation;
  const english = i18n.language === 'en';
  const name = organisation && [(english && organisation.acronymEn) || organisation.acronym, (english && organisation.nameEn) || organisation.name].filter(Boolean).join(' · ');
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
        { term: t('meetings.theme'), value: meeting.themes.map((code) => label('theme', code)).join(', ') },
        { term: t('common.strategy.label'), value: meeting.strategyActivity && strategy.label(meeting.strategyActivity) },
        { term: t('meetings.agreement'), value: agreement && <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/acuerdos/$id" params={{ id: agreement.id }} />}>{agreement.title}</Anchor> },
        { term: t('meetings.country'), value: meeting.country && label('country', meeting.country) },
        { term: t('common.visibility.label'), value: t(`common.visibility.${meeting.visibility as 'public'}`) },
        { term: t('meetings.loggedBy'), value: <>{meeting.loggedBy}{meeting.loggedBy && ' · '}<DayText day={meeting.recordedOn} /></> },
      ]} />
    </Section>
  );
}
