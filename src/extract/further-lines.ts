import { parseNumber } from "../model/money.ts";
import type { Cell, Column, Row } from "../model/table.ts";

/** Headings of what is bought, or for what: they name a row. */
const NAMES = /品目|物品|大类|内容|名称|项目/;

/**
 * Rows of a list of purchases that say how and for how much, and not what: further lines of the item above (an item bought
 * partly here, partly there, is named once). They take its names.
 */
export function withFurtherLines(rows: readonly Row[], columns: readonly Column[]): Row[] {
  const whole: Row[] = [];
  for (const row of rows) {
    const above = whole.at(-1);
    whole.push(above && isFurtherLine(row, columns) ? named(row, above, columns) : row);
  }
  return whole;
}

function isFurtherLine({ cells }: Row, columns: readonly Column[]): boolean {
  const words = cells.filter(({ text }) => parseNumber(text) === undefined);
  return (
    words.length > 0 &&
    words.length < cells.length &&
    words.every(({ column }) => isManner(columns[column])) &&
    cells.every(({ column }) => columns[column]?.role === "amount" || isManner(columns[column]))
  );
}

/** A column that says how something is bought. */
function isManner(column: Column | undefined): boolean {
  return column?.role === "attribute" && !NAMES.test(column.heading.join(""));
}

function named(row: Row, above: Row, columns: readonly Column[]): Row {
  const first = Math.min(...row.cells.map(({ column }) => column));
  const names = above.cells.filter(
    ({ column }: Cell) => column < first && columns[column]?.role !== "amount",
  );
  // An amount among them shows that the row above is out of place: it names nothing, and no amount is taken twice.
  if (names.length === 0 || names.some(isAmount)) return row;
  return { ...row, cells: [...names, ...row.cells] };
}

/** One amount, or several that ran into one cell; `1.5匹空调` is a name. */
function isAmount({ text }: Cell): boolean {
  return /\d\.\d/.test(text) && /^[\d\s.,，-]+$/.test(text);
}
