import type { Damage } from "./damage-rows.ts";
import { oneOf } from "./random.ts";
import { codeColumns, isCode, isName, isNumber, type Rows, type Sheet } from "./sheet.ts";

/** After this damage a figure is told by its printed name as well: a code with another's name is not to be believed. */
export const RENAMED = "name a row after another subject";

/** Cells that are lost, or say something else than they did. */
export const CELL_DAMAGES = {
  "lose a code": (sheet, random) => {
    const columns = new Set(codeColumns(sheet));
    const codes = cellsOf(sheet, (text, column) => columns.has(column) && isCode(text));
    const lost = oneOf(codes, random);
    return lost && withCell(sheet.rows, lost, "");
  },
  "lose a decimal point": (sheet, random) => {
    const decimals = cellsOf(sheet, (text) => isNumber(text) && /\.\d*[1-9]|[1-9].*\./.test(text));
    const cell = oneOf(decimals, random);
    return cell && withCell(sheet.rows, cell, cell.text.replace(".", ""));
  },
  [RENAMED]: (sheet, random) => {
    const names = cellsOf(sheet, (text, column, row) => {
      return isName(text) && row.some(isNumber) && !row.slice(0, column).some(isDecimal);
    });
    const cell = oneOf(names, random);
    const others = names.filter(
      (name) => name.column === cell?.column && lettersOf(name.text) !== lettersOf(cell.text),
    );
    const other = oneOf(others, random);
    return cell && other && withCell(sheet.rows, cell, other.text);
  },
} as const satisfies Readonly<Record<string, Damage>>;

/** The Chinese characters of a name. */
export function lettersOf(name: string): string {
  return name.replace(/[^\p{Script=Han}]/gu, "");
}

interface Found {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

function cellsOf(
  { rows, body }: Sheet,
  wanted: (text: string, column: number, row: readonly string[]) => boolean,
): readonly Found[] {
  return rows.flatMap((row, r) =>
    r < body
      ? []
      : row.flatMap((text, column) =>
          wanted(text, column, row) ? [{ row: r, column, text }] : [],
        ),
  );
}

function isDecimal(text: string): boolean {
  return isNumber(text) && !isCode(text);
}

function withCell(rows: Rows, at: Found, text: string): Rows {
  return rows.map((row, r) =>
    r === at.row ? row.map((old, c) => (c === at.column ? text : old)) : row,
  );
}
