import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

// Our own letters (Roboto, Apache-2.0, as pdfmake brings them), so that text is as wide on every machine.
const FOLDER = join(dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts', 'Roboto');
const file = (name: string) => join(FOLDER, `Roboto-${name}.ttf`);

export const FONT = 'Roboto';
export const FONT_FILES = { normal: file('Regular'), bold: file('Medium'), italics: file('Italic'), bolditalics: file('MediumItalic') };

interface Widths { unitsPerEm: number; glyphOf: (codePoint: number) => number; advanceOf: (glyph: number) => number }
const read = new Map<string, Widths>();

/** How wide a line of text is drawn, in the unit of `size`; what the font lacks counts as its empty box. */
export function textWidth(text: string, size: number, bold = false): number {
  const path = bold ? FONT_FILES.bold : FONT_FILES.normal;
  if (!read.has(path)) read.set(path, widthsOf(readFileSync(path)));
  const { unitsPerEm, glyphOf, advanceOf } = read.get(path)!;
  let units = 0;
  for (const character of text) units += advanceOf(glyphOf(character.codePointAt(0)!));
  return (units / unitsPerEm) * size;
}

/** Lines no wider than `width`, broken at blanks; a word that is wider is broken anywhere. */
export function wrapped(text: string, width: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(/\s+/).flatMap((each) => pieces(each, width, size, bold))) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && textWidth(longer, size, bold) > width) { lines.push(line); line = word; } else line = longer;
    }
    lines.push(line);
  }
  return lines;
}

function pieces(word: string, width: number, size: number, bold: boolean): string[] {
  const found: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && textWidth(piece + character, size, bold) > width) { found.push(piece); piece = ''; }
    piece += character;
  }
  return [...found, piece];
}

/** Advance widths from a TrueType file: head, hhea, hmtx and the cmap in format 4 (OpenType specification 1.9). */
function widthsOf(font: Buffer): Widths {
  const tables = new Map(Array.from({ length: font.readUInt16BE(4) }, (_, at) => [font.toString('latin1', 12 + at * 16, 16 + at * 16), font.readUInt32BE(20 + at * 16)] as const));
  const [head, hhea, hmtx, cmap] = ['head', 'hhea', 'hmtx', 'cmap'].map((name) => tables.get(name)!) as [number, number, number, number];
  const metrics = font.readUInt16BE(hhea + 34);
  const unicode = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, at) => cmap + font.readUInt32BE(cmap + 8 + at * 8)).find((at) => font.readUInt16BE(at) === 4)!;
  return {
    unitsPerEm: font.readUInt16BE(head + 18),
    advanceOf: (glyph) => font.readUInt16BE(hmtx + Math.min(glyph, metrics - 1) * 4),
    glyphOf: (codePoint) => glyphIn(font, unicode, codePoint),
  };
}

function glyphIn(font: Buffer, table: number, codePoint: number): number {
  const double = font.readUInt16BE(table + 6); // twice the number of segments
  for (let at = 0; at < double; at += 2) {
    if (font.readUInt16BE(table + 14 + at) < codePoint) continue;
    const start = font.readUInt16BE(table + 16 + double + at);
    if (start > codePoint) return 0;
    const rangeAt = table + 16 + double * 3 + at;
    const range = font.readUInt16BE(rangeAt);
    if (range === 0) return (codePoint + font.readUInt16BE(table + 16 + double * 2 + at)) & 0xffff;
    return font.readUInt16BE(rangeAt + range + (codePoint - start) * 2);
  }
  return 0;
}
