import type { Grid, GridCell } from "../../model/block.ts";
import { isBlank, plain } from "../../taxonomy/plain.ts";
import { isWord, meaningOf } from "../../taxonomy/words/lookup.ts";
import { headingRowCount, printedRows } from "../grids/body.ts";
import { stacked } from "../grids/stack.ts";
import type { Section } from "../sections.ts";

/**
 * Joins a table whose first page ends within its headings with the page that goes on with them: a grid of nothing but
 * headings below a title, and a grid without title, as wide, at the top of the next page.
 */
export function withCutHeadings(sections: readonly Section[]): Section[] {
  const whole: Section[] = [];
  for (const section of sections) {
    const before = whole.at(-1);
    const grid = before && goesOn(before, section) ? joined(before.grid, section.grid) : undefined;
    if (before && grid) whole[whole.length - 1] = { ...before, grid, after: section.after };
    else whole.push(section);
  }
  return whole;
}

function goesOn(before: Section, next: Section): boolean {
  const { declaration, bare } = before;
  if ((!declaration || declaration.form || declaration.rows === "words") && !bare) return false;
  if (next.declaration || next.apart) return false;
  const { page } = before.grid.place;
  return page !== undefined && next.grid.place.page === page + 1 && isHeadings(before.grid);
}

/** Is there nothing in a grid but headings? */
function isHeadings(grid: Grid): boolean {
  return headingRowCount(printedRows(grid)) === grid.rowCount;
}

/** Undefined where the second grid is not as wide, or begins with the headings of the first again. */
function joined(first: Grid, rest: Grid): Grid | undefined {
  const headings = new Set(first.cells.map(({ text }) => plain(text)));
  const opening = rest.cells.filter(({ r0, text }) => r0 === 0 && !isBlank(text));
  if (opening.length > 1 && opening.every(({ text }) => headings.has(plain(text))))
    return undefined;
  const grid = stacked(first, rest);
  return grid && withWholeCells(grid, first.rowCount);
}

/**
 * A row of headings that the end of the page cut: where one of its texts is a word for a heading only as a whole, all are one
 * that are words for headings.
 */
function withWholeCells(grid: Grid, cut: number): Grid {
  const rests = new Map<GridCell, GridCell>();
  for (const cell of grid.cells) {
    if (cell.r1 !== cut - 1 || isBlank(cell.text)) continue;
    const rest = grid.cells.find(
      ({ r0, c0, c1 }) => r0 === cut && c0 === cell.c0 && c1 === cell.c1,
    );
    if (rest && !isBlank(rest.text) && isWord(cell.text + rest.text)) rests.set(cell, rest);
  }
  if (![...rests].some(([half, rest]) => !meaningOf(half.text) || !meaningOf(rest.text)))
    return grid;
  const taken = new Set(rests.values());
  const cells = grid.cells.map((cell) => {
    const rest = rests.get(cell);
    if (rest) return { ...cell, text: cell.text + rest.text };
    return taken.has(cell) ? { ...cell, text: "" } : cell;
  });
  return { ...grid, cells };
}
