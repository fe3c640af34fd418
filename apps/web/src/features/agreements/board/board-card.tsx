import { ActionIcon, Menu, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconDotsVertical, IconSignature } from '@tabler/icons-react';
import { STAGES } from '@tejido/domain/agreement-facts.js';
import { isStage, type Phase } from '@tejido/domain/agreement-phase.js';
import { useTranslation } from 'react-i18next';
import { shortName } from '../../../app/organisation-names.js';
import { titleOf } from '../../../app/titles.js';
import { BoardCardFrame } from '../../../ui/board.js';
import { relativeDay, today } from '../../../ui/days.js';
import { AgreementLink } from '../agreement-link.js';
import { useStatusSentence } from '../status.js';
import type { Card } from './operations.js';

interface CardProps { card: Card; phase: Phase; index: number; waiting: boolean; onMove: (card: Card, stage: string) => void }

/** An agreement on the board. It moves by mouse, by finger, with the space bar and the arrows, or from its menu. */
export function BoardCard({ card, phase, index, waiting, onMove }: CardProps) {
  const movable = isStage(phase) && card.viewerCan.includes('amend');
  const others = card.parties.flatMap(({ organisation }) => (organisation.standing === 'external' ? [shortName(organisation)] : []));
  return (
    <BoardCardFrame id={card.id} index={index} label={titleOf(card)} movable={movable} waiting={waiting} menu={<MoveMenu card={card} phase={phase} onMove={onMove} />}>
      <AgreementLink id={card.id}>{titleOf(card)}</AgreementLink>
      {others.length > 0 && <Text size="xs" c="gray.7" lineClamp={2}>{others.join(', ')}</Text>}
      <Note card={card} phase={phase} />
    </BoardCardFrame>
  );
}

/** What the dates say, where they say something. */
function Note({ card, phase }: { card: Card; phase: Phase }) {
  const { t, i18n } = useTranslation();
  const sentence = useStatusSentence();
  if (isStage(phase)) return null;
  const ends = card.effectiveTo ? t('agreements.ends', { ago: relativeDay(card.effectiveTo, today(), i18n.language) }) : t('agreements.openEnded');
  return <Text size="xs" c="gray.6" mt={2}>{phase === 'in_force' ? ends : sentence(card.statusReason, card)}</Text>;
}

function MoveMenu({ card, phase, onMove }: Pick<CardProps, 'card' | 'phase' | 'onMove'>) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target><ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('agreementViews.moveOf', { title: titleOf(card) })}><IconDotsVertical size={15} /></ActionIcon></Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('agreementViews.moveTo')}</Menu.Label>
        {STAGES.filter((stage) => stage !== phase).map((stage) => <Menu.Item key={stage} onClick={() => onMove(card, stage)}>{t(`agreementViews.phases.${stage}`)}</Menu.Item>)}
        <Menu.Divider />
        <Menu.Item leftSection={<IconSignature size={15} />} renderRoot={(props) => <Link {...props} to="/acuerdos/$id" params={{ id: card.id }} />}>{t('agreementViews.toSign')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
