import type { Grid, GridCell } from "../../model/block.ts";
import { boxAround } from "../../model/place.ts";

/** Points by which the same border may stand elsewhere on the next page. */
const DRIFT = 4;

/**
 * Two drawn grids as one, the second below the first, on the borders of both. Undefined where they are not as wide, or have
 * no positions.
 */
export function stacked(first: Grid, second: Grid): Grid | undefined {
  if (!first.spansKnown || !second.spansKnown || !asWide(first, second)) return undefined;
  const borders = bordersOf([...first.cells, ...second.cells]);
  const cells = [
    ...first.cells.map((cell) => onBorders(cell, borders, 0)),
    ...second.cells.map((cell) => onBorders(cell, borders, first.rowCount)),
  ];
  return {
    ...first,
    rowCount: first.rowCount + second.rowCount,
    columnCount: borders.length - 1,
    cells,
  };
}

/** Do two drawn grids begin and end at the same places? */
export function asWide(first: Grid, second: Grid): boolean {
  const [one, two] = [first, second].map(({ cells }) =>
    boxAround(cells.flatMap(({ place: { box } }) => (box ? [box] : []))),
  );
  if (!one || !two) return false;
  return Math.abs(one.x0 - two.x0) <= 2 * DRIFT && Math.abs(one.x1 - two.x1) <= 2 * DRIFT;
}

/** The distinct borders of columns, from left to right. */
function bordersOf(cells: readonly GridCell[]): number[] {
  const xs = cells
    .flatMap(({ place: { box } }) => (box ? [box.x0, box.x1] : []))
    .sort((a, b) => a - b);
  return xs.filter((x, i) => i === 0 || x - (xs[i - 1] as number) > DRIFT);
}

function onBorders(cell: GridCell, borders: readonly number[], below: number): GridCell {
  const { box } = cell.place;
  const c0 = box ? nearest(borders, box.x0) : cell.c0;
  const c1 = box ? Math.max(c0, nearest(borders, box.x1) - 1) : cell.c1;
  return { ...cell, r0: cell.r0 + below, r1: cell.r1 + below, c0, c1 };
}

function nearest(borders: readonly number[], x: number): number {
  let best = 0;
  for (const [i, border] of borders.entries())
    if (Math.abs(border - x) < Math.abs((borders[best] as number) - x)) best = i;
  return best;
}
