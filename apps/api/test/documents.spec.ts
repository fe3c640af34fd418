import { expect, it } from '@jest/globals';
import JSZip from 'jszip';
import { isEmptyChart, type Chart } from '../src/platform/documents/chart.js';
import { chartSvg } from '../src/platform/documents/chart-svg.js';
import { textWidth, wrapped } from '../src/platform/documents/fonts.js';
import { pdfOf } from '../src/platform/documents/pdf.js';
import { pngOf } from '../src/platform/documents/png.js';
import { steadyZip } from '../src/platform/documents/steady-zip.js';
import { pictureSize } from '../src/platform/files/picture-size.js';

const look = { width: 480, brand: { primary: '#3751b2', accent: '#b84a14' }, language: 'es' as const };
const CHARTS = {
  bars: { kind: 'bars', bars: [{ label: 'Sociedad civil', value: 1234.5 }, { label: 'Ñandú', value: 0 }] },
  stacked: { kind: 'stacked', categories: ['2023', '2024'], series: [{ name: 'Estado', values: [3, 4] }, { name: 'Foros', values: [0, 17] }] },
  trend: { kind: 'trend', categories: ['2023', '2024'], series: { name: 'Vigentes', values: [7, 19] }, target: { name: 'Meta', values: [null, 23] }, bands: [{ label: 'Honduras', from: 0, to: 1 }] },
  waterfall: { kind: 'waterfall', steps: [{ label: 'Inicio', value: 7, is: 'total' }, { label: 'Nuevas', value: 4, is: 'change' }, { label: 'Salidas', value: -2, is: 'change' }, { label: 'Fin', value: 9, is: 'total' }] },
} satisfies Record<string, Chart>;
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([\s\S]*?)<\/text>/g)].map(([, text]) => text!.replace(/<[^>]+>/g, ''));

it('writes every value beside its mark, in the language of the reader', () => {
  expect(textsOf(chartSvg(CHARTS.bars, look))).toEqual(expect.arrayContaining(['Sociedad civil', 'Ñandú', '1,234.5', '0']));
  expect(textsOf(chartSvg(CHARTS.stacked, look))).toEqual(expect.arrayContaining(['Estado', 'Foros', '3', '4', '17']));
  expect(textsOf(chartSvg(CHARTS.trend, look))).toEqual(expect.arrayContaining(['Vigentes', 'Meta', '7', '19', '23', 'Honduras']));
  expect(textsOf(chartSvg(CHARTS.waterfall, look))).toEqual(expect.arrayContaining(['7', '+4', '−2', '9', 'Inicio', 'Fin']));
});

it.each(Object.entries(CHARTS))('draws the same bytes for the same chart: %s', (_, chart) => {
  const svg = chartSvg(chart, look);
  expect(chartSvg(chart, look)).toBe(svg);
  expect(svg).not.toMatch(/zr\d|<style|class=/);
  expect(pngOf(svg, 900).equals(pngOf(svg, 900))).toBe(true);
});

it('says in words that a chart has no data; zeros are data', () => {
  const empty: Chart = { kind: 'trend', categories: ['2024'], series: { name: 'x', values: [null] } };
  expect(isEmptyChart(empty)).toBe(true);
  expect(textsOf(chartSvg(empty, look))).toEqual(['No hay datos para este gráfico.']);
  expect(textsOf(chartSvg(empty, { ...look, language: 'en' }))).toEqual(['There are no data for this chart.']);
  expect(isEmptyChart({ kind: 'bars', bars: [{ label: 'x', value: 0 }] })).toBe(false);
});

it('draws pictures of the size asked for, in our own letters', () => {
  expect(pictureSize(pngOf(chartSvg(CHARTS.bars, look), 1200))).toMatchObject({ kind: 'png', width: 1200 });
  const words = (text: string) => pngOf(`<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><text x="4" y="30" font-size="28">${text}</text></svg>`, 200);
  expect(words('Ñ').equals(words(''))).toBe(false);
});

it('measures text as the font draws it, and breaks what is too long', () => {
  expect(textWidth('', 10)).toBe(0);
  expect(textWidth('mm', 10)).toBeCloseTo(2 * textWidth('m', 10), 5);
  expect(textWidth('m', 20)).toBeGreaterThan(textWidth('i', 20) * 2);
  expect(textWidth('Trata', 10, true)).toBeGreaterThan(textWidth('Trata', 10));
  const lines = wrapped('Coalición Regional contra la Trata de Personas Otorrinolaringología', 60, 10);
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(60);
  expect(lines.join('').replaceAll(' ', '')).toBe('CoaliciónRegionalcontralaTratadePersonasOtorrinolaringología');
});

it('makes a PDF whose bytes depend on what it says and when it says that it was made', async () => {
  const made = (text: string, at: string) => pdfOf({ content: [{ text }], defaultStyle: { font: 'Roboto' } }, at);
  const first = await made('Coalición', '2024-12-31');
  expect((await made('Coalición', '2024-12-31')).equals(first)).toBe(true);
  expect((await made('Coalición', '2025-01-01')).equals(first)).toBe(false);
  expect(first.toString('latin1')).toContain('D:20241231');
});

it.each(['/etc/hostname', 'https://example.org/x.png'])('reads nothing that a text names: %s', async (image) => {
  await expect(pdfOf({ content: [{ image }], defaultStyle: { font: 'Roboto' } }, '2024-12-31')).rejects.toThrow();
});

it('writes zips anew with one time, whole for other readers, those inside them too', async () => {
  const [zip, inner] = [new JSZip(), new JSZip()];
  zip.file('docProps/core.xml', '<x><dcterms:created xsi:type="dcterms:W3CDTF">2026-01-01T10:11:12Z</dcterms:created></x>', { date: new Date('2026-01-01T10:11:12Z') });
  zip.file('a/ñ.xml', 'á'.repeat(5000));
  inner.file('b.xml', 'x');
  zip.file('embeddings/b.xlsx', await inner.generateAsync({ type: 'nodebuffer' }));
  const steady = steadyZip(await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }), '2024-12-31T08:00:00Z');
  const read = await JSZip.loadAsync(steady, { checkCRC32: true });
  expect(Object.keys(read.files)).toEqual(['docProps/core.xml', 'a/ñ.xml', 'embeddings/b.xlsx']);
  expect(await read.file('a/ñ.xml')!.async('string')).toBe('á'.repeat(5000));
  expect(await read.file('docProps/core.xml')!.async('string')).toContain('>2024-12-31T08:00:00Z<');
  expect(Object.values(read.files).map(({ date }) => date.toISOString())).toEqual(Array(3).fill('2024-12-31T08:00:00.000Z'));
  const within = await JSZip.loadAsync(await read.file('embeddings/b.xlsx')!.async('nodebuffer'), { checkCRC32: true });
  expect(await within.file('b.xml')!.async('string')).toBe('x');
  expect(within.files['b.xml']!.date.toISOString()).toBe('2024-12-31T08:00:00.000Z');
});
