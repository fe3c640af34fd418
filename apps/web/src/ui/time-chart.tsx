import { Box, Group, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { daysBetween, endOfYear, startOfYear, type Day } from '@tejido/domain/day.js';
import { useTranslation } from 'react-i18next';
import { ChartWithTable, type Series } from './charts.js';
import { formatNumber } from './numbers.js';
import classes from './time-chart.module.css';

/** A year's figure: at its end, or on `day` for the one that runs. Null: to come, or nothing known. */
export interface YearPoint { year: number; day: Day; value: number | null; target: number | null; running: boolean }

/** A stretch of time drawn behind the figures, such as a presidency term. */
export interface TimeBand { id: string; from: Day; to: Day | null; short: string; long: string }

interface TimeChartProps {
  /** What the chart shows, in a sentence: its name for screen readers. */
  label: string;
  points: readonly YearPoint[];
  bands?: readonly TimeBand[];
  bandLabel?: string;
  valueLabel: string;
  targetLabel: string;
  /** A stock is a line through days, a flow a bar for each year. */
  shape: 'line' | 'bars';
  /** The table twin: one row a year. */
  table: { categoryLabel: string; rows: readonly ({ category: string } & Record<string, string | number | null>)[]; series: readonly Series[] };
}

const HEIGHT = 280;
const MARGIN = { top: 34, right: 12, bottom: 28, left: 34 };
const WIDTH_OF_LONG_LABEL = 84; // pixels: below this a band shows its short label

/** Figures of years on a true time scale with their targets, and who presided behind them; or the same as a table. */
export function TimeChart({ label, table, ...drawing }: TimeChartProps) {
  return <ChartWithTable label={label} {...table} height={HEIGHT} drawing={<Drawing {...drawing} />} />;
}

interface Scale { x: (day: Day) => number; y: (value: number) => number; ticks: number[]; width: number; yearWidth: number }

function Drawing({ points, bands = [], bandLabel, valueLabel, targetLabel, shape }: Omit<TimeChartProps, 'label' | 'table'>) {
  const { ref, width } = useElementSize();
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return null;
  const scale = scaleOf(points, Math.max(width, 280));
  return (
    <Box ref={ref}>
      <svg width="100%" height={HEIGHT} viewBox={`0 0 ${scale.width} ${HEIGHT}`} aria-hidden className={classes.chart}>
        <Bands bands={bands} scale={scale} first={startOfYear(first.year)} last={endOfYear(last.year)} />
        <Axes points={points} scale={scale} />
        {shape === 'bars' && <Bars points={points} scale={scale} />}
        <Targets points={points} scale={scale} shape={shape} />
        {shape === 'line' && <Line points={points} scale={scale} />}
      </svg>
      <Group gap="lg" mt={4}>
        <Legend className={classes.value} text={valueLabel} shape={shape === 'line' ? 'dot' : 'square'} />
        <Legend className={classes.target} text={targetLabel} shape="diamond" />
        {bands.length > 0 && bandLabel && <Legend className={classes.bandKey} text={bandLabel} shape="square" />}
      </Group>
    </Box>
  );
}

function scaleOf(points: readonly YearPoint[], width: number): Scale {
  const from = startOfYear(points[0]!.year);
  const days = daysBetween(from, endOfYear(points.at(-1)!.year)) + 1;
  const highest = Math.max(1, ...points.flatMap(({ value, target }) => [value ?? 0, target ?? 0]));
  const step = niceStep(highest / 4);
  const ticks = Array.from({ length: Math.ceil(highest / step) + 1 }, (_, at) => at * step);
  const top = ticks.at(-1)!;
  const inner = width - MARGIN.left - MARGIN.right;
  return {
    width, ticks, yearWidth: inner / points.length,
    x: (day) => MARGIN.left + (daysBetween(from, day) / days) * inner,
    y: (value) => HEIGHT - MARGIN.bottom - (value / top) * (HEIGHT - MARGIN.top - MARGIN.bottom),
  };
}

/** 1, 2, 5, 10, 20 … so that the axis has round numbers. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  return [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? 10 * power;
}

function Bands({ bands, scale, first, last }: { bands: readonly TimeBand[]; scale: Scale; first: Day; last: Day }) {
  const shown = bands.filter((band) => band.from <= last && (band.to === null || band.to > first));
  return shown.map((band, at) => {
    const [from, to] = [scale.x(band.from < first ? first : band.from), scale.x(band.to === null || band.to > last ? last : band.to)];
    const text = to - from >= WIDTH_OF_LONG_LABEL ? band.long : band.short;
    return (
      <g key={band.id}>
        <rect x={from} y={12} width={Math.max(0, to - from)} height={HEIGHT - MARGIN.bottom - 12} className={at % 2 === 0 ? classes.band : classes.bandOther} />
        <text x={(from + to) / 2} y={25} className={classes.bandName}>{text}</text>
      </g>
    );
  });
}

function Axes({ points, scale }: { points: readonly YearPoint[]; scale: Scale }) {
  const { i18n } = useTranslation();
  return (
    <>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line x1={MARGIN.left} x2={scale.width - MARGIN.right} y1={scale.y(tick)} y2={scale.y(tick)} className={tick === 0 ? classes.base : classes.grid} />
          <text x={MARGIN.left - 8} y={scale.y(tick) + 4} className={classes.tick}>{formatNumber(tick, i18n.language)}</text>
        </g>
      ))}
      {points.map(({ year, running }) => (
        <text key={year} x={scale.x(startOfYear(year)) + scale.yearWidth / 2} y={HEIGHT - 8} className={classes.year} data-running={running || undefined}>
          {scale.yearWidth < 36 ? `’${String(year).slice(2)}` : year}
        </text>
      ))}
    </>
  );
}

const pathOf = (points: readonly (readonly [number, number])[]): string => points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

// A stock is to be reached at the year's end; what a year is to bring stands over its bar.
function Targets({ points, scale, shape }: { points: readonly YearPoint[]; scale: Scale; shape: TimeChartProps['shape'] }) {
  const at = (year: number) => (shape === 'line' ? scale.x(endOfYear(year)) : scale.x(startOfYear(year)) + scale.yearWidth / 2);
  const places = points.flatMap(({ year, target }) => (target === null ? [] : [[at(year), scale.y(target)] as const]));
  return (
    <g className={classes.target}>
      {shape === 'line' && <path d={pathOf(places)} className={classes.targetLine} />}
      {shape === 'bars' && places.map(([x, y]) => <path key={`line ${x}`} d={`M${x - scale.yearWidth * 0.36} ${y}H${x + scale.yearWidth * 0.36}`} className={classes.targetLine} />)}
      {places.map(([x, y]) => <path key={x} d={`M${x} ${y - 4.5}L${x + 4.5} ${y}L${x} ${y + 4.5}L${x - 4.5} ${y}Z`} className={classes.diamond} />)}
    </g>
  );
}

function Line({ points, scale }: { points: readonly YearPoint[]; scale: Scale }) {
  const known = points.filter((point): point is YearPoint & { value: number } => point.value !== null);
  return (
    <g className={classes.value}>
      <path d={pathOf(known.map(({ day, value }) => [scale.x(day), scale.y(value)]))} className={classes.line} />
      {known.map(({ year, day, value, running }) => (
        <g key={year}>
          <circle cx={scale.x(day)} cy={scale.y(value)} r={4.5} className={running ? classes.hollow : classes.dot} />
          <text x={scale.x(day)} y={scale.y(value) - 10} className={classes.number}>{value}</text>
        </g>
      ))}
    </g>
  );
}

function Bars({ points, scale }: { points: readonly YearPoint[]; scale: Scale }) {
  const width = Math.min(44, scale.yearWidth * 0.5);
  return (
    <g className={classes.value}>
      {points.map(({ year, value, running }) => value !== null && (
        <g key={year}>
          <rect x={scale.x(startOfYear(year)) + (scale.yearWidth - width) / 2} y={scale.y(value)} width={width} height={scale.y(0) - scale.y(value)} rx={3}
            className={running ? classes.barRunning : classes.bar} />
          <text x={scale.x(startOfYear(year)) + scale.yearWidth / 2} y={scale.y(0) - 8} className={running ? classes.number : classes.numberInside}>{value}</text>
        </g>
      ))}
    </g>
  );
}

const SHAPES = { dot: 'M5 1a4 4 0 1 1 0 8a4 4 0 1 1 0-8Z', square: 'M1 1h8v8h-8Z', diamond: 'M5 0.5L9.5 5L5 9.5L0.5 5Z' } as const;

function Legend({ className, text, shape }: { className?: string; text: string; shape: keyof typeof SHAPES }) {
  return (
    <Group gap={6} wrap="nowrap">
      <svg width={10} height={10} aria-hidden className={className}><path d={SHAPES[shape]} fill="currentColor" /></svg>
      <Text size="xs" c="gray.7">{text}</Text>
    </Group>
  );
}
