import { DragDropContext, type DropResult, type ResponderProvided } from '@hello-pangea/dnd';
import { Button, Group, Modal, Text } from '@mantine/core';
import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PROPOSAL_STAGES, verbBetween, type ProposalStage } from '@tejido/domain/proposal.js';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { apiKey, useApiPages } from '../../app/use-api.js';
import type { ProposalColumnQuery, ProposalFilter } from '../../gql/graphql.js';
import { BoardColumnFrame, ColumnState } from '../../ui/board.js';
import classes from '../../ui/board.module.css';
import { ProposalColumn, type Card, type Totals } from './operations.js';
import { ProposalCard } from './proposal-card.js';
import { ConfirmVerb, StepDialog } from './proposal-verbs.js';
import { amountText, stageOf } from './stage.js';

interface Move { card: Card; to: ProposalStage }

/** Proposals by stage. A card moves by the verb that leads to the column; the verb asks for its day before anything changes. */
export function ProposalBoard({ filter, totals }: { filter: ProposalFilter; totals?: Totals }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Move | null>(null);
  const find = useCards();
  const say = useWords(find);
  const move = (card: Card, to: ProposalStage) => { if (stageOf(card.stage) !== to) setAsked({ card, to }); };
  const end = (result: DropResult, provided: ResponderProvided) => {
    const card = find(result.draggableId);
    const to = result.reason === 'DROP' ? PROPOSAL_STAGES.find((stage) => stage === result.destination?.droppableId) : undefined;
    if (!card) return;
    provided.announce(say.ended(card, to ?? stageOf(card.stage)));
    if (to) move(card, to);
  };
  return (
    <DragDropContext dragHandleUsageInstructions={t('proposals.board.howToMove')} onDragEnd={end}
      onDragStart={({ draggableId, source }, { announce }) => announce(say.lifted(draggableId, source.droppableId))}
      onDragUpdate={({ destination }, { announce }) => announce(destination ? say.over(destination.droppableId) : t('proposals.board.nowhere'))}>
      <div className={classes.board}>
        <div className={classes.columns}>
          {PROPOSAL_STAGES.map((stage) => <Column key={stage} stage={stage} filter={filter} totals={totals} onMove={move} />)}
        </div>
      </div>
      {asked && <Step move={asked} onClose={() => setAsked(null)} />}
    </DragDropContext>
  );
}

function Column({ stage, filter, totals, onMove }: { stage: ProposalStage; filter: ProposalFilter; totals?: Totals; onMove: (card: Card, to: ProposalStage) => void }) {
  const { t, i18n } = useTranslation();
  const query = useApiPages(ProposalColumn, { filter: { ...filter, stage: [stage] }, after: null as string | null },
    { next: ({ proposals }) => (proposals.hasMore ? proposals.endCursor : null), withCursor: (variables, after) => ({ ...variables, after }), keepPrevious: true });
  const cards = query.data?.pages.flatMap(({ proposals }) => proposals.nodes) ?? [];
  const title = t(`proposals.stages.${stage}`);
  const amounts = totals?.byStage.find((each) => each.stage === stage)?.amounts ?? [];
  return (
    <BoardColumnFrame id={stage} title={title} count={query.data?.pages[0]?.proposals.total}
      note={amounts.length > 0 && <Text size="xs" c="gray.6">{amounts.map(({ currency, amount }) => amountText(amount, currency, i18n.language)).join(' · ')}</Text>}
      state={<ColumnState query={query} message={(error) => errorText(t, error)} empty={cards.length === 0} emptyText={t('proposals.board.empty')} />}
      more={query.hasNextPage && <Button size="compact-sm" variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} aria-label={t('proposals.board.moreOf', { column: title })}>{t('common.more')}</Button>}>
      {cards.map((card, index) => <ProposalCard key={card.id} card={card} index={index} onMove={onMove} />)}
    </BoardColumnFrame>
  );
}

/** The question that a move asks, or why no single step leads there. */
function Step({ move: { card, to }, onClose }: { move: Move; onClose: () => void }) {
  const { t } = useTranslation();
  const from = stageOf(card.stage);
  const verb = verbBetween(from, to);
  if (verb === 'submit' || verb === 'decide') return <StepDialog proposal={card} step={verb} answer={to === 'rejected' ? 'reject' : 'approve'} onClose={onClose} />;
  if (verb) return <ConfirmVerb proposal={card} verb={verb} onClose={onClose} />;
  return (
    <Modal opened onClose={onClose} closeButtonProps={{ 'aria-label': t('common.close') }}
      title={t('proposals.board.refusedTitle', { from: t(`proposals.stages.${from}`), to: t(`proposals.stages.${to}`) })}>
      <Text size="sm" fw={550} mb={4}>{card.title}</Text>
      <Text size="sm">{t(`proposals.board.refusedBody.${from === 'drafting' || from === 'submitted' ? from : 'over'}`)}</Text>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onClose}>{t('common.close')}</Button>
        <Button renderRoot={(props) => <Link {...props} to="/propuestas/$id" params={{ id: card.id }} />}>{t('proposals.board.open')}</Button>
      </Group>
    </Modal>
  );
}

/** Finds a card in what the columns have read. */
function useCards(): (id: string) => Card | undefined {
  const client = useQueryClient();
  return (id) => client.getQueriesData<InfiniteData<ProposalColumnQuery>>({ queryKey: apiKey(ProposalColumn), type: 'active' })
    .flatMap(([, data]) => data?.pages ?? []).flatMap(({ proposals }) => proposals.nodes).find((card) => card.id === id);
}

/** What is said to whoever does not see the board. */
function useWords(find: (id: string) => Card | undefined) {
  const { t } = useTranslation();
  const column = (stage: string) => t(`proposals.stages.${stageOf(stage)}`);
  return {
    lifted: (id: string, from: string) => t('proposals.board.lifted', { title: find(id)?.title ?? '', column: column(from) }),
    over: (stage: string) => t('proposals.board.over', { column: column(stage) }),
    ended: (card: Card, to: ProposalStage) => {
      const from = stageOf(card.stage);
      const said = to === from ? 'stays' : verbBetween(from, to) ? 'asked' : 'refused';
      return t(`proposals.board.${said}`, { title: card.title, column: column(to) });
    },
  };
}
