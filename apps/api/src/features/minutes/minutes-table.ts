import { contentText, type ContentNode } from '@tejido/domain/minutes-content.js';

/** Shares of the width (they add up to 1), a column each, by what its cells say: numbers need less room than sentences. */
export function columnShares(table: ContentNode): number[] {
  const rows = table.content ?? [];
  const columns = Math.max(1, ...rows.map((row) => (row.content ?? []).reduce((sum, cell) => sum + Number(cell.attrs?.['colspan'] ?? 1), 0)));
  const needs = Array.from({ length: columns }, () => 8);
  for (const row of rows) {
    let column = 0;
    for (const cell of row.content ?? []) {
      const span = Number(cell.attrs?.['colspan'] ?? 1);
      // A cell over several columns says nothing about any of them; rows that a cell above reaches into are near enough.
      if (span === 1 && column < columns) needs[column] = Math.max(needs[column]!, Math.min(contentText(cell).length, 40));
      column += span;
    }
  }
  const all = needs.reduce((sum, each) => sum + each, 0);
  return needs.map((each) => each / all);
}
