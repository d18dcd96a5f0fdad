import type { GridCell } from "../model/block.ts";
import { boxAround, type Place } from "../model/place.ts";
import type { Cell, Column, Row } from "../model/table.ts";
import { isBlank } from "../taxonomy/plain.ts";
import { isColumnNumbers, printedRows } from "./grids/body.ts";
import type { TablePage } from "./join.ts";

/** Columns whose cell, merged over several rows, names each of them. */
const NAMES_ROWS = new Set([
  "label",
  "unit-code",
  "unit-name",
  "project-type",
  "project-name",
  "attribute",
  "project-code",
]);

/** The body rows of all pages of a table, without headings (repeated ones too), column numbers and blank rows. */
export function bodyRows(pages: readonly TablePage[], columns: readonly Column[]): Row[] {
  const rows: Row[] = [];
  for (const [number, page] of pages.entries()) {
    let first = number > 0;
    const printed = printedRows(page.grid);
    const spanning = spanningNames(page, columns);
    for (let r = page.headingRows; r < printed.length; r++) {
      const row = printed[r] ?? [];
      if (isColumnNumbers(row) && !hasMoneyLook(row)) continue;
      if (row.length === 0) continue;
      const cells = [...row, ...(spanning.get(r) ?? [])].sort((a, b) => a.c0 - b.c0);
      rows.push({ ...rowOf(rows.length + 1, cells), ...(first ? { opensPage: true } : {}) });
      first = false;
    }
  }
  return rows;
}

/** Names that were drawn once over several rows, by the rows below the first. */
function spanningNames(page: TablePage, columns: readonly Column[]): Map<number, GridCell[]> {
  const byRow = new Map<number, GridCell[]>();
  for (const cell of page.grid.cells) {
    if (cell.r1 === cell.r0 || isBlank(cell.text)) continue;
    if (!NAMES_ROWS.has(columns[cell.c0]?.role ?? "")) continue;
    for (let r = cell.r0 + 1; r <= cell.r1; r++) byRow.set(r, [...(byRow.get(r) ?? []), cell]);
  }
  return byRow;
}

function hasMoneyLook(row: readonly GridCell[]): boolean {
  return row.some((cell) => /\d[.,]\d/.test(cell.text));
}

function rowOf(index: number, cells: readonly GridCell[]): Row {
  return {
    index,
    cells: cells.map((cell): Cell => ({ column: cell.c0, text: cell.text, place: cell.place })),
    place: placeAround(cells.map((cell) => cell.place)),
  };
}

function placeAround(places: readonly Place[]): Place {
  const first = places[0] ?? {};
  const box = boxAround(
    places.filter((p) => p.page === first.page).flatMap((place) => (place.box ? [place.box] : [])),
  );
  return box ? { ...first, box } : first;
}
