import { parseNumber } from "../model/money.ts";
import type { Cell, Column, Row, Table } from "../model/table.ts";
import type { Entry, Ledger } from "../normalise/ledger/ledger.ts";

/** Columns in which a number with decimals is nothing strange. */
export const MONEY_OR_COUNT: ReadonlySet<string> = new Set([
  "amount",
  "change",
  "attribute",
  "unknown",
]);

/** Two numbers in one cell of money: one of them is the next cell's, and all that follow may be. */
const SEVERAL = /\d[.,]\d+\s+-?\d/;

/** Words below a heading of money slid there, or the heading did. */
export const WORDS = /[\u4e00-\u9fff]{3}/;

/** The rows of a table with words or two numbers under money, or money under none. */
export function homelessRows(table: Table): Row[] {
  return table.rows.filter((row) => hasHomeless(row, table));
}

/** True for the figures of such rows. */
export function inHomelessRow({ readings }: Ledger): (entry: Entry) => boolean {
  const rows = readings.map(({ table }) => new Set(homelessRows(table).map(({ index }) => index)));
  return ({ table, figure }) => rows[table]?.has(figure.row) === true;
}

function hasHomeless(row: Row, table: Table): boolean {
  return row.cells.some((cell) => isHomeless(cell, row.cells, table));
}

function isHomeless({ column, text }: Cell, cells: readonly Cell[], table: Table): boolean {
  const known = table.columns[column];
  if (!known || (known.role === "unknown" && isBare(known))) return isNumber(text);
  if (known.role === "amount") {
    const filled = cells.some((cell) => cell.column === column && isNumber(cell.text));
    return SEVERAL.test(text) || (!filled && WORDS.test(text));
  }
  return !MONEY_OR_COUNT.has(known.role) && /^[\d,，]*\d\.\d+$/.test(text.trim());
}

function isBare({ heading }: Column): boolean {
  return heading.join("") === "";
}

export function isNumber(text: string): boolean {
  return parseNumber(text) !== undefined;
}
