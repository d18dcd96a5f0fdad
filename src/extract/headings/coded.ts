import type { Column, ColumnRole, Row } from "../../model/table.ts";
import { plain } from "../../taxonomy/plain.ts";

/** First digit of the codes of a classification by economic nature. */
const CLASSIFIED: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^3(?:\d\d|\d{4})$/, "economic"],
  [/^5(?:\d\d|\d{4})$/, "gov-economic"],
];

/**
 * 科目编码 does not say which subjects it is of, nor does the title of a table that lists projects or any expenditure: the codes
 * do, where all of them are of another classification (财决: 项目支出决算明细表 by economic class).
 */
export function codedColumns(columns: readonly Column[], rows: readonly Row[]): Column[] {
  const others = new Map<number, ColumnRole>();
  for (const block of new Set(columns.map((column) => column.block))) {
    const own = columns.filter((c) => c.block === block && isOpen(c));
    const codes = own.flatMap(({ index }) => codesIn(rows, index));
    const role = codes.length > 1 && CLASSIFIED.find(([of]) => codes.every((c) => of.test(c)))?.[1];
    if (role) for (const { index } of own) others.set(index, role);
  }
  return columns.map((column) => ({ ...column, role: others.get(column.index) ?? column.role }));
}

/** A column of codes whose heading names no classification, and which is not one of several levels. */
function isOpen({ role, level, heading }: Column): boolean {
  return role === "function" && level === undefined && !/功能/.test(heading.join(""));
}

function codesIn(rows: readonly Row[], column: number): string[] {
  return rows
    .flatMap(({ cells }) => cells.filter((cell) => cell.column === column))
    .map(({ text }) => plain(text))
    .filter((text) => /\d/.test(text));
}
