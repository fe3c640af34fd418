import { DomainError, problem } from '@tejido/domain/error.js';
import { readInThread, threadModule } from '../../platform/files/read-in-thread.js';
import { CALENDAR_LIMITS, type CalendarContent, type CalendarLimits } from './calendar-content.js';
import type { ReadingHints } from './calendar-meetings.js';
import type { CalendarAnswer, CalendarTask } from './read-calendar.worker.js';

const WORKER = threadModule(import.meta.url, 'features/calendars/read-calendar.worker.js');

/**
 * The meetings of a foreign calendar (.ics). It is read in a thread of its own with bounded memory and time, for it may be built to
 * exhaust both; nothing that it points to is fetched. @throws TOO_LARGE, UNSUPPORTED_FILE with the reason
 */
export async function readCalendar(bytes: Uint8Array, hints: ReadingHints, given: Partial<CalendarLimits> = {}): Promise<CalendarContent> {
  const limits = { ...CALENDAR_LIMITS, ...given };
  if (bytes.byteLength > limits.bytes) throw tooLarge(bytes.byteLength, limits.bytes);
  const task: CalendarTask = { bytes, limits, hints };
  const answer = await readInThread<CalendarAnswer>(WORKER, task, limits, { fault: { reason: 'too_complex', values: {} } });
  if ('fault' in answer) throw new DomainError('UNSUPPORTED_FILE', [problem('file', answer.fault.reason === 'too_many' ? 'too_many' : 'file_unreadable', { reason: answer.fault.reason, ...answer.fault.values })]);
  return answer.content;
}

export const tooLarge = (bytes: number, limit: number): DomainError =>
  new DomainError('TOO_LARGE', [problem('file', 'file_too_large', { megabytes: Math.ceil(bytes / 1_048_576), max: `${Math.round(limit / 1_048_576)} MB` })]);
