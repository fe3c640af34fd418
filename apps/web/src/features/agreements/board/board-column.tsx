import { Droppable } from '@hello-pangea/dnd';
import { Button, Group, Skeleton, Text, Title } from '@mantine/core';
import { isStage, type Phase } from '@tejido/domain/agreement-phase.js';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../../app/problems.js';
import { useApiPages } from '../../../app/use-api.js';
import type { AgreementFilter, AgreementSort } from '../../../gql/graphql.js';
import { BoardCard } from './board-card.js';
import classes from './board.module.css';
import { cardsWith, countWith, type Moves } from './moves.js';
import { BoardColumn, type Card } from './operations.js';

interface ColumnProps { phase: Phase; filter: AgreementFilter; sort: AgreementSort; moves: Moves<Card>; onMove: (card: Card, stage: string) => void }

/** One column: its count, its cards page by page, and where others can be dropped. */
export function BoardColumnView({ phase, filter, sort, moves, onMove }: ColumnProps) {
  const { t } = useTranslation();
  const query = useApiPages(BoardColumn, { filter: { ...filter, phase: [phase] }, sort, after: null as string | null },
    { next: ({ agreements }) => (agreements.hasMore ? agreements.endCursor : null), withCursor: (variables, after) => ({ ...variables, after }), keepPrevious: true });
  const read = query.data?.pages.flatMap(({ agreements }) => agreements.nodes) ?? [];
  const cards = cardsWith(phase, read, moves);
  const heading = `phase-${phase}`;
  return (
    <section className={classes.column} data-derived={!isStage(phase) || undefined} aria-labelledby={heading}>
      <Group gap={8} align="baseline" wrap="nowrap" className={classes.heading}>
        <Title order={3} size="sm" id={heading}>{t(`agreementViews.phases.${phase}`)}</Title>
        {query.data && <Text size="sm" c="gray.6" data-testid={`count-${phase}`}>{countWith(phase, read, query.data.pages[0]!.agreements.total, moves)}</Text>}
      </Group>
      <Droppable droppableId={phase}>
        {(provided, { isDraggingOver }) => (
          <div ref={provided.innerRef} {...provided.droppableProps} className={classes.cards} data-over={isDraggingOver || undefined}>
            {cards.map((card, index) => <BoardCard key={card.id} card={card} phase={phase} index={index} waiting={moves.has(card.id)} onMove={onMove} />)}
            {provided.placeholder}
            <ColumnState query={query} empty={cards.length === 0 && !isDraggingOver} />
          </div>
        )}
      </Droppable>
      {query.hasNextPage && <Button size="compact-sm" variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} aria-label={t('agreementViews.moreOf', { column: t(`agreementViews.phases.${phase}`) })}>{t('common.more')}</Button>}
    </section>
  );
}

function ColumnState({ query, empty }: { query: { isPending: boolean; error: Error | null; data: unknown; refetch: () => unknown }; empty: boolean }) {
  const { t } = useTranslation();
  if (query.data === undefined && query.error) {
    return <Text size="sm" role="alert" p="xs">{errorText(t, query.error)} <Button size="compact-sm" variant="default" onClick={() => void query.refetch()}>{t('common.retry')}</Button></Text>;
  }
  if (query.isPending) return <><Skeleton h={76} mb={8} /><Skeleton h={76} opacity={0.6} /></>;
  return empty ? <Text size="sm" c="gray.6" p="xs">{t('agreementViews.columnEmpty')}</Text> : null;
}
