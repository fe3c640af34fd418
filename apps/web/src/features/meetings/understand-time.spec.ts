import { describe, expect, it } from '@jest/globals';
import { understandEnd, understandTime, writeTime } from './understand-time.js';

const NOW = new Date(2026, 10, 24, 9, 7); // Tuesday 24 November 2026, 9:07

it.each([
  ['ayer 15:00', 2026, 11, 23, 15, 0],
  ['mañana 10:00', 2026, 11, 25, 10, 0],
  ['anteayer 9:00', 2026, 11, 22, 9, 0],
  ['hoy 9', 2026, 11, 24, 9, 0],
  ['ayer 15.30', 2026, 11, 23, 15, 30],
  ['ayer 15h', 2026, 11, 23, 15, 0],
  ['ayer 15h30', 2026, 11, 23, 15, 30],
  ['ayer 3 p. m.', 2026, 11, 23, 15, 0],
  ['ayer a las 3 de la tarde', 2026, 11, 23, 15, 0],
  ['ayer a mediodía', 2026, 11, 23, 12, 0],
  ['yesterday 3pm', 2026, 11, 23, 15, 0],
  ['tomorrow at 10', 2026, 11, 25, 10, 0],
  ['12am today', 2026, 11, 24, 0, 0],
  ['lunes 10:00', 2026, 11, 23, 10, 0],
  ['martes 8:00', 2026, 11, 24, 8, 0],
  ['el viernes a las 10', 2026, 11, 20, 10, 0],
  ['viernes pasado 15:00', 2026, 11, 20, 15, 0],
  ['last friday 3pm', 2026, 11, 20, 15, 0],
  ['próximo viernes 15:00', 2026, 11, 27, 15, 0],
  ['hace 3 días 10:00', 2026, 11, 21, 10, 0],
  ['30/07 15:00', 2026, 7, 30, 15, 0],
  ['30/07/2026 15:00', 2026, 7, 30, 15, 0],
  ['30.07 15h', 2026, 7, 30, 15, 0],
  ['30 de julio, 9:30', 2026, 7, 30, 9, 30],
  ['30 July 9:30', 2026, 7, 30, 9, 30],
  ['jueves 3 de septiembre 10:00', 2026, 9, 3, 10, 0],
  ['2026-07-30 09:30', 2026, 7, 30, 9, 30],
  ['2026-07-30T09:30', 2026, 7, 30, 9, 30],
  ['02/03 10:00', 2027, 3, 2, 10, 0],
  ['02/03/2026 10:00', 2026, 3, 2, 10, 0],
  ['15:00', 2026, 11, 24, 15, 0],
  ['3pm', 2026, 11, 24, 15, 0],
  ['ahora', 2026, 11, 24, 9, 0],
  ['hoy', 2026, 11, 24, 9, 0],
  ['ayer', 2026, 11, 23, 12, 0],
  ['2026-07-30', 2026, 7, 30, 12, 0],
])('understands "%s"', (text, year, month, day, hour, minute) => {
  expect(understandTime(text, NOW)).toEqual(new Date(year, month - 1, day, hour, minute));
});

it.each(['pronto', '', 'ayer 25:00', '30/07 15:75', '31/02/2026 10:00', 'el otro día 10:00', 'ayer 15:00 en Managua', '15'])('does not guess at "%s"', (text) => {
  expect(understandTime(text, NOW)).toBeNull();
});

it('reads again what it writes', () => {
  const instant = new Date(2024, 1, 29, 7, 5);
  expect(understandTime(writeTime(instant), NOW)).toEqual(instant);
});

describe('the end', () => {
  const start = new Date(2026, 10, 20, 9, 30);
  it.each([
    ['11:00', new Date(2026, 10, 20, 11, 0)],
    ['2 h', new Date(2026, 10, 20, 11, 30)],
    ['90 min', new Date(2026, 10, 20, 11, 0)],
    ['21/11/2026 13:00', new Date(2026, 10, 21, 13, 0)],
  ])('"%s" is told from the start', (text, end) => {
    expect(understandEnd(text, start)).toEqual(end);
  });

  it('is not guessed', () => {
    expect(understandEnd('tarde', start)).toBeNull();
  });
});
