import type { ContentNode } from '@tejido/domain/minutes-content.js';

/** What one person writes at a time. */
export interface SectionText { title: string; content: ContentNode }
/** A section's text with the version that it was read at. */
export interface Recorded { version: number; text: SectionText; by?: string | null }

const KEPT_ATTRS = ['level', 'start', 'colspan', 'rowspan', 'id', 'kind', 'href'];

/** The same for two contents that read the same: the editor adds attributes of its own, the server the names of mentions. */
export function comparable(content: ContentNode): string {
  return JSON.stringify(content, (key, value: unknown) => {
    if (key !== 'attrs') return value;
    const entries = Object.entries(value as object).filter(([name, each]) => KEPT_ATTRS.includes(name) && each !== null && !(name !== 'level' && each === 1));
    return entries.length > 0 ? Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))) : undefined;
  });
}

export const sameContent = (a: ContentNode, b: ContentNode): boolean => a === b || comparable(a) === comparable(b);
export const sameText = (a: SectionText, b: SectionText): boolean => a.title === b.title && sameContent(a.content, b.content);

export type Field = 'title' | 'content';
export type Choice = 'yours' | 'theirs' | 'both';

/** Which fields two people changed differently, and the text when each takes the side that alone changed it. */
export function compareTexts(original: SectionText, theirs: SectionText, yours: SectionText): { conflicts: Field[]; merged: SectionText } {
  const same = { title: (a: SectionText, b: SectionText) => a.title === b.title, content: (a: SectionText, b: SectionText) => sameContent(a.content, b.content) };
  const conflicts: Field[] = [];
  const merged = { ...theirs };
  for (const field of ['title', 'content'] as const) {
    const mine = !same[field](original, yours);
    if (mine && !same[field](original, theirs) && !same[field](theirs, yours)) conflicts.push(field);
    else if (mine) Object.assign(merged, { [field]: yours[field] });
  }
  return { conflicts, merged };
}

/** Their blocks, then those of yours that are not among them: nothing that anybody wrote is lost. */
export function joined(theirs: ContentNode, yours: ContentNode): ContentNode {
  const known = new Set((theirs.content ?? []).map(comparable));
  const own = (yours.content ?? []).filter((block) => !known.has(comparable(block)) && block.content);
  return { type: 'doc', content: [...(theirs.content ?? []), ...own] };
}
