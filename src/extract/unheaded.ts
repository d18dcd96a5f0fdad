import { parseNumber } from "../model/money.ts";
import type { Column, Row, Table } from "../model/table.ts";
import { isBlank } from "../taxonomy/plain.ts";
import type { TablePage } from "./join.ts";

/**
 * Whether printed columns have no heading, and whether something stands in them (栏次, the numbers of the columns, too).
 * A drawn table shows what its headings stand over: there a blank column without one is but a gap between two rules.
 */
export function unheadedOf(
  pages: readonly TablePage[],
  columns: readonly Column[],
  rows: readonly Row[],
): Pick<Table, "unheaded"> {
  const drawn = pages.some(({ grid }) => grid.spansKnown);
  const numbered = (index: number): boolean =>
    rows.some(({ cells }) =>
      cells.some((cell) => cell.column === index && parseNumber(cell.text) !== undefined),
    );
  const bare = new Set(
    columns
      .filter(({ heading }) => heading.length === 0)
      // One heading over two columns of names is none over the second, but codes are no names.
      .filter(({ role, index }) => role === "unknown" || (!drawn && numbered(index - 1)))
      .map(({ index }) => index),
  );
  if (bare.size === 0 || bare.size === columns.length) return {};
  const filled = pages.some(({ grid, headingRows }) =>
    grid.cells.some(({ r0, c0, text }) => r0 >= headingRows && bare.has(c0) && !isBlank(text)),
  );
  if (filled) return { unheaded: "filled" };
  return drawn ? {} : { unheaded: "blank" };
}
