import { Box, Button, Group, Table, Text, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './data-table.module.css';

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The name under which the server sorts; absent: not sortable. */
  sort?: string;
  align?: 'left' | 'right';
  width?: number | string;
  /** On a phone: the card's title, a line with its header, its upper corner (a menu), or left out. The first column is the title by default. */
  phone?: 'title' | 'line' | 'corner' | 'hidden';
}

export interface Sort { by: string; descending: boolean }

interface DataTableProps<Row> {
  /** What the table lists, for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Opens a row: click, or Enter on the focused row. Give the title cell a real link as well, for new tabs. */
  onOpen?: (row: Row) => void;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Keyset page: there is a next one. */
  hasMore?: boolean;
  onMore?: () => void;
  loadingMore?: boolean;
  /** All rows that match, when known: shown as "50 of 424". */
  total?: number;
}

/** Rows in columns; arrow keys move, Enter opens; cards on a phone. Empty, loading and failed states belong to the page. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  return (
    <Box>
      {phone ? <Cards {...props} /> : <Grid {...props} />}
      <More {...props} />
    </Box>
  );
}

function Grid<Row>({ label, columns, rows, rowKey, onOpen, sort, onSort }: DataTableProps<Row>) {
  return (
    <Table.ScrollContainer minWidth={560} type="native">
      <Table aria-label={label} highlightOnHover={!!onOpen} className={classes.table}>
        <Table.Thead>
          <Table.Tr>{columns.map((column) => <Header key={column.key} column={column} sort={sort} onSort={onSort} />)}</Table.Tr>
        </Table.Thead>
        <Table.Tbody onKeyDown={moveBetweenRows}>
          {rows.map((row) => (
            <Table.Tr key={rowKey(row)} tabIndex={onOpen ? 0 : undefined} className={onOpen ? classes.row : undefined} {...opener(row, onOpen)}>
              {columns.map((column) => <Table.Td key={column.key} ta={column.align} w={column.width}>{column.cell(row)}</Table.Td>)}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Header<Row>({ column, sort, onSort }: { column: Column<Row>; sort?: Sort; onSort?: (sort: Sort) => void }) {
  const { t } = useTranslation();
  const by = column.sort;
  if (!by || !onSort) return <Table.Th ta={column.align} w={column.width} scope="col">{column.header}</Table.Th>;
  const active = sort?.by === by;
  const Icon = !active ? IconSelector : sort.descending ? IconArrowDown : IconArrowUp;
  return (
    <Table.Th ta={column.align} w={column.width} scope="col" aria-sort={!active ? 'none' : sort.descending ? 'descending' : 'ascending'}>
      <UnstyledButton className={classes.sort} data-active={active || undefined} aria-label={t('common.sortBy', { column: column.header })}
        onClick={() => onSort({ by, descending: active ? !sort.descending : false })}>
        {column.header}<Icon size={14} stroke={1.8} aria-hidden />
      </UnstyledButton>
    </Table.Th>
  );
}

function Cards<Row>({ label, columns, rows, rowKey, onOpen }: DataTableProps<Row>) {
  const title = columns.find((column) => column.phone === 'title') ?? columns[0];
  const corner = columns.find((column) => column.phone === 'corner');
  const lines = columns.filter((column) => column !== title && column !== corner && column.phone !== 'hidden');
  return (
    <ul aria-label={label} className={classes.cards} onKeyDown={moveBetweenRows}>
      {rows.map((row) => (
        <li key={rowKey(row)} tabIndex={onOpen ? 0 : undefined} className={classes.card} data-corner={corner !== undefined || undefined} {...opener(row, onOpen)}>
          <Text component="div" fw={550} size="sm">{title?.cell(row)}</Text>
          {lines.map((column) => ({ column, shown: column.cell(row) })).filter(({ shown }) => shown !== null).map(({ column, shown }) => (
            <div key={column.key} className={classes.line}>
              <span className={classes.lineName}>{column.header}</span><div>{shown}</div>
            </div>
          ))}
          {corner && <div className={classes.corner}>{corner.cell(row)}</div>}
        </li>
      ))}
    </ul>
  );
}

function More<Row>({ rows, total, hasMore, onMore, loadingMore }: DataTableProps<Row>) {
  const { t } = useTranslation();
  if (!hasMore && total === undefined) return null;
  return (
    <Group justify="center" gap="md" py="sm">
      {total !== undefined && <Text size="sm" c="gray.6" role="status">{t('common.of', { shown: rows.length, total })}</Text>}
      {hasMore && <Button variant="default" size="xs" loading={loadingMore} onClick={onMore}>{t('common.more')}</Button>}
    </Group>
  );
}

/** A click on a link or button inside the row is theirs, and so is a selection of text. */
function opener<Row>(row: Row, onOpen?: (row: Row) => void) {
  if (!onOpen) return {};
  return {
    onClick: (event: { target: EventTarget }) => {
      if ((event.target as HTMLElement).closest('a, button, input, label') || window.getSelection()?.toString()) return;
      onOpen(row);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => { if (event.key === 'Enter' && event.target === event.currentTarget) onOpen(row); },
  };
}

function moveBetweenRows(event: KeyboardEvent<HTMLElement>) {
  const row = event.target as HTMLElement;
  if (row.tabIndex !== 0 || row.parentElement !== event.currentTarget) return;
  const next = event.key === 'ArrowDown' ? row.nextElementSibling : event.key === 'ArrowUp' ? row.previousElementSibling : null;
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}
