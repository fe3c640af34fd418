import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconUserPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fullName } from '../../app/organisation-names.js';
import { useMay } from '../../app/session.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { ContactLink } from '../../ui/contact-link.js';
import { formatDay } from '../../ui/days.js';
import { Section } from '../../ui/section.js';
import { OrganisationLink } from './organisation-link.js';
import type { Organisation } from './operations.js';

/** Who of ours has met with it: whoever can introduce the reader. */
export function WhoKnowsSection({ organisation: { whoKnows } }: { organisation: Organisation }) {
  const { t } = useTranslation();
  return (
    <Section title={t('organisations.whoKnows')} count={whoKnows.length} intro={whoKnows.length > 0 ? t('organisations.whoKnowsIntro') : undefined}>
      {whoKnows.length === 0
        ? <><Text size="sm">{t('organisations.whoKnowsEmpty')}</Text><Text size="sm" c="gray.7">{t('organisations.whoKnowsEmptyHint')}</Text></>
        : <Stack gap="sm">{whoKnows.map((each) => <Acquaintance key={`${each.organisation?.id} ${each.name}`} known={each} />)}</Stack>}
    </Section>
  );
}

/** A national body with whoever of it was there, or a colleague; and how to reach them. */
function Acquaintance({ known: { name, email, people, country, meetings, lastMet, organisation } }: { known: Organisation['whoKnows'][number] }) {
  const { t, i18n } = useTranslation();
  const { label } = useTaxonomies();
  const where = [!organisation && t('organisations.colleague'), label('country', country)].filter(Boolean).join(' · ');
  return (
    <div>
      {organisation ? <OrganisationLink id={organisation.id} fw={550}>{fullName(organisation)}</OrganisationLink> : <Text size="sm" fw={550}>{name}</Text>}
      <Text size="xs" c="gray.7">{[where, t('organisations.met', { count: meetings, day: formatDay(lastMet, i18n.language) })].filter(Boolean).join(' · ')}</Text>
      {email && <ContactLink kind="email" value={email} />}
      {people.map((person) => (
        <Group key={person.id} gap="sm">
          <PersonLink {...person} />
          {person.contactPoints.map((each) => <ContactLink key={each.value} {...each} />)}
        </Group>
      ))}
    </div>
  );
}

function PersonLink({ id, name }: { id: string; name: string }) {
  return <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/personas/$id" params={{ id }} />}>{name}</Anchor>;
}

/** A post that somebody holds there, as the dialog that ends it needs it. */
export interface HeldPost { id: string; version: number; personId: string; personName: string; organisation: { id: string } }

/** Whoever holds or held a post there. */
export function PeopleSection({ organisation, endPost }: { organisation: Organisation; endPost?: (post: HeldPost) => ReactNode }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay('person.register');
  const postsOf = (person: Organisation['people'][number]) => person.affiliations.filter((post) => post.organisation?.id === organisation.id);
  const now = organisation.people.filter((person) => postsOf(person).some((post) => post.current));
  const before = organisation.people.filter((person) => !now.includes(person));
  const row = (person: Organisation['people'][number]) => {
    const posts = postsOf(person).filter((post) => post.current || !now.includes(person));
    const ending = posts.find((post) => post.current && !post.toDay);
    return (
      <div key={person.id}>
        <Group justify="space-between" wrap="nowrap" align="baseline">
          <PersonLink {...person} />
          {person.viewerCan.includes('amend') && ending && endPost?.({ id: ending.id, version: ending.version, personId: person.id, personName: person.name, organisation: { id: organisation.id } })}
        </Group>
        {posts.some(({ post }) => post) && <Text size="sm">{posts.map(({ post }) => post).filter(Boolean).join(', ')}</Text>}
        {person.contactPoints.length > 0 && <Group gap="sm">{person.contactPoints.map((each) => <ContactLink key={each.value} {...each} />)}</Group>}
      </div>
    );
  };
  return (
    <Section title={t('organisations.people')} count={organisation.people.length}
      actions={may && <Button size="compact-sm" variant="subtle" leftSection={<IconUserPlus size={15} />} onClick={() => void navigate({ to: '/personas/nueva', search: { at: organisation.id } })}>{t('organisations.addPerson')}</Button>}>
      {organisation.people.length === 0 && <Text size="sm" c="gray.7">{t('organisations.peopleEmpty')}</Text>}
      <Stack gap="sm">{now.map(row)}</Stack>
      {before.length > 0 && <><Text size="xs" fw={600} c="gray.7" mt="md" mb={6}>{t('organisations.formerPeople')}</Text><Stack gap="sm">{before.map(row)}</Stack></>}
    </Section>
  );
}
