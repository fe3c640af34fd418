import { AlignmentType, BorderStyle, Footer, Header, ImageRun, PageNumber, Paragraph, ShadingType, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { legibleOnWhite } from '@tejido/domain/colour.js';
import { pictureSize } from '../files/picture-size.js';
import { GROUND, LINE, pictureBytes, QUIET, type Brand, type DocumentLanguage } from './brand.js';
import { steadyZip } from './steady-zip.js';

/** Between the margins of an upright A4, in twentieths of a point. */
export const DOCX_WIDTH = 9360;
export const DOCX_MARGINS = { top: 1900, bottom: 1200, left: 1273, right: 1273, header: 560, footer: 500 };

/** '#3751b2' as Word writes it. */
export const wordColour = (colour: string): string => colour.slice(1).toUpperCase();

/** The letterhead, as the header of every page. */
export function letterheadDocx({ acronym, name, addressLine, logo, primary }: Brand, language: DocumentLanguage): Header {
  const quiet = (text: string, size: number) => new TextRun({ text, size, color: wordColour(QUIET) });
  return new Header({ children: [
    new Paragraph({ spacing: { after: 0 }, children: [...(logo ? logoRuns(logo) : []), new TextRun({ text: acronym, bold: true, size: 26, color: wordColour(legibleOnWhite(primary)) })] }),
    new Paragraph({ spacing: { after: 0 }, children: [quiet(name[language], 17)] }),
    new Paragraph({ spacing: { after: 0 }, border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: wordColour(LINE), space: 6 } }, children: [quiet(addressLine, 15)] }),
  ] });
}

function logoRuns(logo: string): (ImageRun | TextRun)[] {
  const data = pictureBytes(logo);
  const size = pictureSize(data);
  if (!size) return [];
  const scale = Math.min(150 / size.width, 52 / size.height);
  return [new ImageRun({ type: size.kind === 'png' ? 'png' : 'jpg', data, transformation: { width: Math.round(size.width * scale), height: Math.round(size.height * scale) } }), new TextRun('  ')];
}

/** What leads back to the register ('': nothing), and "Página 2 de 7". */
export function footerDocx(left: string, words: { page: string; of: string }): Footer {
  return new Footer({ children: [
    ...(left ? [new Paragraph({ children: [new TextRun({ text: left, size: 13, color: wordColour(QUIET) })] })] : []),
    new Paragraph({ alignment: AlignmentType.END, children: [new TextRun({ size: 16, color: wordColour(QUIET), children: [`${words.page} `, PageNumber.CURRENT, ` ${words.of} `, PageNumber.TOTAL_PAGES] })] }),
  ] });
}

const edge = (shown: boolean) => ({ style: shown ? BorderStyle.SINGLE : BorderStyle.NONE, size: 4, color: wordColour(LINE) });
const borders = (shown: boolean) => ({ top: edge(shown), bottom: edge(shown), left: edge(false), right: edge(false), insideHorizontal: edge(shown), insideVertical: edge(false) });

/**
 * A table that states the widths of its columns, for not every reader works them out; its head is said again on each page, and no row is torn.
 * @param widths in twentieths of a point. @param head none: a list of facts, whose first column is quiet. @param numbers columns set to the right
 */
export function tableDocx(widths: readonly number[], head: readonly string[], rows: readonly (readonly string[])[], { lines = true, numbers = [] }: { lines?: boolean; numbers?: readonly number[] } = {}): Table {
  const cell = (text: string, at: number, isHead: boolean) => new TableCell({
    width: { size: widths[at]!, type: WidthType.DXA }, margins: { top: 50, bottom: 50, left: 80, right: 80 }, ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: wordColour(GROUND) } } : {}),
    children: text.split('\n').map((line) => new Paragraph({
      spacing: { after: 0 }, ...(numbers.includes(at) ? { alignment: AlignmentType.END } : {}),
      children: [new TextRun({ text: line, size: 19, bold: isHead, ...(!lines && at === 0 ? { color: wordColour(QUIET) } : {}) })],
    })),
  });
  const row = (texts: readonly string[], isHead: boolean) => new TableRow({ tableHeader: isHead, cantSplit: true, children: texts.map((text, at) => cell(text, at, isHead)) });
  return new Table({
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA }, columnWidths: [...widths], borders: borders(lines),
    rows: [...(head.length > 0 ? [row(head, true)] : []), ...rows.map((texts) => row(texts, false))],
  });
}

// The library makes identifiers of links by chance and counts pictures and bookmarks over all documents that it ever wrote.
const CHANCE_ID = /\brId[0-9a-z_-]{21}\b/g;

/** A Word document whose bytes depend on its content alone. */
export function steadyDocx(docx: Uint8Array, madeAt: string): Buffer {
  const ids = new Map<string, string>();
  const known = (id: string) => ids.get(id) ?? ids.set(id, `rIdLink${ids.size + 1}`).get(id)!;
  return steadyZip(docx, madeAt, (name, content) => {
    if (!/\.(xml|rels)$/.test(name)) return content;
    let pictures = 0;
    return Buffer.from(content.toString('utf8').replace(CHANCE_ID, known).replace(/(<wp:docPr id=")\d+/g, (_, start: string) => `${start}${++pictures}`));
  });
}
