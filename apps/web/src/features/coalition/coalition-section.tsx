import { ActionIcon, Box, Button, Group, NumberInput, Select, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { request } from '../../app/graphql.js';
import { errorText } from '../../app/problems.js';
import { useAmendment } from '../../app/use-amendment.js';
import { useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { CoalitionSettingsQuery } from '../../gql/graphql.js';
import { ConflictDialog } from '../../ui/conflict-dialog.js';
import { countryName } from '../../ui/countries.js';
import { DayField } from '../../ui/day-field.js';
import { formatDay } from '../../ui/days.js';
import { DraftNotice } from '../../ui/draft-notice.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import { CountrySelect } from '../../ui/selects.js';
import { Loaded } from '../../ui/states.js';
import { BrandFields, type BrandValues } from './brand-fields.js';
import classes from './coalition-section.module.css';

const CoalitionSettings = graphql(`
  query CoalitionSettings { coalitionSettings { acronym name { es en } officialSince timeZone addressLine logo cover primaryColour accentColour version memberships { id country fromDay toDay } } }
`);

const AmendCoalition = graphql(`
  mutation AmendCoalition($version: Int!, $input: CoalitionInput!) { amendCoalition(version: $version, input: $input) { version } }
`);

type Settings = NonNullable<CoalitionSettingsQuery['coalitionSettings']>;
interface Membership { id: string | null; country: string | null; fromDay: string | null; toDay: string | null }
interface Values extends BrandValues {
  acronym: string;
  nameEs: string;
  nameEn: string;
  officialSince: number | '';
  timeZone: string;
  memberships: Membership[];
}

const ZONES = Intl.supportedValuesOf('timeZone');

const recordOf = ({ acronym, name, officialSince, timeZone, addressLine, logo, cover, primaryColour, accentColour, memberships, version }: Settings) => ({
  version,
  values: {
    acronym, nameEs: name.es, nameEn: name.en, officialSince: officialSince ?? '', timeZone, addressLine, logo: logo ?? null, cover: cover ?? null, primaryColour, accentColour,
    memberships: memberships.map(({ id, country, fromDay, toDay }) => ({ id, country, fromDay, toDay: toDay ?? null })),
  } satisfies Values as Values,
});

/** What the coalition is called, where its days are counted, and which countries belong to it since when. */
export function CoalitionSection() {
  const { t } = useTranslation();
  const query = useApiQuery(CoalitionSettings, {});
  return (
    <Box maw={940}><Section title={t('coalition.title')} intro={t('coalition.intro')}>
      <Loaded query={query} message={(error) => errorText(t, error)}>
        {({ coalitionSettings }) => coalitionSettings && <CoalitionForm key={coalitionSettings.version} settings={coalitionSettings} />}
      </Loaded>
    </Section></Box>
  );
}

function CoalitionForm({ settings }: { settings: Settings }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const amendment = useAmendment<Values>({
    page: 'coalition',
    recorded: recordOf(settings),
    save: (version, changes) => request(AmendCoalition, { version, input: inputOf(changes) }),
    reread: async () => {
      const now = (await request(CoalitionSettings, {})).coalitionSettings;
      return now ? recordOf(now) : null;
    },
    onDone: () => { void client.invalidateQueries(); notifications.show({ message: t('coalition.saved') }); },
  });
  const { form, problems } = amendment;
  return (
    <form onSubmit={(event) => { event.preventDefault(); void amendment.submit(); }} noValidate>
      <Stack gap="md">
        {amendment.restored && <DraftNotice onDiscard={amendment.discard} />}
        <ProblemSummary text={problems.summary} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput label={t('coalition.acronym')} required withAsterisk={false} {...form.getInputProps('acronym')} />
          <NumberInput label={t('coalition.officialSince')} allowDecimal={false} hideControls {...form.getInputProps('officialSince')} />
        </SimpleGrid>
        <TextInput label={t('coalition.nameEs')} required withAsterisk={false} {...form.getInputProps('nameEs')} />
        <TextInput label={t('coalition.nameEn')} required withAsterisk={false} {...form.getInputProps('nameEn')} />
        <Select label={t('coalition.timeZone')} description={t('coalition.timeZoneHint')} data={ZONES} searchable allowDeselect={false} maw={360} {...form.getInputProps('timeZone')} />
        <BrandFields form={form} />
        <Memberships form={form} />
        <Group justify="flex-end"><Button type="submit" loading={amendment.busy}>{t('coalition.save')}</Button></Group>
      </Stack>
      <ConflictDialog<Values> edit={amendment.conflict} busy={amendment.busy} label={(field) => t(`coalition.${field as 'acronym'}`)} onClose={amendment.backToForm}
        onResolve={(values) => void amendment.resolve(values)}
        show={(field, value) => (field === 'memberships' ? (value as Membership[]).map((each) => membershipText(each, i18n.language)).join('; ') : (field === 'logo' || field === 'cover') && value ? <img src={String(value)} alt={t(`coalition.${field}`)} height={32} /> : value === '' || value == null ? null : String(value))} />
    </form>
  );
}

function Memberships({ form }: { form: UseFormReturnType<Values> }) {
  const { t, i18n } = useTranslation();
  const { memberships } = form.values;
  return (
    <Box mt="md">
      <Title order={3}>{t('coalition.memberships')}</Title>
      <Text size="sm" c="gray.7" mb="sm">{t('coalition.membershipsHint')}</Text>
      <div>{memberships.map((membership, at) => (
        <div key={membership.id ?? `new ${at}`} className={classes.membership}>
          <CountrySelect label={t('coalition.country')} value={membership.country} onChange={(country) => form.setFieldValue(`memberships.${at}.country`, country)} error={form.errors[`memberships.${at}.country`]} />
          <DayField label={t('coalition.fromDay')} value={membership.fromDay} onChange={(day) => form.setFieldValue(`memberships.${at}.fromDay`, day)} error={form.errors[`memberships.${at}.fromDay`]} />
          <DayField label={t('coalition.toDay')} value={membership.toDay} onChange={(day) => form.setFieldValue(`memberships.${at}.toDay`, day)} error={form.errors[`memberships.${at}.toDay`]} />
          <ActionIcon variant="subtle" color="gray" size="lg" onClick={() => form.removeListItem('memberships', at)}
            aria-label={t('coalition.removeCountry', { name: membership.country ? countryName(membership.country, i18n.language) : t('coalition.newCountry') })}><IconTrash size={17} /></ActionIcon>
        </div>
      ))}</div>
      <Button variant="default" mt="sm" leftSection={<IconPlus size={16} />} onClick={() => form.insertListItem('memberships', { id: null, country: null, fromDay: null, toDay: null })}>{t('coalition.addCountry')}</Button>
    </Box>
  );
}

/** An empty year clears it; what a row lacks the server names. */
function inputOf({ officialSince, memberships, logo, cover, ...rest }: Partial<Values>) {
  return {
    ...rest,
    ...(logo === undefined ? {} : { logo: bare(logo) }), ...(cover === undefined ? {} : { cover: bare(cover) }),
    ...(officialSince === undefined ? {} : { officialSince: officialSince === '' ? null : officialSince }),
    ...(memberships === undefined ? {} : { memberships: memberships.map(({ id, country, fromDay, toDay }) => ({ id, country: country ?? '', fromDay: fromDay ?? '', toDay })) }),
  };
}

const bare = (address: string | null) => address && address.slice(address.indexOf(',') + 1);

const membershipText = ({ country, fromDay, toDay }: Membership, language: string): string =>
  [country && countryName(country, language), [fromDay, toDay].map((day) => (day ? formatDay(day, language) : '…')).join(' – ')].filter(Boolean).join(' ');
