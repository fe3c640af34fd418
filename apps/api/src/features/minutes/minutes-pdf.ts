import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { ContentNode } from '@tejido/domain/minutes-content.js';
import { LINE, QUIET } from '../../platform/documents/brand.js';
import { pdfOf } from '../../platform/documents/pdf.js';
import { A4_WIDTH, footerPdf, headCells, headingPdf, letterheadPdf, MARGINS, PDF_STYLE, TABLE_LAYOUT } from '../../platform/documents/pdf-pieces.js';
import type { MinutesDocument, Promised } from './minutes-document.js';
import { columnShares } from './minutes-table.js';

/** The minutes as a PDF on the letterhead. Text is in NFC already; the file is not tagged, and does not claim to be. */
export async function minutesPdf(document: MinutesDocument): Promise<Buffer> {
  const { brand, madeAt } = document;
  try {
    return await pdfOf(definitionOf(document), madeAt);
  } catch (error) {
    if (!brand.logo) throw error;
    // A picture that begins well and goes on broken keeps nobody from the minutes.
    return pdfOf(definitionOf({ ...document, brand: { ...brand, logo: null } }), madeAt);
  }
}

function definitionOf(document: MinutesDocument): TDocumentDefinitions {
  const { words, title, brand, hash, language, draft } = document;
  return {
    pageSize: 'A4', pageMargins: MARGINS, language, info: { title: `${words.minutes}: ${title}`, author: brand.name[language] }, defaultStyle: PDF_STYLE,
    ...(draft ? { watermark: { text: words.draft, color: '#6f7888', opacity: 0.09, bold: true } } : {}),
    header: letterheadPdf(brand, language),
    footer: footerPdf({ text: hash ? `${words.hash}: ${hash}` : '' }, words),
    content: [
      { text: words.minutes.toUpperCase(), color: QUIET, fontSize: 9, characterSpacing: 1.5 },
      { text: title, fontSize: 17, bold: true, lineHeight: 1.15, margin: [0, 2, 0, 10] },
      { layout: 'noBorders', table: { widths: [110, '*'], body: document.facts.map(({ label, value }) => [{ text: label, color: QUIET }, { text: value }]) }, margin: [0, 0, 0, 14] },
      ...participantsOf(document),
      ...(document.agreed ? [headingPdf(words.agreed), { text: document.agreed, margin: [0, 0, 0, 6] } as Content] : []),
      ...document.sections.flatMap((section) => sectionOf(section, document)),
      ...(document.otherCommitments.length > 0 ? [headingPdf(words.otherCommitments), promisesOf(document.otherCommitments, document)] : []),
    ],
  };
}

function participantsOf({ participants, words }: MinutesDocument): Content[] {
  if (participants.length === 0) return [headingPdf(words.participants), { text: words.nobody, color: QUIET }];
  return [headingPdf(words.participants), {
    layout: TABLE_LAYOUT, fontSize: 9,
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
      layout: { ...TABLE_LAYOUT, hLineWidth: () => 0, vLineWidth: (at: number) => (at === 0 ? 2 : 0), vLineColor: () => document.brand.primary },
      table: { dontBreakRows: true, widths: ['*'], body: [[{ text: [{ text: `${label}. `, bold: true }, text] }]] }, margin: [0, 3, 0, 3],
    })),
    ...(section.commitments.length > 0 ? [{ text: words.commitments, bold: true, margin: [0, 6, 0, 3] } as Content, promisesOf(section.commitments, document)] : []),
  ];
}

const promisesOf = (promises: readonly Promised[], { words }: MinutesDocument): Content => ({
  layout: TABLE_LAYOUT, fontSize: 9, margin: [0, 0, 0, 4],
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
    case 'horizontalRule': return { canvas: [{ type: 'line', x1: 0, y1: 4, x2: A4_WIDTH, y2: 4, lineWidth: 0.5, lineColor: LINE }], margin: [0, 2, 0, 6] };
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
  const room = A4_WIDTH - columns * 9; // what paddings and lines leave
  const filledBody = body.map((row) => Array.from({ length: columns }, (_, at) => row[at] ?? {}));
  const heads = rows.findIndex((row) => (row.content ?? []).some(({ type }) => type !== 'tableHeader'));
  const longest = Math.max(...rows.map((row) => JSON.stringify(row).length));
  return {
    layout: { ...TABLE_LAYOUT, vLineWidth: () => 0.5, vLineColor: () => LINE }, fontSize: 9, margin: [0, 3, 0, 8],
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
