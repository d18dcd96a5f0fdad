import type { Block, Grid } from "../model/block.ts";
import type { Box } from "../model/place.ts";

/** A grid as it is printed for other programs: rows of texts, and the cells with their spans. */
export interface PlainGrid {
  readonly page: number;
  /** [x0, y0, x1, y1] in points from the page's top left. */
  readonly bbox: readonly [number, number, number, number];
  /** A merged cell's text stands in its top left position; the positions it covers are empty. */
  readonly rows: readonly (readonly string[])[];
  /** [first row, last row, first column, last column, text], 0-based and inclusive. */
  readonly cells: readonly (readonly [number, number, number, number, string])[];
}

/** The grids among blocks, standard tables or not, page by page as drawn. */
export function gridsOf(blocks: Iterable<Block>): PlainGrid[] {
  const grids: PlainGrid[] = [];
  for (const block of blocks) if (block.type === "grid") grids.push(plain(block));
  return grids;
}

function plain(grid: Grid): PlainGrid {
  const rows = Array.from({ length: grid.rowCount }, () =>
    new Array<string>(grid.columnCount).fill(""),
  );
  for (const { r0, c0, text } of grid.cells) (rows[r0] as string[])[c0] = text;
  return {
    page: grid.place.page ?? 0,
    bbox: corners(grid.place.box),
    rows,
    cells: grid.cells.map(({ r0, r1, c0, c1, text }) => [r0, r1, c0, c1, text]),
  };
}

function corners(box: Box | undefined): [number, number, number, number] {
  const round = (value: number) => Math.round(value * 100) / 100;
  return box ? [round(box.x0), round(box.y0), round(box.x1), round(box.y1)] : [0, 0, 0, 0];
}
