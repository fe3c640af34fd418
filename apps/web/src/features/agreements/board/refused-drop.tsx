import { Button, Group, Modal, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Phase } from '@tejido/domain/agreement-phase.js';
import { useTranslation } from 'react-i18next';
import { titleOf } from '../../../app/titles.js';
import type { Card } from './operations.js';

export interface Refused { card: Card; column: string }

/** Why a card cannot be dropped there, and what leads there. */
export function RefusedDrop({ refused, onClose }: { refused: Refused | null; onClose: () => void }) {
  const { t } = useTranslation();
  const column = (refused?.column ?? 'in_force') as Exclude<Phase, 'identified' | 'contacted' | 'negotiating' | 'text_agreed'>;
  return (
    <Modal opened={refused !== null} onClose={onClose} title={t('agreementViews.refusedTitle', { column: t(`agreementViews.phases.${column}`) })}>
      <Text size="sm" fw={550} mb={4}>{refused && titleOf(refused.card)}</Text>
      <Text size="sm">{t(`agreementViews.leads.${column}`)}</Text>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onClose}>{t('common.close')}</Button>
        {refused && <Button renderRoot={(props) => <Link {...props} to="/acuerdos/$id" params={{ id: refused.card.id }} />}>{t('agreementViews.openIt')}</Button>}
      </Group>
    </Modal>
  );
}
