import type { Chunk } from "./chunks.ts";

/** Points by which a border that a text implies may miss one that there is. */
const MISS = 4;

/**
 * Cells of a first column that each stand for several rows: a text in the middle of its cell tells, from the cell's top,
 * where it ends. Undefined unless the texts, from the first row's top, end at a row's border each, the last at the last.
 */
export function tiles(
  texts: readonly Chunk[],
  borders: readonly number[],
): { readonly y0: number; readonly y1: number }[] | undefined {
  if (texts.length >= borders.length - 1) return undefined;
  const sorted = [...texts].sort((one, other) => one.box.y0 - other.box.y0);
  const groups: { y0: number; y1: number }[] = [];
  let top = borders[0] as number;
  for (const { box } of sorted) {
    const bottom = box.y0 + box.y1 - top;
    const border = borders.find((y) => Math.abs(y - bottom) < MISS);
    if (border === undefined || border <= top) return undefined;
    groups.push({ y0: top, y1: border });
    top = border;
  }
  return top === borders.at(-1) ? groups : undefined;
}
