import { Anchor, Button, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../../app/fallbacks.js';
import { errorText } from '../../app/problems.js';
import { useApiQuery } from '../../app/use-api.js';
import type { PersonFileQuery } from '../../gql/graphql.js';
import { countryName } from '../../ui/countries.js';
import { formatDay, formatInstant } from '../../ui/days.js';
import { DefinitionList } from '../../ui/definition-list.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { Loaded } from '../../ui/states.js';
import { PersonFile } from './operations.js';

type File = NonNullable<PersonFileQuery['personFile']>;

/** All that is kept of somebody, for themselves to read: on paper, or as a file. */
export function PersonFilePage({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useApiQuery(PersonFile, { id });
  return (
    <Loaded query={query} message={(error) => errorText(t, error)}>
      {({ personFile }) => (personFile ? <Full id={id} file={personFile} /> : <NotFound />)}
    </Loaded>
  );
}

function Full({ id, file }: { id: string; file: File }) {
  const { t, i18n } = useTranslation();
  const day = (value: string | null | undefined) => (value ? formatDay(value, i18n.language) : null);
  const basis = file.consentBasis ? t(`people.bases.${file.consentBasis as 'consent'}`) : t('people.basisMissing');
  const languages = new Intl.DisplayNames([i18n.language], { type: 'language', fallback: 'code' });
  const span = (from: string | null | undefined, to: string | null | undefined) => [day(from) ?? '…', day(to) ?? '…'].join(' – ');
  return (
    <>
      <PageHeader title={t('people.file.title', { name: file.name })} intro={t('people.file.intro')}
        above={<Anchor size="sm" renderRoot={(props) => <Link {...props} to="/personas/$id" params={{ id }} />}>{file.name}</Anchor>}
        actions={<>
          <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>{t('people.file.print')}</Button>
          <Button variant="default" leftSection={<IconDownload size={16} />} onClick={() => download(file)}>{t('people.file.download')}</Button>
        </>} />
      <Stack gap="lg">
        <Section title={t('people.facts')}>
          <DefinitionList items={[
            { term: t('people.name'), value: file.name },
            { term: t('people.languages'), value: file.languages.map((code) => languages.of(code) ?? code).join(', ') },
            { term: t('people.basis'), value: [basis, day(file.consentOn)].filter(Boolean).join(' · ') },
            { term: t('people.notes'), value: file.notes },
            { term: t('people.owner'), value: file.country && countryName(file.country, i18n.language) },
            { term: t('people.visibleTo'), value: t(`common.visibility.${file.visibility as 'public'}`) },
            { term: t('people.file.registeredOn'), value: day(file.registeredOn) },
          ]} />
        </Section>
        <Lines title={t('people.contact')} rows={file.contactPoints.map(({ kind, label, value }) => [t(`people.contactKinds.${kind as 'email'}`), label, value])} />
        <Lines title={t('people.posts')} rows={file.posts.map(({ post, organisation, from, to }) => [post, organisation, from || to ? span(from, to) : null])} />
        <Lines title={t('people.meetings')} rows={file.meetings.map(({ title, day: on }) => [title, day(on)])} />
        <Lines title={t('people.file.commitments')} rows={file.commitments.map(({ text, dueOn }) => [text, day(dueOn)])} />
        <Lines title={t('people.file.agreements')} rows={file.agreements.map(({ title, signedOn }) => [title, day(signedOn)])} />
        <Lines title={t('people.file.history')} rows={file.history.map(({ at, by, action }) => [formatInstant(at, i18n.language), by, actionText(t, action)])} />
      </Stack>
    </>
  );
}

const ACTIONS = ['register', 'amend', 'archive', 'restore', 'endAffiliation', 'correctAffiliation', 'import'] as const;

/** What was done, in words; what has none of its own is a change. */
function actionText(t: TFunction, action: string): string {
  const known = ACTIONS.find((each) => action === `person.${each}`);
  return t(`people.file.actions.${known ?? 'amend'}`);
}

function Lines({ title, rows }: { title: string; rows: readonly (readonly (string | null | undefined)[])[] }) {
  const { t } = useTranslation();
  return (
    <Section title={title} count={rows.length}>
      {rows.length === 0 && <Text size="sm" c="gray.7">{t('people.file.none')}</Text>}
      {rows.map((row, at) => <Text key={at} size="sm">{row.filter(Boolean).join(' · ')}</Text>)}
    </Section>
  );
}

/** The same as a file that other programs read. */
function download(file: File): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: `${file.name.replace(/[^\p{L}\p{N}]+/gu, '-')}.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}
