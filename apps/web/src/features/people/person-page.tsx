import { Alert, Anchor, Badge, Box, Button, Grid, Group, Stack, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconEraser, IconPencil, IconPlus, IconStarFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../../app/fallbacks.js';
import { fullName, shortName } from '../../app/organisation-names.js';
import { errorText } from '../../app/problems.js';
import { useMay } from '../../app/session.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiQuery } from '../../app/use-api.js';
import { ContactLink } from '../../ui/contact-link.js';
import { DayRange } from '../../ui/day-text.js';
import { formatDay, formatInstant } from '../../ui/days.js';
import { DefinitionList } from '../../ui/definition-list.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { Loaded } from '../../ui/states.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { PersonActions } from './person-actions.js';
import { CorrectEndDialog, EndPostDialog, StartPostDialog } from './post-dialogs.js';
import { PersonOperation, type Person, type PersonsMeetings } from './operations.js';

/** One person: posts over time, how to reach them, and the meetings where they were. */
export function PersonPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useApiQuery(PersonOperation, { id });
  return (
    <Loaded query={query} message={(error) => errorText(t, error)}>
      {({ person, meetings }) => (!person ? <NotFound /> : person.erasedAt ? <Erased person={person} meetings={meetings} /> : <Full person={person} meetings={meetings} />)}
    </Loaded>
  );
}

function Full({ person, meetings }: { person: Person; meetings: PersonsMeetings }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const now = person.affiliations.filter((post) => post.current);
  const intro = now.map(({ post, organisation }) => [post, organisation && shortName(organisation)].filter(Boolean).join(' · ')).join('; ');
  return (
    <>
      <PageHeader title={person.name} intro={intro} above={<Anchor size="sm" renderRoot={(props) => <Link {...props} to="/personas" />}>{t('people.title')}</Anchor>}
        actions={<>
          {person.viewerCan.includes('amend') && (
            <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => void navigate({ to: '/personas/$id/editar', params: { id: person.id } })}>{t('people.amend')}</Button>
          )}
          <PersonActions person={person} />
        </>} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Stack gap="lg"><ContactSection person={person} /><FactsSection person={person} /></Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Stack gap="lg"><PostsSection person={person} /><MeetingsSection meetings={meetings} /></Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}

/** Whoever was erased: where they were is counted still, who they were is not known. */
function Erased({ person, meetings }: { person: Person; meetings: PersonsMeetings }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <PageHeader title={person.name} above={<Anchor size="sm" renderRoot={(props) => <Link {...props} to="/personas" />}>{t('people.title')}</Anchor>} />
      <Stack gap="lg">
        <Alert color="gray" variant="light" icon={<IconEraser size={18} />}>{t('people.erase.erasedOn', { day: formatInstant(person.erasedAt!, i18n.language) })}</Alert>
        <MeetingsSection meetings={meetings} />
      </Stack>
    </>
  );
}

function ContactSection({ person: { contactPoints } }: { person: Person }) {
  const { t } = useTranslation();
  const visible = useMay('person.readContacts');
  return (
    <Section title={t('people.contact')}>
      {!visible && <Text size="sm" c="gray.7">{t('people.contactHidden')}</Text>}
      {visible && contactPoints.length === 0 && <Text size="sm" c="gray.7">{t('people.contactEmpty')}</Text>}
      <Stack gap="xs">{contactPoints.map(({ kind, label, value, preferred }) => (
        <DefinitionList key={`${kind} ${value}`} items={[{ term: [t(`people.contactKinds.${kind as 'email'}`), label].filter(Boolean).join(' · '), value: (
          <Group gap={6}><ContactLink kind={kind} value={value} />{preferred && <Badge size="sm" variant="light" leftSection={<IconStarFilled size={10} />}>{t('people.preferred')}</Badge>}</Group>
        ) }]} />
      ))}</Stack>
    </Section>
  );
}

