import '@mantine/charts/styles.css';
import { BarChart, LineChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import { formatNumber } from './numbers.js';
import type { ChartProps, Series } from './charts.js';

// The accent first; the others differ in lightness too, so that they can be told apart without colour.
const COLOURS = ['anil.7', 'orange.6', 'teal.8', 'gray.5', 'grape.8'];

const drawn = (series: readonly Series[]) => series.map((each, index) => ({
  name: each.key, label: each.label, color: each.colour ?? COLOURS[index % COLOURS.length]!,
}));

function useShared({ rows, series, height = 260 }: ChartProps) {
  const { i18n } = useTranslation();
  return {
    data: [...rows], dataKey: 'category', series: drawn(series), h: height, withLegend: series.length > 1,
    gridAxis: 'x' as const, tickLine: 'none' as const, valueFormatter: (value: number) => formatNumber(value, i18n.language),
  };
}

/** The lines of a TrendChart; loaded lazily by charts.tsx. */
export function LineDrawing(props: ChartProps) {
  return <LineChart {...useShared(props)} curveType="linear" strokeWidth={2} connectNulls={false} dotProps={{ r: 3 }} yAxisProps={{ allowDecimals: false }} />;
}

/** The bars of a BarsChart; loaded lazily by charts.tsx. */
export function BarDrawing(props: ChartProps) {
  return <BarChart {...useShared(props)} maxBarWidth={36} yAxisProps={{ allowDecimals: false }} />;
}
