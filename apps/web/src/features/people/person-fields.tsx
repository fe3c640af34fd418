import { MultiSelect, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useCoalition, useMay, useViewer } from '../../app/session.js';
import { DayField } from '../../ui/day-field.js';
import { CountrySelect, VisibilitySelect } from '../../ui/selects.js';
import { ContactRows } from './contact-rows.js';
import { LikelyPeople } from './likely-people.js';
import type { PersonValues } from './person-values.js';

/** The fields of a person: name and how to reach them first, then what the law asks. */
export function PersonFields<Values extends PersonValues>({ form: given, organisationId, exceptId }: { form: UseFormReturnType<Values>; organisationId?: string; exceptId?: string }) {
  // A page's form may hold more (a first post); these are the fields that every form of a person has.
  const form = given as unknown as UseFormReturnType<PersonValues>;
  const { t } = useTranslation();
  const { members } = useCoalition();
  const { role } = useViewer();
  const office = useMay('person.erase');
  const { values, errors } = form;
  const languages = (['es', 'en', 'fr', 'pt', 'de', 'it'] as const).map((value) => ({ value, label: t(`people.languageNames.${value}`) }));
  const bases = (['consent', 'public_office', 'legitimate_interest'] as const).map((value) => ({ value, label: t(`people.bases.${value}`) }));
  return (
    <>
      <TextInput label={t('people.name')} required {...form.getInputProps('name')} />
      <LikelyPeople values={values} organisationId={organisationId} exceptId={exceptId} />
      <ContactRows form={form} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select label={t('people.basis')} description={t('people.basisHint')} data={bases} clearable {...form.getInputProps('consentBasis')} />
        <DayField label={t('people.consentDay')} value={values.consentOn} onChange={(day) => form.setFieldValue('consentOn', day)} error={errors['consentOn']} />
        <MultiSelect label={t('people.languages')} data={languages} clearable {...form.getInputProps('languages')} />
        <VisibilitySelect label={t('people.visibleTo')} value={values.visibility} onChange={(visibility) => form.setFieldValue('visibility', visibility)}
          allowed={role === 'delegate' ? ['public', 'coalition', 'country'] : undefined} error={errors['visibility']} />
        {office && <CountrySelect label={t('people.owner')} only={members} value={values.country} onChange={(code) => form.setFieldValue('country', code)} error={errors['country']} />}
      </SimpleGrid>
      <Textarea label={t('people.notes')} autosize minRows={2} {...form.getInputProps('notes')} />
    </>
  );
}
