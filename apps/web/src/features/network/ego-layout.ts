import type { Graph, Point } from './graph.js';

const FIRST_RING = 150;
const RING_STEP = 95;
const ROOM = 62; // along a ring, for a mark and its name

/** One organisation in the middle, its neighbours on rings around it: the strongest ties nearest, those of one country side by side. */
export function ringsAround(graph: Graph, middle: string): Map<string, Point> {
  const positions = new Map<string, Point>([[middle, { x: 0, y: 0 }]]);
  const waiting = [...(graph.neighbours.get(middle) ?? [])];
  for (let ring = 0; waiting.length > 0; ring += 1) {
    const radius = FIRST_RING + ring * RING_STEP;
    const seats = Math.floor((2 * Math.PI * radius) / ROOM);
    const here = waiting.splice(0, seats).map(({ node }) => node)
      .sort((x, y) => compare(x.seatCountry ?? '', y.seatCountry ?? '') || compare(x.id, y.id));
    here.forEach((node, index) => {
      // Every second ring starts between two seats of the one inside.
      const angle = ((index + (ring % 2) / 2) / here.length) * 2 * Math.PI - Math.PI / 2;
      positions.set(node.id, { x: Math.cos(angle) * radius * 1.5, y: Math.sin(angle) * radius });
    });
  }
  return positions;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

