import type { Grid, GridCell } from "../../model/block.ts";
import { headingRowCount, isAmount, printedRows } from "./body.ts";

/**
 * An amount whose cell begins beside the last row of headings and goes on below it belongs to the row below: where a heading
 * is one row shorter than its neighbours, its cell is merged with that of its amount's row.
 */
export function lowered(grid: Grid): Grid {
  const tall = grid.cells.filter((cell) => cell.r1 > cell.r0 && isAmount(cell.text));
  if (tall.length === 0) return grid;
  const others = grid.cells.filter((cell) => !tall.includes(cell));
  const headings = headingRowCount(printedRows({ ...grid, cells: others }));
  const isLow = (cell: GridCell): boolean => tall.includes(cell) && cell.r0 < headings;
  if (!tall.some(isLow)) return grid;
  return {
    ...grid,
    cells: grid.cells.map((cell) => (isLow(cell) ? { ...cell, r0: cell.r1 } : cell)),
  };
}
