import { Button, Collapse, Group, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { findOrganisations } from '../../app/pickers/find-organisations.js';
import { useCoalition, useMay, useViewer } from '../../app/session.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { PickOrCreate } from '../../ui/pick-or-create.js';
import { CountriesSelect, CountrySelect, TermsSelect, VisibilitySelect } from '../../ui/selects.js';
import { ContactRows, IdentifierRows, NameRows } from './organisation-rows.js';
import type { OrganisationValues } from './organisation-values.js';
import { SimilarOrganisations } from './similar-organisations.js';

export type OrganisationForm = UseFormReturnType<OrganisationValues>;

/** The fields of an organisation: the few that matter first, the rest under "more". `id`: of the record that is edited. */
export function OrganisationFields({ form, id, open = false }: { form: OrganisationForm; id?: string; open?: boolean }) {
  const { t } = useTranslation();
  const { options } = useTaxonomies();
  const { members } = useCoalition();
  const [more, { toggle }] = useDisclosure(open);
  const { values, errors } = form;
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={t('organisations.name')} required {...form.getInputProps('name')} />
        <TextInput label={t('organisations.acronym')} {...form.getInputProps('acronym')} />
      </SimpleGrid>
      <SimilarOrganisations name={values.name} acronym={values.acronym} except={id} />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <Select label={t('organisations.kind')} data={options('organisation_kind', form.values.kind)} clearable searchable {...form.getInputProps('kind')} />
        <Select label={t('organisations.audience')} data={options('audience', form.values.audience)} clearable {...form.getInputProps('audience')} />
        <Select label={t('organisations.scope')} data={options('scope', form.values.scope)} clearable {...form.getInputProps('scope')} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <CountrySelect label={t('organisations.seat')} members={members} value={values.seatCountry} onChange={(code) => form.setFieldValue('seatCountry', code)} error={errors['seatCountry']} />
        <CountriesSelect label={t('organisations.works')} members={members} value={values.countries} onChange={(codes) => form.setFieldValue('countries', codes)} error={errors['countries']} />
        <Terms form={form} field="themes" taxonomy="theme" label={t('organisations.theme')} />
        <Terms form={form} field="sdgs" taxonomy="sdg" label={t('organisations.sdgs')} />
      </SimpleGrid>
      <ContactRows form={form} />
      <Button variant="transparent" size="compact-sm" px={0} style={{ alignSelf: 'flex-start' }} aria-expanded={more} onClick={toggle}
        leftSection={more ? <IconChevronUp size={15} /> : <IconChevronDown size={15} />}>{more ? t('organisations.less') : t('organisations.more')}</Button>
      <Collapse expanded={more}><Stack gap="md"><MoreFields form={form} id={id} /></Stack></Collapse>
    </>
  );
}

function Terms({ form, field, taxonomy, label }: { form: OrganisationForm; field: 'themes' | 'sdgs'; taxonomy: string; label: string }) {
  const { options } = useTaxonomies();
  const terms = options(taxonomy).map((each) => ({ code: each.value, label: { es: each.label, en: each.label } }));
  return <TermsSelect label={label} terms={terms} value={form.values[field]} onChange={(codes) => form.setFieldValue(field, codes)} error={form.errors[field]} />;
}

function MoreFields({ form, id }: { form: OrganisationForm; id?: string }) {
  const { t } = useTranslation();
  const { values, errors } = form;
  const findOther = async (text: string) => (await findOrganisations(text)).filter((each) => each.id !== id);
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={t('organisations.nameEn')} {...form.getInputProps('nameEn')} />
        <TextInput label={t('organisations.acronymEn')} {...form.getInputProps('acronymEn')} />
      </SimpleGrid>
      <NameRows form={form} />
      <IdentifierRows form={form} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <PickOrCreate label={t('organisations.parent')} max={1} find={findOther} value={values.parentId} onChange={(chosen) => form.setFieldValue('parentId', chosen)} error={errors['parentId']} />
        <PickOrCreate label={t('organisations.countsWith')} description={t('organisations.countsWithHint')} max={1} find={findOther} value={values.countsWithId}
          onChange={(chosen) => form.setFieldValue('countsWithId', chosen)} error={errors['countsWithId']} />
      </SimpleGrid>
      <Textarea label={t('organisations.description')} autosize minRows={2} {...form.getInputProps('description')} />
      <Ownership form={form} />
    </>
  );
}

/** Who sees it and whose it is. A delegate's records are their country's, and delegates see them. */
function Ownership({ form }: { form: OrganisationForm }) {
  const { t } = useTranslation();
  const { members } = useCoalition();
  const { role } = useViewer();
  const office = useMay('organisation.merge');
  const { values, errors } = form;
  const standings = (['external', 'member'] as const).map((value) => ({ value, label: t(`organisations.standings.${value}`) }));
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      <VisibilitySelect value={values.visibility} onChange={(visibility) => form.setFieldValue('visibility', visibility)} label={t('organisations.visibleTo')}
        allowed={role === 'delegate' ? ['public', 'coalition', 'country'] : undefined} error={errors['visibility']} />
      {office && <CountrySelect label={t('organisations.owner')} description={t('organisations.ownerHint')} only={members} value={values.country} onChange={(code) => form.setFieldValue('country', code)} error={errors['country']} />}
      {office && values.standing !== 'coalition' && <Select label={t('organisations.standing')} data={standings} allowDeselect={false} {...form.getInputProps('standing')} />}
    </SimpleGrid>
  );
}

/** The end of the form. */
export function SaveButtons({ busy, onCancel }: { busy: boolean; onCancel: () => void }) {
  const { t } = useTranslation();
  return (
    <Group justify="flex-end" gap="sm">
      <Button variant="default" onClick={onCancel}>{t('common.cancel')}</Button>
      <Button type="submit" loading={busy}>{t('organisations.save')}</Button>
    </Group>
  );
}
