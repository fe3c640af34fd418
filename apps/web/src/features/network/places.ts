import type { Place } from './drawing.js';
import { sizeOf, type Graph, type Point, type Positions } from './graph.js';
import { groupOf } from './positions.js';

const SMALLEST = 3;

interface Member { x: number; y: number; size: number }

/** Where the names of countries stand on the map: outside of their own organisations, away from the middle, when there are several countries. */
export function placesOf(graph: Graph, positions: Positions, nameOf: (code: string) => string): Place[] {
  const members = new Map<string, Member[]>();
  for (const node of graph.nodes) {
    const group = groupOf(node);
    const place = positions.get(node.id);
    if (group !== null && place) members.set(group, [...(members.get(group) ?? []), { ...place, size: sizeOf(node) }]);
  }
  // One country alone needs no name: all are of it.
  if (members.size < 2) return [];
  const all = [...positions.values()];
  const middle = { x: mean(all.map(({ x }) => x)), y: mean(all.map(({ y }) => y)) };
  const size = Math.min(Math.max(Math.sqrt(all.length) * 2.2, 14), 44);
  return [...members].filter(([, list]) => list.length >= SMALLEST).map(([code, list]) => ({ name: nameOf(code), size, ...outside(list, middle, size) }));
}

function outside(list: readonly Member[], middle: Point, size: number): Point {
  const centre = { x: mean(list.map(({ x }) => x)), y: mean(list.map(({ y }) => y)) };
  const away = Math.hypot(centre.x - middle.x, centre.y - middle.y) || 1;
  const [dx, dy] = [(centre.x - middle.x) / away, (centre.y - middle.y) / away];
  const reach = Math.max(...list.map((each) => (each.x - centre.x) * dx + (each.y - centre.y) * dy + each.size / 2));
  return { x: centre.x + dx * (reach + 2.2 * size), y: centre.y + dy * (reach + 1.6 * size) };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
