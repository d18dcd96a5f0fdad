import type { Grid } from "../../model/block.ts";

/** Points by which a column may move from one page to the next. */
const DRIFT = 12;
/** Columns by which the width of a text table may differ between pages: trailing blanks get lost. */
const RAGGED = 2;

interface Edges {
  readonly left: readonly (number | undefined)[];
  readonly right: readonly (number | undefined)[];
}

/** Could a grid be a further page of another: do its columns stand where the other's stand? */
export function sameColumns(first: Grid, later: Grid): boolean {
  const edges = edgesOf(first);
  const own = edgesOf(later);
  if (!edges || !own) {
    // Columns that only spaces show: one that is blank on a further page is not there, and which it is cannot be told.
    const ragged = first.spansKnown && later.spansKnown ? 0 : RAGGED;
    return Math.abs(first.columnCount - later.columnCount) <= ragged;
  }
  const known = [...edges.left, ...edges.right].filter((x) => x !== undefined);
  const printed = [...own.left, ...own.right].filter((x) => x !== undefined);
  const met = printed.filter((x) => known.some((k) => Math.abs(k - x) <= DRIFT)).length;
  return met / Math.max(1, printed.length) >= 0.8 || first.columnCount === later.columnCount;
}

/**
 * A further page with its cells numbered by the columns of the first: a page whose rows are all merged draws fewer.
 * Text has no positions; there the numbers stay.
 */
export function onColumnsOf(first: Grid, later: Grid): Grid {
  if (first.columnCount === later.columnCount) return later;
  const edges = edgesOf(first);
  if (!edges || !edgesOf(later)) return later;
  const cells = later.cells.map((cell) => {
    const box = cell.place.box;
    const c0 = box && nearest(edges.left, box.x0);
    const c1 = box && nearest(edges.right, box.x1);
    return c0 === undefined || c1 === undefined || c1 < c0 ? undefined : { ...cell, c0, c1 };
  });
  if (cells.some((cell) => cell === undefined)) return later;
  return {
    ...later,
    columnCount: first.columnCount,
    cells: cells.filter((cell) => cell !== undefined),
  };
}

/** Where the columns of a drawn grid begin and end. */
function edgesOf(grid: Grid): Edges | undefined {
  const left: (number | undefined)[] = new Array(grid.columnCount).fill(undefined);
  const right: (number | undefined)[] = new Array(grid.columnCount).fill(undefined);
  for (const { c0, c1, place } of grid.cells) {
    if (!place.box) return undefined;
    left[c0] ??= place.box.x0;
    right[c1] ??= place.box.x1;
  }
  return { left, right };
}

function nearest(edges: readonly (number | undefined)[], x: number): number | undefined {
  let best: number | undefined;
  let distance = DRIFT;
  for (const [i, edge] of edges.entries()) {
    if (edge !== undefined && Math.abs(edge - x) <= distance) {
      best = i;
      distance = Math.abs(edge - x);
    }
  }
  return best;
}
