import { createRoute } from '@tanstack/react-router';
import { IconAffiliate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { EmptyState } from '../../ui/states.js';
import { appRoute } from './root.js';

function NetworkPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('network.title')} intro={t('network.intro')} />
      <Section><EmptyState icon={IconAffiliate} title={t('network.emptyTitle')} body={t('network.emptyBody')} /></Section>
    </>
  );
}

const networkRoute = createRoute({ getParentRoute: () => appRoute, path: '/red', component: NetworkPage });

export const networkRoutes = [networkRoute] as const;
