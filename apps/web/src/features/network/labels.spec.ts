import { describe, expect, it } from '@jest/globals';
import { chooseLabels, MOST_LABELS, shorten, type LabelPlace } from './labels.js';

const screen = { width: 800, height: 500 };
const place = (id: string, x: number, y: number, importance: number): LabelPlace => ({ id, x, y, radius: 6, text: id, importance });

describe('names on the map', () => {
  it('go to the more important of two that would cover each other', () => {
    expect([...chooseLabels([place('lesser', 100, 100, 1), place('greater', 105, 102, 9)], screen)]).toEqual(['greater']);
  });

  it('are given to whom is looked at before all', () => {
    expect(chooseLabels([place('lesser', 100, 100, 1), place('greater', 105, 102, 9)], screen, { always: new Set(['lesser']) }).has('lesser')).toBe(true);
  });

  it('are not wasted on what lies outside of the screen', () => {
    expect(chooseLabels([place('outside', 2000, 100, 9)], screen).size).toBe(0);
  });

  it('are never more than can be read', () => {
    const crowd = Array.from({ length: 400 }, (_, index) => place(`n${index}`, (index % 20) * 40, Math.floor(index / 20) * 25, index));
    expect(chooseLabels(crowd, screen).size).toBeLessThanOrEqual(MOST_LABELS);
  });

  it('are cut at a word, unless that leaves too little', () => {
    expect(shorten('Dirección Inventada de Migración')).toBe('Dirección Inventada de…');
    expect(shorten('Comisión Interinstitucional contra la Trata')).toBe('Comisión Interinstituciona…');
    expect(shorten('OIM')).toBe('OIM');
  });
});