function FactsSection({ person }: { person: Person }) {
  const { t, i18n } = useTranslation();
  const { label } = useTaxonomies();
  const visible = useMay('person.readContacts');
  const basis = person.consentBasis ? t(`people.bases.${person.consentBasis as 'consent'}`) : t('people.basisMissing');
  return (
    <Section title={t('people.facts')}>
      <DefinitionList items={[
        { term: t('people.languages'), value: person.languages.map((code) => languageName(code, i18n.language)).join(', ') },
        { term: t('people.basis'), value: visible && [basis, person.consentOn && formatDay(person.consentOn, i18n.language)].filter(Boolean).join(' · ') || null },
        { term: t('people.notes'), value: person.notes },
        { term: t('people.owner'), value: label('country', person.country) },
        { term: t('people.visibleTo'), value: t(`common.visibility.${person.visibility as 'public'}`) },
      ]} />
    </Section>
  );
}

const languageName = (code: string, reader: string) => new Intl.DisplayNames([reader], { type: 'language', fallback: 'code' }).of(code) ?? code;

type Post = Person['affiliations'][number];

/** Posts over time, those of today first; "current" follows from the days. */
function PostsSection({ person }: { person: Person }) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState<'start' | { end: Post } | { correct: Post } | null>(null);
  const held = (post: Post) => ({ ...post, organisation: post.organisation ?? null, personId: person.id, personName: person.name });
  const mayAmend = person.viewerCan.includes('amend');
  return (
    <Section title={t('people.posts')} count={person.affiliations.length}
      actions={mayAmend && <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={15} />} onClick={() => setOpen('start')}>{t('people.startPost')}</Button>}>
      {person.affiliations.length === 0 && <Text size="sm" c="gray.7">{t('people.postsEmpty')}</Text>}
      <Stack gap="sm">{person.affiliations.map((each) => (
        <Group key={each.id} justify="space-between" align="flex-start" gap="xs">
          <Box miw={0} flex="1 1 200px">
            {each.post && <Text size="sm" fw={550}>{each.post}</Text>}
            {each.organisation && <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/organizaciones/$id" params={{ id: each.organisation!.id }} />}>{fullName(each.organisation)}</Anchor>}
            {(each.fromDay || each.toDay) && <Text size="xs" c="gray.7"><DayRange from={each.fromDay ?? null} to={each.toDay ?? null} /></Text>}
            {each.corrections.map(({ said, reason, correctedBy }, at) => <Text key={at} size="xs" c="gray.7">{t('people.correction', { day: formatDay(said, i18n.language), reason, by: correctedBy ?? '—' })}</Text>)}
          </Box>
          <Group gap="xs" wrap="nowrap">
            <StatusBadge tone={each.current ? 'good' : 'over'} label={t(each.current ? 'people.current' : 'people.former')} />
            {mayAmend && each.toDay && <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setOpen({ correct: each })}>{t('people.correctEnd')}</Button>}
            {mayAmend && each.current && !each.toDay && <Button size="compact-xs" variant="subtle" color="gray" aria-label={t('people.endPostOf', { name: each.post || person.name })} onClick={() => setOpen({ end: each })}>{t('people.endPost')}</Button>}
          </Group>
        </Group>
      ))}</Stack>
      {open === 'start' && <StartPostDialog person={person} onClose={() => setOpen(null)} />}
      {open !== null && open !== 'start' && 'end' in open && <EndPostDialog post={held(open.end)} onClose={() => setOpen(null)} />}
      {open !== null && open !== 'start' && 'correct' in open && <CorrectEndDialog post={held(open.correct)} onClose={() => setOpen(null)} />}
    </Section>
  );
}

/** The day of a meeting where it took place. */
const dayThere = ({ startsAt, timeZone }: { startsAt: string; timeZone: string }) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(startsAt));

function MeetingsSection({ meetings: { nodes, total } }: { meetings: PersonsMeetings }) {
  const { t, i18n } = useTranslation();
  const { label } = useTaxonomies();
  return (
    <Section title={t('people.meetings')} count={total}>
      {nodes.length === 0 && <Text size="sm" c="gray.7">{t('people.meetingsEmpty')}</Text>}
      <Stack gap="sm">{nodes.map((each) => (
        <div key={each.id}>
          <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/reuniones/$id" params={{ id: each.id }} />}>{each.title}</Anchor>
          <Text size="xs" c="gray.7">{[label('meeting_kind', each.kind), formatDay(dayThere(each), i18n.language)].join(' · ')}</Text>
        </div>
      ))}</Stack>
    </Section>
  );
}
