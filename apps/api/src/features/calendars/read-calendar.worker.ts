import { isUtf8 } from 'node:buffer';
import { parentPort, workerData } from 'node:worker_threads';
import iconv from 'iconv-lite';
import { UnreadableCalendar, type CalendarContent, type CalendarLimits } from './calendar-content.js';
import { calendarContent, type ReadingHints } from './calendar-meetings.js';

/** What the worker is given and what it answers. */
export interface CalendarTask { bytes: Uint8Array; limits: CalendarLimits; hints: ReadingHints }
export type CalendarAnswer = { content: CalendarContent } | { fault: { reason: string; values: Record<string, string | number> } };

function answer({ bytes, limits, hints }: CalendarTask): CalendarAnswer {
  try {
    return { content: calendarContent(textOf(bytes), limits, hints) };
  } catch (error) {
    if (error instanceof UnreadableCalendar) return { fault: { reason: error.reason, values: error.values } };
    throw error;
  }
}

/** UTF-8 by the standard (RFC 5545, 3.1.4); UTF-16 by its mark, and what old Outlooks wrote. */
function textOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = (buffer[0] === 0xff && buffer[1] === 0xfe) || (buffer[0] === 0xfe && buffer[1] === 0xff);
  return iconv.decode(buffer, marked ? 'utf-16' : isUtf8(buffer) ? 'utf-8' : 'windows-1252');
}

parentPort?.postMessage(answer(workerData as CalendarTask));
