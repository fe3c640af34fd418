import { Resvg } from '@resvg/resvg-js';
import { FONT, FONT_FILES } from './fonts.js';

/** An SVG as a PNG of so many pixels in width, on white, in our own letters. Nothing outside the SVG is read: pictures in it are data addresses. */
export function pngOf(svg: string, width: number): Buffer {
  return new Resvg(svg, {
    fitTo: { mode: 'width', value: width }, background: '#ffffff',
    font: { loadSystemFonts: false, fontFiles: Object.values(FONT_FILES), defaultFontFamily: FONT },
  }).render().asPng();
}
