import type { Chunk, Stretch } from "./text-columns.ts";

/** Beyond this many columns headings are not arranged: no printed page has them. */
export const MOST = 60;

/** Neighbouring columns, both inclusive. */
export interface Group {
  readonly first: number;
  readonly last: number;
}

/** One group of columns a piece, in order and apart, at the least distance in all; of equals, the larger. */
export function groupsFor(
  chunks: readonly Chunk[],
  columns: readonly Stretch[],
  headed: readonly boolean[],
): readonly Group[] {
  const groups: Group[] = [];
  for (let first = 0; first < Math.min(columns.length, MOST); first++) {
    groups.push({ first, last: first });
    for (let last = first + 1; headed[first] && headed[last]; last++) groups.push({ first, last });
  }
  // best[c]: the cheapest arrangement of the pieces so far that uses columns before c only.
  let best: ({ cost: number; groups: readonly Group[] } | undefined)[] = columns.map(() => ({
    cost: 0,
    groups: [],
  }));
  best.push({ cost: 0, groups: [] });
  for (const chunk of chunks) {
    const next: typeof best = best.map(() => undefined);
    for (const group of groups) {
      const before = best[group.first];
      if (!before) continue;
      const cost = before.cost + groupDistance(chunk, group, columns);
      const known = next[group.last + 1];
      if (!known || cost < known.cost)
        next[group.last + 1] = { cost, groups: [...before.groups, group] };
    }
    for (let c = 1; c < next.length; c++) {
      const left = next[c - 1];
      if (left && (next[c]?.cost ?? Number.POSITIVE_INFINITY) > left.cost) next[c] = left;
    }
    best = next;
  }
  return best.at(-1)?.groups ?? [];
}

/** Of groups with nearly the same middle the widest is meant: 收入 above two columns of four, not above the inner two. */
const WIDER = 0.1;

function groupDistance(chunk: Chunk, { first, last }: Group, columns: readonly Stretch[]): number {
  const around = { from: columns[first]?.from ?? 0, to: columns[last]?.to ?? 0 };
  return distance(chunk, around) - WIDER * (last - first);
}

/** Distance of the middles of two stretches. */
export function distance(a: Stretch, b: Stretch): number {
  return Math.abs(a.from + a.to - b.from - b.to) / 2;
}

/** For each of the fewer things, the index of another one: order kept, none twice, least cost in all. */
export function inOrder<A, B>(
  few: readonly A[],
  many: readonly B[],
  cost: (a: A, b: B) => number,
): readonly number[] {
  let best: { cost: number; picks: readonly number[] }[] = [{ cost: 0, picks: [] }];
  for (let j = 0; j < many.length; j++) {
    const next = [...best];
    for (let i = 0; i < Math.min(best.length, few.length); i++) {
      const before = best[i];
      if (!before) continue;
      const total = before.cost + cost(few[i] as A, many[j] as B);
      const known = best[i + 1];
      if (!known || total < known.cost) next[i + 1] = { cost: total, picks: [...before.picks, j] };
    }
    best = next;
  }
  return best[few.length]?.picks ?? [];
}
