import { useEffect, useState } from 'react';
import { sizeOf, type Graph, type GraphNode, type Point, type Positions } from './graph.js';
import { fractionOf, type LayoutTask } from './layout.js';
import { separate } from './separate.js';
import { startLayout } from './start-layout.js';

/** A country's own organisations are drawn together; whoever works in a region stands between them. */
export const groupOf = ({ scope, seatCountry }: GraphNode): string | null =>
  (scope === 'regional' || scope === 'extra_regional' ? null : seatCountry ?? null);

const taskOf = ({ nodes, ties }: Graph): LayoutTask => ({
  nodes: nodes.map((node) => ({ id: node.id, size: sizeOf(node), group: groupOf(node) })),
  ties: ties.map(({ a, b, weight }) => ({ a, b, weight })),
});

/**
 * Positions of a filtered graph out of those of the whole one, so that a filter or another day moves nothing. Who is not in
 * the whole one stands amid its neighbours. Null: too few are known, and it is better laid out anew.
 */
export function positionsFrom(whole: Positions, graph: Graph): Map<string, Point> | null {
  const known = graph.nodes.filter(({ id }) => whole.has(id));
  if (known.length === 0 || known.length * 2 < graph.nodes.length) return null;
  if (known.length === graph.nodes.length) return new Map(known.map(({ id }) => [id, whole.get(id)!]));
  const reach = Math.max(...known.map(({ id }) => Math.hypot(whole.get(id)!.x, whole.get(id)!.y)));
  const marks = graph.nodes.map((node) => {
    const there = whole.get(node.id);
    return { id: node.id, size: sizeOf(node), fixed: there !== undefined, ...(there ?? amidNeighbours(node.id, graph, whole, reach)) };
  });
  return separate(marks);
}

function amidNeighbours(id: string, graph: Graph, whole: Positions, reach: number): Point {
  const places = (graph.neighbours.get(id) ?? []).flatMap(({ node, tie }) => {
    const place = whole.get(node.id);
    return place ? [{ ...place, weight: tie.weight }] : [];
  });
  const angle = fractionOf(id) * 2 * Math.PI;
  if (places.length === 0) return { x: Math.cos(angle) * reach, y: Math.sin(angle) * reach };
  const total = places.reduce((sum, { weight }) => sum + weight, 0);
  return {
    x: places.reduce((sum, { x, weight }) => sum + x * weight, 0) / total + Math.cos(angle),
    y: places.reduce((sum, { y, weight }) => sum + y * weight, 0) / total + Math.sin(angle),
  };
}

/** Where a graph's organisations are drawn; null while the worker makes the layout. `whole` is the unfiltered graph of today. */
export function usePositions(graph: Graph, whole: Graph | null): Positions | null {
  const ofWhole = useLayout(whole);
  const derived = ofWhole && whole ? (graph === whole ? ofWhole : positionsFrom(ofWhole, graph)) : null;
  const own = useLayout(ofWhole && !derived && graph.nodes.length > 0 ? graph : null);
  return derived ?? own;
}

const made = new WeakMap<Graph, Positions>();

function useLayout(graph: Graph | null): Positions | null {
  const [, setReady] = useState(0);
  useEffect(() => {
    if (!graph || made.has(graph)) return undefined;
    let stale = false;
    void startLayout(taskOf(graph)).then((positions) => {
      made.set(graph, positions);
      if (!stale) setReady((count) => count + 1);
    });
    return () => { stale = true; };
  }, [graph]);
  return graph ? made.get(graph) ?? null : null;
}
