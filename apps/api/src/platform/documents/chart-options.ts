import { contrast, legibleOnWhite, mixed } from '@tejido/domain/colour.js';
import { INK, LINE, QUIET, type Brand, type DocumentLanguage } from './brand.js';
import type { BarsChart, Chart, StackedChart, TrendChart, WaterfallChart } from './chart.js';
import { seriesColours } from './chart-colours.js';
import { FONT, textWidth, wrapped } from './fonts.js';

export interface Look { width: number; height: number; brand: Pick<Brand, 'primary' | 'accent'>; language: DocumentLanguage }
const SIZE = 11; // points of letters

const written = (language: DocumentLanguage) => new Intl.NumberFormat(language === 'es' ? 'es-419' : 'en-GB', { maximumFractionDigits: 1, useGrouping: true });
/** "1,234.5", as both languages write it in the region; a change has its sign, with a real minus. */
export const numberIn = (value: number, language: DocumentLanguage, signed = false): string => {
  const text = written(language).format(Math.abs(value));
  return value < 0 ? `−${text}` : signed && value > 0 ? `+${text}` : text;
};

/** The options of echarts for a chart that is not empty. */
export function chartOptions(chart: Chart, look: Look): object {
  return { animation: false, textStyle: { fontFamily: FONT, fontSize: SIZE, color: INK }, ...optionsOf(chart, look) };
}

function optionsOf(chart: Chart, look: Look): object {
  switch (chart.kind) {
    case 'bars': return barsOptions(chart, look);
    case 'stacked': return stackedOptions(chart, look);
    case 'trend': return trendOptions(chart, look);
    case 'waterfall': return waterfallOptions(chart, look);
  }
}

const BAR_LABELS = 0.42; // of the width, at most, for the names of bars
const barLabelWidth = (bars: BarsChart['bars'], width: number) => Math.min(width * BAR_LABELS, Math.max(...bars.map(({ label }) => textWidth(label, SIZE))) + 4);
const barLines = (bars: BarsChart['bars'], width: number) => bars.map(({ label }) => wrapped(label, barLabelWidth(bars, width), SIZE));

/** As high as its bars need: names that do not fit a line take two. */
export const barsHeight = ({ bars }: BarsChart, width: number): number =>
  12 + bars.length * Math.max(24, Math.max(1, ...barLines(bars, width).map((lines) => lines.length)) * SIZE * 1.2 + 8);

function barsOptions({ bars }: BarsChart, { width, brand, language }: Look): object {
  const names = barLines(bars, width).map((lines) => lines.join('\n'));
  return {
    grid: { left: barLabelWidth(bars, width) + 10, right: 48, top: 4, bottom: 4 },
    xAxis: { type: 'value', show: false, min: 0, max: Math.max(1, ...bars.map(({ value }) => value)) },
    yAxis: { type: 'category', inverse: true, data: names, axisTick: { show: false }, axisLine: { lineStyle: { color: LINE } }, axisLabel: { color: INK, fontSize: SIZE, lineHeight: SIZE * 1.2, interval: 0 } },
    series: [{
      type: 'bar', barMaxWidth: 16, data: bars.map(({ value }) => value), itemStyle: { color: legibleOnWhite(brand.primary) },
      label: { show: true, position: 'right', color: INK, fontWeight: 'bold', fontSize: SIZE, formatter: ({ value }: { value: number }) => numberIn(value, language) },
    }],
  };
}

const categoryAxis = (categories: readonly string[], room: number) => ({
  type: 'category', data: categories.map((each) => wrapped(each, Math.max(30, room / categories.length - 6), SIZE).join('\n')),
  axisTick: { show: false }, axisLine: { lineStyle: { color: LINE } }, axisLabel: { color: QUIET, fontSize: SIZE, interval: 0, lineHeight: SIZE * 1.2 },
});
const valueAxis = (language: DocumentLanguage) => ({
  type: 'value', minInterval: 1, min: 0, axisLine: { show: false }, axisTick: { show: false }, splitLine: { lineStyle: { color: '#e7eaef' } }, axisLabel: { color: QUIET, fontSize: SIZE, formatter: (value: number) => numberIn(value, language) },
});
const LEGEND_ROW = 18;

