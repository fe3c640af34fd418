import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../app/graphql.js';
import { errorText } from '../../../app/problems.js';
import { titleOf } from '../../../app/titles.js';
import { apiKey, useApiMutation } from '../../../app/use-api.js';
import type { Moves } from './moves.js';
import { BoardColumn, MoveAgreement, type Card } from './operations.js';

/** Time to take a move back, in milliseconds. */
const UNDO_TIME = 12_000;

/** Moves cards among the stages: shown at once, kept once the server has said yes, back in their place when it says no. */
export function useMoves() {
  const { t } = useTranslation();
  const [moves, setMoves] = useState<Moves<Card>>(new Map());
  const client = useQueryClient();
  const mutation = useApiMutation(MoveAgreement);
  const phase = (code: string) => t(`agreementViews.phases.${code as 'contacted'}`);

  const move = async (card: Card, stage: string, at = 0): Promise<void> => {
    const notice = `moved-${card.id}`;
    notifications.hide(notice);
    setMoves((now) => new Map(now).set(card.id, { card, to: stage, at }));
    try {
      const { moveAgreement } = await mutation.mutateAsync({ id: card.id, version: card.version, stage });
      const undo = () => void move({ ...card, version: moveAgreement.version, phase: stage }, card.phase);
      notifications.show({ id: notice, color: 'teal', autoClose: UNDO_TIME, withCloseButton: true, message: (
        <Group justify="space-between" wrap="nowrap"><Text size="sm">{t('agreementViews.moved', { title: titleOf(card), column: phase(stage) })}</Text>
          <Button size="compact-sm" variant="default" onClick={undo}>{t('agreementViews.undo')}</Button></Group>
      ) });
    } catch (error) {
      const stale = error instanceof ApiError && (error.code === 'CONFLICT_STALE' || error.code === 'CONFLICT');
      notifications.show({ id: notice, color: 'red', autoClose: UNDO_TIME, title: t('agreementViews.notMoved', { title: titleOf(card) }), message: stale ? t('agreementViews.changedMeanwhile') : errorText(t, error) });
      await client.invalidateQueries({ queryKey: apiKey(BoardColumn) });
    } finally {
      setMoves((now) => new Map([...now].filter(([id]) => id !== card.id)));
    }
  };
  return { moves, move };
}
