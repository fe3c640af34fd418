import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { separate } from './separate.js';
import type { Point } from './graph.js';

export interface LayoutNode {
  id: string;
  /** Diameter of its mark. */
  size: number;
  /** Those of one group (a country) are drawn near each other; null: of none. */
  group: string | null;
}
export interface LayoutTie { a: string; b: string; weight: number }
export interface LayoutTask { nodes: readonly LayoutNode[]; ties: readonly LayoutTie[] }

const STEPS = { small: 400, large: 150 };
const LARGE = { nodes: 600, ties: 3_000 };
// How much a country holds its organisations together, beside a tie of weight 1.
const GROUP_PULL = 1.5;
const SMALLEST_GROUP = 3;
const ANCHOR = 'group:';
const DENSE = 0.06; // ties a possible pair, both directions

/**
 * Where each organisation is drawn: ForceAtlas2 with an unseen anchor for each country, then overlaps are taken apart. The same
 * nodes and ties give the same positions, in whichever order they come. Takes about a second for 1,000 nodes: run it in the worker.
 */
export function layOut({ nodes, ties }: LayoutTask): Map<string, Point> {
  if (nodes.length === 0) return new Map();
  const graph = new Graph({ type: 'undirected', multi: true });
  const sorted = [...nodes].sort((x, y) => (x.id < y.id ? -1 : 1));
  const groups = groupsOf(sorted);
  const ring = 40 * Math.sqrt(sorted.length);
  groups.forEach((group, index) => graph.addNode(ANCHOR + group, onCircle((index / groups.length) * 2 * Math.PI, ring)));
  for (const node of sorted) graph.addNode(node.id, startOf(node, groups, ring));
  for (const { id, group } of sorted) if (group !== null && groups.includes(group)) graph.addEdge(id, ANCHOR + group, { weight: GROUP_PULL });
  const known = new Set(sorted.map(({ id }) => id));
  for (const tie of [...ties].sort(byEnds)) {
    // A hundred meetings do not pull a hundred times.
    if (known.has(tie.a) && known.has(tie.b)) graph.addEdge(tie.a, tie.b, { weight: Math.sqrt(tie.weight) });
  }
  // Logarithmic pull parts communities; where nearly everybody is tied to everybody it would only drive the hubs to the rim.
  const dense = ties.length > DENSE * sorted.length * sorted.length;
  const large = sorted.length > LARGE.nodes || ties.length > LARGE.ties;
  const placed = forceAtlas2(graph as never, {
    iterations: large ? STEPS.large : STEPS.small,
    getEdgeWeight: 'weight',
    settings: { linLogMode: !dense, gravity: 1, scalingRatio: dense ? 40 : 10, barnesHutOptimize: sorted.length > LARGE.nodes, slowDown: 4, outboundAttractionDistribution: false },
  });
  return separate(spread(sorted.map(({ id, size }) => ({ id, size, ...placed[id]! }))));
}

const byEnds = (x: LayoutTie, y: LayoutTie): number => compare(x.a, y.a) || compare(x.b, y.b) || x.weight - y.weight;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Groups worth an anchor, in the order of their names. */
function groupsOf(nodes: readonly LayoutNode[]): string[] {
  const members = new Map<string, number>();
  for (const { group } of nodes) if (group !== null) members.set(group, (members.get(group) ?? 0) + 1);
  const groups = [...members].filter(([, count]) => count >= SMALLEST_GROUP).map(([group]) => group).sort();
  // Where all are of one country, it holds nobody apart.
  return groups.length > 1 ? groups : [];
}

/** A start that depends on nothing but the node: on its group's side of the circle, moved a little by its id. */
function startOf({ id, group }: LayoutNode, groups: readonly string[], ring: number): Point {
  const chance = fractionOf(id);
  const index = group === null ? -1 : groups.indexOf(group);
  const middle = index < 0 ? { x: 0, y: 0 } : onCircle((index / groups.length) * 2 * Math.PI, ring);
  const aside = onCircle(chance * 2 * Math.PI, ring * (index < 0 ? 0.5 : 0.2) * Math.sqrt(fractionOf(`${id}r`)));
  return { x: middle.x + aside.x, y: middle.y + aside.y };
}

const onCircle = (angle: number, radius: number): Point => ({ x: Math.cos(angle) * radius, y: Math.sin(angle) * radius });

/** A number in [0, 1) that depends on the text alone (FNV-1a). */
export function fractionOf(text: string): number {
  let hash = 2166136261;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
  return (hash >>> 0) / 2 ** 32;
}

type Mark = Point & { id: string; size: number };

// Room that the marks get beside their own area, so that labels and ties can be read.
const ROOMINESS = 11;
// A handful of marks has room for names as well.
const MORE_FOR_FEW = 240;
// Screens are wider than high, and so is the picture.
const BREADTH = 1.55;

/** Scaled about the middle so that the area suits the marks, whatever units the forces came out in. */
function spread(marks: readonly Mark[]): Mark[] {
  const middle = { x: mean(marks.map(({ x }) => x)), y: mean(marks.map(({ y }) => y)) };
  const away = Math.sqrt(mean(marks.map(({ x, y }) => (x - middle.x) ** 2 + (y - middle.y) ** 2))) || 1;
  const wanted = Math.sqrt(((ROOMINESS + MORE_FOR_FEW / marks.length) * marks.reduce((sum, { size }) => sum + size ** 2, 0)) / Math.PI) / Math.SQRT2;
  const scale = wanted / away;
  const wider = Math.sqrt(BREADTH);
  return marks.map((mark) => ({ ...mark, x: (mark.x - middle.x) * scale * wider, y: ((mark.y - middle.y) * scale) / wider }));
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
