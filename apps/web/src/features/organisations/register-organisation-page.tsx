import { Alert, Anchor, Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useProblems } from '../../app/problems.js';
import { useCoalition } from '../../app/session.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import { DraftNotice } from '../../ui/draft-notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import { CountriesSelect, CountrySelect, TermsSelect } from '../../ui/selects.js';
import { useDraft } from '../../ui/use-draft.js';

const Register = graphql(`
  mutation RegisterOrganisation($input: OrganisationInput!) { registerOrganisation(input: $input) { id } }
`);
const LikelyDuplicates = graphql(`
  query LikelyDuplicates($name: String!, $acronym: String) { likelyDuplicates(name: $name, acronym: $acronym) { verdict organisation { id name acronym } } }
`);

const EMPTY = { name: '', nameEn: '', acronym: '', audience: null as string | null, kind: null as string | null, scope: null as string | null, seatCountry: null as string | null, countries: [] as string[], themes: [] as string[] };

/** Registers an organisation, and says while typing what is there already. */
export function RegisterOrganisationPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { options } = useTaxonomies();
  const { members } = useCoalition();
  const draft = useDraft<typeof EMPTY>('organisation.new');
  const form = useForm({ initialValues: draft.restored ?? EMPTY, onValuesChange: draft.keep });
  const problems = useProblems(form);
  const save = useApiMutation(Register, { onDone: ({ registerOrganisation }) => { draft.forget(); void navigate({ to: '/organizaciones/$id', params: { id: registerOrganisation.id } }); } });
  const submit = form.onSubmit((values) => {
    problems.clear();
    save.mutate({ input: { ...values, nameEn: values.nameEn || null, acronym: values.acronym || null } }, { onError: problems.show });
  });
  return (
    <>
      <PageHeader title={t('organisations.register')} />
      <Section>
        <form onSubmit={submit} noValidate>
          <Stack gap="md">
            {draft.restored && <DraftNotice onDiscard={() => { draft.forget(); form.setValues(EMPTY); }} />}
            <ProblemSummary text={problems.summary} />
            <Group grow align="flex-start">
              <TextInput label={t('organisations.name')} required {...form.getInputProps('name')} />
              <TextInput label={t('organisations.acronym')} {...form.getInputProps('acronym')} />
            </Group>
            <Similar name={form.values.name} acronym={form.values.acronym} />
            <TextInput label={t('organisations.nameEn')} {...form.getInputProps('nameEn')} />
            <Group grow align="flex-start">
              <Select label={t('organisations.audience')} data={options('audience')} clearable {...form.getInputProps('audience')} />
              <Select label={t('organisations.kind')} data={options('organisation_kind')} clearable {...form.getInputProps('kind')} />
              <Select label={t('organisations.scope')} data={options('scope')} clearable {...form.getInputProps('scope')} />
            </Group>
            <CountrySelect label={t('organisations.seat')} members={members} value={form.values.seatCountry} onChange={(code) => form.setFieldValue('seatCountry', code)} error={form.errors['seatCountry']} />
            <CountriesSelect label={t('organisations.works')} members={members} value={form.values.countries} onChange={(codes) => form.setFieldValue('countries', codes)} error={form.errors['countries']} />
            <TermsSelect label={t('organisations.theme')} terms={options('theme').map(({ value, label }) => ({ code: value, label: { es: label, en: label } }))} value={form.values.themes} onChange={(codes) => form.setFieldValue('themes', codes)} />
            <Group justify="flex-end"><Button type="submit" loading={save.isPending}>{t('organisations.save')}</Button></Group>
          </Stack>
        </form>
      </Section>
    </>
  );
}

function Similar({ name, acronym }: { name: string; acronym: string }) {
  const { t } = useTranslation();
  const [typed] = useDebouncedValue(name.trim(), 300);
  const { data } = useApiQuery(LikelyDuplicates, { name: typed, acronym: acronym || null }, { enabled: typed.length > 2, keepPrevious: true });
  const found = data?.likelyDuplicates ?? [];
  if (typed.length < 3 || found.length === 0) return null;
  return (
    <Alert color="yellow" title={t('organisations.similar')}>
      {found.map(({ organisation }) => <Anchor key={organisation.id} size="sm" display="block" renderRoot={(props) => <Link {...props} to="/organizaciones/$id" params={{ id: organisation.id }} />}>{organisation.acronym ? `${organisation.acronym} · ` : ''}{organisation.name}</Anchor>)}
    </Alert>
  );
}
