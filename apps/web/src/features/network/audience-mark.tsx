import { lookOf } from './look.js';
import type { GraphNode } from './graph.js';

// The canvas' shapes in a box of 14 units.
const PATHS: Record<string, string> = {
  'round-rectangle': 'M3 1.5h8a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5H3A1.5 1.5 0 0 1 1.5 11V3A1.5 1.5 0 0 1 3 1.5z',
  hexagon: 'M3.8 1.4h6.4L13.4 7l-3.2 5.6H3.8L.6 7z',
  ellipse: 'M7 1a6 6 0 1 1 0 12A6 6 0 1 1 7 1z',
  diamond: 'M7 .4 13.6 7 7 13.6.4 7z',
  triangle: 'M7 1 13.4 12.6H.6z',
  star: 'M7 .6 8.9 5l4.7.4-3.6 3.1 1.1 4.6L7 10.6 2.9 13.1 4 8.5.4 5.4 5.1 5z',
};

/** An organisation's colour and shape as on the map; decoration, the words stand beside it. */
export function AudienceMark({ node, size = 14 }: { node: Pick<GraphNode, 'standing' | 'audience'>; size?: number }) {
  const { colour, shape } = lookOf(node);
  return <svg width={size} height={size} viewBox="0 0 14 14" aria-hidden style={{ flexShrink: 0 }}><path d={PATHS[shape]} fill={colour} /></svg>;
}
