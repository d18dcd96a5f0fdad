import type { Column, ColumnRole, Row } from "../../model/table.ts";
import { plain } from "../../taxonomy/plain.ts";

/** First digit of the codes of a classification. */
const CLASSIFIED: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^2(?:\d\d|\d{4}|\d{6})$/, "function"],
  [/^3(?:\d\d|\d{4})$/, "economic"],
  [/^5(?:\d\d|\d{4})$/, "gov-economic"],
];

/**
 * 科目编码 does not say which subjects it is of, nor does the title of a table that lists projects or any expenditure: the codes
 * do, where all of them are of another classification (财决: 项目支出决算明细表 by economic class). They also say what the
 * column is where a heading names no codes: 科目 over codes and names alike, or one that its cell has cut short.
 */
export function codedColumns(columns: readonly Column[], rows: readonly Row[]): Column[] {
  const others = new Map<number, ColumnRole>();
  for (const block of new Set(columns.map((column) => column.block))) {
    const own = columns.filter((c) => c.block === block);
    const open = own.filter(isOpen);
    const role = classifiedBy(open.flatMap(({ index }) => codesIn(rows, index)));
    if (role) for (const { index } of open) others.set(index, role);
    const codes = own.some(({ role }) => CODES.has(role)) ? undefined : codesBeforeNames(own, rows);
    if (codes) others.set(...codes);
  }
  return columns.map((column) => ({ ...column, role: others.get(column.index) ?? column.role }));
}

const CODES: ReadonlySet<ColumnRole> = new Set(CLASSIFIED.map(([, role]) => role));

function classifiedBy(codes: readonly string[]): ColumnRole | undefined {
  return codes.length < 2
    ? undefined
    : CLASSIFIED.find(([of]) => codes.every((c) => of.test(c)))?.[1];
}

/** The column before the names, where subjects' codes stand in it. Three digits alone may be those of units. */
function codesBeforeNames(
  columns: readonly Column[],
  rows: readonly Row[],
): [number, ColumnRole] | undefined {
  const [first, second] = columns.filter(({ role }) => role === "label" || role === "unknown");
  if (!first || second?.role !== "label" || second.index !== first.index + 1) return undefined;
  const codes = codesIn(rows, first.index);
  const role = codes.some((code) => code.length > 3) ? classifiedBy(codes) : undefined;
  return role && [first.index, role];
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
