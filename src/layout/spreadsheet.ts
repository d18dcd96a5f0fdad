import type { Block, Grid, GridCell } from "../model/block.ts";
import { InputError } from "../model/errors.ts";
import type { Place } from "../model/place.ts";
import type { Sheet, SheetCell } from "../model/sheet.ts";
import { joinLines } from "./lines.ts";
import { namesTable, partsOf, type SheetRow, sheetRows } from "./sheet-abreast.ts";

/** The text and the tables of a sheet, from above; tables abreast one after the other. */
export function layoutSheet(sheet: Sheet): Block[] {
  return partsOf(sheet).flatMap(layoutPart);
}

function layoutPart(sheet: Sheet): Block[] {
  const rows = sheetRows(sheet.cells);
  const ends = endsOf(rows);
  const blocks: Block[] = [];
  for (let at = 0; at < rows.length; ) {
    const row = rows[at] ?? [];
    if (isLine(row)) {
      blocks.push(...row.map((cell) => paragraph(cell, sheet)));
      at += 1;
      continue;
    }
    const end = endOfTable(rows, at, ends);
    blocks.push(gridOf(rows.slice(at, end), sheet));
    at = end;
  }
  return blocks;
}

/** Captions beside each other: the department at the left, the unit at the right, 公开01表 above them. */
const CAPTION =
  /[:：]|^(?:公开|附|续)|^[(（].*[)）]$|^表\s?[\d一二三四五六七八九十]+$|^\d{4}年度?$/;

/** A line of text: one cell alone, or captions. */
function isLine(row: SheetRow): boolean {
  const [only, more] = row;
  if (!only) return true;
  if (!more) return !/^[\d.,\s-]+$/.test(only.text);
  return row.every(({ text }) => CAPTION.test(text) && !/^[\d.,-]+$/.test(text));
}

/** The last row that is no line of text, and the last that stands alone in a column. */
interface Ends {
  readonly body: number;
  readonly named: (column: number) => number;
}

/** Each is looked for once, however many tables a sheet has. */
function endsOf(rows: readonly SheetRow[]): Ends {
  const known = new Map<number, number>();
  return {
    body: rows.findLastIndex((row) => !isLine(row)),
    named: (column) => {
      const found = known.get(column) ?? rows.findLastIndex((row) => isNamed(row, column));
      known.set(column, found);
      return found;
    },
  };
}

/** Words that begin a note below a table. */
const NOTE = /^[(（]?(?:注|备注|说明|附注)\d*[:：、]/;

/**
 * Where a table ends: at a line of text after blank rows, at a note, or at a title that another table's headings follow. A single
 * cell between its rows is one of them.
 */
function endOfTable(rows: readonly SheetRow[], from: number, { body, named }: Ends): number {
  const lastNamed = named(Math.min(...(rows[from] ?? []).map(({ column }) => column)));
  for (let at = from + 1; at < rows.length; at++) {
    const row = rows[at] ?? [];
    if (!isLine(row)) continue;
    const gap = (row[0]?.row ?? 0) - bottomOf(rows[at - 1]) > 1;
    const last = at > body && at > lastNamed;
    if (gap || last || NOTE.test(row[0]?.text ?? "") || isTitle(rows, at)) return at;
  }
  return rows.length;
}

function bottomOf(row: SheetRow = []): number {
  return Math.max(-1, ...row.map(({ row: top, height }) => top + height - 1));
}

/** True for a row that stands in the first column alone and is not merged: a name without amounts. */
function isNamed([only, more]: SheetRow, first: number): boolean {
  if (!only || more || only.column !== first || only.width !== 1) return false;
  return !NOTE.test(only.text) && only.text.length < 40;
}

/** Two lines of text above headings: the title of the next table, with its captions. */
function isTitle(rows: readonly SheetRow[], at: number): boolean {
  const [title] = rows[at] ?? [];
  const named = title !== undefined && namesTable(title.text);
  return named && title.width > 1 && rows.slice(at + 1, at + 3).some((row) => row.length > 1);
}

/** Blanks are cells as well: a few far apart could make billions of them. */
const MOST_CELLS = 300_000;

/** The cells of some rows as a grid, without the columns in which nothing stands. */
function gridOf(rows: readonly SheetRow[], sheet: Sheet): Grid {
  const cells = rows.flat();
  const filled = new Set(cells.map(({ column }) => column));
  const columns = [...filled].sort((a, b) => a - b);
  if (rows.length * columns.length > MOST_CELLS)
    throw new InputError(`a table of more than ${MOST_CELLS} cells`, "too-large");
  const tops = rows.map((row) => row[0]?.row ?? 0);
  const columnAt = (column: number): number => countBelow(columns, column);
  const rowAt = (row: number): number => countBelow(tops, row);
  const printed = cells.map((cell): GridCell => {
    const { row, column, height, width, text } = cell;
    return {
      r0: rowAt(row),
      r1: Math.max(rowAt(row), rowAt(row + height) - 1),
      c0: columnAt(column),
      c1: Math.max(columnAt(column), columnAt(column + width) - 1),
      text: joinLines(text.split("\n")),
      place: placeOf(cell, sheet),
    };
  });
  const place = printed[0]?.place ?? { page: sheet.number, sheet: sheet.name };
  return {
    type: "grid",
    rowCount: rows.length,
    columnCount: columns.length,
    cells: withBlanks(printed, rows.length, columns.length, place),
    spansKnown: true,
    place,
  };
}

/** How many of some ascending numbers are below one. */
function countBelow(numbers: readonly number[], below: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < below) low = middle + 1;
    else high = middle;
  }
  return low;
}

function withBlanks(
  printed: readonly GridCell[],
  rowCount: number,
  columnCount: number,
  { page, sheet }: Place,
): GridCell[] {
  const covered = new Set<number>();
  for (const { r0, r1, c0, c1 } of printed) {
    for (let r = r0; r <= r1; r++) for (let c = c0; c <= c1; c++) covered.add(r * columnCount + c);
  }
  const blanks: GridCell[] = [];
  for (let r = 0; r < rowCount; r++) {
    for (let c = 0; c < columnCount; c++) {
      if (covered.has(r * columnCount + c)) continue;
      const place = { ...(page !== undefined && { page }), ...(sheet !== undefined && { sheet }) };
      blanks.push({ r0: r, r1: r, c0: c, c1: c, text: "", place });
    }
  }
  return [...printed, ...blanks].sort((a, b) => a.r0 - b.r0 || a.c0 - b.c0);
}

function paragraph(cell: SheetCell, sheet: Sheet): Block {
  const text = joinLines(cell.text.split("\n"));
  return { type: "paragraph", text, place: placeOf(cell, sheet) };
}

function placeOf({ address }: SheetCell, { number, name }: Sheet): Place {
  return { page: number, sheet: name, cell: address };
}
