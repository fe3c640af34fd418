import { ActionIcon, Button, Group, Input, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTaxonomies } from '../../app/taxonomies.js';
import type { OrganisationForm } from './organisation-fields.js';
import type { OrganisationValues } from './organisation-values.js';

type Part = 'names' | 'identifiers' | 'contactPoints';
interface RowsProps<Field extends Part> {
  form: OrganisationForm;
  field: Field;
  title: string;
  add: string;
  /** What a new line begins with. */
  fresh: OrganisationValues[Field][number];
  children: (at: number) => ReactNode;
}

/** A list of parts, each a line that can be taken away, and a button for one more. */
function Rows<Field extends Part>({ form, field, title, add, fresh, children }: RowsProps<Field>) {
  const { t } = useTranslation();
  const rows = form.values[field];
  return (
    <Input.Wrapper label={title} labelElement="div" error={form.errors[field]}>
      <Stack gap="xs" mt={4}>
        {rows.map((row, at) => (
          <Group key={at} gap="xs" align="flex-start" role="group" aria-label={`${title} ${at + 1}`}>
            {children(at)}
            <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('common.removeNamed', { name: row.value || `${title} ${at + 1}` })} onClick={() => form.removeListItem(field, at)}><IconX size={16} /></ActionIcon>
          </Group>
        ))}
        <Button variant="default" size="xs" leftSection={<IconPlus size={14} />} style={{ alignSelf: 'flex-start' }} onClick={() => form.insertListItem(field, fresh as never)}>{add}</Button>
      </Stack>
    </Input.Wrapper>
  );
}

export function NameRows({ form }: { form: OrganisationForm }) {
  const { t } = useTranslation();
  const roles = (['former', 'alias', 'name', 'acronym'] as const).map((value) => ({ value, label: t(`organisations.nameRoles.${value}`) }));
  const languages = (['es', 'en', 'fr', 'pt'] as const).map((value) => ({ value, label: value.toUpperCase() }));
  return (
    <Rows form={form} field="names" title={t('organisations.otherNames')} add={t('organisations.addName')} fresh={{ role: 'alias', language: null, value: '' }}>
      {(at) => (
        <>
          <Select w={160} data={roles} allowDeselect={false} aria-label={t('organisations.role')} {...form.getInputProps(`names.${at}.role`)} />
          <TextInput flex="1 1 200px" aria-label={t('organisations.name')} {...form.getInputProps(`names.${at}.value`)} />
          <Select w={90} data={languages} clearable placeholder={t('organisations.language')} aria-label={t('organisations.language')} {...form.getInputProps(`names.${at}.language`)} />
        </>
      )}
    </Rows>
  );
}

export function IdentifierRows({ form }: { form: OrganisationForm }) {
  const { t } = useTranslation();
  const { options } = useTaxonomies();
  return (
    <Rows form={form} field="identifiers" title={t('organisations.identifiers')} add={t('organisations.addIdentifier')} fresh={{ scheme: options('identifier_scheme')[0]?.value ?? '', value: '' }}>
      {(at) => (
        <>
          <Select w={190} data={options('identifier_scheme')} allowDeselect={false} aria-label={t('organisations.scheme')} {...form.getInputProps(`identifiers.${at}.scheme`)} />
          <TextInput flex="1 1 200px" aria-label={t('organisations.identifierValue')} {...form.getInputProps(`identifiers.${at}.value`)} />
        </>
      )}
    </Rows>
  );
}

export function ContactRows({ form }: { form: OrganisationForm }) {
  const { t } = useTranslation();
  const kinds = (['website', 'email', 'phone', 'address', 'social'] as const).map((value) => ({ value, label: t(`organisations.contactKinds.${value}`) }));
  return (
    <Rows form={form} field="contactPoints" title={t('organisations.contacts')} add={t('organisations.addContact')} fresh={{ kind: 'website', label: '', value: '' }}>
      {(at) => (
        <>
          <Select w={150} data={kinds} allowDeselect={false} aria-label={t('organisations.contactKind')} {...form.getInputProps(`contactPoints.${at}.kind`)} />
          <TextInput flex="2 1 200px" aria-label={t('organisations.contactValue')} placeholder={form.values.contactPoints[at]?.kind === 'website' ? 'https://' : undefined} {...form.getInputProps(`contactPoints.${at}.value`)} />
          <TextInput flex="1 1 120px" aria-label={t('organisations.contactLabel')} placeholder={t('organisations.contactLabel')} {...form.getInputProps(`contactPoints.${at}.label`)} />
        </>
      )}
    </Rows>
  );
}
