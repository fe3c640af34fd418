import { Button, Group, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { createOrganisation, findOrganisations } from '../../app/pickers/find-organisations.js';
import { useProblems } from '../../app/problems.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiMutation } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import { DayField } from '../../ui/day-field.js';
import { DraftNotice } from '../../ui/draft-notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { PickOrCreate, type PickOption } from '../../ui/pick-or-create.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import { TermsSelect } from '../../ui/selects.js';
import { useDraft } from '../../ui/use-draft.js';

const Register = graphql(`
  mutation RegisterAgreement($input: AgreementInput!) { registerAgreement(input: $input) { id } }
`);

interface Values {
  title: string;
  kind: string;
  stage: string;
  parties: PickOption[];
  signatures: Record<string, string | null>;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  themes: string[];
  inCoalitionName: boolean;
}

const EMPTY: Values = { title: '', kind: 'memorandum', stage: 'negotiating', parties: [], signatures: {}, effectiveFrom: null, effectiveTo: null, themes: [], inCoalitionName: true };

/** Registers an agreement with its parties; each signs on its own day. */
export function RegisterAgreementPage() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { options } = useTaxonomies();
  const draft = useDraft<Values>('agreement.new');
  const form = useForm<Values>({ initialValues: draft.restored ?? EMPTY, onValuesChange: draft.keep });
  const problems = useProblems(form);
  const save = useApiMutation(Register, { onDone: ({ registerAgreement }) => { draft.forget(); void navigate({ to: '/acuerdos/$id', params: { id: registerAgreement.id } }); } });
  const { values } = form;
  const submit = form.onSubmit(({ parties, signatures, ...rest }) => {
    problems.clear();
    save.mutate({ input: { ...rest, parties: parties.map(({ id }) => ({ organisationId: id, signedOn: signatures[id] ?? null })) } }, { onError: problems.show });
  });
  const stages = (['identified', 'contacted', 'negotiating', 'text_agreed'] as const).map((value) => ({ value, label: t(`agreements.stages.${value}`) }));
  return (
    <>
      <PageHeader title={t('agreements.register')} />
      <Section>
        <form onSubmit={submit} noValidate lang={i18n.language}>
          <Stack gap="md">
            {draft.restored && <DraftNotice onDiscard={() => { draft.forget(); form.setValues(EMPTY); }} />}
            <ProblemSummary text={problems.summary} />
            <TextInput label={t('agreements.name')} required {...form.getInputProps('title')} />
            <Group grow align="flex-start">
              <Select label={t('agreements.kind')} data={options('agreement_kind')} allowDeselect={false} {...form.getInputProps('kind')} />
              <Select label={t('agreements.stage')} data={stages} allowDeselect={false} {...form.getInputProps('stage')} />
            </Group>
            <PickOrCreate label={t('agreements.coalitionSigns')} required value={values.parties} onChange={(parties) => form.setFieldValue('parties', parties)} find={findOrganisations} create={createOrganisation} error={form.errors['parties']} />
            {values.parties.map((party, at) => (
              <Group key={party.id} justify="space-between" gap="sm">
                <Text size="sm" flex="1 1 200px">{party.label}</Text>
                <DayField label={t('agreements.signedOn')} value={values.signatures[party.id] ?? null} onChange={(day) => form.setFieldValue('signatures', { ...values.signatures, [party.id]: day })} error={form.errors[`parties.${at}.signedOn`] ?? form.errors[`parties.${at}.organisationId`]} />
              </Group>
            ))}
            <Group grow align="flex-start">
              <DayField label={t('agreements.effectiveFrom')} value={values.effectiveFrom} onChange={(day) => form.setFieldValue('effectiveFrom', day)} error={form.errors['effectiveFrom']} />
              <DayField label={t('agreements.effectiveTo')} value={values.effectiveTo} onChange={(day) => form.setFieldValue('effectiveTo', day)} error={form.errors['effectiveTo']} />
            </Group>
            <TermsSelect label={t('agreements.theme')} terms={options('theme').map(({ value, label }) => ({ code: value, label: { es: label, en: label } }))} value={values.themes} onChange={(themes) => form.setFieldValue('themes', themes)} />
            <Switch label={t('agreements.inCoalitionName')} checked={values.inCoalitionName} onChange={(event) => form.setFieldValue('inCoalitionName', event.currentTarget.checked)} />
            <Group justify="flex-end"><Button type="submit" loading={save.isPending}>{t('agreements.save')}</Button></Group>
          </Stack>
        </form>
      </Section>
    </>
  );
}
