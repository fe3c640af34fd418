import { Button, Group, Modal, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ConfirmDialogProps {
  opened: boolean;
  title: string;
  /** What will happen, and whether it can be undone. */
  body: ReactNode;
  /** The verb of the action ("Terminar acuerdo"), never "OK". */
  action: string;
  /** True for what destroys something: the button is red. */
  destructive?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before an action that is hard to undo. */
export function ConfirmDialog({ opened, title, body, action, destructive = false, busy = false, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={<Text fw={600}>{title}</Text>} size="sm" closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Text size="sm" component="div">{body}</Text>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus={destructive || undefined}>{t('common.cancel')}</Button>
        <Button color={destructive ? 'red.8' : undefined} loading={busy} onClick={onConfirm} data-autofocus={destructive ? undefined : true}>{action}</Button>
      </Group>
    </Modal>
  );
}
