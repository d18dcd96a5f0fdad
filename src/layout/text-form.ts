import type { Grid, GridCell } from "../model/block.ts";
import { InputError } from "../model/errors.ts";

/** A line of a text source and its number (1-based). */
export interface Line {
  readonly text: string;
  readonly number: number;
}

/** A grid found in the lines of a text, and the index of the first line after it. */
export interface Taken {
  readonly grid: Grid;
  readonly next: number;
}

/**
 * A way of writing tables in text: takes the table that starts at a line, or leaves the line alone. To keep a text linear,
 * a form looks past the line it is asked about only over lines that it then takes, or over a few.
 */
export type TextForm = (lines: readonly Line[], at: number) => Taken | undefined;

/** A row as printed: its fields in order. */
export interface FieldRow {
  readonly line: number;
  readonly fields: readonly string[];
}

/** More fields than any printed table has: beyond it the text is no disclosure, and would only fill the memory. */
export const MAX_COLUMNS = 300;

/** A grid of one row a line and one cell a field, as printed: rows keep their own length, the longest gives the width. */
export function gridOfFields(rows: readonly FieldRow[]): Grid {
  const cells: GridCell[] = [];
  let columnCount = 0;
  rows.forEach(({ line, fields }, r) => {
    if (fields.length > MAX_COLUMNS)
      throw new InputError(
        `line ${line}: a row of more than ${MAX_COLUMNS} fields is no table`,
        "too-large",
      );
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
