import { ActionIcon, Box, Group, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconX } from '@tabler/icons-react';
import { VISIBILITIES, type Visibility } from '@tejido/domain/policy.js';
import { useTranslation } from 'react-i18next';
import { findAgreements } from '../../app/pickers/find-agreements.js';
import { findOrganisations } from '../../app/pickers/find-organisations.js';
import { findPeople } from '../../app/pickers/find-people.js';
import { StrategySelect } from '../../app/pickers/strategy-select.js';
import { useCoalition, useViewer } from '../../app/session.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { localeOf } from '../../ui/numbers.js';
import { PickOrCreate, type PickOption } from '../../ui/pick-or-create.js';
import { CountrySelect, VisibilitySelect } from '../../ui/selects.js';
import { ThemeChips } from '../../ui/theme-chips.js';
import { formatSpan, zoneName } from './meeting-span.js';
import { isNew, newOption, timesOf, zoneOf, type Guest, type MeetingValues } from './meeting-values.js';
import { zonesOf } from './place-zone.js';

// The log form holds commitments besides; what is shared needs the meeting's own fields alone.
type Form = UseFormReturnType<MeetingValues>;
interface FieldsProps { form: Form; presence?: boolean; autoFocus?: boolean }

/** Who was there: organisations and people, found by typing or new. `presence`: whether they came is asked too. */
export function WhoFields({ form, presence = false, autoFocus }: FieldsProps) {
  const { t } = useTranslation();
  const { values, errors } = form;
  // A person who is found brings the own organisation along: it is on the timeline too.
  const choosePeople = (people: PickOption[]) => {
    const guests = people as Guest[];
    const added = guests.filter(({ id }) => !values.people.some((before) => before.id === id));
    const missing = added.flatMap(({ at }) => (at && !values.organisations.some(({ id }) => id === at.id) ? [at] : []));
    const organisations = [...values.organisations, ...missing.filter((each, at) => missing.findIndex(({ id }) => id === each.id) === at)];
    form.setValues({ organisations, people: guests.map((each) => (isNew(each) && !each.at ? { ...each, at: organisations.length === 1 ? organisations[0] : undefined } : each)) });
  };
  const change = (field: 'organisations' | 'people', id: string, patch: Partial<Guest>) =>
    form.setFieldValue(field, values[field].map((each) => (each.id === id ? { ...each, ...patch } : each)));
  const asked = presence ? values.people : values.people.filter(isNew);
  return (
    <Stack gap="sm">
      <PickOrCreate label={t('meetings.who')} autoFocus={autoFocus} value={values.organisations} onChange={(chosen) => form.setFieldValue('organisations', chosen)}
        find={findByNameOrEmail} create={async (name) => newOption(name)} error={errors['organisations']} placeholder={t('meetings.whoHint')} />
      <PickOrCreate label={t('meetings.people')} value={values.people} onChange={choosePeople} find={findPeople} create={async (name) => newOption(name)}
        error={errors['people']} placeholder={t('meetings.peopleHint')} />
      {presence && values.organisations.map((each) => (
        <GuestRow key={each.id} guest={each} onPresence={(chosen) => change('organisations', each.id, { presence: chosen })} />
      ))}
      {asked.map((each) => (
        <GuestRow key={each.id} guest={each} organisations={values.organisations} onOrganisation={(at) => change('people', each.id, { at })}
          onPost={isNew(each) ? (post) => change('people', each.id, { post }) : undefined}
          onPresence={presence ? (chosen) => change('people', each.id, { presence: chosen }) : undefined} />
      ))}
    </Stack>
  );
}

/** An address finds the organisation of whoever has it. */
async function findByNameOrEmail(text: string): Promise<PickOption[]> {
  if (!text.includes('@')) return findOrganisations(text);
  return (await findPeople(text)).flatMap(({ at }) => at ?? []);
}

interface GuestRowProps {
  guest: Guest;
  organisations?: readonly Guest[];
  onOrganisation?: (at: PickOption | undefined) => void;
  onPost?: (post: string) => void;
  onPresence?: (presence: string) => void;
}

/** What else is known of a guest: for whom they came, with what post, whether they were present. */
function GuestRow({ guest, organisations, onOrganisation, onPost, onPresence }: GuestRowProps) {
  const { t } = useTranslation();
  const presences = (['present', 'excused', 'on_behalf'] as const).map((value) => ({ value, label: t(`meetings.presence.${value}`) }));
  const choices = [...(organisations ?? []), ...(guest.at && !organisations?.some(({ id }) => id === guest.at!.id) ? [guest.at] : [])];
  return (
    <Group gap="xs" align="center">
      <Text size="sm" flex="1 1 150px" miw={0} style={{ overflowWrap: 'anywhere' }}>{guest.label}</Text>
      {onPost && <TextInput flex="1 1 130px" aria-label={t('meetings.postOf', { name: guest.label })} placeholder={t('meetings.post')} value={guest.post ?? ''} onChange={(event) => onPost(event.currentTarget.value)} />}
      {onOrganisation && (
        <Select flex="1 1 170px" aria-label={t('meetings.organisationOf', { name: guest.label })} placeholder={t('meetings.noOrganisation')} clearable
          data={choices.map(({ id, label }) => ({ value: id, label }))} value={guest.at?.id ?? null} onChange={(id) => onOrganisation(choices.find((each) => each.id === id))} />
      )}
      {onPresence && <Select w={150} aria-label={t('meetings.presenceOf', { name: guest.label })} data={presences} allowDeselect={false} value={guest.presence ?? 'present'} onChange={(value) => value && onPresence(value)} />}
    </Group>
  );
}

