import { Stack } from '@mantine/core';
import { createRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AccountSection } from '../../features/session/account-section.js';
import { PageHeader } from '../../ui/page-header.js';
import { appRoute } from './root.js';

function SettingsPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('settings.title')} intro={t('settings.intro')} />
      <Stack gap="lg" maw={760}><AccountSection /></Stack>
    </>
  );
}

const settingsRoute = createRoute({ getParentRoute: () => appRoute, path: '/ajustes', component: SettingsPage });

export const settingsRoutes = [settingsRoute] as const;
