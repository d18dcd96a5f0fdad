import type { Chunk } from "./chunks.ts";
import type { Heading } from "./headings.ts";

/** Where a column's texts stand. */
export interface Extent {
  x0: number;
  x1: number;
}

/** Overlaps up to this (points) are sloppy setting, not one column. */
const SLACK = 1;

/**
 * Columns of a table without vertical lines: what is left of the x axis when all texts cast their shadow on it. The body
 * gives them; headings add those whose cells are all blank.
 */
export function alignedColumns(
  body: readonly Chunk[],
  headings: readonly Heading[],
): readonly Extent[] {
  const numbers = shadows(body.filter(({ isNumber }) => isNumber));
  const columns = shadows(body.filter((chunk) => chunk.isNumber || !runsUnder(chunk, numbers)));
  const lowest = leaves(headings);
  if (columns.length === 0) return shadows(lowest);
  for (const { box } of lowest) {
    const under = columns.filter((column) => overlap(column, box) > SLACK);
    const [only] = under;
    if (!only) {
      columns.push({ x0: box.x0, x1: box.x1 });
      columns.sort((one, other) => one.x0 - other.x0);
    } else if (under.length === 1) {
      only.x0 = Math.min(only.x0, box.x0);
      only.x1 = Math.max(only.x1, box.x1);
    }
  }
  return columns;
}

/**
 * The borders that were not drawn: columns + 1 positions. A heading is centred in its cell, so that from the left border it
 * tells the right one; where that falls among text, the border is half way between the texts.
 */
export function bordersOf(
  columns: readonly Extent[],
  headings: readonly Heading[],
  left: number,
  right: number,
): number[] {
  const leaf = leaves(headings);
  const borders = [left];
  columns.forEach((column, i) => {
    const next = columns[i + 1];
    if (!next) return;
    const own = leaf.find(({ box }) => overlap(column, box) > SLACK);
    const centre = own ? (own.box.x0 + own.box.x1) / 2 : undefined;
    const symmetric = centre === undefined ? Number.NaN : 2 * centre - (borders[i] as number);
    const fits = symmetric > column.x1 - SLACK && symmetric < next.x0 + SLACK;
    borders.push(fits ? symmetric : (column.x1 + next.x0) / 2);
  });
  return [...borders, right];
}

export function overlap(one: Extent, other: Extent): number {
  return Math.min(one.x1, other.x1) - Math.max(one.x0, other.x0);
}

/** Headings with no other heading below them. */
export function leaves(headings: readonly Heading[]): Heading[] {
  return headings.filter(
    ({ box }) =>
      !headings.some((other) => other.box.y0 > box.y1 - SLACK && overlap(other.box, box) > SLACK),
  );
}

/** Text of the body that runs under several columns of numbers: a note, a section's heading. */
function runsUnder(chunk: Chunk, numbers: readonly Extent[]): boolean {
  return numbers.filter((column) => overlap(column, chunk.box) > SLACK).length > 1;
}

function shadows(texts: readonly { readonly box: Extent }[]): Extent[] {
  const sorted = texts.map(({ box }) => box).sort((one, other) => one.x0 - other.x0);
  const merged: Extent[] = [];
  for (const { x0, x1 } of sorted) {
    const last = merged.at(-1);
    if (last && x0 < last.x1 - SLACK) last.x1 = Math.max(last.x1, x1);
    else merged.push({ x0, x1 });
  }
  return merged;
}
