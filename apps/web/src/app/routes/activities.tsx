import { createRoute } from '@tanstack/react-router';
import { IconSparkles } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { EmptyState } from '../../ui/states.js';
import { appRoute } from './root.js';

function ActivitiesPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('activities.title')} intro={t('activities.intro')} />
      <Section><EmptyState icon={IconSparkles} title={t('activities.emptyTitle')} body={t('activities.emptyBody')} /></Section>
    </>
  );
}

const activitiesRoute = createRoute({ getParentRoute: () => appRoute, path: '/actividades', component: ActivitiesPage });

export const activitiesRoutes = [activitiesRoute] as const;
