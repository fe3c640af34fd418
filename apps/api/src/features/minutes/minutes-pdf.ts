import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pdfmake from 'pdfmake';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { ContentNode } from '@tejido/domain/minutes-content.js';
import type { MinutesDocument, Promised } from './minutes-document.js';
import { columnShares } from './minutes-table.js';

const FONTS = join(dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts', 'Roboto');
const font = (name: string) => join(FONTS, `Roboto-${name}.ttf`);
const ROBOTO = { normal: font('Regular'), bold: font('Medium'), italics: font('Italic'), bolditalics: font('MediumItalic') };

pdfmake.setFonts({ Roboto: ROBOTO });
// Nothing that stands in a text makes the server read a file or an address: only our own letters are read.
pdfmake.setLocalAccessPolicy((path) => Object.values(ROBOTO).includes(path));
pdfmake.setUrlAccessPolicy(() => false);

const [INK, QUIET, LINE, GROUND] = ['#1b212c', '#505969', '#c3c9d4', '#f1f3f6'];
const WIDTH = 595.28 - 2 * 56; // A4, in points

/** The minutes as a PDF on the letterhead. Text is in NFC already; the file is not tagged, and does not claim to be. */
export async function minutesPdf(document: MinutesDocument): Promise<Buffer> {
  const { logo } = document.letterhead;
  try {
    return await pdfmake.createPdf(definitionOf(document)).getBuffer();
  } catch (error) {
    if (!logo) throw error;
    // A picture that begins well and goes on broken keeps nobody from the minutes.
    return pdfmake.createPdf(definitionOf({ ...document, letterhead: { ...document.letterhead, logo: null } })).getBuffer();
  }
}

function definitionOf(document: MinutesDocument): TDocumentDefinitions {
  const { words, title, letterhead, hash, language, draft } = document;
  return {
    pageSize: 'A4', pageMargins: [56, 92, 56, 64], language, info: { title: `${words.minutes}: ${title}`, author: letterhead.name },
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.25, color: INK },
    ...(draft ? { watermark: { text: words.draft, color: '#6f7888', opacity: 0.09, bold: true } } : {}),
    header: () => headOf(letterhead),
    footer: (page, pages) => ({
      margin: [56, 10, 56, 0], columnGap: 12,
      columns: [{ text: hash ? `${words.hash}: ${hash}` : '', fontSize: 6.5, color: QUIET, width: '*' }, { text: `${words.page} ${page} ${words.of} ${pages}`, fontSize: 8, color: QUIET, alignment: 'right', width: 90 }],
    }),
    content: [
      { text: words.minutes.toUpperCase(), color: QUIET, fontSize: 9, characterSpacing: 1.5 },
      { text: title, fontSize: 17, bold: true, lineHeight: 1.15, margin: [0, 2, 0, 10] },
      { layout: 'noBorders', table: { widths: [110, '*'], body: document.facts.map(({ label, value }) => [{ text: label, color: QUIET }, { text: value }]) }, margin: [0, 0, 0, 14] },
      ...participantsOf(document),
      ...(document.agreed ? [heading(words.agreed), { text: document.agreed, margin: [0, 0, 0, 6] } as Content] : []),
      ...document.sections.flatMap((section) => sectionOf(section, document)),
      ...(document.otherCommitments.length > 0 ? [heading(words.otherCommitments), promisesOf(document.otherCommitments, document)] : []),
    ],
  };
}

function headOf({ acronym, name, addressLine, logo }: MinutesDocument['letterhead']): Content {
  const words = { stack: [{ text: acronym, bold: true, fontSize: 13, color: INK }, { text: name, fontSize: 8.5, color: QUIET }, ...(addressLine ? [{ text: addressLine, fontSize: 7.5, color: QUIET }] : [])], width: '*' };
  return {
    margin: [56, 28, 56, 0],
    stack: [
      { columnGap: 12, columns: [...(logo ? [{ image: `data:image/${logo[0] === 0x89 ? 'png' : 'jpeg'};base64,${logo.toString('base64')}`, fit: [110, 40] as [number, number], width: 'auto' }] : []), words] as Content[] },
      { canvas: [{ type: 'line', x1: 0, y1: 6, x2: WIDTH, y2: 6, lineWidth: 0.7, lineColor: LINE }] },
    ],
  };
}

const heading = (text: string): Content => ({ text, fontSize: 12.5, bold: true, margin: [0, 12, 0, 5], headlineLevel: 1 });

/** Lines under rows, a ground under the head, which is said again on each page. */
const LAYOUT = {
  hLineWidth: () => 0.5, vLineWidth: () => 0, hLineColor: () => LINE, fillColor: (row: number, node: { table: { headerRows?: number } }) => (row < (node.table.headerRows ?? 0) ? GROUND : null),
  paddingTop: () => 4, paddingBottom: () => 3,
};
const headCells = (...texts: string[]): TableCell[] => texts.map((text) => ({ text, bold: true, fontSize: 9 }));

function participantsOf({ participants, words }: MinutesDocument): Content[] {
  if (participants.length === 0) return [heading(words.participants), { text: words.nobody, color: QUIET }];
  return [heading(words.participants), {
    layout: LAYOUT, fontSize: 9,
    table: { headerRows: 1, dontBreakRows: true, widths: ['*', 120, 95, 85], body: [headCells(words.organisation, words.person, words.post, words.presence),
      ...participants.map((each) => [each.organisation, each.person, each.post, each.presence])] },
  }];
}

