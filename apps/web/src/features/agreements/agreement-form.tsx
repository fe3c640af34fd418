import { Button, Collapse, Group, NumberInput, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { STAGES } from '@tejido/domain/agreement-facts.js';
import { VISIBILITIES } from '@tejido/domain/policy.js';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findAgreements } from '../../app/pickers/find-agreements.js';
import { createOrganisation, findOrganisations } from '../../app/pickers/find-organisations.js';
import { useCoalition, useViewer } from '../../app/session.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import { DayField } from '../../ui/day-field.js';
import { PickOrCreate } from '../../ui/pick-or-create.js';
import { CountrySelect, TermsSelect, VisibilitySelect } from '../../ui/selects.js';
import { ThemeChips } from '../../ui/theme-chips.js';
import { partyOf, type AgreementValues } from './agreement-values.js';
import { PartyRows } from './party-rows.js';

const StrategyActivities = graphql(`
  query StrategyActivities { strategy { axes { code label { es en } activities { code label { es en } } } } }
`);

type Form = UseFormReturnType<AgreementValues>;
const MORE: readonly (keyof AgreementValues)[] = ['reference', 'titleEn', 'summary', 'signaturesRequired', 'sdgs', 'strategyActivity', 'renewsId', 'partOfId', 'country'];

/** The fields of an agreement: the few that every one has, the rest under "more". */
export function AgreementFields({ form }: { form: Form }) {
  const { t } = useTranslation();
  const { options } = useTaxonomies();
  const viewer = useViewer();
  const { values } = form;
  const set = <Field extends keyof AgreementValues>(field: Field) => (value: AgreementValues[Field]) => form.setFieldValue(field, value as never);
  const stages = STAGES.map((value) => ({ value, label: t(`agreements.stages.${value}`) }));
  const signed = values.parties.some((party) => party.signedOn !== null);
  return (
    <Stack gap="md">
      <TextInput label={t('agreements.name')} required {...form.getInputProps('title')} />
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <Select miw={220} label={t('agreements.kind')} required data={options('agreement_kind', values.kind)} allowDeselect={false} {...form.getInputProps('kind')} />
        <Select miw={220} label={t('agreements.stage')} description={signed ? t('agreements.stageOver') : undefined} data={stages} allowDeselect={false} inputWrapperOrder={['label', 'input', 'description', 'error']} {...form.getInputProps('stage')} />
      </Group>
      <PickOrCreate label={t('agreements.partiesField')} required value={values.parties.map(({ organisationId, label }) => ({ id: organisationId, label }))} find={findOrganisations} create={createOrganisation} error={form.errors['parties']}
        onChange={(chosen) => { form.clearFieldError('parties'); set('parties')(chosen.map((option) => values.parties.find((party) => party.organisationId === option.id) ?? partyOf(option))); }} />
      <PartyRows form={form} />
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <DayField label={t('agreements.effectiveFrom')} description={t('agreements.effectiveFromHint')} value={values.effectiveFrom} onChange={set('effectiveFrom')} error={form.errors['effectiveFrom']} />
        <DayField label={t('agreements.effectiveTo')} description={t('agreements.effectiveToHint')} value={values.effectiveTo} onChange={set('effectiveTo')} error={form.errors['effectiveTo']} />
      </Group>
      <ThemeChips themes={options('theme').map(({ value, label }) => ({ code: value, label: { es: label, en: label } }))} value={values.themes} onChange={set('themes')} error={form.errors['themes']} />
      <Switch label={t('agreements.inCoalitionName')} description={t('agreements.inCoalitionNameHint')} checked={values.inCoalitionName} onChange={(event) => set('inCoalitionName')(event.currentTarget.checked)} />
      <VisibilitySelect allowed={VISIBILITIES.filter((each) => viewer.role !== 'delegate' || each !== 'secretariat')} value={values.visibility} onChange={set('visibility')} error={form.errors['visibility']} />
      <More form={form} set={set} />
    </Stack>
  );
}

const said = (value: AgreementValues[keyof AgreementValues]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

function More({ form, set }: { form: Form; set: <Field extends keyof AgreementValues>(field: Field) => (value: AgreementValues[Field]) => void }) {
  const { t } = useTranslation();
  const { members } = useCoalition();
  const { options } = useTaxonomies();
  const viewer = useViewer();
  const { values } = form;
  const [wanted, setWanted] = useState(() => MORE.some((field) => field !== 'country' && said(values[field])));
  // A problem must never hide under a closed lid.
  const opened = wanted || MORE.some((field) => form.errors[field]) || values.visibility === 'country';
  const one = (field: 'renewsId' | 'partOfId', label: string) => (
    <PickOrCreate label={label} max={1} value={values[field] ? [values[field]] : []} onChange={(chosen) => set(field)(chosen[0] ?? null)} find={findAgreements} error={form.errors[field]} />
  );
  return (
    <>
      <Group><Button variant="transparent" px={0} size="compact-sm" leftSection={opened ? <IconChevronUp size={15} /> : <IconChevronDown size={15} />} aria-expanded={opened} onClick={() => setWanted(!opened)}>{t('agreements.moreFields')}</Button></Group>
      <Collapse expanded={opened}>
        <Stack gap="md">
          <Group grow align="flex-start" preventGrowOverflow={false}>
            <TextInput miw={200} label={t('agreements.reference')} {...form.getInputProps('reference')} />
            <NumberInput miw={200} label={t('agreements.signaturesRequired')} description={t('agreements.signaturesRequiredHint')} min={1} allowDecimal={false} inputWrapperOrder={['label', 'input', 'description', 'error']} {...form.getInputProps('signaturesRequired')} />
          </Group>
          <TextInput label={t('agreements.titleEn')} {...form.getInputProps('titleEn')} />
          <Textarea label={t('agreements.summary')} autosize minRows={2} {...form.getInputProps('summary')} />
          <TermsSelect label={t('agreements.sdgs')} terms={options('sdg').map(({ value, label }) => ({ code: value, label: { es: label, en: label } }))} value={values.sdgs} onChange={set('sdgs')} error={form.errors['sdgs']} />
          <StrategySelect value={values.strategyActivity} onChange={set('strategyActivity')} error={form.errors['strategyActivity']} />
          {one('renewsId', t('agreements.renews'))}
          {one('partOfId', t('agreements.partOf'))}
          {viewer.role !== 'delegate' && <CountrySelect label={t('agreements.responsibleCountry')} members={members} value={values.country} onChange={set('country')} error={form.errors['country']} required={values.visibility === 'country'} />}
        </Stack>
      </Collapse>
    </>
  );
}

function StrategySelect(props: { value: string | null; onChange: (code: string | null) => void; error: React.ReactNode }) {
  const { t, i18n } = useTranslation();
  const { data } = useApiQuery(StrategyActivities, {});
  const language = i18n.language === 'en' ? 'en' : 'es';
  const groups = (data?.strategy?.axes ?? []).map((axis) => ({
    group: `${axis.code} ${axis.label[language]}`, items: axis.activities.map(({ code, label }) => ({ value: code, label: `${code} ${label[language]}` })),
  }));
  return <Select label={t('agreements.strategyActivity')} data={groups} searchable clearable {...props} />;
}
