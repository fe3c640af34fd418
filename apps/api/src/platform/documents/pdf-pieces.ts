import type { Content, DynamicContent, TableCell } from 'pdfmake/interfaces.js';
import { legibleOnWhite } from '@tejido/domain/colour.js';
import { GROUND, INK, LINE, QUIET, type Brand, type DocumentLanguage } from './brand.js';
import { FONT } from './fonts.js';

/** A page of our documents, in points: what stands left and right, what the letterhead and the footer take. */
export const MARGINS: [number, number, number, number] = [56, 92, 56, 64];
export const A4 = { width: 595.28, height: 841.89 };
/** What text has between the margins of an upright A4. */
export const A4_WIDTH = A4.width - MARGINS[0] - MARGINS[2];

export const PDF_STYLE = { font: FONT, fontSize: 10, lineHeight: 1.25, color: INK };

/** The letterhead, as the header of every page. @param width between the margins, for other sizes of paper. */
export function letterheadPdf(brand: Brand, language: DocumentLanguage, width = A4_WIDTH): Content {
  const { acronym, name, addressLine, logo, primary } = brand;
  const words = { stack: [{ text: acronym, bold: true, fontSize: 13, color: legibleOnWhite(primary) }, { text: name[language], fontSize: 8.5, color: QUIET }, ...(addressLine ? [{ text: addressLine, fontSize: 7.5, color: QUIET }] : [])], width: '*' };
  return {
    margin: [MARGINS[0], 28, MARGINS[2], 0],
    stack: [
      { columnGap: 12, columns: [...(logo ? [{ image: logo, fit: [110, 40] as [number, number], width: 'auto' }] : []), words] as Content[] },
      { canvas: [{ type: 'line', x1: 0, y1: 6, x2: width, y2: 6, lineWidth: 0.7, lineColor: LINE }] },
    ],
  };
}

/** "Página 2 de 7" at the right; at the left what leads back to the register: a code, a hash. */
export const footerPdf = (left: Content, words: { page: string; of: string }): DynamicContent => (page, pages) => ({
  margin: [MARGINS[0], 10, MARGINS[2], 0], columnGap: 12,
  columns: [{ stack: [left], fontSize: 6.5, color: QUIET, width: '*' }, { text: `${words.page} ${page} ${words.of} ${pages}`, fontSize: 8, color: QUIET, alignment: 'right', width: 90 }],
});

/** A heading that never stands alone at the foot of a page needs `pageBreakBefore: keepHeadings`. */
export const headingPdf = (text: string): Content => ({ text, fontSize: 12.5, bold: true, margin: [0, 12, 0, 5], headlineLevel: 1 });

/** Lines under rows, a ground under the head, which is said again on each page (`headerRows: 1, dontBreakRows: true`). */
export const TABLE_LAYOUT = {
  hLineWidth: () => 0.5, vLineWidth: () => 0, hLineColor: () => LINE, fillColor: (row: number, node: { table: { headerRows?: number } }) => (row < (node.table.headerRows ?? 0) ? GROUND : null),
  paddingTop: () => 4, paddingBottom: () => 3,
};

export const headCells = (...texts: string[]): TableCell[] => texts.map((text) => ({ text, bold: true, fontSize: 9 }));
