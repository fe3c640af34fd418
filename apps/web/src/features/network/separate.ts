import type { Point } from './graph.js';

interface Mark extends Point {
  id: string;
  size: number;
  /** It stays where it is; the other goes all the way. */
  fixed?: boolean;
}

const ROUNDS = 120;
/** Free space between two marks, in units of the map. */
const GAP = 8;

/**
 * Moves marks that overlap apart, each half the way, until none does (or the rounds are used up). Deterministic: two marks on
 * one spot part along an angle that their order gives.
 */
export function separate(marks: readonly Mark[]): Map<string, Point> {
  const moved = marks.map((mark) => ({ ...mark }));
  const cell = Math.max(1, ...moved.map(({ size }) => size)) + GAP;
  for (let round = 0; round < ROUNDS; round += 1) if (!pushApart(moved, cell)) break;
  return new Map(moved.map(({ id, x, y }) => [id, { x, y }]));
}

function pushApart(marks: Mark[], cell: number): boolean {
  const cells = new Map<string, number[]>();
  marks.forEach(({ x, y }, index) => {
    const key = `${Math.floor(x / cell)} ${Math.floor(y / cell)}`;
    const there = cells.get(key);
    if (there) there.push(index);
    else cells.set(key, [index]);
  });
  let any = false;
  marks.forEach((mark, index) => {
    const column = Math.floor(mark.x / cell);
    const row = Math.floor(mark.y / cell);
    for (let dx = -1; dx <= 1; dx += 1) for (let dy = -1; dy <= 1; dy += 1) {
      for (const other of cells.get(`${column + dx} ${row + dy}`) ?? []) if (other > index && part(mark, marks[other]!, index + other)) any = true;
    }
  });
  return any;
}

function part(one: Mark, other: Mark, seed: number): boolean {
  if (one.fixed && other.fixed) return false;
  const wanted = (one.size + other.size) / 2 + GAP;
  const distance = Math.hypot(other.x - one.x, other.y - one.y);
  if (distance >= wanted - 0.01) return false;
  // 2.4 rad is near the golden angle: marks that lie on one spot part in different directions.
  const [dx, dy] = distance > 0.001 ? [(other.x - one.x) / distance, (other.y - one.y) / distance] : [Math.cos(seed * 2.4), Math.sin(seed * 2.4)];
  const push = wanted - distance;
  const share = one.fixed ? 0 : other.fixed ? 1 : 0.5;
  one.x -= dx * push * share;
  one.y -= dy * push * share;
  other.x += dx * push * (1 - share);
  other.y += dy * push * (1 - share);
  return true;
}