/** Names under the drawing, and how high their rows are. */
function legendOf(names: readonly string[], width: number, itemWidth = 14): { legend: object; room: number } {
  const [gap, room] = [16, width - 16];
  let [rows, used] = [1, 0];
  for (const name of names) {
    const need = itemWidth + 6 + textWidth(name, SIZE) + gap;
    if (used > 0 && used + need > room) { rows++; used = 0; }
    used += need;
  }
  const legend = { data: names.map((name) => ({ name })), bottom: 0, left: 'center', width: room, itemWidth, itemHeight: 10, itemGap: gap, textStyle: { color: INK, fontSize: SIZE, lineHeight: LEGEND_ROW } };
  return { legend, room: rows * (LEGEND_ROW + 8) + 4 };
}
const grid = (top: number, bottom: number) => ({ left: 8, right: 8, top, bottom, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' });

function stackedOptions({ categories, series }: StackedChart, { width, height, brand, language }: Look): object {
  const colours = seriesColours(brand);
  const { legend, room } = legendOf(series.map(({ name }) => name), width);
  const highest = Math.max(1, ...categories.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0)));
  // A part that is thinner than its number goes without: the table beside the chart has it.
  const thinnest = (SIZE / (height - room - 60)) * highest;
  return {
    grid: grid(16, room), legend: { ...legend, icon: 'rect' }, xAxis: categoryAxis(categories, width - 60), yAxis: valueAxis(language),
    series: series.map(({ name, values }, at) => {
      const colour = colours[at % colours.length]!;
      return {
        name, type: 'bar', stack: 'all', barMaxWidth: 46, data: values.map((value) => (value === 0 ? null : value)), itemStyle: { color: colour, borderColor: '#ffffff', borderWidth: 1 },
        label: { show: true, fontSize: SIZE - 1, fontWeight: 'bold', color: contrast(colour, '#ffffff') >= 4.5 ? '#ffffff' : INK, formatter: ({ value }: { value: number }) => (value < thinnest ? '' : numberIn(value, language)) },
      };
    }),
  };
}

function trendOptions({ categories, series, target, bands = [] }: TrendChart, { width, brand, language }: Look): object {
  const [colour, other] = [legibleOnWhite(brand.primary), legibleOnWhite(brand.accent)];
  const { legend, room } = legendOf([series.name, ...(target ? [target.name] : [])], width, 26);
  const aims = target?.values ?? [];
  // The higher of both is written above its mark, the lower below, so that they never meet.
  const isBelow = (at: number) => series.values[at] !== null && aims[at] != null && series.values[at]! < aims[at]!;
  const points = (values: readonly (number | null)[], below: (at: number) => boolean) => values.map((value, at) => ({ value, label: { position: below(at) ? 'bottom' : 'top' } }));
  const label = (ink: string) => ({ show: true, color: ink, fontSize: SIZE, fontWeight: 'bold', formatter: ({ value }: { value: number }) => numberIn(value, language) });
  const strokes = (ink: string) => ({ itemStyle: { color: ink }, label: label(ink) });
  return {
    grid: grid(bands.length > 0 ? 44 : 22, room), legend,
    xAxis: [categoryAxis(categories, width - 60), { type: 'value', min: 0, max: categories.length, show: false }], yAxis: { ...valueAxis(language), boundaryGap: [0, '12%'] },
    series: [
      bandSeries(bands, (width - 60) / categories.length),
      { name: series.name, type: 'line', data: points(series.values, isBelow), symbol: 'circle', symbolSize: 7, lineStyle: { color: colour, width: 2.5 }, ...strokes(colour) },
      // Apart by dashes and a hollow diamond, not by colour alone.
      ...(target ? [{
        name: target.name, type: 'line', data: points(aims, (at) => series.values[at] != null && !isBelow(at)), connectNulls: true, symbol: 'emptyDiamond', symbolSize: 9,
        lineStyle: { color: other, width: 1.75, type: 'dashed' }, ...strokes(other),
      }] : []),
    ],
  };
}

/** On an axis of its own, on which a category is from its index to the next: every other band has a ground, its name stands above it. */
const bandSeries = (bands: NonNullable<TrendChart['bands']>, perCategory: number): object => ({
  type: 'line', xAxisIndex: 1, data: [], silent: true,
  markArea: {
    silent: true, label: { position: 'top', color: QUIET, fontSize: SIZE - 1.5, lineHeight: SIZE, distance: 3 },
    data: bands.map(({ label, from, to }, at) => {
      const lines = wrapped(label, Math.max(24, (to - from) * perCategory - 4), SIZE - 1.5);
      return [{ name: lines.length > 2 ? `${lines[0]}\n${lines[1]}…` : lines.join('\n'), xAxis: from, itemStyle: { color: at % 2 === 0 ? '#e7eaef' : '#f8f9fb', opacity: 1 } }, { xAxis: to }];
    }),
  },
});

function waterfallOptions({ steps }: WaterfallChart, { width, brand, language }: Look): object {
  let level = 0;
  const bars = steps.map(({ value, is }) => {
    const from = is === 'total' ? 0 : level;
    level = is === 'total' ? value : level + value;
    return { low: Math.min(from, level), size: Math.abs(level - from), is, value, level };
  });
  const colour = (at: number) => (bars[at]!.is === 'total' ? legibleOnWhite(brand.primary) : bars[at]!.value < 0 ? '#4d4d4d' : mixed(brand.primary, '#ffffff', 0.45));
  return {
    grid: grid(22, 8),
    xAxis: categoryAxis(steps.map(({ label }) => label), width - 60), yAxis: valueAxis(language),
    series: [
      { type: 'bar', stack: 'all', silent: true, data: bars.map(({ low }) => low), itemStyle: { color: 'transparent' } },
      {
        type: 'bar', stack: 'all', barMaxWidth: 60, data: bars.map(({ size }, at) => ({ value: size, itemStyle: { color: colour(at) } })),
        label: { show: true, position: 'top', color: INK, fontWeight: 'bold', fontSize: SIZE, formatter: ({ dataIndex }: { dataIndex: number }) => numberIn(steps[dataIndex]!.value, language, steps[dataIndex]!.is === 'change') },
      },
    ],
  };
}
