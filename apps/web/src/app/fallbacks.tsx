import { Button } from '@mantine/core';
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { IconAlertTriangle, IconMapQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTellPageTitle } from '../ui/page-title.js';
import { EmptyState } from '../ui/states.js';

function HomeButton() {
  const { t } = useTranslation();
  return <Button component={Link} to="/" variant="default">{t('common.states.goHome')}</Button>;
}

/** No such page, or a record that the viewer may not see: both look alike. */
export function NotFound() {
  const { t } = useTranslation();
  useTellPageTitle(t('common.states.notFoundTitle'));
  return <EmptyState icon={IconMapQuestion} title={t('common.states.notFoundTitle')} body={t('common.states.notFoundBody')} actions={<HomeButton />} />;
}

/** A page that failed while drawing; the frame around it stays. */
export function Crashed({ reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const retry = () => { reset(); void router.invalidate(); };
  return (
    <div role="alert">
      <EmptyState icon={IconAlertTriangle} title={t('common.states.crashedTitle')} body={t('common.states.crashedBody')}
        actions={<><Button onClick={retry}>{t('common.retry')}</Button><HomeButton /></>} />
    </div>
  );
}
