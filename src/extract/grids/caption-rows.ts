import type { Grid, GridCell } from "../../model/block.ts";
import type { Place } from "../../model/place.ts";
import { plain } from "../../taxonomy/plain.ts";
import { matchTitle } from "../../taxonomy/tables/match.ts";
import { isNote, unitLabel } from "../captions.ts";
import { printedRows } from "./body.ts";

/** A grid without the rows that are no part of the table: title, department and unit drawn as rows (Excel prints them so). */
export interface Peeled {
  /** Undefined where nothing but captions was drawn. */
  readonly grid?: Grid;
  readonly captions: readonly { readonly text: string; readonly place: Place }[];
  /** Notes drawn as the last rows. */
  readonly below: readonly string[];
}

/** Takes caption rows off the top of a grid and note rows off its bottom. */
export function peelCaptions(grid: Grid): Peeled {
  const rows = printedRows(grid);
  const captions: { text: string; place: Place }[] = [];
  let top = 0;
  for (; top < grid.rowCount; top++) {
    const cells = rows[top] ?? [];
    if (!cells.every((cell) => isCaptionCell(cell, cells.length))) break;
    for (const cell of cells) captions.push({ text: cell.text, place: cell.place });
  }
  let bottom = grid.rowCount;
  const below: string[] = [];
  for (; bottom > top; bottom--) {
    const cells = rows[bottom - 1] ?? [];
    const only = cells[0];
    if (cells.length !== 1 || !only || !isNote(only.text)) break;
    below.unshift(only.text);
  }
  if (top === 0 && bottom === grid.rowCount) return { grid, captions, below };
  if (top >= bottom) return { captions, below };
  const cells = grid.cells
    .filter((cell) => cell.r1 >= top && cell.r0 < bottom)
    .map((cell) => ({
      ...cell,
      r0: Math.max(cell.r0, top) - top,
      r1: Math.min(cell.r1, bottom - 1) - top,
    }));
  return { grid: { ...grid, rowCount: bottom - top, cells }, captions, below };
}

function isCaptionCell(cell: GridCell, cellsInRow: number): boolean {
  const label = plain(cell.text);
  if (unitLabel(label) && label.length < 40) return true;
  if (
    /^(?:编制(?:部门|单位)|部门名称|部门|单位名称|填报单位|部门\(单位\)|预算年度|公开\d*表|公开表)[:\d一二三四五六七八九十]*/.test(
      label,
    )
  )
    return /[:]|表$/.test(label) && cellsInRow <= 3 && !/^部门\(单位\)名称$/.test(label);
  if (/^(?:财决)?(?:部门)?公开\d+表$|^附?表\d|^附[表件]\d*:?$/.test(label)) return true;
  return cellsInRow === 1 && matchTitle(cell.text) !== undefined;
}
