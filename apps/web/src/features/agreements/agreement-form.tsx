import { Group, NumberInput, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { STAGES } from '@tejido/domain/agreement-facts.js';
import { VISIBILITIES } from '@tejido/domain/policy.js';
import { useTranslation } from 'react-i18next';
import { findAgreements } from '../../app/pickers/find-agreements.js';
import { createOrganisation, findOrganisations } from '../../app/pickers/find-organisations.js';
import { StrategySelect } from '../../app/pickers/strategy-select.js';
import { useCoalition, useViewer } from '../../app/session.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { DayField } from '../../ui/day-field.js';
import { MoreFields } from '../../ui/more-fields.js';
import { PickOrCreate } from '../../ui/pick-or-create.js';
import { CountrySelect, TermsSelect, VisibilitySelect } from '../../ui/selects.js';
import { ThemeChips } from '../../ui/theme-chips.js';
import { ENTRY_CHOICES, partyOf, type AgreementValues, type EntryChoice } from './agreement-values.js';
import { PartyRows } from './party-rows.js';

type Form = UseFormReturnType<AgreementValues>;
/** What lies under "more" and is shown at once where it says something. */
const SAID: readonly (keyof AgreementValues)[] = ['reference', 'titleEn', 'summary', 'datedOn', 'sdgs', 'strategyActivity', 'renewsId', 'partOfId'];
const MORE: readonly (keyof AgreementValues)[] = [...SAID, 'country', 'entryRule', 'entryAct', 'signaturesRequired'];

/** The fields of an agreement: the few that every one has, the rest under "more". `referenceGiven`: by the register; null: not registered yet. */
export function AgreementFields({ form, referenceGiven = null }: { form: Form; referenceGiven?: boolean | null }) {
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
      <MoreFields open={MORE.some((field) => form.errors[field]) || values.visibility === 'country'} initially={SAID.some((field) => said(values[field])) || values.entryRule !== 'all'}>
        <More form={form} set={set} referenceGiven={referenceGiven} />
      </MoreFields>
    </Stack>
  );
}

const said = (value: AgreementValues[keyof AgreementValues]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

function More({ form, set, referenceGiven }: { form: Form; referenceGiven: boolean | null; set: <Field extends keyof AgreementValues>(field: Field) => (value: AgreementValues[Field]) => void }) {
  const { t } = useTranslation();
  const { members } = useCoalition();
  const { options } = useTaxonomies();
  const viewer = useViewer();
  const { values } = form;
  const one = (field: 'renewsId' | 'partOfId', label: string) => (
    <PickOrCreate label={label} max={1} value={values[field] ? [values[field]] : []} onChange={(chosen) => set(field)(chosen[0] ?? null)} find={findAgreements} error={form.errors[field]} />
  );
  return (
    <Stack gap="md">
      <EntryFields form={form} set={set} />
      <Group align="flex-start" gap="md">
        <DayField label={t('agreements.datedOn')} description={t('agreements.datedOnHint')} value={values.datedOn} onChange={set('datedOn')} error={form.errors['datedOn']} />
        <TextInput flex="1 1 240px" label={t('agreements.reference')} description={referenceGiven === null ? t('agreements.referenceHint') : undefined} inputWrapperOrder={['label', 'input', 'description', 'error']}
          disabled={referenceGiven === true || values.giveReference} {...form.getInputProps('reference')} />
      </Group>
      {referenceGiven === null && <Switch label={t('agreements.giveReferenceSwitch')} description={t('agreements.giveReferenceHint')} checked={values.giveReference}
        onChange={(event) => { set('giveReference')(event.currentTarget.checked); if (event.currentTarget.checked) set('reference')(''); }} />}
      <TextInput label={t('agreements.titleEn')} {...form.getInputProps('titleEn')} />
      <Textarea label={t('agreements.summary')} autosize minRows={2} {...form.getInputProps('summary')} />
      <TermsSelect label={t('agreements.sdgs')} terms={options('sdg').map(({ value, label }) => ({ code: value, label: { es: label, en: label } }))} value={values.sdgs} onChange={set('sdgs')} error={form.errors['sdgs']} />
      <StrategySelect label={t('agreements.strategyActivity')} value={values.strategyActivity} onChange={set('strategyActivity')} error={form.errors['strategyActivity']} />
      {one('renewsId', t('agreements.renews'))}
      {one('partOfId', t('agreements.partOf'))}
      {viewer.role !== 'delegate' && <CountrySelect label={t('agreements.responsibleCountry')} members={members} value={values.country} onChange={set('country')} error={form.errors['country']} required={values.visibility === 'country'} />}
    </Stack>
  );
}

/** What makes it enter into force, and what that rests on. */
function EntryFields({ form, set }: { form: Form; set: <Field extends keyof AgreementValues>(field: Field) => (value: AgreementValues[Field]) => void }) {
  const { t } = useTranslation();
  const { entryRule, parties } = form.values;
  const choose = (choice: EntryChoice) => {
    set('entryRule')(choice);
    set('signaturesRequired')(choice === 'some' ? Math.max(1, parties.length - 1) : '');
  };
  return (
    <Group align="flex-start" gap="md">
      <Select flex="1 1 260px" label={t('agreements.entryRule')} data={ENTRY_CHOICES.map((value) => ({ value, label: t(`agreements.entryRules.${value}`) }))} allowDeselect={false}
        value={entryRule} onChange={(value) => choose(value as EntryChoice)} error={form.errors['entryRule']} />
      {entryRule === 'act' && <TextInput flex="1 1 260px" required label={t('agreements.entryAct')} description={t('agreements.entryActHint')} inputWrapperOrder={['label', 'input', 'description', 'error']} {...form.getInputProps('entryAct')} />}
      {(entryRule === 'some' || form.errors['signaturesRequired']) && <NumberInput w={200} label={t('agreements.signaturesRequired')} min={1} allowDecimal={false} {...form.getInputProps('signaturesRequired')} />}
    </Group>
  );
}
