import type { Stretch } from "./text-pieces.ts";

/** Beyond this many columns headings are not arranged: no printed page has them. */
export const MOST = 60;

/** Neighbouring columns, both inclusive. */
export interface Group {
  readonly first: number;
  readonly last: number;
}

/**
 * One group of columns a piece, in order and apart, at the least cost in all: a single column, or several of which each has a
 * heading already. Undefined for a piece that no group is left for.
 */
export function groupsFor<P extends Stretch>(
  pieces: readonly P[],
  headed: readonly boolean[],
  cost: (piece: P, group: Group) => number,
): readonly Group[] {
  const count = Math.min(headed.length, MOST);
  const groups: Group[] = [];
  for (let first = 0; first < count; first++) {
    groups.push({ first, last: first });
    for (let last = first + 1; last < count && headed[first] && headed[last]; last++)
      groups.push({ first, last });
  }
  // best[c]: the cheapest arrangement of the pieces so far that uses columns before c only.
  let best: ({ cost: number; groups: readonly Group[] } | undefined)[] = Array.from(
    { length: count + 1 },
    () => ({ cost: 0, groups: [] }),
  );
  for (const piece of pieces) {
    const next: typeof best = best.map(() => undefined);
    for (const group of groups) {
      const before = best[group.first];
      if (!before) continue;
      const total = before.cost + cost(piece, group);
      const known = next[group.last + 1];
      if (!known || total < known.cost)
        next[group.last + 1] = { cost: total, groups: [...before.groups, group] };
    }
    for (let c = 1; c < next.length; c++) {
      const left = next[c - 1];
      if (left && (next[c]?.cost ?? Number.POSITIVE_INFINITY) > left.cost) next[c] = left;
    }
    best = next;
  }
  return best.at(-1)?.groups ?? [];
}
