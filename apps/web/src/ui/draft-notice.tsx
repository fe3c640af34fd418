import { Alert, Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Says that a draft was brought back, and offers to start over. Show it when `draft.restored` is not null. */
export function DraftNotice({ onDiscard }: { onDiscard: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert variant="light" color="gray" py={8} role="status">
      {t('common.draftRestored')} <Anchor component="button" type="button" size="sm" onClick={onDiscard}>{t('common.discardDraft')}</Anchor>
    </Alert>
  );
}
