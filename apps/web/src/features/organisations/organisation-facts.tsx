import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fullName, type Named } from '../../app/organisation-names.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { ContactLink } from '../../ui/contact-link.js';
import { DefinitionList } from '../../ui/definition-list.js';
import { Section } from '../../ui/section.js';
import { OrganisationLink } from './organisation-link.js';
import type { Organisation } from './operations.js';

type Linked = Named & { id: string };

/** What it is: names, place, themes, family. Lines without a value are left out. */
export function FactsSection({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const { label, fullLabel } = useTaxonomies();
  const linked = (each: Linked) => <OrganisationLink key={each.id} id={each.id} display="block">{fullName(each)}</OrganisationLink>;
  const offices = organisation.children.filter((each) => each.countsWith?.id === organisation.id);
  const bodies = organisation.children.filter((each) => each.countsWith?.id !== organisation.id);
  const list = (items: Linked[]) => (items.length > 0 ? items.map(linked) : null);
  const badges = (codes: readonly string[], name: (code: string) => string) => codes.length > 0 && (
    <Group gap={4}>{codes.map((code) => <Badge key={code} color="gray" c="gray.8">{name(code)}</Badge>)}</Group>
  );
  return (
    <Section title={t('organisations.facts')}>
      {organisation.description && <Text size="sm" mb="md" style={{ whiteSpace: 'pre-wrap' }}>{organisation.description}</Text>}
      <DefinitionList items={[
        { term: t('organisations.otherNames'), value: organisation.names.length > 0 ? <OtherNames names={organisation.names} /> : null },
        { term: t('organisations.kind'), value: label('organisation_kind', organisation.kind) },
        { term: t('organisations.audience'), value: fullLabel('audience', organisation.audience) },
        { term: t('organisations.scope'), value: label('scope', organisation.scope) },
        { term: t('organisations.seat'), value: label('country', organisation.seatCountry) },
        { term: t('organisations.works'), value: organisation.countries.map((code) => label('country', code)).join(', ') },
        { term: t('organisations.theme'), value: badges(organisation.themes, (code) => label('theme', code)) || null },
        { term: t('organisations.sdgs'), value: organisation.sdgs.map((goal) => `${goal}. ${label('sdg', String(goal))}`).join(', ') },
        { term: t('organisations.parent'), value: organisation.parent && linked(organisation.parent) },
        { term: t('organisations.countsWith'), value: organisation.countsWith && linked(organisation.countsWith) },
        { term: t('organisations.offices'), value: list(offices) },
        { term: t('organisations.children'), value: list(bodies) },
        { term: t('organisations.identifiers'), value: organisation.identifiers.map(({ scheme, value }) => `${label('identifier_scheme', scheme)}: ${value}`).join(', ') },
        { term: t('organisations.owner'), value: label('country', organisation.country) },
        { term: t('organisations.visibleTo'), value: t(`common.visibility.${organisation.visibility as 'public'}`) },
      ]} />
    </Section>
  );
}

function OtherNames({ names }: { names: Organisation['names'] }) {
  const { t } = useTranslation();
  return names.map(({ role, value, language }) => (
    <Text key={`${role} ${value}`} size="sm" lang={language ?? undefined}>{value} <Text span size="xs" c="gray.6">{t(`organisations.nameRoles.${role as 'alias'}`)}</Text></Text>
  ));
}

/** How it is reached; addresses, mail and telephones are links. */
export function ContactsSection({ organisation: { contactPoints } }: { organisation: Organisation }) {
  const { t } = useTranslation();
  return (
    <Section title={t('organisations.contacts')}>
      {contactPoints.length === 0 && <Text size="sm" c="gray.7">{t('organisations.contactsEmpty')}</Text>}
      <DefinitionList items={contactPoints.map(({ kind, value, label }, at) => ({
        term: `${t(`organisations.contactKinds.${kind as 'email'}`)}${label ? ` (${label})` : ''}${at > 0 && contactPoints[at - 1]?.kind === kind && !label ? ` ${at + 1}` : ''}`,
        value: <ContactLink kind={kind} value={value} />,
      }))} />
    </Section>
  );
}
