import type { Network } from './operations.js';

/** The network as a graph, whatever shows it: map and tables are two views of this one. It knows neither React nor a canvas. */
export type GraphNode = Network['nodes'][number];
export type GraphTie = Network['ties'][number];

export interface Point { x: number; y: number }
export type Positions = ReadonlyMap<string, Point>;

export interface Neighbour { node: GraphNode; tie: GraphTie }

export interface Graph {
  nodes: readonly GraphNode[];
  ties: readonly GraphTie[];
  byId: ReadonlyMap<string, GraphNode>;
  /** Of each organisation its neighbours, the strongest tie first. */
  neighbours: ReadonlyMap<string, readonly Neighbour[]>;
}

/** What is looked at: an organisation, or the tie of two. */
export type Selection = { node: string } | { a: string; b: string };

export const EMPTY_GRAPH: Graph = { nodes: [], ties: [], byId: new Map(), neighbours: new Map() };

export const tieKey = ({ a, b }: { a: string; b: string }): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** The graph of what the server answered; a tie whose end is not there is left out. */
export function graphOf({ nodes, ties }: Pick<Network, 'nodes' | 'ties'>): Graph {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const kept = ties.filter(({ a, b }) => byId.has(a) && byId.has(b));
  const neighbours = new Map<string, Neighbour[]>(nodes.map(({ id }) => [id, []]));
  for (const tie of [...kept].sort((x, y) => y.weight - x.weight)) {
    neighbours.get(tie.a)!.push({ node: byId.get(tie.b)!, tie });
    neighbours.get(tie.b)!.push({ node: byId.get(tie.a)!, tie });
  }
  return { nodes, ties: kept, byId, neighbours };
}

/** The tie of two organisations, in whichever order; none when they have none. */
export const tieBetween = (graph: Graph, a: string, b: string): GraphTie | undefined =>
  graph.neighbours.get(a)?.find((each) => each.node.id === b)?.tie;

/** A selection as far as this graph has it: what a filter took away is not selected. */
export function selectionIn(graph: Graph, selection: Selection | null): Selection | null {
  if (!selection) return null;
  const there = 'node' in selection ? graph.byId.has(selection.node) : tieBetween(graph, selection.a, selection.b) !== undefined;
  return there ? selection : null;
}

const DIRECTIONS = { ArrowRight: 0, ArrowDown: Math.PI / 2, ArrowLeft: Math.PI, ArrowUp: -Math.PI / 2 } as const;
export type Arrow = keyof typeof DIRECTIONS;
export const isArrow = (key: string): key is Arrow => key in DIRECTIONS;

// Beyond this angle from the arrow's direction a neighbour lies "elsewhere".
const WIDEST = (3 / 8) * Math.PI;

/**
 * The neighbour that an arrow key leads to from an organisation: of those that lie that way, the one that is near and straight
 * ahead. Without one the reader stays. y grows downwards, as on a page.
 */
export function neighbourTowards(graph: Graph, positions: Positions, from: string, arrow: Arrow): string | null {
  const here = positions.get(from);
  if (!here) return null;
  let best: { id: string; cost: number } | null = null;
  for (const { node } of graph.neighbours.get(from) ?? []) {
    const there = positions.get(node.id);
    if (!there) continue;
    const turn = Math.abs(angleBetween(Math.atan2(there.y - here.y, there.x - here.x), DIRECTIONS[arrow]));
    if (turn > WIDEST) continue;
    const cost = Math.hypot(there.x - here.x, there.y - here.y) * (1 + 2 * turn);
    if (!best || cost < best.cost) best = { id: node.id, cost };
  }
  return best?.id ?? null;
}

function angleBetween(a: number, b: number): number {
  const turn = (a - b) % (2 * Math.PI);
  return turn > Math.PI ? turn - 2 * Math.PI : turn < -Math.PI ? turn + 2 * Math.PI : turn;
}

/** Diameter of an organisation's mark in units of the map: its area grows with its ties. */
export const sizeOf = ({ ties }: Pick<GraphNode, 'ties'>): number => Math.min(14 + 5 * Math.sqrt(ties), 60);
