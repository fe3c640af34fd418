import { Box, Group, SegmentedControl, Skeleton, Table, Text } from '@mantine/core';
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from './numbers.js';

export interface Series { key: string; label: string; colour?: string }

export interface ChartProps {
  /** What the chart shows, in a sentence: its name for screen readers. */
  label: string;
  /** Header of the first column: "Año". */
  categoryLabel: string;
  /** One row a point: its category and a value for each series; null: no data, a gap and never a zero. */
  rows: readonly ({ category: string } & Record<string, string | number | null>)[];
  series: readonly Series[];
  height?: number;
  /** Opens a value ("why this number?"): from the table, where every value is a button. */
  onOpen?: (category: string, series: string) => void;
}

// The chart library is large and most pages have none: it is fetched when the first chart is shown.
const LineDrawing = lazy(() => import('./chart-drawings.js').then((file) => ({ default: file.LineDrawing })));
const BarDrawing = lazy(() => import('./chart-drawings.js').then((file) => ({ default: file.BarDrawing })));

/** Values over time, as a line or as a table. */
export function TrendChart(props: ChartProps) {
  return <ChartWithTable {...props} drawing={<LineDrawing {...props} />} />;
}

/** Values side by side, as bars or as a table. */
export function BarsChart(props: ChartProps) {
  return <ChartWithTable {...props} drawing={<BarDrawing {...props} />} />;
}

/** A drawing, or its values as a table: the reader chooses. */
export function ChartWithTable({ drawing, ...props }: ChartProps & { drawing: React.ReactNode }) {
  const { t } = useTranslation();
  const [view, setView] = useState('chart');
  const title = useId();
  return (
    <Box role="group" aria-labelledby={title}>
      <Group justify="space-between" mb="sm" gap="xs">
        <Text id={title} size="sm" c="gray.7">{props.label}</Text>
        <SegmentedControl size="xs" value={view} onChange={setView} aria-label={props.label}
          data={[{ value: 'chart', label: t('common.asChart') }, { value: 'table', label: t('common.asTable') }]} />
      </Group>
      {view === 'table' ? <ValuesTable {...props} /> : (
        <Suspense fallback={<Skeleton h={props.height ?? 260} />}><div role="img" aria-label={props.label}>{drawing}</div></Suspense>
      )}
    </Box>
  );
}

function ValuesTable({ label, categoryLabel, rows, series, onOpen }: ChartProps) {
  const { t, i18n } = useTranslation();
  const shown = (value: string | number | null | undefined) => (typeof value === 'number' ? formatNumber(value, i18n.language) : t('common.notGiven'));
  return (
    <Table.ScrollContainer minWidth={280} type="native">
      <Table aria-label={label} fz="sm">
        <Table.Thead>
          <Table.Tr><Table.Th scope="col">{categoryLabel}</Table.Th>{series.map((each) => <Table.Th key={each.key} ta="right" scope="col">{each.label}</Table.Th>)}</Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.category}>
              <Table.Th scope="row" fw={500}>{row.category}</Table.Th>
              {series.map((each) => (
                <Table.Td key={each.key} ta="right" style={{ fontVariantNumeric: 'tabular-nums' }}>
                  {onOpen && typeof row[each.key] === 'number'
                    ? <Text component="button" type="button" className="link-button" size="sm" onClick={() => onOpen(row.category, each.key)}>{shown(row[each.key])}</Text>
                    : shown(row[each.key])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
