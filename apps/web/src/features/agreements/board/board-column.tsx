import { Button } from '@mantine/core';
import { isStage, type Phase } from '@tejido/domain/agreement-phase.js';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../../app/problems.js';
import { useApiPages } from '../../../app/use-api.js';
import type { AgreementFilter, AgreementSort } from '../../../gql/graphql.js';
import { BoardColumnFrame, ColumnState } from '../../../ui/board.js';
import { BoardCard } from './board-card.js';
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
  const title = t(`agreementViews.phases.${phase}`);
  return (
    <BoardColumnFrame id={phase} title={title} quiet={!isStage(phase)} count={query.data && countWith(phase, read, query.data.pages[0]!.agreements.total, moves)}
      state={<ColumnState query={query} message={(error) => errorText(t, error)} empty={cards.length === 0} emptyText={t('agreementViews.columnEmpty')} />}
      more={query.hasNextPage && <Button size="compact-sm" variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} aria-label={t('agreementViews.moreOf', { column: title })}>{t('common.more')}</Button>}>
      {cards.map((card, index) => <BoardCard key={card.id} card={card} phase={phase} index={index} waiting={moves.has(card.id)} onMove={onMove} />)}
    </BoardColumnFrame>
  );
}
