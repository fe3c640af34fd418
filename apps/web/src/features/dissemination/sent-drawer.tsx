import { Button, Drawer, Group, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import type { Visibility } from '@tejido/domain/policy.js';
import { useTranslation } from 'react-i18next';
import { request } from '../../app/graphql.js';
import { findOrganisations, organisationOption } from '../../app/pickers/find-organisations.js';
import { StrategySelect } from '../../app/pickers/strategy-select.js';
import { useCoalition, useViewer } from '../../app/session.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiQuery } from '../../app/use-api.js';
import { useAmendment } from '../../app/use-amendment.js';
import { ConflictDialog } from '../../ui/conflict-dialog.js';
import { DayField } from '../../ui/day-field.js';
import { today } from '../../ui/days.js';
import { DraftNotice } from '../../ui/draft-notice.js';
import { inLanguage } from '../../ui/in-language.js';
import { MoreFields } from '../../ui/more-fields.js';
import { PickOrCreate, type PickOption } from '../../ui/pick-or-create.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { CountrySelect, VisibilitySelect } from '../../ui/selects.js';
import { AmendDissemination, ContentCoverage, RegisterDissemination, SentById, type Sent } from './operations.js';
import { WHOLE_PLAN } from './plan-period.js';

interface SentValues extends Record<string, unknown> {
  message: string;
  audience: string | null;
  planEntry: string | null;
  medium: string | null;
  product: string | null;
  sentOn: string | null;
  organisation: PickOption[];
  recipients: string;
  strategyActivity: string | null;
  visibility: Visibility;
  country: string | null;
}

const NEW = { message: '', audience: null, planEntry: null, medium: null, product: null, organisation: [], recipients: '', strategyActivity: null, visibility: 'coalition' } as const;

const valuesOf = ({ message, audience, planEntry, medium, product, sentOn, organisation, recipients, strategyActivity, visibility, country }: Sent): SentValues => ({
  message, audience, planEntry: planEntry ?? null, medium, product: product ?? null, sentOn, organisation: organisation ? [organisationOption(organisation)] : [], recipients,
  strategyActivity: strategyActivity ?? null, visibility: visibility as Visibility, country: country ?? null,
});

function inputOf({ organisation, audience, medium, sentOn, ...rest }: Partial<SentValues>) {
  return {
    ...rest,
    // What was emptied is sent as nothing, and the server says next to the field that it is needed.
    ...(audience === undefined ? {} : { audience: audience ?? '' }),
    ...(medium === undefined ? {} : { medium: medium ?? '' }),
    ...(sentOn ? { sentOn } : {}),
    ...(organisation === undefined ? {} : { organisationId: organisation[0]?.id ?? null }),
  };
}

/** What a new record begins with, where it is recorded from the plan. */
export type Begun = Partial<Pick<SentValues, 'audience' | 'planEntry' | 'message' | 'product' | 'medium'>>;

/** Which record the drawer is open for. */
export type Drawn = Sent | 'new' | { begun: Begun };

const isNew = (drawn: Drawn): drawn is 'new' | { begun: Begun } => drawn === 'new' || 'begun' in drawn;

/** Records what was sent, or amends a record of it. */
export function SentDrawer({ drawn, onClose }: { drawn: Drawn | null; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer opened={drawn !== null} onClose={onClose} size="xl" closeButtonProps={{ 'aria-label': t('common.close') }}
      title={<Text fw={600}>{drawn && isNew(drawn) ? t('dissemination.register') : t('dissemination.amend')}</Text>}>
      {drawn && <SentForm key={isNew(drawn) ? 'new' : drawn.id} drawn={drawn} onClose={onClose} />}
    </Drawer>
  );
}

function SentForm({ drawn, onClose }: { drawn: Drawn; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const viewer = useViewer();
  const sent = isNew(drawn) ? null : drawn;
  const begun = typeof drawn === 'object' && 'begun' in drawn ? drawn.begun : {};
  const blank: SentValues = { ...NEW, organisation: [], sentOn: today(), country: viewer.country ?? null, ...begun };
  const amendment = useAmendment<SentValues>({
    page: `dissemination.${sent?.id ?? ['new', ...Object.values(begun).filter(Boolean)].join('.').slice(0, 80)}`,
    recorded: sent ? { version: sent.version, values: valuesOf(sent) } : { version: 0, values: blank },
    save: (version, changes, values) => (sent ? request(AmendDissemination, { id: sent.id, version, input: inputOf(changes) }) : request(RegisterDissemination, { input: inputOf(values) })),
    reread: async () => {
      const now = sent && (await request(SentById, { id: sent.id })).dissemination;
      return now ? { version: now.version, values: valuesOf(now) } : null;
    },
    onDone: () => { void client.invalidateQueries(); notifications.show({ message: t('dissemination.saved') }); onClose(); },
    placeOf: (path) => (path === 'organisationId' ? 'organisation' : path),
  });
  return (
    <form onSubmit={(event) => { event.preventDefault(); void amendment.submit(); }} noValidate>
      <Stack gap="md">
        {amendment.restored && <DraftNotice onDiscard={amendment.discard} />}
        <ProblemSummary text={amendment.problems.summary} />
        <SentFields form={amendment.form} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" loading={amendment.busy}>{t('dissemination.save')}</Button>
        </Group>
      </Stack>
      <ConflictDialog<SentValues> edit={amendment.conflict} busy={amendment.busy} onResolve={(values) => void amendment.resolve(values)} onClose={amendment.backToForm}
        label={(field) => (field === 'visibility' ? t('common.visibility.label') : t(`dissemination.${field as 'message'}`))}
        show={(_field, value) => (Array.isArray(value) ? (value as PickOption[]).map(({ label }) => label).join(', ') || null : value === '' || value == null ? null : String(value))} />
    </form>
  );
}

function SentFields({ form }: { form: UseFormReturnType<SentValues> }) {
  const { t } = useTranslation();
  const { options } = useTaxonomies();
  const { members } = useCoalition();
  const { role } = useViewer();
  const { values, errors } = form;
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select label={t('dissemination.audience')} data={options('audience', form.values.audience)} allowDeselect={false} {...form.getInputProps('audience')}
          onChange={(audience) => form.setValues({ audience, ...(audience === values.audience ? {} : { planEntry: null }) })} />
        <PlannedMessage form={form} />
      </SimpleGrid>
      <Textarea label={t('dissemination.message')} description={t('dissemination.messageHint')} autosize minRows={2} maxRows={8} required withAsterisk={false} {...form.getInputProps('message')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select label={t('dissemination.medium')} data={options('medium', form.values.medium)} allowDeselect={false} {...form.getInputProps('medium')} />
        <Select label={t('dissemination.product')} data={options('product', form.values.product)} clearable searchable {...form.getInputProps('product')} />
        <DayField label={t('dissemination.sentOn')} value={values.sentOn} maxDate={today()} onChange={(day) => form.setFieldValue('sentOn', day)} error={errors['sentOn']} />
      </SimpleGrid>
      <TextInput label={t('dissemination.recipients')} description={t('dissemination.recipientsHint')} {...form.getInputProps('recipients')} />
      <MoreFields open={['organisation', 'strategyActivity', 'visibility', 'country'].some((field) => errors[field])}>
        <Stack gap="md">
          <PickOrCreate label={t('dissemination.organisation')} description={t('dissemination.organisationHint')} max={1} find={findOrganisations}
            value={values.organisation} onChange={(chosen) => form.setFieldValue('organisation', chosen)} error={errors['organisation']} />
          <StrategySelect label={t('dissemination.strategyActivity')} value={values.strategyActivity} onChange={(code) => form.setFieldValue('strategyActivity', code)} error={errors['strategyActivity']} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <VisibilitySelect value={values.visibility} onChange={(visibility) => form.setFieldValue('visibility', visibility)} error={errors['visibility']}
              {...(role === 'delegate' ? { allowed: ['public', 'coalition', 'country'] as const } : {})} />
            <CountrySelect label={t('dissemination.country')} members={members} value={values.country} onChange={(country) => form.setFieldValue('country', country)} error={errors['country']} />
          </SimpleGrid>
        </Stack>
      </MoreFields>
    </>
  );
}

/** The message of the content plan that it carries; its words are taken over while the form has none of its own. */
function PlannedMessage({ form }: { form: UseFormReturnType<SentValues> }) {
  const { t, i18n } = useTranslation();
  const { audience, planEntry, message } = form.values;
  const { data } = useApiQuery(ContentCoverage, WHOLE_PLAN);
  const planned = data?.contentCoverage.find((each) => each.audience === audience)?.entries.filter(({ kind }) => kind === 'message') ?? [];
  const labelOf = (code: string | null) => {
    const entry = planned.find((each) => each.code === code);
    return entry ? inLanguage(entry.label, i18n.language) : '';
  };
  const choose = (code: string | null) => form.setValues({ planEntry: code, ...(message === '' || message === labelOf(planEntry) ? { message: labelOf(code) } : {}) });
  return (
    <Select label={t('dissemination.planEntry')} placeholder={t(audience ? 'dissemination.planEntryNone' : 'dissemination.planEntryFirst')} disabled={planned.length === 0} clearable searchable
      data={planned.map(({ code, label }) => ({ value: code, label: inLanguage(label, i18n.language) }))} {...form.getInputProps('planEntry')} onChange={choose} />
  );
}
