import type { Grid, GridCell } from "../model/block.ts";
import { InputError } from "../model/errors.ts";

/** A grid found in the lines of a text, and the index of the first line after it. */
export interface Taken {
  readonly grid: Grid;
  readonly next: number;
}

/** A way of writing tables in text: takes the table that starts at a line, or leaves the line alone. */
export type TextForm = (lines: readonly string[], at: number) => Taken | undefined;

/** More fields than any printed table has: beyond it the text is no disclosure, and would only fill the memory. */
const MAX_COLUMNS = 1_000;

/** A grid of one row a line and one cell a field, as printed: rows keep their own length, the longest gives the width. */
export function gridOfFields(
  rows: readonly { readonly line: number; readonly fields: readonly string[] }[],
): Grid {
  const cells: GridCell[] = [];
  let columnCount = 0;
  rows.forEach(({ line, fields }, r) => {
    if (fields.length > MAX_COLUMNS)
      throw new InputError(`line ${line}: a row of ${fields.length} fields is no table`);
    columnCount = Math.max(columnCount, fields.length);
    fields.forEach((field, c) => {
      cells.push({ r0: r, r1: r, c0: c, c1: c, text: field.trim(), place: { line } });
    });
  });
  return {
    type: "grid",
    rowCount: rows.length,
    columnCount,
    cells,
    spansKnown: false,
    place: { line: rows[0]?.line ?? 1 },
  };
}
