import { describe, expect, it } from '@jest/globals';
import { relativeDay } from './days.js';

describe('how far a day is', () => {
  it.each([
    ['2026-11-24', 'hoy'], ['2026-11-25', 'mañana'], ['2026-11-12', 'hace 12 días'], ['2026-11-01', 'hace 3 semanas'], ['2027-02-24', 'dentro de 3 meses'], ['2020-12-11', 'hace 5 años'],
  ])('%s is %s', (day, words) => expect(relativeDay(day, '2026-11-24', 'es')).toBe(words));

  it('is told in English too', () => expect(relativeDay('2026-11-12', '2026-11-24', 'en')).toBe('12 days ago'));
});
