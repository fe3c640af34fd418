/** A seeded source of chance (mulberry32): the demonstration is the same on every machine. */
export function chanceFrom(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    /** A whole number from 0 to below `end`. */
    below: (end: number): number => Math.floor(next() * end),
    /** True once in `times` on average. */
    onceIn: (times: number): boolean => next() * times < 1,
    pick: <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!,
    /** `count` different ones. */
    some<T>(from: readonly T[], count: number): T[] {
      const rest = [...from];
      return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(Math.floor(next() * rest.length), 1)[0]!);
    },
  };
}

export type Chance = ReturnType<typeof chanceFrom>;
