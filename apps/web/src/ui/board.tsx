import { Draggable, Droppable } from '@hello-pangea/dnd';
import { Button, Group, Skeleton, Text, Title } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './board.module.css';

interface ColumnProps {
  /** Where cards are dropped; unique on the page. */
  id: string;
  title: string;
  /** Undefined until it is read. */
  count?: number;
  /** A quiet line under the title. */
  note?: ReactNode;
  /** Drawn lightly: what is in it cannot be set by dropping. */
  quiet?: boolean;
  /** The cards, in order. */
  children: readonly ReactNode[];
  /** What stands where cards are missing: loading, failed, none. */
  state: ReactNode;
  more?: ReactNode;
}

/** One column of a board: its name, its count, its cards, and where others are dropped. Goes in a DragDropContext. */
export function BoardColumnFrame({ id, title, count, note, quiet, children, state, more }: ColumnProps) {
  const heading = `column-${id}`;
  return (
    <section className={classes.column} data-derived={quiet || undefined} aria-labelledby={heading}>
      <div className={classes.heading}>
        <Group gap={8} align="baseline" wrap="nowrap">
          <Title order={3} size="sm" id={heading}>{title}</Title>
          {count !== undefined && <Text size="sm" c="gray.6" data-testid={`count-${id}`}>{count}</Text>}
        </Group>
        {note}
      </div>
      <Droppable droppableId={id}>
        {(provided, { isDraggingOver }) => (
          <div ref={provided.innerRef} {...provided.droppableProps} className={classes.cards} data-over={isDraggingOver || undefined}>
            {children}
            {provided.placeholder}
            {!isDraggingOver && state}
          </div>
        )}
      </Droppable>
      {more}
    </section>
  );
}

interface CardFrameProps {
  id: string;
  index: number;
  /** What the card is called. */
  label: string;
  movable: boolean;
  /** On its way: it cannot be taken again. */
  waiting?: boolean;
  menu?: ReactNode;
  children: ReactNode;
}

/** A card that moves by mouse, by finger, or with the space bar and the arrows. */
export function BoardCardFrame({ id, index, label, movable, waiting, menu, children }: CardFrameProps) {
  return (
    <Draggable draggableId={id} index={index} isDragDisabled={!movable || waiting}>
      {(provided, { isDragging }) => (
        // A group, not the button that the library makes of it: there are a link and a menu in it.
        <div ref={provided.innerRef} {...provided.draggableProps} {...(movable ? provided.dragHandleProps : {})} role="group" aria-label={label}
          className={classes.card} data-dragging={isDragging || undefined} data-waiting={waiting || undefined} data-movable={movable || undefined}>
          {movable && <IconGripVertical size={14} className={classes.grip} aria-hidden />}
          <div className={classes.body}>{children}</div>
          {movable && menu}
        </div>
      )}
    </Draggable>
  );
}

interface ColumnQuery { isPending: boolean; error: Error | null; data: unknown; refetch: () => unknown }

interface StateProps { query: ColumnQuery; message: (error: Error) => string; empty: boolean; emptyText: string }

/** What a column shows instead of cards. */
export function ColumnState({ query, message, empty, emptyText }: StateProps) {
  const { t } = useTranslation();
  if (query.data === undefined && query.error) {
    return <Text size="sm" role="alert" p="xs">{message(query.error)} <Button size="compact-sm" variant="default" onClick={() => void query.refetch()}>{t('common.retry')}</Button></Text>;
  }
  if (query.isPending) return <><Skeleton h={76} mb={8} /><Skeleton h={76} opacity={0.6} /></>;
  return empty ? <Text size="sm" c="gray.6" p="xs">{emptyText}</Text> : null;
}
