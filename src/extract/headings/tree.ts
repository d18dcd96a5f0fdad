import type { Grid, GridCell } from "../../model/block.ts";
import { isBlank } from "../../taxonomy/plain.ts";
import { alignLevels } from "./alignment.ts";

/** The headings above each column of a grid, from the top row down; empty where no heading stands above it. */
export type HeadingPaths = readonly (readonly string[])[];

/**
 * Reads the heading rows of a grid (the first `count` rows) as a tree and gives the path above each column.
 * Where the source says which cells are merged the tree is drawn; where it does not (text) blanks are ambiguous
 * and damage is common, so headings are aligned by what may stand under what.
 */
export function headingPaths(grid: Grid, count: number): HeadingPaths {
  return grid.spansKnown
    ? drawnPaths(grid, count)
    : alignLevels(headingRows(grid, count), grid.columnCount);
}

function drawnPaths(grid: Grid, count: number): HeadingPaths {
  const paths: string[][] = Array.from({ length: grid.columnCount }, () => []);
  const cells = grid.cells.filter((cell) => cell.r0 < count && !isBlank(cell.text));
  for (const cell of [...cells].sort((a, b) => a.r0 - b.r0)) {
    for (let c = cell.c0; c <= cell.c1; c++) paths[c]?.push(cell.text);
  }
  return paths;
}

function headingRows(grid: Grid, count: number): GridCell[][] {
  const rows: GridCell[][] = Array.from({ length: count }, () => []);
  for (const cell of grid.cells) {
    if (cell.r0 < count && !isBlank(cell.text)) rows[cell.r0]?.push(cell);
  }
  return rows;
}
