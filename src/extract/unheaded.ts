import { parseNumber } from "../model/money.ts";
import type { Column, Row, Table } from "../model/table.ts";
import type { TablePage } from "./join.ts";
import { plain } from "./words.ts";

/**
 * Whether printed columns have no heading, and whether something stands in them (栏次, the numbers of the columns, too).
 * A drawn table shows what its headings stand over: there a blank column without one is but a gap between two rules.
 */
export function unheadedOf(
  pages: readonly TablePage[],
  columns: readonly Column[],
  rows: readonly Row[],
): Pick<Table, "unheaded"> {
  // One heading over two columns of codes: then the other's was lost.
  if (hasCodesTwice(columns, rows)) return { unheaded: "filled" };
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
    grid.cells.some(({ r0, c0, text }) => r0 >= headingRows && bare.has(c0) && plain(text) !== ""),
  );
  if (filled) return { unheaded: "filled" };
  return drawn ? {} : { unheaded: "blank" };
}

/**
 * True if two columns of one list give the same code, with others between them, or each with whole codes: one heading may be
 * drawn over its levels, but not over two codes.
 */
function hasCodesTwice(columns: readonly Column[], rows: readonly Row[]): boolean {
  const wholeCodes = (a: number, b: number): boolean =>
    rows.some(({ cells }) =>
      [a, b].every((at) => cells.some((c) => c.column === at && /^\d{5,}$/.test(c.text.trim()))),
    );
  const codes = columns.filter(({ role }) => {
    return role === "function" || role === "economic" || role === "gov-economic";
  });
  return codes.some(({ role, level, block, index }, i) => {
    const same = codes.slice(0, i).filter((one) => one.role === role && one.level === level);
    const before = same.findLast((one) => one.block === block);
    if (before === undefined) return false;
    return index - before.index > 1 || wholeCodes(before.index, index);
  });
}
