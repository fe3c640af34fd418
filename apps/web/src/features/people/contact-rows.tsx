import { ActionIcon, Button, Group, Input, Select, Stack, TextInput, Tooltip } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconStar, IconStarFilled, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CONTACT_KINDS, type PersonContactKind, type PersonValues } from './person-values.js';

const PLACEHOLDER: Partial<Record<PersonContactKind, string>> = { email: 'nombre@organizacion.org', phone: '+502 5555 5555', messaging: 'WhatsApp +502 5555 5555', website: 'https://' };

/** Every way to reach somebody, a line each; one of them may be the preferred one. */
export function ContactRows({ form }: { form: UseFormReturnType<PersonValues> }) {
  const { t } = useTranslation();
  const rows = form.values.contactPoints;
  const kinds = CONTACT_KINDS.map((value) => ({ value, label: t(`people.contactKinds.${value}`) }));
  const prefer = (at: number) => form.setFieldValue('contactPoints', rows.map((row, index) => ({ ...row, preferred: index === at && !row.preferred })));
  return (
    <Input.Wrapper label={t('people.contact')} labelElement="div" error={form.errors['contactPoints']}>
      <Stack gap="xs" mt={4}>
        {rows.map((row, at) => (
          <Group key={at} gap="xs" align="flex-start" role="group" aria-label={`${t('people.contact')} ${at + 1}`}>
            <Select w={{ base: '100%', xs: 190 }} data={kinds} allowDeselect={false} aria-label={t('people.contactKind')} {...form.getInputProps(`contactPoints.${at}.kind`)} />
            <TextInput flex="2 1 180px" aria-label={t(`people.contactKinds.${row.kind}`)} placeholder={PLACEHOLDER[row.kind]} {...form.getInputProps(`contactPoints.${at}.value`)} />
            <TextInput flex="1 1 110px" aria-label={t('people.contactLabel')} placeholder={t('people.contactLabel')} {...form.getInputProps(`contactPoints.${at}.label`)} />
            <Group gap={2} wrap="nowrap">
              <Tooltip label={t('people.preferred')}>
                <ActionIcon variant="subtle" color={row.preferred ? 'anil' : 'gray'} size={36} aria-pressed={row.preferred} aria-label={t('people.prefer', { name: row.value || String(at + 1) })} onClick={() => prefer(at)}>
                  {row.preferred ? <IconStarFilled size={16} /> : <IconStar size={16} />}
                </ActionIcon>
              </Tooltip>
              <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('common.removeNamed', { name: row.value || `${t('people.contact')} ${at + 1}` })} onClick={() => form.removeListItem('contactPoints', at)}><IconX size={16} /></ActionIcon>
            </Group>
          </Group>
        ))}
        <Button variant="default" size="xs" leftSection={<IconPlus size={14} />} style={{ alignSelf: 'flex-start' }}
          onClick={() => form.insertListItem('contactPoints', { kind: 'phone', label: '', value: '', preferred: false })}>{t('people.addContact')}</Button>
      </Stack>
    </Input.Wrapper>
  );
}
