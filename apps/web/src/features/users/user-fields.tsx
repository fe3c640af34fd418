import { Group, Select, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { ROLES, type Role } from '@tejido/domain/policy.js';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../app/i18n.js';
import { useCoalition } from '../../app/session.js';
import { CountrySelect } from '../../ui/selects.js';

const GIVEN_ROLES = ROLES.filter((role): role is Exclude<Role, 'public'> => role !== 'public');

export interface UserValues extends Record<string, unknown> {
  name: string;
  email: string;
  role: string;
  country: string | null;
  language: string;
}

export const NEW_USER: UserValues = { name: '', email: '', role: 'delegate', country: null, language: 'es' };

/** What an account says of its owner. */
export function UserFields({ form }: { form: UseFormReturnType<UserValues> }) {
  const { t } = useTranslation();
  const { members } = useCoalition();
  return (
    <Stack gap="md">
      <TextInput label={t('users.name')} required withAsterisk={false} autoComplete="off" data-autofocus {...form.getInputProps('name')} />
      <TextInput label={t('users.email')} description={t('users.emailHint')} type="email" required withAsterisk={false} autoComplete="off" {...form.getInputProps('email')} />
      <Select label={t('users.role')} allowDeselect={false} {...form.getInputProps('role')}
        data={GIVEN_ROLES.map((role) => ({ value: role, label: t(`common.role.${role}`) }))}
        renderOption={({ option }) => (
          <Group gap={0} style={{ flexDirection: 'column', alignItems: 'flex-start' }}>
            <Text size="sm">{option.label}</Text>
            <Text size="xs" c="gray.6">{t(`users.roleHints.${option.value as 'admin'}`)}</Text>
          </Group>
        )} />
      <CountrySelect label={t('users.country')} description={t('users.countryHint')} members={members} value={form.values.country}
        onChange={(country) => form.setFieldValue('country', country)} error={form.errors['country']} />
      <Select label={t('users.language')} allowDeselect={false} {...form.getInputProps('language')}
        data={LANGUAGES.map((language) => ({ value: language, label: t(`common.language.${language}`) }))} />
    </Stack>
  );
}
