/** A file that was dropped on the list and waits for the page that reads it. */
let waiting: File | null = null;

export const keepDropped = (file: File): void => { waiting = file; };

/** @returns the file that waits, once. */
export function takeDropped(): File | null {
  const file = waiting;
  waiting = null;
  return file;
}