const formatWeekday = (instant: Date, timeZone: string, language: string): string => new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', timeZone }).format(instant);

/** When it begins, typed as people say it and shown as it was understood. */
export function WhenField({ form }: FieldsProps) {
  const { t, i18n } = useTranslation();
  const { start } = timesOf(form.values);
  const zone = zoneOf(form.values);
  const typed = form.values.when.trim() !== '';
  return (
    <TextInput label={t('meetings.when')} required placeholder={t('meetings.whenHint')} autoComplete="off" {...form.getInputProps('when')}
      description={start ? `${formatWeekday(start, zone, i18n.language)} ${formatSpan({ startsAt: start.toISOString(), endsAt: null, timeZone: zone }, i18n.language, '')}` : typed ? t('meetings.whenUnknown') : ' '}
      inputWrapperOrder={['label', 'input', 'description', 'error']} />
  );
}

export function KindField({ form }: FieldsProps) {
  const { t } = useTranslation();
  const { options } = useTaxonomies();
  return <Select label={t('meetings.kind')} data={options('meeting_kind', form.values.kind)} allowDeselect={false} {...form.getInputProps('kind')} />;
}

export function AgreedField({ form }: FieldsProps) {
  const { t } = useTranslation();
  return <Textarea label={t('meetings.agreed')} autosize minRows={3} maxRows={14} {...form.getInputProps('agreed')} />;
}

export const MORE_FIELDS = ['until', 'mode', 'place', 'placeCountry', 'timeZone', 'notes', 'themes', 'strategyActivity', 'agreement', 'visibility', 'country'] as const satisfies (keyof MeetingValues)[];

/** What a meeting seldom needs at once. */
export function MoreMeetingFields({ form }: FieldsProps) {
  const { t, i18n } = useTranslation();
  const { options } = useTaxonomies();
  const viewer = useViewer();
  const { members } = useCoalition();
  const { values, errors } = form;
  const { end } = timesOf(values);
  const zone = zoneOf(values);
  const zones = [...new Set([zone, ...zonesOf(values.placeCountry), Intl.DateTimeFormat().resolvedOptions().timeZone, ...members.flatMap(zonesOf)])];
  // A delegate writes nothing that a delegate could not read, and only for the own country.
  const delegate = viewer.role === 'delegate';
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput label={t('meetings.until')} placeholder={t('meetings.untilHint')} autoComplete="off" {...form.getInputProps('until')}
          description={end ? formatSpan({ startsAt: end.toISOString(), endsAt: null, timeZone: zone }, i18n.language, '') : values.until.trim() ? t('meetings.untilUnknown') : undefined} inputWrapperOrder={['label', 'input', 'description', 'error']} />
        <Select label={t('meetings.modeLabel')} allowDeselect={false} data={(['in_person', 'virtual', 'hybrid'] as const).map((value) => ({ value, label: t(`meetings.mode.${value}`) }))} {...form.getInputProps('mode')} />
        <TextInput label={t('meetings.place')} {...form.getInputProps('place')} />
        <CountrySelect label={t('meetings.placeCountry')} members={members} value={values.placeCountry} onChange={(code) => form.setValues({ placeCountry: code, timeZone: null })} error={errors['placeCountry']} />
        <Select label={t('calendars.zone')} description={t('calendars.zoneHint')} searchable allowDeselect={false} value={zone} onChange={(chosen) => form.setFieldValue('timeZone', chosen)} error={errors['timeZone']}
          data={zones.map((each) => ({ value: each, label: `${each.split('/').at(-1)!.replaceAll('_', ' ')} · ${zoneName(each, i18n.language)}` }))} />
        <Textarea label={t('calendars.notes')} placeholder={t('calendars.notesHint')} autosize minRows={1} maxRows={8} {...form.getInputProps('notes')} />
      </SimpleGrid>
      <ThemeChips themes={options('theme').map(({ value, label }) => ({ code: value, label: { es: label, en: label } }))} value={values.themes} onChange={(themes) => form.setFieldValue('themes', themes)} error={errors['themes']} />
      <StrategySelect label={t('common.strategy.label')} value={values.strategyActivity} onChange={(code) => form.setFieldValue('strategyActivity', code)} error={errors['strategyActivity']} />
      <PickOrCreate label={t('meetings.agreement')} max={1} value={values.agreement} onChange={(agreement) => form.setFieldValue('agreement', agreement)} find={findAgreements} error={errors['agreement']} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <VisibilitySelect value={values.visibility as Visibility} onChange={(visibility) => form.setFieldValue('visibility', visibility)} error={errors['visibility']}
          allowed={delegate ? VISIBILITIES.filter((each) => each !== 'secretariat') : VISIBILITIES} />
        <CountrySelect label={t('meetings.country')} only={members} disabled={delegate} value={values.country} onChange={(code) => form.setFieldValue('country', code)} error={errors['country']} />
      </SimpleGrid>
    </Stack>
  );
}

/** A button without words at the end of a row: takes the row away. */
export function RemoveRow({ label, onClick }: { label: string; onClick: () => void }) {
  return <Box><ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} onClick={onClick}><IconX size={16} /></ActionIcon></Box>;
}
