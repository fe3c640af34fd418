import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkAreaComponent } from 'echarts/components';
import { init, setPlatformAPI, use as install, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { QUIET, type Brand, type DocumentLanguage } from './brand.js';
import { isEmptyChart, type Chart } from './chart.js';
import { barsHeight, chartOptions } from './chart-options.js';
import { FONT, textWidth } from './fonts.js';

install([BarChart, LineChart, GridComponent, LegendComponent, MarkAreaComponent, SVGRenderer]);
// Measured in the letters that it is drawn in; a server has no canvas to ask.
setPlatformAPI({ measureText: (text: string, font?: string) => ({ width: textWidth(text, Number(/([\d.]+)px/.exec(font ?? '')?.[1] ?? 12), /bold|[67]00/.test(font ?? '')) }) } as never);

const NO_DATA = { es: 'No hay datos para este gráfico.', en: 'There are no data for this chart.' };
const HEIGHTS = { stacked: 250, trend: 250, waterfall: 230 };

/**
 * A chart as SVG in our own letters, legible in print and for colour-blind readers: values are written, and colour never stands alone. Same input,
 * same text. A chart without data says so in words.
 * @param width in points, as it will stand on the page: letters have 11 points. @param height left out: as the chart needs
 */
export function chartSvg(chart: Chart, { width, height, brand, language }: { width: number; height?: number; brand: Pick<Brand, 'primary' | 'accent'>; language: DocumentLanguage }): string {
  if (isEmptyChart(chart)) return emptySvg(width, language);
  const tall = height ?? (chart.kind === 'bars' ? barsHeight(chart, width) : HEIGHTS[chart.kind]);
  const drawn = init(null, null, { renderer: 'svg', ssr: true, width, height: tall });
  try {
    drawn.setOption(chartOptions(chart, { width, height: tall, brand, language }) as EChartsCoreOption);
    return still(drawn.renderToSVGString());
  } finally {
    drawn.dispose();
  }
}

/** Without what only a browser's pointer needs, and without the counter of charts drawn so far. */
const still = (svg: string): string => svg
  .replace(/<style\s*>[\s\S]*?<\/style>/g, '').replace(/ (class|pointer-events|ecmeta_\w+)="[^"]*"/g, '').replace(/\bzr\d+-/g, 'c-');

const emptySvg = (width: number, language: DocumentLanguage): string =>
  `<svg width="${width}" height="34" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 34"><text x="0" y="21" font-family="${FONT}" font-size="11" font-style="italic" fill="${QUIET}">${NO_DATA[language]}</text></svg>`;
