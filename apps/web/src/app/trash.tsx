import { Anchor, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/states.js';
import type { Operation } from './graphql.js';
import { errorText } from './problems.js';
import { useApiMutation } from './use-api.js';

/** Leads from a list to what was archived of it. */
export function TrashButton({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation();
  return <Button variant="subtle" color="gray" leftSection={<IconTrash size={16} />} onClick={onOpen}>{t('common.trash.title')}</Button>;
}

export function BackFromTrash({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation();
  return <Anchor component="button" size="sm" onClick={onBack}>{t('common.trash.back')}</Anchor>;
}

export function EmptyTrash() {
  const { t } = useTranslation();
  return <EmptyState icon={IconTrash} title={t('common.trash.empty')} />;
}

/** Takes a record out of the trash. @param may the viewer may do it to this one: an inert place otherwise. */
export function RestoreButton<Data>({ operation, row: { id, version }, may }: {
  operation: Operation<Data, { id: string; version: number }>; row: { id: string; version: number }; may: boolean;
}) {
  const { t } = useTranslation();
  const restore = useApiMutation(operation, { onDone: () => notifications.show({ color: 'teal', message: t('common.trash.restored') }) });
  if (!may) return null;
  const failed = (error: Error) => notifications.show({ color: 'red', message: errorText(t, error) });
  return <Button size="compact-sm" variant="default" loading={restore.isPending} onClick={() => restore.mutate({ id, version }, { onError: failed })}>{t('common.trash.restore')}</Button>;
}
