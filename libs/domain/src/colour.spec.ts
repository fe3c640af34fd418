import { expect, it } from '@jest/globals';
import { contrast, isColour, legibleOnWhite, mixed } from './colour.js';

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#ffffff', '#ffffff')).toBe(1);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(contrast('#ffffff', '#3751b2')).toBe(contrast('#3751b2', '#ffffff'));
});

it('darkens a colour only as far as text in it needs', () => {
  expect(legibleOnWhite('#3751b2')).toBe('#3751b2');
  for (const pale of ['#ffd500', '#56b4e9', '#ffffff']) {
    const dark = legibleOnWhite(pale);
    expect(contrast(dark, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dark, '#ffffff')).toBeLessThan(5.2);
  }
});

it('mixes from one end to the other, and knows what a colour is', () => {
  expect([mixed('#102030', '#ffffff', 0), mixed('#102030', '#ffffff', 1), mixed('#000000', '#ffffff', 0.5)]).toEqual(['#102030', '#ffffff', '#808080']);
  expect(['#3751b2', '#FFFFFF'].every(isColour)).toBe(true);
  expect(['red', '#fff', '#3751b2;', 'url(x)', ''].some(isColour)).toBe(false);
});
