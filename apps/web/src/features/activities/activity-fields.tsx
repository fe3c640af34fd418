import { ActionIcon, Group, Input, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconX } from '@tabler/icons-react';
import { ACTIVITY_STATUSES } from '@tejido/domain/activity-count.js';
import { VISIBILITIES, type Visibility } from '@tejido/domain/policy.js';
import { useTranslation } from 'react-i18next';
import { findActivities } from '../../app/pickers/find-activities.js';
import { findAgreements } from '../../app/pickers/find-agreements.js';
import { createOrganisation, findOrganisations } from '../../app/pickers/find-organisations.js';
import { StrategySelect } from '../../app/pickers/strategy-select.js';
import { useCoalition, useViewer } from '../../app/session.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { DayField } from '../../ui/day-field.js';
import { MoreFields } from '../../ui/more-fields.js';
import { PickOrCreate } from '../../ui/pick-or-create.js';
import { CountriesSelect, CountrySelect, VisibilitySelect } from '../../ui/selects.js';
import { ThemeChips } from '../../ui/theme-chips.js';
import type { ActivityValues } from './activity-values.js';

type Form = UseFormReturnType<ActivityValues>;

/** The fields of a joint activity: the few that make it count first, the others under "more". */
export function ActivityFields({ form }: { form: Form }) {
  const { t } = useTranslation();
  const { options } = useTaxonomies();
  const { members } = useCoalition();
  const { values, errors } = form;
  const themes = options('theme').map(({ value, label }) => ({ code: value, label: { es: label, en: label } }));
  const statuses = ACTIVITY_STATUSES.map((value) => ({ value, label: t(`activities.status.${value}`) }));
  return (
    <Stack gap="md">
      <TextInput label={t('activities.name')} required data-autofocus {...form.getInputProps('title')} />
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="md">
        <Select label={t('activities.kind')} required data={options('activity_kind', form.values.kind)} allowDeselect={false} searchable {...form.getInputProps('kind')} />
        <Select label={t('activities.statusLabel')} data={statuses} allowDeselect={false} {...form.getInputProps('status')} />
        <DayField label={t('activities.startsOn')} value={values.startsOn} onChange={(day) => form.setFieldValue('startsOn', day)} error={errors['startsOn']} />
        <DayField label={t('activities.endsOn')} value={values.endsOn} onChange={(day) => form.setFieldValue('endsOn', day)} error={errors['endsOn']} required={values.status === 'done'} />
      </SimpleGrid>
      <Participations form={form} />
      <StrategySelect axes label={t('activities.tie')} description={t('activities.tieHint')} value={values.tie} onChange={(tie) => form.setFieldValue('tie', tie)} error={errors['tie']} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <CountriesSelect label={t('activities.countries')} members={members} value={values.countries} onChange={(countries) => form.setFieldValue('countries', countries)} error={firstError(errors, 'countries')} />
        <ThemeChips themes={themes} value={values.themes} onChange={(chosen) => form.setFieldValue('themes', chosen)} error={firstError(errors, 'themes')} />
      </SimpleGrid>
      <MoreFields open={MORE.some((field) => errors[field])}><More form={form} /></MoreFields>
    </Stack>
  );
}

const MORE = ['summary', 'titleEn', 'parent', 'agreement', 'visibility', 'country'] as const satisfies (keyof ActivityValues)[];

function More({ form }: { form: Form }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const { members } = useCoalition();
  const { values, errors } = form;
  // A delegate writes nothing that a delegate could not read, and only for the own country.
  const delegate = viewer.role === 'delegate';
  return (
    <Stack gap="md">
      <Textarea label={t('activities.summary')} autosize minRows={3} {...form.getInputProps('summary')} />
      <TextInput label={t('activities.nameEn')} lang="en" {...form.getInputProps('titleEn')} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <PickOrCreate label={t('activities.parent')} max={1} value={values.parent} onChange={(parent) => form.setFieldValue('parent', parent)} find={findActivities} error={errors['parent']} />
        <PickOrCreate label={t('activities.agreement')} max={1} value={values.agreement} onChange={(agreement) => form.setFieldValue('agreement', agreement)} find={findAgreements} error={errors['agreement']} />
        <VisibilitySelect value={values.visibility as Visibility} onChange={(visibility) => form.setFieldValue('visibility', visibility)} error={errors['visibility']}
          allowed={delegate ? VISIBILITIES.filter((each) => each !== 'secretariat') : VISIBILITIES} />
        <CountrySelect label={t('activities.owner')} only={members} disabled={delegate} value={values.country} onChange={(country) => form.setFieldValue('country', country)} error={errors['country']} />
      </SimpleGrid>
    </Stack>
  );
}

/** Organisations in roles; the same organisation may have several, each in a row. */
function Participations({ form }: { form: Form }) {
  const { t } = useTranslation();
  const { options } = useTaxonomies();
  const { values, errors } = form;
  const add = (organisations: { id: string; label: string }[]) => form.setFieldValue('participations', [
    ...values.participations, ...organisations.map(({ id, label }) => ({ organisationId: id, label, role: 'co_organises' })),
  ]);
  return (
    <Stack gap="xs" role="group" aria-label={t('activities.partners')}>
      {values.participations.length > 0 && <Input.Label component="div">{t('activities.partners')}</Input.Label>}
      {values.participations.map((each, at) => (
        <Group key={`${at} ${each.organisationId}`} gap="xs" wrap="nowrap" align="flex-start">
          <Text size="sm" flex={1} miw={0} pt={7} style={{ overflowWrap: 'anywhere' }}>{each.label}</Text>
          <Select w={{ base: 150, sm: 220 }} aria-label={`${t('activities.role')}: ${each.label}`} data={options('activity_role', each.role)} allowDeselect={false}
            value={each.role} onChange={(role) => role && form.setFieldValue(`participations.${at}.role`, role)}
            error={errors[`participations.${at}`] ?? errors[`participations.${at}.role`] ?? errors[`participations.${at}.organisationId`]} />
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('activities.removePartner', { name: each.label })}
            onClick={() => form.setFieldValue('participations', values.participations.filter((_, other) => other !== at))}><IconX size={16} /></ActionIcon>
        </Group>
      ))}
      <PickOrCreate label={values.participations.length === 0 ? t('activities.partners') : t('activities.addPartner')} description={t('activities.partnersHint')}
        value={[]} onChange={add} find={findOrganisations} create={createOrganisation} error={errors['participations']} />
    </Stack>
  );
}

/** The first problem of a list or of one of its entries. */
const firstError = (errors: Form['errors'], path: string) => Object.entries(errors).find(([each]) => each === path || each.startsWith(`${path}.`))?.[1];
