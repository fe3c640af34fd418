import { DragDropContext, type DragStart, type DragUpdate, type DropResult, type ResponderProvided } from '@hello-pangea/dnd';
import { Text } from '@mantine/core';
import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { isStage, PHASES } from '@tejido/domain/agreement-phase.js';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { titleOf } from '../../../app/titles.js';
import { apiKey } from '../../../app/use-api.js';
import type { AgreementFilter, AgreementSort } from '../../../gql/graphql.js';
import { useMay } from '../../../app/session.js';
import classes from '../../../ui/board.module.css';
import { BoardColumnView } from './board-column.js';
import { dropOn } from './moves.js';
import { BoardColumn, type BoardColumnAnswer, type Card } from './operations.js';
import { RefusedDrop, type Refused } from './refused-drop.js';
import { useMoves } from './use-moves.js';

const BANDS = [
  { name: 'stages', phases: PHASES.filter(isStage) },
  { name: 'derived', phases: PHASES.filter((phase) => !isStage(phase)) },
] as const;

/** Agreements by how far they have come. Cards move among the stages before signature; what comes after is derived. */
export function Board({ filter, sort }: { filter: AgreementFilter; sort: AgreementSort }) {
  const { t } = useTranslation();
  const { moves, move } = useMoves();
  const [refused, setRefused] = useState<Refused | null>(null);
  const [dragging, setDragging] = useState(false);
  const find = useCards();
  const mayMove = useMay('agreement.amend');
  const bandName = (name: 'stages' | 'derived') => t(`agreementViews.bands.${name === 'stages' && mayMove ? 'move' : name}`);
  const words = useWords(find);
  const end = (result: DropResult, provided: ResponderProvided) => {
    setDragging(false);
    words.end(result, provided);
    const card = find(result.draggableId);
    const drop = dropOn(result.source.droppableId, result.reason === 'DROP' ? (result.destination?.droppableId ?? null) : null);
    if (!card || drop.kind === 'none') return;
    if (drop.kind === 'refused') setRefused({ card, column: drop.column });
    else void move(card, drop.stage, result.destination?.index);
  };
  return (
    <DragDropContext dragHandleUsageInstructions={t('agreementViews.howToMove')} onDragStart={(start, provided) => { setDragging(true); words.start(start, provided); }} onDragUpdate={words.update} onDragEnd={end}>
      <div className={classes.board} data-dragging={dragging || undefined}>
        {BANDS.map(({ name, phases }) => (
          <section key={name} className={classes.band} aria-label={bandName(name)}>
            <Text size="xs" c="gray.7" fw={550} className={classes.bandName}>{bandName(name)}</Text>
            <div className={classes.columns}>
              {phases.map((phase) => <BoardColumnView key={phase} phase={phase} filter={filter} sort={sort} moves={moves} onMove={(card, stage) => void move(card, stage)} />)}
            </div>
          </section>
        ))}
      </div>
      <RefusedDrop refused={refused} onClose={() => setRefused(null)} />
    </DragDropContext>
  );
}

/** Finds a card in what the columns have read. */
function useCards(): (id: string) => Card | undefined {
  const client = useQueryClient();
  return (id) => client.getQueriesData<InfiniteData<BoardColumnAnswer>>({ queryKey: apiKey(BoardColumn), type: 'active' })
    .flatMap(([, data]) => data?.pages ?? []).flatMap(({ agreements }) => agreements.nodes).find((card) => card.id === id);
}

/** What is said to whoever does not see the board. */
function useWords(find: (id: string) => Card | undefined) {
  const { t } = useTranslation();
  const column = (phase: string) => t(`agreementViews.phases.${phase as 'contacted'}`);
  const title = (id: string) => { const card = find(id); return card ? titleOf(card) : ''; };
  const start = ({ draggableId, source }: DragStart, { announce }: ResponderProvided) =>
    announce(t('agreementViews.say.lifted', { title: title(draggableId), column: column(source.droppableId) }));
  const update = ({ destination }: DragUpdate, { announce }: ResponderProvided) => {
    if (!destination) return announce(t('agreementViews.say.nowhere'));
    const over = destination.droppableId;
    return announce(t(isStage(over) ? 'agreementViews.say.over' : 'agreementViews.say.overDerived', { column: column(over) }));
  };
  const end = ({ draggableId, source, destination, reason }: DropResult, { announce }: ResponderProvided) => {
    const drop = dropOn(source.droppableId, reason === 'DROP' ? (destination?.droppableId ?? null) : null);
    const said = { none: 'stays', refused: 'refused', moved: 'moved' } as const;
    announce(t(`agreementViews.say.${said[drop.kind]}`, { title: title(draggableId), column: column(destination?.droppableId ?? source.droppableId) }));
  };
  return { start, update, end };
}
