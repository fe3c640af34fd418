import { Checkbox, Paper, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useTaxonomies } from '../../app/taxonomies.js';
import { DayField } from '../../ui/day-field.js';
import type { AgreementValues } from './agreement-values.js';

/** What each chosen party is in the agreement, and when it signed; each signs on its own day. */
export function PartyRows({ form }: { form: UseFormReturnType<AgreementValues> }) {
  const { t } = useTranslation();
  const { options } = useTaxonomies();
  return form.values.parties.map((party, at) => {
    const path = `parties.${at}`;
    const problem = form.errors[`${path}.organisationId`];
    return (
      <Paper key={party.organisationId} withBorder p="sm" radius="md" role="group" aria-label={party.label}>
        <Text size="sm" fw={550} mb={6}>{party.label}</Text>
        {problem && <Text size="sm" c="red.8" role="alert">{problem}</Text>}
        <SimpleGrid cols={{ base: 1, sm: party.withdrawnOn ? 4 : 3 }} spacing="sm">
          <DayField label={t('agreements.signedOn')} value={party.signedOn} onChange={(day) => form.setFieldValue(`${path}.signedOn`, day)} error={form.errors[`${path}.signedOn`]} />
          <Select label={t('agreements.role')} data={options('party_role', party.role)} clearable value={party.role} onChange={(role) => form.setFieldValue(`${path}.role`, role)} error={form.errors[`${path}.role`]} />
          {party.withdrawnOn && <DayField label={t('agreements.withdrawnOn')} value={party.withdrawnOn} onChange={(day) => form.setFieldValue(`${path}.withdrawnOn`, day)} error={form.errors[`${path}.withdrawnOn`]} />}
          <Stack gap={6} mt={{ base: 0, sm: 20 }}>
            <Checkbox label={t('agreements.signatureNeeded')} checked={party.required} onChange={(event) => form.setFieldValue(`${path}.required`, event.currentTarget.checked)} />
            <Checkbox label={t('agreements.mustRatify')} checked={party.ratificationRequired} error={form.errors[`${path}.ratifiedOn`]} onChange={(event) => form.setFieldValue(`${path}.ratificationRequired`, event.currentTarget.checked)} />
          </Stack>
        </SimpleGrid>
      </Paper>
    );
  });
}
