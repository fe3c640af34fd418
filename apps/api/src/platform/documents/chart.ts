/** What a chart shows; how it looks is decided in one place. Labels are in the reader's language already, numbers are formatted by it. */
export type Chart = BarsChart | StackedChart | TrendChart | WaterfallChart;

/** Horizontal bars, in the order given, each with its value beside it. */
export interface BarsChart { kind: 'bars'; bars: readonly { label: string; value: number }[] }

/** Upright bars of parts that add up; `values` has one for each category. */
export interface StackedChart { kind: 'stacked'; categories: readonly string[]; series: readonly { name: string; values: readonly number[] }[] }

/** A value over periods, with its targets (null: none in that period) and bands behind it, for presidencies. */
export interface TrendChart {
  kind: 'trend';
  categories: readonly string[];
  series: { name: string; values: readonly (number | null)[] };
  target?: { name: string; values: readonly (number | null)[] };
  /** Half open, in categories: from 1.5 to 3 is from the middle of the second to the end of the third. */
  bands?: readonly { label: string; from: number; to: number }[];
}

/** From a total, by changes, to a total: start + new + reactivated − exits = end. */
export interface WaterfallChart { kind: 'waterfall'; steps: readonly { label: string; value: number; is: 'total' | 'change' }[] }

/** Whether there is nothing to draw: then the document says so in words. Zeros are numbers, and drawn. */
export function isEmptyChart(chart: Chart): boolean {
  switch (chart.kind) {
    case 'bars': return chart.bars.length === 0;
    case 'stacked': return chart.categories.length === 0 || chart.series.length === 0;
    case 'trend': return !chart.series.values.some((value) => value !== null);
    case 'waterfall': return chart.steps.length === 0;
  }
}
