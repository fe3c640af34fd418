import { BorderStyle, Document, ExternalHyperlink, HeadingLevel, AlignmentType, LevelFormat, Packer, Paragraph, ShadingType, Table, TableCell, TableRow, TextRun, WidthType, type ParagraphChild } from 'docx';
import type { ContentNode } from '@tejido/domain/minutes-content.js';
import { GROUND, LINE, QUIET } from '../../platform/documents/brand.js';
import { DOCX_MARGINS, DOCX_WIDTH, footerDocx, letterheadDocx, steadyDocx, tableDocx, wordColour } from '../../platform/documents/docx-pieces.js';
import type { MinutesDocument, Promised } from './minutes-document.js';
import { columnShares } from './minutes-table.js';

type Block = Paragraph | Table;

/** The minutes as a Word document on the letterhead; every table states the widths of its columns, for not every reader works them out. */
export async function minutesDocx(document: MinutesDocument): Promise<Buffer> {
  const { words, title, brand, hash, language } = document;
  const body: Block[] = [
    new Paragraph({ children: [new TextRun({ text: `${words.minutes}${document.draft ? ` · ${words.draft}` : ''}`.toUpperCase(), size: 18, color: wordColour(QUIET), characterSpacing: 30 })] }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun({ text: title, bold: true, size: 34 })], spacing: { after: 160 } }),
    tableDocx([2200, DOCX_WIDTH - 2200], [], document.facts.map(({ label, value }) => [label, value]), { lines: false }),
    heading(words.participants),
    ...(document.participants.length === 0 ? [new Paragraph(words.nobody)]
      : [tableDocx([3660, 2300, 1700, 1700], [words.organisation, words.person, words.post, words.presence], document.participants.map((each) => [each.organisation, each.person, each.post, each.presence]))]),
    ...(document.agreed ? [heading(words.agreed), ...document.agreed.split('\n').map((line) => new Paragraph(line))] : []),
    ...document.sections.flatMap((section) => sectionOf(section, document)),
    ...(document.otherCommitments.length > 0 ? [heading(words.otherCommitments), promisesOf(document.otherCommitments, document)] : []),
  ];
  const made = new Document({
    title: `${words.minutes}: ${title}`, creator: brand.name[language], features: { updateFields: false },
    styles: { default: { document: { run: { font: 'Calibri', size: 21 }, paragraph: { spacing: { after: 100 } } } } },
    numbering: { config: [{ reference: 'numbers', levels: [0, 1, 2, 3].map((level) => ({ level, format: LevelFormat.DECIMAL, text: `%${level + 1}.`, alignment: AlignmentType.START, style: { paragraph: { indent: { left: 500 * (level + 1), hanging: 300 } } } })) }] },
    sections: [{
      properties: { page: { margin: DOCX_MARGINS } }, headers: { default: letterheadDocx(brand, language) },
      footers: { default: footerDocx(hash ? `${words.hash}: ${hash}` : '', words) },
      children: body,
    }],
  });
  return steadyDocx(await Packer.toBuffer(made), document.madeAt);
}

const heading = (text: string, reserved: string | null = null): Paragraph => new Paragraph({
  heading: HeadingLevel.HEADING_1, keepNext: true, spacing: { before: 260, after: 110 },
  children: [new TextRun({ text, bold: true, size: 25, color: '1B212C' }), ...(reserved ? [new TextRun({ text: `   ${reserved}`, size: 16, color: '8F3A06' })] : [])],
});

function sectionOf(section: MinutesDocument['sections'][number], document: MinutesDocument): Block[] {
  return [
    heading(section.heading, section.reserved), ...blocksOf(section.content),
    ...section.decisions.map(({ label, text }) => new Paragraph({
      border: { left: { style: BorderStyle.SINGLE, size: 18, color: wordColour(document.brand.primary), space: 8 } }, indent: { left: 160 }, children: [new TextRun({ text: `${label}. `, bold: true }), ...linesOf(text)],
    })),
    ...(section.commitments.length > 0 ? [new Paragraph({ keepNext: true, children: [new TextRun({ text: document.words.commitments, bold: true })] }), promisesOf(section.commitments, document)] : []),
  ];
}

const promisesOf = (promises: readonly Promised[], { words }: MinutesDocument): Table =>
  tableDocx([4260, 1700, 1700, 1700], [words.what, words.who, words.toWhom, words.due], promises.map((each) => [each.what, each.who, each.toWhom, each.due]));

