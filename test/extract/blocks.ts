import type { Block, Grid, GridCell, Paragraph } from "../../src/model/block.ts";
import type { Place } from "../../src/model/place.ts";

/** Width of a drawn column and height of a drawn row, in points. */
const WIDTH = 60;
const HEIGHT = 20;

/**
 * A drawn grid: rows a line, cells between `|`. `<` continues the cell to the left, `^` the cell above: merged.
 * `page` gives the cells boxes.
 */
export function drawn(text: string, page?: number): Grid {
  const marks = rowsOf(text);
  const columnCount = Math.max(...marks.map((row) => row.length));
  const owner: number[][] = [];
  const cells: { r0: number; r1: number; c0: number; c1: number; text: string }[] = [];
  for (const [r, row] of marks.entries()) {
    owner.push([]);
    for (let c = 0; c < columnCount; c++) {
      const mark = row[c] ?? "";
      const merged =
        mark === "<" ? owner[r]?.[c - 1] : mark === "^" ? owner[r - 1]?.[c] : undefined;
      const id = merged ?? cells.push({ r0: r, r1: r, c0: c, c1: c, text: mark }) - 1;
      const cell = cells[id];
      if (cell) {
        cell.r1 = Math.max(cell.r1, r);
        cell.c1 = Math.max(cell.c1, c);
      }
      owner[r]?.push(id);
    }
  }
  return gridOf(cells, marks.length, columnCount, true, page);
}

/** A grid of a text source: cells between `|`, nothing known of merged ones. */
export function tabbed(text: string): Grid {
  const rows = rowsOf(text);
  const columnCount = Math.max(...rows.map((row) => row.length));
  const cells = rows.flatMap((row, r) =>
    row.map((cell, c) => ({ r0: r, r1: r, c0: c, c1: c, text: cell })),
  );
  return gridOf(cells, rows.length, columnCount, false, undefined);
}

/** Paragraphs, one a line. */
export function lines(text: string, page?: number): Paragraph[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => ({ type: "paragraph", text: line, place: page === undefined ? {} : { page } }));
}

/** Strings are lines of prose, grids are themselves. */
export function document(...parts: (string | Grid)[]): Block[] {
  return parts.flatMap((part): Block[] => (typeof part === "string" ? lines(part) : [part]));
}

function rowsOf(text: string): string[][] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => line.split("|").map((cell) => cell.trim()));
}

function gridOf(
  cells: readonly Omit<GridCell, "place">[],
  rowCount: number,
  columnCount: number,
  spansKnown: boolean,
  page: number | undefined,
): Grid {
  const place = ({ r0, r1, c0, c1 }: Omit<GridCell, "place">): Place =>
    page === undefined
      ? { line: r0 + 1 }
      : {
          page,
          box: {
            x0: 40 + c0 * WIDTH,
            x1: 40 + (c1 + 1) * WIDTH,
            y0: 100 + r0 * HEIGHT,
            y1: 100 + (r1 + 1) * HEIGHT,
          },
        };
  return {
    type: "grid",
    rowCount,
    columnCount,
    cells: cells.map((cell) => ({ ...cell, place: place(cell) })),
    spansKnown,
    place: page === undefined ? {} : { page },
  };
}
