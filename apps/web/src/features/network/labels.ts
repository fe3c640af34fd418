import type { Point } from './graph.js';

export interface LabelPlace extends Point {
  id: string;
  /** Half the mark's height on the screen, in pixels; the label stands below it. */
  radius: number;
  text: string;
  /** The higher, the sooner it is named. */
  importance: number;
}

export interface Screen { width: number; height: number }

export interface Box { left: number; right: number; top: number; bottom: number }

interface Reserved {
  /** Named whatever they cover. */
  always?: ReadonlySet<string>;
  /** Where other words stand already. */
  taken?: readonly Box[];
}

/** More names than this are not read, and cost drawing time. */
export const MOST_LABELS = 60;
export const LABEL_HEIGHT = 12; // px
const CHARACTER = 6.1; // px, mean width at that height
const AIR = 4; // px around a label
/** The first few with a short name are named even where a lesser mark is covered: a map without its capitals' names is none. */
const WIDTH_PER_CAPITAL = 70; // px of the screen for each of them
const SHORT = 14; // characters

/**
 * Whose names are shown: the most important first, as long as a name lies on the screen and covers no other name and (but for the first few) no mark.
 * Positions in pixels.
 */
export function chooseLabels(places: readonly LabelPlace[], screen: Screen, { always = new Set(), taken: other = [] }: Reserved = {}): Set<string> {
  const taken = [...other];
  const marks = places.map(({ id, x, y, radius, importance }) => ({ id, importance, left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }));
  const chosen = new Set<string>();
  const first = (place: LabelPlace) => (always.has(place.id) ? 1 : 0);
  const sorted = [...places].sort((x, y) => first(y) - first(x) || y.importance - x.importance || (x.id < y.id ? -1 : 1));
  for (const [rank, place] of sorted.entries()) {
    if (chosen.size >= MOST_LABELS) break;
    const box = boxOf(place);
    if (box.right < 0 || box.left > screen.width || box.bottom < 0 || box.top > screen.height) continue;
    const capital = rank < screen.width / WIDTH_PER_CAPITAL && place.text.length <= SHORT;
    const inTheWay = (mark: (typeof marks)[number]) => mark.id !== place.id && overlap(box, mark) && !(capital && mark.importance * 2 <= place.importance);
    const covers = taken.some((each) => overlap(box, each)) || marks.some(inTheWay);
    if (covers && !always.has(place.id)) continue;
    taken.push(box);
    chosen.add(place.id);
  }
  return chosen;
}

function boxOf({ x, y, radius, text }: LabelPlace): Box {
  const half = (text.length * CHARACTER) / 2 + AIR;
  return { left: x - half, right: x + half, top: y + radius, bottom: y + radius + LABEL_HEIGHT + AIR };
}

const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** A name short enough for the map: cut at a word. */
export function shorten(name: string, most = 26): string {
  if (name.length <= most) return name;
  const cut = name.slice(0, most);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
