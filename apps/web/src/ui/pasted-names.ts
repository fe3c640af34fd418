import { fold } from '@tejido/domain/text.js';

const MOST_NAMES = 50; // more than that is an import, not a paste

/** What is typed parted at semicolons: the name to choose now, and what waits after it. */
export function firstTyped(text: string): { now: string; waiting: string } {
  const [now = '', ...others] = text.split(';').map((part) => part.trim()).filter((part) => part !== '');
  return { now, waiting: others.join('; ') };
}

/** The names in a pasted text: one a line, or parted by semicolons, tabs or commas. Each once; empty for a single name. */
export function pastedNames(text: string): string[] {
  const lines = text.split(/[\n\r;\t]+/);
  const parts = (lines.filter((line) => line.trim() !== '').length > 1 ? lines : text.split(','))
    .map((part) => part.replace(/^[\s•·*–-]+/, '').trim()).filter((part) => part !== '');
  const once = parts.filter((part, index) => parts.findIndex((other) => fold(other) === fold(part)) === index);
  return once.length > 1 ? once.slice(0, MOST_NAMES) : [];
}