function sectionOf(section: MinutesDocument['sections'][number], document: MinutesDocument): Content[] {
  const { words } = document;
  return [
    { text: [{ text: section.heading }, ...(section.reserved ? [{ text: `  ${section.reserved}`, fontSize: 8, color: '#8f3a06', bold: false }] : [])], fontSize: 12.5, bold: true, margin: [0, 12, 0, 5], headlineLevel: 1 },
    ...blocksOf(section.content),
    ...section.decisions.map(({ label, text }): Content => ({
      layout: { ...LAYOUT, hLineWidth: () => 0, vLineWidth: (at: number) => (at === 0 ? 2 : 0), vLineColor: () => '#3751b2' },
      table: { dontBreakRows: true, widths: ['*'], body: [[{ text: [{ text: `${label}. `, bold: true }, text] }]] }, margin: [0, 3, 0, 3],
    })),
    ...(section.commitments.length > 0 ? [{ text: words.commitments, bold: true, margin: [0, 6, 0, 3] } as Content, promisesOf(section.commitments, document)] : []),
  ];
}

const promisesOf = (promises: readonly Promised[], { words }: MinutesDocument): Content => ({
  layout: LAYOUT, fontSize: 9, margin: [0, 0, 0, 4],
  table: { headerRows: 1, dontBreakRows: true, widths: ['*', 95, 85, 90], body: [headCells(words.what, words.who, words.toWhom, words.due), ...promises.map((each) => [each.what, each.who, each.toWhom, each.due])] },
});

/** @param below points under a paragraph: in a cell none, for the cell has its own room. */
const blocksOf = (node: ContentNode, below = 5): Content[] => (node.content ?? []).map((each) => blockOf(each, below));

function blockOf(node: ContentNode, below: number): Content {
  switch (node.type) {
    case 'heading': return { text: inlineOf(node), bold: true, fontSize: Number(node.attrs?.['level'] ?? 3) <= 3 ? 11 : 10, margin: [0, 6, 0, 3], headlineLevel: 2 };
    case 'bulletList': return { ul: (node.content ?? []).map((item) => ({ stack: blocksOf(item) })), margin: [0, 0, 0, 4] };
    case 'orderedList': return { ol: (node.content ?? []).map((item) => ({ stack: blocksOf(item) })), start: Number(node.attrs?.['start'] ?? 1), margin: [0, 0, 0, 4] };
    case 'blockquote': return { stack: blocksOf(node), margin: [14, 2, 0, 4], color: QUIET, italics: true };
    case 'horizontalRule': return { canvas: [{ type: 'line', x1: 0, y1: 4, x2: WIDTH, y2: 4, lineWidth: 0.5, lineColor: LINE }], margin: [0, 2, 0, 6] };
    case 'table': return tableOf(node);
    default: return { text: inlineOf(node), margin: [0, 0, 0, below] };
  }
}

/** Cells that others cover stay empty, as the layout wants them; every row has as many as the widest. */
function tableOf(node: ContentNode): Content {
  const rows = node.content ?? [];
  const body: TableCell[][] = rows.map(() => []);
  rows.forEach((row, at) => {
    let column = 0;
    for (const cell of row.content ?? []) {
      while (body[at]![column] !== undefined) column++;
      const [colSpan, rowSpan] = [Number(cell.attrs?.['colspan'] ?? 1), Math.min(Number(cell.attrs?.['rowspan'] ?? 1), rows.length - at)];
      for (let down = 0; down < rowSpan; down++) for (let right = 0; right < colSpan; right++) body[at + down]![column + right] = {};
      body[at]![column] = { stack: blocksOf(cell, 0), colSpan, rowSpan, ...(cell.type === 'tableHeader' ? { bold: true } : {}) };
      column += colSpan;
    }
  });
  const columns = Math.max(...body.map((row) => row.length));
  const shares = columnShares(node);
  const room = WIDTH - columns * 9; // what paddings and lines leave
  const filledBody = body.map((row) => Array.from({ length: columns }, (_, at) => row[at] ?? {}));
  const heads = rows.findIndex((row) => (row.content ?? []).some(({ type }) => type !== 'tableHeader'));
  const longest = Math.max(...rows.map((row) => JSON.stringify(row).length));
  return {
    layout: { ...LAYOUT, vLineWidth: () => 0.5, vLineColor: () => LINE }, fontSize: 9, margin: [0, 3, 0, 8],
    // A row that is longer than a page has to break; a head that is the whole table is no head.
    table: { headerRows: heads === -1 ? 0 : heads, dontBreakRows: longest < 6000, widths: Array.from({ length: columns }, (_, at) => (shares[at] ?? 0) * room || '*' as const), body: filledBody },
  };
}

interface Run { text: string; bold?: boolean; italics?: boolean; decoration?: ('underline' | 'lineThrough')[]; link?: string; color?: string }

function inlineOf(node: ContentNode): Run[] {
  return (node.content ?? []).map((each): Run => {
    if (each.type === 'hardBreak') return { text: '\n' };
    if (each.type === 'mention') return { text: String(each.attrs?.['label'] ?? '') };
    const marks = new Map((each.marks ?? []).map((mark) => [mark.type, mark]));
    const decoration = [...(marks.has('underline') ? ['underline' as const] : []), ...(marks.has('strike') ? ['lineThrough' as const] : [])];
    const link = marks.get('link')?.attrs?.['href'];
    return {
      text: each.text ?? '', ...(marks.has('bold') ? { bold: true } : {}), ...(marks.has('italic') ? { italics: true } : {}),
      ...(decoration.length > 0 ? { decoration } : {}), ...(typeof link === 'string' ? { link, color: '#3751b2' } : {}),
    };
  });
}
