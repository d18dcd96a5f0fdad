/** Numbers from 0 to 1. */
export type Random = () => number;

/** Seeded random numbers: the same on every run. */
export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

/** The random numbers of one case of a run: it can be tried again without those before it. */
export function randomOfCase(seed: number, index: number): Random {
  let mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return randomOf((mixed ^ (mixed >>> 13)) & 0x7fffffff);
}

/** A position among so many; 0 where there are none. */
export function pick(count: number, random: Random): number {
  return Math.min(Math.floor(random() * count), Math.max(0, count - 1));
}

/** One of these, undefined where there are none. */
export function oneOf<T>(things: readonly T[], random: Random): T | undefined {
  return things[pick(things.length, random)];
}
