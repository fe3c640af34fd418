import { describe, expect, it } from '@jest/globals';
import { graphOf, sizeOf, type Point } from './graph.js';
import { layOut, type LayoutTask } from './layout.js';
import { positionsFrom } from './positions.js';
import { separate } from './separate.js';
import { aNode, aTie } from './testing.js';

/** Eighty organisations of four countries, tied mostly at home. */
function aTask(): LayoutTask {
  const nodes = Array.from({ length: 80 }, (_, index) => ({ id: `o${index}`, size: 14 + (index % 7) * 5, group: ['HN', 'GT', 'SV', null][index % 4]! }));
  const ties = Array.from({ length: 160 }, (_, index) => ({ a: `o${(index * 7) % 80}`, b: `o${(index * 7 + (index % 5 === 0 ? 1 : 4)) % 80}`, weight: 1 + (index % 3) }));
  return { nodes, ties };
}
const sizes = (task: LayoutTask) => new Map(task.nodes.map(({ id, size }) => [id, size]));

function overlaps(positions: ReadonlyMap<string, Point>, size: ReadonlyMap<string, number>): string[] {
  const all = [...positions];
  return all.flatMap(([a, one], index) => all.slice(index + 1)
    .filter(([b, other]) => Math.hypot(one.x - other.x, one.y - other.y) < (size.get(a)! + size.get(b)!) / 2)
    .map(([b]) => `${a} ${b}`));
}

describe('the layout', () => {
  it('is the same for the same data, in whichever order it comes', () => {
    const task = aTask();
    const again = layOut({ nodes: [...task.nodes].reverse(), ties: [...task.ties].reverse() });
    expect([...again].sort()).toEqual([...layOut(task)].sort());
  });

  it('lets no two marks overlap', () => {
    const task = aTask();
    expect(overlaps(layOut(task), sizes(task))).toEqual([]);
  });

  it('draws the organisations of a country nearer to each other than to the rest', () => {
    const positions = layOut(aTask());
    const among = (test: (i: number, j: number) => boolean) => {
      const all: number[] = [];
      for (let i = 0; i < 80; i += 1) for (let j = i + 1; j < 80; j += 1) {
        const [one, other] = [positions.get(`o${i}`)!, positions.get(`o${j}`)!];
        if (i % 4 !== 3 && j % 4 !== 3 && test(i, j)) all.push(Math.hypot(one.x - other.x, one.y - other.y));
      }
      return all.reduce((sum, each) => sum + each, 0) / all.length;
    };
    expect(among((i, j) => i % 4 === j % 4)).toBeLessThan(0.7 * among((i, j) => i % 4 !== j % 4));
  });

  it('of nobody is nothing, and of one is one place', () => {
    expect(layOut({ nodes: [], ties: [] }).size).toBe(0);
    expect(layOut({ nodes: [{ id: 'a', size: 20, group: null }], ties: [] }).get('a')).toEqual({ x: 0, y: 0 });
  });
});

describe('separating', () => {
  it('parts marks that lie on one spot, and moves no fixed one', () => {
    const apart = separate([{ id: 'a', x: 0, y: 0, size: 20, fixed: true }, { id: 'b', x: 0, y: 0, size: 20 }, { id: 'c', x: 0, y: 0, size: 20 }]);
    expect(apart.get('a')).toEqual({ x: 0, y: 0 });
    expect(overlaps(apart, new Map([['a', 20], ['b', 20], ['c', 20]]))).toEqual([]);
  });
});

describe('a filtered network', () => {
  const whole = new Map([['a', { x: 0, y: 0 }], ['b', { x: 300, y: 0 }], ['c', { x: 0, y: 300 }]]);

  it('keeps everybody where the whole has them', () => {
    const graph = graphOf({ nodes: [aNode('a'), aNode('b')], ties: [aTie('a', 'b')] });
    expect([...positionsFrom(whole, graph)!]).toEqual([['a', { x: 0, y: 0 }], ['b', { x: 300, y: 0 }]]);
  });

  it('puts who is new amid its neighbours, and moves nobody else', () => {
    const graph = graphOf({ nodes: [aNode('a'), aNode('b'), aNode('new')], ties: [aTie('a', 'new'), aTie('b', 'new')] });
    const positions = positionsFrom(whole, graph)!;
    expect([positions.get('a'), positions.get('b')]).toEqual([{ x: 0, y: 0 }, { x: 300, y: 0 }]);
    expect(Math.abs(positions.get('new')!.x - 150)).toBeLessThan(10);
    expect(overlaps(positions, new Map(graph.nodes.map((node) => [node.id, sizeOf(node)])))).toEqual([]);
  });

  it('is laid out anew when most are strangers', () => {
    expect(positionsFrom(whole, graphOf({ nodes: [aNode('a'), aNode('x'), aNode('y')], ties: [] }))).toBeNull();
  });
});
