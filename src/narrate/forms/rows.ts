import type { Grid, GridCell } from "../../model/block.ts";
import { type Box, boxAround, type Place } from "../../model/place.ts";

/** A cell as one row of a form sees it: `own` if it starts in this row, not if it reaches down from a row above. */
export interface FormCell {
  readonly c0: number;
  readonly c1: number;
  readonly text: string;
  readonly place: Place;
  readonly own: boolean;
}

export interface FormRow {
  /** In column order; blank cells are left out. */
  readonly cells: readonly FormCell[];
  readonly place: Place;
  /** Position of the grid among the form's grids: column numbers of two grids need not mean the same. */
  readonly grid: number;
  readonly spansKnown: boolean;
}

/** The rows of a form over all of its pages. Rows without text are left out. */
export function formRows(grids: readonly Grid[]): FormRow[] {
  return grids.flatMap((grid, index) => rowsOf(grid, index));
}

/** The cells of a row that start in it. */
export function ownCells(row: FormRow): readonly FormCell[] {
  return row.cells.filter((cell) => cell.own);
}

function rowsOf(grid: Grid, index: number): FormRow[] {
  const byRow = new Map<number, FormCell[]>();
  for (const cell of grid.cells) {
    const text = cell.text.trim();
    if (text === "") continue;
    for (let r = cell.r0; r <= cell.r1; r++) {
      const cells = byRow.get(r) ?? [];
      cells.push({ c0: cell.c0, c1: cell.c1, text, place: cell.place, own: r === cell.r0 });
      byRow.set(r, cells);
    }
  }
  return [...byRow.entries()]
    .sort((a, b) => a[0] - b[0])
    .map(([r, cells]) => ({
      cells: cells.sort((a, b) => a.c0 - b.c0),
      place: placeOf(grid.cells.filter((cell) => cell.r0 === r)) ?? grid.place,
      grid: index,
      spansKnown: grid.spansKnown,
    }))
    .filter((row) => row.cells.some((cell) => cell.own));
}

/** One place around some cells: the first line, or the box around all boxes. */
export function placeOf(cells: readonly Pick<GridCell, "place">[]): Place | undefined {
  const first = cells[0]?.place;
  if (!first) return undefined;
  const boxes = cells.flatMap((cell): Box[] => (cell.place.box ? [cell.place.box] : []));
  const box = boxAround(boxes);
  return box ? { ...first, box } : first;
}
