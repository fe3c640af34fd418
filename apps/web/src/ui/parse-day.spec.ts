import { describe, expect, it } from '@jest/globals';
import { parseDay } from './parse-day.js';

const TODAY = '2026-07-30'; // a Thursday

describe('parseDay', () => {
  it.each([
    ['2026-07-30', '2026-07-30'],
    ['30/07/2026', '2026-07-30'],
    ['1/2/26', '2026-02-01'], // day first, always
    ['30.7.2025', '2025-07-30'],
    ['24-10-2024', '2024-10-24'],
    ['5/8', '2026-08-05'],
    ['30 jul', '2026-07-30'],
    ['30 de julio de 2024', '2024-07-30'],
    ['1 de enero del 2025', '2025-01-01'],
    ['July 4, 2025', '2025-07-04'],
    ['3rd March 2025', '2025-03-03'],
    ['12 Dic 2023', '2023-12-12'],
    ['29/02/2024', '2024-02-29'],
    ['hoy', '2026-07-30'],
    ['AYER', '2026-07-29'],
    ['mañana', '2026-07-31'],
    ['pasado mañana', '2026-08-01'],
    ['yesterday', '2026-07-29'],
    ['hace 3 días', '2026-07-27'],
    ['2 weeks ago', '2026-07-16'],
    ['en 2 semanas', '2026-08-13'],
    ['viernes', '2026-07-31'],
    ['el jueves', '2026-07-30'],
    ['lunes pasado', '2026-07-27'],
    ['last thursday', '2026-07-23'],
  ])('understands %s', (typed, day) => {
    expect(parseDay(typed, TODAY)).toBe(day);
  });

  it.each(['', 'pronto', '31/02/2026', '29/02/2025', '13/13/2026', '0/1/2026', '30 xyz', '2026-13-01', '1/1/1200', 'hace mucho'])(
    'takes %j for no day', (typed) => {
      expect(parseDay(typed, TODAY)).toBeNull();
    },
  );
});
