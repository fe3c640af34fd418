import { Avatar, Menu, Text, UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconCheck, IconLogout, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { SignOut } from '../../features/session/operations.js';
import { countryName } from '../../ui/countries.js';
import { request } from '../graphql.js';
import { LANGUAGES } from '../i18n.js';
import { useChooseLanguage } from '../language.js';
import { errorText } from '../problems.js';
import { signedOut, useViewer } from '../session.js';

/** Who is signed in, the language, the account, and the way out. */
export function UserMenu() {
  const { t, i18n } = useTranslation();
  const viewer = useViewer();
  const chooseLanguage = useChooseLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const signOut = useMutation({
    mutationFn: () => request(SignOut, {}, { whenSignedOut: 'throw' }),
    onSuccess: () => signedOut(client),
    onError: (error) => notifications.show({ color: 'red', message: errorText(t, error) }),
  });
  return (
    <Menu position="bottom-end" width={240} shadow="md">
      <Menu.Target>
        <UnstyledButton aria-label={t('nav.userMenu', { name: viewer.name })}><Avatar size={32} color="anil" name={viewer.name} aria-hidden /></UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div style={{ padding: '8px 12px' }}>
          <Text size="sm" fw={600} truncate>{viewer.name}</Text>
          <Text size="xs" c="gray.6" truncate>{t(`common.role.${viewer.role}`)}{viewer.country && ` · ${countryName(viewer.country, i18n.language)}`}</Text>
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconUser size={16} stroke={1.6} />} onClick={() => void navigate({ to: '/ajustes' })}>{t('settings.account')}</Menu.Item>
        <Menu.Label>{t('common.language.label')}</Menu.Label>
        {LANGUAGES.map((language) => (
          <Menu.Item key={language} lang={language} role="menuitemradio" aria-checked={i18n.language === language} onClick={() => chooseLanguage(language)}
            rightSection={i18n.language === language ? <IconCheck size={15} aria-hidden /> : undefined}>{t(`common.language.${language}`)}</Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.6} />} onClick={() => signOut.mutate()}>{t('session.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
