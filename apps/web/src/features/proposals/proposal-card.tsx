import { ActionIcon, Anchor, Menu, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconDotsVertical, IconExternalLink } from '@tabler/icons-react';
import { PROPOSAL_STAGES, verbBetween, type ProposalStage } from '@tejido/domain/proposal.js';
import { useTranslation } from 'react-i18next';
import { shortName } from '../../app/organisation-names.js';
import { BoardCardFrame } from '../../ui/board.js';
import { formatDay, today } from '../../ui/days.js';
import type { Card } from './operations.js';
import { amountText, stageOf } from './stage.js';

interface CardProps { card: Card; index: number; onMove: (card: Card, to: ProposalStage) => void }

/** A proposal on the board: what is asked, of whom, by when. */
export function ProposalCard({ card, index, onMove }: CardProps) {
  const { i18n } = useTranslation();
  const funders = card.partners.filter(({ role }) => role === 'funder').map(({ organisation }) => shortName(organisation));
  return (
    <BoardCardFrame id={card.id} index={index} label={card.title} movable={card.viewerCan.includes('amend')} menu={<MoveMenu card={card} onMove={onMove} />}>
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/propuestas/$id" params={{ id: card.id }} />}>{card.title}</Anchor>
      {funders.length > 0 && <Text size="xs" c="gray.7" lineClamp={2}>{funders.join(', ')}</Text>}
      {card.amount != null && <Text size="xs" fw={550} mt={2} style={{ fontVariantNumeric: 'tabular-nums' }}>{amountText(card.amount, card.currency, i18n.language)}</Text>}
      <When card={card} />
    </BoardCardFrame>
  );
}

/** The day that matters in its stage: the deadline, when it was sent, when it was answered. */
function When({ card }: { card: Card }) {
  const { t, i18n } = useTranslation();
  const stage = stageOf(card.stage);
  const day = (value: string) => formatDay(value, i18n.language);
  if (stage === 'drafting') {
    if (!card.deadline) return null;
    const late = card.deadline < today();
    return <Text size="xs" c={late ? 'red.8' : 'gray.6'}>{t('proposals.board.deadline', { day: day(card.deadline) })}{late && ` · ${t('proposals.overdue')}`}</Text>;
  }
  const [words, on] = stage === 'submitted' ? [t('proposals.submittedOn'), card.submittedOn] : [t(stage === 'approved' ? 'proposals.approvedOn' : 'proposals.rejectedOn'), card.decidedOn];
  return on ? <Text size="xs" c="gray.6">{words} {day(on)}</Text> : null;
}

function MoveMenu({ card, onMove }: Pick<CardProps, 'card' | 'onMove'>) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target><ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('proposals.board.moveOf', { title: card.title })}><IconDotsVertical size={15} /></ActionIcon></Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('proposals.board.moveTo')}</Menu.Label>
        {PROPOSAL_STAGES.filter((stage) => verbBetween(stageOf(card.stage), stage)).map((stage) => (
          <Menu.Item key={stage} onClick={() => onMove(card, stage)}>{t(`proposals.stages.${stage}`)}</Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconExternalLink size={15} />} renderRoot={(props) => <Link {...props} to="/propuestas/$id" params={{ id: card.id }} />}>{t('proposals.board.open')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
