import { Alert, Anchor, Button, Group, List, Paper, Select, Stack, Text } from '@mantine/core';
import type { ContactPreview } from '@tejido/domain/contact-preview.js';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconFileUpload } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../app/graphql.js';
import { currentLanguage } from '../../app/i18n.js';
import { postFile } from '../../app/post-file.js';
import { errorText, problemText } from '../../app/problems.js';
import { useApiMutation } from '../../app/use-api.js';
import type { ImportContactsMutation } from '../../gql/graphql.js';
import { PageDrop } from '../../ui/page-drop.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import { LoadingState } from '../../ui/states.js';
import { chosenContacts, firstChoice, isUndecided, type CardChoice } from './contact-choices.js';
import { ContactRowCard } from './contact-row.js';
import { takeDropped } from './dropped-file.js';
import { ImportContacts } from './operations.js';

/** A file of contacts: dropped or chosen, seen card by card, and taken as the reader decides. */
export function ImportContactsPage() {
  const { t } = useTranslation();
  const read = useMutation({ mutationFn: (file: File) => postFile<ContactPreview>(`/api/contacts/preview?language=${currentLanguage()}`, file, 'text/vcard', '20 MB') });
  const [receipt, setReceipt] = useState<ImportContactsMutation['importContacts'] | null>(null);
  const { mutate, reset } = read;
  useEffect(() => {
    const file = takeDropped();
    if (file) mutate(file);
  }, [mutate]);
  const open = (file: File | undefined) => { if (file) { setReceipt(null); mutate(file); } };
  const again = () => { setReceipt(null); reset(); };
  const refused = read.error instanceof ApiError ? read.error.fields.map((field) => fileProblem(t, field)).join(' ') : '';
  return (
    <>
      <PageHeader title={t('people.import.title')} intro={t('people.import.intro')} above={<Anchor size="sm" renderRoot={(props) => <Link {...props} to="/personas" />}>{t('people.title')}</Anchor>} />
      <PageDrop text={t('people.import.drop')} onFiles={([file]) => open(file)} />
      {receipt ? <Receipt receipt={receipt} onAgain={again} /> : read.data
        ? <Cards key={read.submittedAt} preview={read.data} name={read.variables.name} onDone={setReceipt} onAgain={again} />
        : (
          <Section>
            <ProblemSummary text={read.error ? [errorText(t, read.error), refused].filter(Boolean).join(' ') : null} />
            {read.isPending ? <LoadingState /> : <ChooseFile onFile={open} />}
          </Section>
        )}
    </>
  );
}

/** Why a file could not be read, in the reader's language. */
function fileProblem(t: TFunction, field: ApiError['fields'][number]): string {
  const reason = field.values?.['reason'];
  if (reason === 'unclosed_card') return t('people.import.unclosed', { line: field.values?.['line'] });
  if (reason === 'too_complex') return t('people.import.tooComplex');
  return field.problem === 'file_type_mismatch' ? t('people.import.notCards') : problemText(t, field);
}

function ChooseFile({ onFile }: { onFile: (file: File | undefined) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <Paper p="xl" withBorder style={{ borderStyle: 'dashed', textAlign: 'center' }}>
      <Stack align="center" gap="sm">
        <IconFileUpload size={32} stroke={1.5} aria-hidden />
        <Text>{t('people.import.drop')}</Text>
        <Text size="sm" c="gray.7">{t('people.import.formats')}</Text>
        <input ref={input} type="file" accept=".vcf,text/vcard" hidden aria-label={t('people.import.choose')} onChange={(event) => { onFile(event.currentTarget.files?.[0]); event.currentTarget.value = ''; }} />
        <Button onClick={() => input.current?.click()}>{t('people.import.choose')}</Button>
      </Stack>
    </Paper>
  );
}

interface CardsProps { preview: ContactPreview; name: string; onDone: (receipt: ImportContactsMutation['importContacts']) => void; onAgain: () => void }

function Cards({ preview: { rows, nobody }, name, onDone, onAgain }: CardsProps) {
  const { t } = useTranslation();
  const [choices, setChoices] = useState<CardChoice[]>(() => rows.map(firstChoice));
  const [consentBasis, setConsentBasis] = useState<string | null>(null);
  const [problems, setProblems] = useState<{ summary: string | null; of: Map<number, string> }>({ summary: null, of: new Map() });
  const take = useApiMutation(ImportContacts, { onDone: ({ importContacts }) => onDone(importContacts) });
  const contacts = chosenContacts(rows, choices);
  const undecided = choices.some(isUndecided);
  const submit = () => {
    setProblems({ summary: null, of: new Map() });
    take.mutate({ contacts: contacts.map(({ input }) => input), consentBasis }, { onError: (error) => {
      const fields = error instanceof ApiError ? error.fields : [];
      const of = new Map(fields.flatMap((field): [number, string][] => {
        const place = contacts[Number(/^contacts\.(\d+)/.exec(field.path)?.[1] ?? -1)];
        return place ? [[place.at, problemText(t, field)]] : [];
      }));
      setProblems({ summary: errorText(t, error), of });
    } });
  };
  const many = (verdict: string) => rows.filter((row) => row.verdict === verdict).length;
  const bases = (['consent', 'public_office', 'legitimate_interest'] as const).map((value) => ({ value, label: t(`people.bases.${value}`) }));
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text size="sm">{t('people.import.found', { name, new: many('new'), same: many('same'), maybe: many('maybe') })}</Text>
        <Button variant="subtle" onClick={onAgain}>{t('people.import.another')}</Button>
      </Group>
      <ProblemSummary text={problems.summary} />
      {nobody.length > 0 && (
        <Alert color="gray" variant="light" title={t('people.import.nobody', { count: nobody.length })}>
          <List size="sm">{nobody.map(({ line, name: of, reason }) => <List.Item key={line}>{[t('people.import.line', { line }), of, t(`people.import.reasons.${reason}`)].filter(Boolean).join(' · ')}</List.Item>)}</List>
        </Alert>
      )}
      {rows.map((row, at) => (
        <ContactRowCard key={row.line} row={row} choice={choices[at]!} problem={problems.of.get(at)} onChange={(choice) => setChoices(choices.map((each, index) => (index === at ? choice : each)))} />
      ))}
      {rows.length > 0 && (
        <Section>
          <Group justify="space-between" align="flex-end">
            <Select w={{ base: '100%', xs: 320 }} label={t('people.basis')} description={t('people.import.basisHint')} data={bases} clearable value={consentBasis} onChange={setConsentBasis} />
            <Button loading={take.isPending} disabled={contacts.length === 0 || undecided} onClick={submit}>{t('people.import.take', { count: contacts.length })}</Button>
          </Group>
        </Section>
      )}
    </Stack>
  );
}

function Receipt({ receipt: { registered, extended, same, organisations }, onAgain }: { receipt: ImportContactsMutation['importContacts']; onAgain: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Section title={t('people.import.done')}>
      <List>
        <List.Item>{t('people.import.registered', { count: registered })}</List.Item>
        <List.Item>{t('people.import.extended', { count: extended })}</List.Item>
        <List.Item>{t('people.import.same', { count: same })}</List.Item>
        <List.Item>{t('people.import.organisations', { count: organisations })}</List.Item>
      </List>
      <Group mt="md" gap="xs">
        <Button onClick={() => void navigate({ to: '/personas' })}>{t('people.import.toList')}</Button>
        <Button variant="default" onClick={onAgain}>{t('people.import.another')}</Button>
      </Group>
    </Section>
  );
}
