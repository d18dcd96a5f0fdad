import { type Box, boxAround } from "../model/place.ts";
import { overlap } from "./aligned-columns.ts";
import type { Chunk } from "./chunks.ts";

/** Lines of one heading follow each other this closely (in ems); a heading and the one below it do not. */
const WRAP = 1.45;

/** A heading of a table without lines between its headings: one text, its lines joined. */
export interface Heading {
  readonly box: Box;
  readonly chunks: readonly Chunk[];
}

/** Joins wrapped lines of headings. */
export function headingsOf(lines: readonly (readonly Chunk[])[]): Heading[] {
  const open: { box: Box; chunks: Chunk[] }[] = [];
  for (const line of lines) {
    for (const chunk of line) {
      const above = open.find(
        ({ box, chunks }) =>
          chunk.baseline - (chunks.at(-1) as Chunk).baseline < WRAP * chunk.size &&
          chunk.baseline - (chunks.at(-1) as Chunk).baseline > 0.5 * chunk.size &&
          overlap(box, chunk.box) > 1,
      );
      if (above) {
        above.chunks.push(chunk);
        above.box = boxAround([above.box, chunk.box]) ?? above.box;
      } else {
        open.push({ box: chunk.box, chunks: [chunk] });
      }
    }
  }
  return open;
}

/** A part of the heading's area: columns from c0 to c1, between two heights. */
export interface HeadingCell {
  readonly c0: number;
  readonly c1: number;
  readonly y0: number;
  readonly y1: number;
}

/**
 * The cells of the headings' area. A heading in the middle of its height fills it; columns whose heading stands low belong,
 * together, to the headings that stand above them, each centred over its share.
 */
export function headingCells(
  headings: readonly Heading[],
  borders: readonly number[],
  y0: number,
  y1: number,
): HeadingCell[] {
  return cellsWithin(headings, borders, 0, borders.length - 2, y0, y1);
}

/** Part of the height by which a heading may miss the middle and still fill it. */
const CENTRED = 0.1;

function cellsWithin(
  headings: readonly Heading[],
  borders: readonly number[],
  first: number,
  last: number,
  y0: number,
  y1: number,
): HeadingCell[] {
  const cells: HeadingCell[] = [];
  const middle = (y0 + y1) / 2;
  const isLow = (c: number): boolean => {
    const own = headings.filter(({ box }) => columnOf(box, borders) === c);
    if (own.length !== 1) return own.length > 1;
    const { box } = own[0] as Heading;
    return (box.y0 + box.y1) / 2 - middle > CENTRED * (y1 - y0);
  };
  for (let c = first; c <= last; c++) {
    let end = c;
    while (end <= last && isLow(end)) end++;
    if (end - c < 2) {
      cells.push({ c0: c, c1: c, y0, y1 });
      continue;
    }
    cells.push(...under(headings, borders, c, end - 1, y0, y1));
    c = end - 1;
  }
  return cells;
}

/** Columns from c0 to c1 shared out among the headings above them. */
function under(
  headings: readonly Heading[],
  borders: readonly number[],
  c0: number,
  c1: number,
  y0: number,
  y1: number,
): HeadingCell[] {
  const inside = headings.filter(({ box }) => {
    const c = columnOf(box, borders);
    return c >= c0 && c <= c1;
  });
  const highest = Math.min(...inside.map(({ box }) => box.y0));
  const above = inside
    .filter(({ box }) => box.y0 < highest + (box.y1 - box.y0) / 2)
    .sort((one, other) => one.box.x0 - other.box.x0);
  const below = inside.filter((heading) => !above.includes(heading));
  if (below.length === 0) return range(c0, c1).map((c) => ({ c0: c, c1: c, y0, y1 }));
  const border =
    (Math.max(...above.map(({ box }) => box.y1)) + Math.min(...below.map(({ box }) => box.y0))) / 2;
  const cells: HeadingCell[] = [];
  let start = c0;
  above.forEach((heading, i) => {
    const centre = (heading.box.x0 + heading.box.x1) / 2;
    const leave = above.length - 1 - i;
    let end = leave === 0 ? c1 : start;
    if (leave > 0) {
      let best = Number.POSITIVE_INFINITY;
      for (let c = start; c <= c1 - leave; c++) {
        const miss = Math.abs(
          ((borders[start] as number) + (borders[c + 1] as number)) / 2 - centre,
        );
        if (miss < best) {
          best = miss;
          end = c;
        }
      }
    }
    cells.push({ c0: start, c1: end, y0, y1: border });
    start = end + 1;
  });
  return [...cells, ...cellsWithin(below, borders, c0, c1, border, y1)];
}

function columnOf(box: Box, borders: readonly number[]): number {
  const centre = (box.x0 + box.x1) / 2;
  let column = 0;
  while (column < borders.length - 2 && centre > (borders[column + 1] as number)) column++;
  return column;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
