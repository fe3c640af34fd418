import { Stack, Tabs } from '@mantine/core';
import { createRoute, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NumberingSection } from '../../features/agreements/numbering-section.js';
import { CoalitionSection } from '../../features/coalition/coalition-section.js';
import { CalendarAddressSection } from '../../features/meetings/calendar-address.js';
import { DigestSection } from '../../features/reminders/digest-section.js';
import { AccountSection } from '../../features/session/account-section.js';
import { TaxonomiesSection, taxonomyOf } from '../../features/taxonomies/taxonomies-section.js';
import { UsersSection } from '../../features/users/users-section.js';
import { PageHeader } from '../../ui/page-header.js';
import { NotFound } from '../fallbacks.js';
import { useMay } from '../session.js';
import { appRoute } from './root.js';

const TABS = [
  { key: 'account', to: '/ajustes' },
  { key: 'users', to: '/ajustes/usuarios' },
  { key: 'taxonomies', to: '/ajustes/catalogos' },
  { key: 'coalition', to: '/ajustes/coalicion' },
  { key: 'numbering', to: '/ajustes/numeracion' },
] as const;

/** Everybody's own account; the rest is the administrators'. */
function SettingsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const administers = useMay('settings.amend');
  const path = useRouterState({ select: (state) => state.location.pathname.replace(/\/$/, '') });
  if (!administers && path !== '/ajustes') return <NotFound />;
  return (
    <>
      <PageHeader title={t('settings.title')} intro={administers ? t('settings.introAdmin') : t('settings.intro')} />
      {administers && (
        <Tabs value={path} mb="lg" onChange={(to) => { const tab = TABS.find((each) => each.to === to); if (tab) void navigate({ to: tab.to }); }}>
          <Tabs.List aria-label={t('settings.title')} style={{ flexWrap: 'nowrap', overflowX: 'auto', overflowY: 'hidden' }}>
            {TABS.map(({ key, to }) => <Tabs.Tab key={key} value={to} px={{ base: 5, sm: 'md' }}>{t(`settings.${key}`)}</Tabs.Tab>)}
          </Tabs.List>
        </Tabs>
      )}
      <Outlet />
    </>
  );
}

const settingsRoute = createRoute({ getParentRoute: () => appRoute, path: '/ajustes', component: SettingsPage });

const accountRoute = createRoute({
  getParentRoute: () => settingsRoute, path: '/', component: () => <Stack gap="lg" maw={760}><AccountSection><DigestSection /></AccountSection><CalendarAddressSection /></Stack>,
});

const usersRoute = createRoute({ getParentRoute: () => settingsRoute, path: '/usuarios', component: UsersSection });

const taxonomiesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/catalogos',
  validateSearch: (search: Record<string, unknown>) => ({ catalogo: taxonomyOf(search['catalogo']) }),
  component: function Taxonomies() {
    const navigate = taxonomiesRoute.useNavigate();
    return <TaxonomiesSection taxonomy={taxonomiesRoute.useSearch().catalogo ?? 'organisation_kind'} onChoose={(catalogo) => void navigate({ search: { catalogo }, replace: true })} />;
  },
});

const coalitionRoute = createRoute({ getParentRoute: () => settingsRoute, path: '/coalicion', component: CoalitionSection });

const numberingRoute = createRoute({ getParentRoute: () => settingsRoute, path: '/numeracion', component: NumberingSection });

export const settingsRoutes = [settingsRoute.addChildren([accountRoute, usersRoute, taxonomiesRoute, coalitionRoute, numberingRoute])] as const;
