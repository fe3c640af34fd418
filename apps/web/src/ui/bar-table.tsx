import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './bar-table.module.css';
import { formatNumber } from './numbers.js';

export interface BarRow { key: string; label: ReactNode; value: number; quiet?: boolean }

interface BarTableProps {
  /** What it lists, for screen readers. */
  label: string;
  categoryLabel: string;
  valueLabel: string;
  rows: readonly BarRow[];
  /** A last row with the sum; absent where rows do not add up, with a `note` that says why. */
  total?: { label: string; value: number };
  note?: ReactNode;
}

/** Values side by side: a table whose bars are drawn in its cells, so that the drawing is the table. */
export function BarTable({ label, categoryLabel, valueLabel, rows, total, note }: BarTableProps) {
  const { i18n } = useTranslation();
  const most = Math.max(1, ...rows.map(({ value }) => value));
  const shown = (value: number) => formatNumber(value, i18n.language);
  return (
    <div>
      <Table aria-label={label} fz="sm" className={classes.table} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr><Table.Th scope="col">{categoryLabel}</Table.Th><Table.Th scope="col" ta="right" className={classes.head}>{valueLabel}</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.key}>
              <Table.Th scope="row" fw={500} c={row.quiet ? 'gray.6' : undefined}>{row.label}</Table.Th>
              <Table.Td>
                <div className={classes.cell}>
                  <span className={classes.track} aria-hidden><span className={classes.bar} data-quiet={row.quiet || undefined} style={{ width: `${(row.value / most) * 100}%` }} /></span>
                  <span className={classes.number}>{shown(row.value)}</span>
                </div>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        {total && (
          <Table.Tfoot>
            <Table.Tr><Table.Th scope="row">{total.label}</Table.Th><Table.Th ta="right" className={classes.number}>{shown(total.value)}</Table.Th></Table.Tr>
          </Table.Tfoot>
        )}
      </Table>
      {note && <Text size="sm" c="gray.7" mt="sm" component="div">{note}</Text>}
    </div>
  );
}