interface Around { list?: 'bullet' | 'numbers'; level: number; instance: number; quoted?: boolean }
let instances = 0; // each numbered list counts from its own beginning

const blocksOf = (node: ContentNode, around: Around = { level: -1, instance: 0 }): Block[] => (node.content ?? []).flatMap((each, at) => blockOf(each, around, at));

function blockOf(node: ContentNode, around: Around, at: number): Block[] {
  switch (node.type) {
    case 'heading': return [new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, spacing: { before: 140, after: 70 }, children: inlineOf(node, { bold: true, color: '1B212C', size: 22 }) })];
    case 'bulletList': return itemsOf(node, { list: 'bullet', level: around.level + 1, instance: 0 });
    case 'orderedList': return itemsOf(node, { list: 'numbers', level: around.level + 1, instance: ++instances });
    case 'blockquote': return blocksOf(node, { ...around, quoted: true });
    case 'horizontalRule': return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: wordColour(LINE) } } })];
    case 'table': return [tableOf(node), new Paragraph({ spacing: { after: 60 } })];
    default: return [new Paragraph({ ...placeOf(around, at), children: inlineOf(node, around.quoted ? { italics: true, color: wordColour(QUIET) } : {}) })];
  }
}

const itemsOf = (list: ContentNode, around: Around): Block[] => (list.content ?? []).flatMap((item) => blocksOf(item, around));

/** The first paragraph of an item has its mark, the next ones stand under it. */
function placeOf({ list, level, instance, quoted }: Around, at: number) {
  const depth = Math.min(level, 3);
  if (list && at > 0) return { indent: { left: 500 * (depth + 1) } };
  if (list === 'bullet') return { bullet: { level: depth } };
  if (list === 'numbers') return { numbering: { reference: 'numbers', level: depth, instance } };
  return quoted ? { indent: { left: 400 } } : {};
}

function tableOf(node: ContentNode): Table {
  const rows = node.content ?? [];
  const widths = columnShares(node).map((share) => Math.floor(share * DOCX_WIDTH));
  const shown = { style: BorderStyle.SINGLE, size: 4, color: wordColour(LINE) };
  const heads = rows.findIndex((row) => (row.content ?? []).some(({ type }) => type !== 'tableHeader'));
  return new Table({
    width: { size: DOCX_WIDTH, type: WidthType.DXA }, columnWidths: widths,
    borders: { top: shown, bottom: shown, left: shown, right: shown, insideHorizontal: shown, insideVertical: shown },
    rows: rows.map((row, at) => new TableRow({
      tableHeader: at < heads, cantSplit: JSON.stringify(row).length < 6000,
      children: (row.content ?? []).map((cell, column) => {
        const [columnSpan, rowSpan] = [Number(cell.attrs?.['colspan'] ?? 1), Math.min(Number(cell.attrs?.['rowspan'] ?? 1), rows.length - at)];
        return new TableCell({
          columnSpan, rowSpan, ...(columnSpan === 1 && widths[column] ? { width: { size: widths[column], type: WidthType.DXA } } : {}), margins: { top: 50, bottom: 50, left: 80, right: 80 },
          ...(cell.type === 'tableHeader' ? { shading: { type: ShadingType.CLEAR, fill: wordColour(GROUND) } } : {}), children: blocksOf(cell),
        });
      }),
    })),
  });
}

const linesOf = (text: string): TextRun[] => text.split('\n').map((line, at) => new TextRun({ text: line, ...(at > 0 ? { break: 1 } : {}) }));

function inlineOf(node: ContentNode, style: { bold?: boolean; italics?: boolean; color?: string; size?: number }): ParagraphChild[] {
  return (node.content ?? []).map((each) => {
    if (each.type === 'hardBreak') return new TextRun({ break: 1 });
    if (each.type === 'mention') return new TextRun({ ...style, text: String(each.attrs?.['label'] ?? '') });
    const marks = new Map((each.marks ?? []).map((mark) => [mark.type, mark]));
    const link = marks.get('link')?.attrs?.['href'];
    const run = new TextRun({
      ...style, text: each.text ?? '', ...(marks.has('bold') ? { bold: true } : {}), ...(marks.has('italic') ? { italics: true } : {}),
      ...(marks.has('underline') || link ? { underline: {} } : {}), ...(marks.has('strike') ? { strike: true } : {}), ...(link ? { color: '3751B2' } : {}),
    });
    return typeof link === 'string' ? new ExternalHyperlink({ link, children: [run] }) : run;
  });
}
