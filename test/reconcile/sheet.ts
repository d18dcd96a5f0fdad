import type { Block, Grid, GridCell } from "../../src/model/block.ts";

/** The texts of a table, row by row. */
export type Rows = readonly (readonly string[])[];

/** A table as damages see it: its texts, and the first row with an amount. */
export interface Sheet {
  readonly rows: Rows;
  readonly body: number;
}

/** Numbers of money, and codes, which look like it. */
export function isNumber(text: string): boolean {
  return /^[\d,]+(?:\.\d+)?$/.test(text.trim()) && /[.,]|^\d{1,2}$|\d{4}/.test(text);
}

/** Codes of subjects, whole or one level of them. */
export function isCode(text: string): boolean {
  return /^(?:\d{2}|\d{3}|\d{5}|\d{7})$/.test(text.trim());
}

/** A name: it has Chinese characters, and is no total. */
export function isName(text: string): boolean {
  return /\p{Script=Han}/u.test(text) && !/[合总小]\s*计/.test(text);
}

/** Columns of which each number is a code. */
export function codeColumns({ rows, body }: Sheet): readonly number[] {
  return columnsOf({ rows, body }).filter((column) => {
    const numbers = rows.slice(body).flatMap((row) => (isDigits(row[column]) ? row[column] : []));
    return numbers.length > 0 && numbers.every((text) => text !== undefined && isCode(text));
  });
}

/** Columns with two numbers or more that are no codes. */
export function amountColumns(sheet: Sheet): readonly number[] {
  const codes = new Set(codeColumns(sheet));
  return columnsOf(sheet).filter((column) => {
    const numbers = sheet.rows.slice(sheet.body).filter((row) => isDigits(row[column]));
    return !codes.has(column) && numbers.length > 1;
  });
}

/** The sheet of a grid; undefined for a grid that is no table of figures with a heading. */
export function sheetOf(block: Block | undefined): Sheet | undefined {
  if (block?.type !== "grid" || block.cells.filter(({ text }) => isNumber(text)).length < 4)
    return undefined;
  const rows = textsOf(block);
  const body = rows.findIndex((row) => row.some(isNumber));
  return body < 1 ? undefined : { rows, body };
}

/** The grid with other texts. */
export function gridOf(rows: Rows, like: Grid): Grid {
  const columnCount = Math.max(...rows.map((row) => row.length));
  const cells = rows.flatMap((row, r): GridCell[] =>
    Array.from({ length: columnCount }, (_, c) => ({
      r0: r,
      r1: r,
      c0: c,
      c1: c,
      text: row[c] ?? "",
      place: { line: (like.place.line ?? 1) + r },
    })),
  );
  return { ...like, rowCount: rows.length, columnCount, cells };
}

function columnsOf({ rows }: Sheet): readonly number[] {
  return Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, i) => i);
}

function isDigits(text: string | undefined): boolean {
  return text !== undefined && /^-?[\d,]+(?:\.\d+)?$/.test(text.trim());
}

function textsOf(grid: Grid): Rows {
  const rows = Array.from({ length: grid.rowCount }, () =>
    Array.from({ length: grid.columnCount }, () => ""),
  );
  for (const { r0, c0, text } of grid.cells) {
    const row = rows[r0];
    if (row) row[c0] = text;
  }
  return rows;
}
