import { expect, it } from '@jest/globals';
import { understandTime } from './understand-time.js';

const NOW = new Date(2026, 10, 23, 9, 0); // Monday 23 November 2026, 9:00

it.each([
  ['mañana 10:00', new Date(2026, 10, 24, 10, 0)],
  ['ayer 15:00', new Date(2026, 10, 22, 15, 0)],
  ['yesterday 15:00', new Date(2026, 10, 22, 15, 0)],
  ['tomorrow 10:00', new Date(2026, 10, 24, 10, 0)],
  ['30/07/2026 15:00', new Date(2026, 6, 30, 15, 0)],
  ['2026-07-30 09:30', new Date(2026, 6, 30, 9, 30)],
])('understands "%s"', (text, instant) => {
  expect(understandTime(text, NOW)).toEqual(instant);
});

it('takes a day without a time as noon', () => {
  expect(understandTime('ayer', NOW)?.getDate()).toBe(22);
  expect(understandTime('2026-07-30', NOW)).toEqual(new Date(2026, 6, 30, 12, 0));
});

it('does not guess at what it does not understand', () => {
  expect(understandTime('pronto', NOW)).toBeNull();
  expect(understandTime('', NOW)).toBeNull();
});
