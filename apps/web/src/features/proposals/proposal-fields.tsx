import { Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { Visibility } from '@tejido/domain/policy.js';
import { useTranslation } from 'react-i18next';
import { createOrganisation, findOrganisations, organisationOption } from '../../app/pickers/find-organisations.js';
import { StrategySelect } from '../../app/pickers/strategy-select.js';
import { useCoalition, useMay, useViewer } from '../../app/session.js';
import { DayField } from '../../ui/day-field.js';
import { MoreFields } from '../../ui/more-fields.js';
import { PickOrCreate, type PickOption } from '../../ui/pick-or-create.js';
import { CountrySelect, VisibilitySelect } from '../../ui/selects.js';
import type { Proposal } from './operations.js';

export interface ProposalValues extends Record<string, unknown> {
  title: string;
  amount: number | '';
  currency: string;
  deadline: string | null;
  funders: PickOption[];
  coAuthors: PickOption[];
  strategyActivity: string | null;
  visibility: Visibility;
  country: string | null;
}

export const newProposal = (country: string | null): ProposalValues => ({
  title: '', amount: '', currency: 'USD', deadline: null, funders: [], coAuthors: [], strategyActivity: null, visibility: 'coalition', country,
});

export function valuesOf({ title, amount, currency, deadline, partners, strategyActivity, visibility, country }: Proposal): ProposalValues {
  const inRole = (role: string) => partners.filter((partner) => partner.role === role).map(({ organisation }) => organisationOption(organisation));
  return {
    title, amount: amount ?? '', currency: currency ?? 'USD', deadline: deadline ?? null, funders: inRole('funder'), coAuthors: inRole('co_author'),
    strategyActivity: strategyActivity ?? null, visibility: visibility as Visibility, country: country ?? null,
  };
}

/** What the server wants of the fields that changed: an amount goes with its currency, the two lists of partners as one. */
export function inputOf(changes: Partial<ProposalValues>, { amount, currency, funders, coAuthors }: ProposalValues) {
  const { amount: _amount, currency: _currency, funders: _funders, coAuthors: _coAuthors, ...rest } = changes;
  const money = 'amount' in changes || 'currency' in changes;
  const partners = 'funders' in changes || 'coAuthors' in changes;
  return {
    ...rest,
    ...(money ? { amount: amount === '' ? null : amount, currency: amount === '' ? null : currency } : {}),
    ...(partners ? { partners: [...funders.map(({ id }) => ({ organisationId: id, role: 'funder' })), ...coAuthors.map(({ id }) => ({ organisationId: id, role: 'co_author' }))] } : {}),
  };
}

/** Where the form has what a problem's path names: partners are two lists in it. */
export function placeOf(path: string, { funders }: ProposalValues): string {
  const at = /^partners\.(\d+)/.exec(path)?.[1];
  return at === undefined ? path : Number(at) < funders.length ? 'funders' : 'coAuthors';
}

const CURRENCIES = ['USD', 'EUR', 'GTQ', 'BZD', 'HNL', 'NIO', 'CRC', 'PAB', 'MXN', 'DOP', 'CAD', 'GBP', 'CHF', 'SEK', 'NOK', 'JPY'];

export function ProposalFields({ form }: { form: UseFormReturnType<ProposalValues> }) {
  const { t, i18n } = useTranslation();
  const { members } = useCoalition();
  const { role } = useViewer();
  const mayCreate = useMay('organisation.register');
  const { values, errors } = form;
  const names = new Intl.DisplayNames([i18n.language], { type: 'currency' });
  const pick = (field: 'funders' | 'coAuthors') => ({
    value: values[field], onChange: (chosen: PickOption[]) => form.setFieldValue(field, chosen), find: findOrganisations, error: errors[field],
    ...(mayCreate ? { create: createOrganisation } : {}),
  });
  return (
    <Stack gap="md">
      <TextInput label={t('proposals.name')} required withAsterisk={false} {...form.getInputProps('title')} />
      <PickOrCreate label={t('proposals.funders')} description={t('proposals.fundersHint')} {...pick('funders')} />
      <Group align="flex-start" gap="md">
        <NumberInput label={t('proposals.amount')} min={0} decimalScale={2} thousandSeparator={i18n.language === 'en' ? ',' : ' '} hideControls flex="1 1 180px" {...form.getInputProps('amount')} />
        <Select label={t('proposals.currency')} data={CURRENCIES.map((value) => ({ value, label: `${value} · ${names.of(value) ?? value}` }))} allowDeselect={false} searchable flex="1 1 220px" {...form.getInputProps('currency')} />
        <div style={{ flex: '1 1 200px' }}><DayField label={t('proposals.deadline')} value={values.deadline} onChange={(day) => form.setFieldValue('deadline', day)} error={errors['deadline']} /></div>
      </Group>
      <MoreFields open={['coAuthors', 'strategyActivity', 'visibility', 'country'].some((field) => errors[field])}>
        <Stack gap="md">
          <PickOrCreate label={t('proposals.coAuthors')} {...pick('coAuthors')} />
          <StrategySelect label={t('proposals.strategyActivity')} value={values.strategyActivity} onChange={(code) => form.setFieldValue('strategyActivity', code)} error={errors['strategyActivity']} />
          <Group grow align="flex-start">
            <VisibilitySelect value={values.visibility} onChange={(visibility) => form.setFieldValue('visibility', visibility)} error={errors['visibility']}
              {...(role === 'delegate' ? { allowed: ['public', 'coalition', 'country'] as const } : {})} />
            <CountrySelect label={t('proposals.country')} members={members} value={values.country} onChange={(country) => form.setFieldValue('country', country)} error={errors['country']} />
          </Group>
        </Stack>
      </MoreFields>
    </Stack>
  );
}
