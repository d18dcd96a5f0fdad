/** Beyond this many columns headings are not arranged: no printed page has them. */
export const MOST = 60;

/** Neighbouring columns, both inclusive. */
export interface Group {
  readonly first: number;
  readonly last: number;
}

/** The groups of an arrangement, the last first. */
interface Placed {
  readonly group: Group;
  readonly before: Placed | undefined;
}

interface Arrangement {
  readonly cost: number;
  readonly placed: Placed | undefined;
}

/**
 * One group of columns a piece, in order and apart, at the least cost in all: a single column, or several of which each has a
 * heading already. Nothing where there is no room for all of them.
 */
export function groupsFor(
  pieces: number,
  headed: readonly boolean[],
  cost: (piece: number, group: Group) => number,
): readonly Group[] {
  const count = Math.min(headed.length, MOST);
  // best[c]: the cheapest arrangement of the pieces so far that uses columns before c only.
  let best: (Arrangement | undefined)[] = Array.from({ length: count + 1 }, () => ({
    cost: 0,
    placed: undefined,
  }));
  for (let piece = 0; piece < pieces; piece++) {
    const next: typeof best = best.map(() => undefined);
    // Every piece before it and after it needs a column at least.
    const end = count - (pieces - 1 - piece);
    for (let first = piece; first < end; first++) {
      const before = best[first];
      if (!before) continue;
      for (let last = first; last < end; last++) {
        if (last > first && !(headed[first] && headed[last])) break;
        const group = { first, last };
        const total = before.cost + cost(piece, group);
        const known = next[last + 1];
        if (!known || total < known.cost)
          next[last + 1] = { cost: total, placed: { group, before: before.placed } };
      }
    }
    for (let c = 1; c < next.length; c++) {
      const left = next[c - 1];
      if (left && (next[c]?.cost ?? Number.POSITIVE_INFINITY) > left.cost) next[c] = left;
    }
    best = next;
  }
  const found: Group[] = [];
  for (let last = best.at(-1)?.placed; last; last = last.before) found.push(last.group);
  return found.reverse();
}
