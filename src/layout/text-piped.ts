import type { Grid } from "../model/block.ts";
import { joinLines } from "./lines.ts";
import { type FieldRow, gridOfFields, type Line, type TextForm } from "./text-form.ts";

/** `|---|:--:|`: Markdown's rule below a heading. */
const RULE = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/;

/** A run of lines `| a | b |`, with Markdown's rule or without; outer bars may be missing where there is a rule. */
export const barred: TextForm = (lines, at) => {
  const ruled = isBarred(lines[at]) && RULE.test(trimmed(lines[at + 1]));
  if (!ruled && !trimmed(lines[at]).startsWith("|")) return undefined;
  const rows: FieldRow[] = [];
  let next = at;
  for (; next < lines.length; next++) {
    const line = lines[next];
    if (!line || !isBarred(line) || !(ruled || trimmed(line).startsWith("|"))) break;
    if (!RULE.test(trimmed(line))) rows.push({ line: line.number, fields: fieldsOf(line) });
  }
  return rows.length >= 2 || (ruled && rows.length > 0)
    ? { grid: gridOfFields(rows), next }
    : undefined;
};

/** Rows of a table whose lines end in a bar and begin without one. */
const CLOSED = 3;

/**
 * `合 计 | 34.35 |`: a bar behind every cell, none before the first. All lines have the same number of cells: where a row goes on
 * in the next line (`cellPerLine`), its last line has no bar at its end.
 */
export const closed: TextForm = (lines, at) => {
  const rows: FieldRow[] = [];
  let next = at;
  for (; next < lines.length; next++) {
    const line = lines[next];
    const text = trimmed(line);
    if (!line || !text.endsWith("|") || text.startsWith("|")) break;
    const fields = fieldsOf(line);
    if (fields.length < 2 || fields.length !== (rows[0]?.fields.length ?? fields.length)) break;
    rows.push({ line: line.number, fields });
  }
  return rows.length < CLOSED ? undefined : { grid: gridOfFields(rows), next };
};

/** Rows looked at before a run of cells is taken for a table, and fields that one of them may have. */
const PROBED = 6;
const LONGEST = 60;

/**
 * One cell a line, as pages of the web are saved: a line that ends in a bar goes on in the next one, a lone bar is a blank
 * cell, and the last cell of a row has no bar. Taken only where the first rows are of one length: a bar may be anything else.
 */
export const cellPerLine: TextForm = (lines, at) => {
  const lengths = new Set<number>();
  for (let next = at, n = 0; n < PROBED; n++) {
    const row = rowOfCells(lines, next);
    if (row === undefined) break;
    lengths.add(row.fields.length);
    next = row.next;
    if (n === 0 && row.next === lines.length) return undefined;
  }
  if (lengths.size !== 1) return undefined;
  const rows: FieldRow[] = [];
  let next = at;
  for (let row = rowOfCells(lines, at); row; row = rowOfCells(lines, next)) {
    rows.push(row);
    next = row.next;
  }
  return rows.length < 2 ? undefined : { grid: gridOfFields(rows), next };
};

/** The row whose first cell is on this line; undefined where that is none, or where the row has no end. */
function rowOfCells(lines: readonly Line[], at: number): (FieldRow & { next: number }) | undefined {
  const fields: string[] = [];
  for (let next = at; next < Math.min(lines.length, at + LONGEST); next++) {
    const line = lines[next];
    for (const field of trimmed(line).replace(/\|$/, "").split("|")) fields.push(field);
    if (!goesOn(line))
      return next === at || trimmed(line) === ""
        ? undefined
        : { line: lines[at]?.number ?? 1, fields, next: next + 1 };
  }
  return undefined;
}

/** Columns that a table of cells without ends of rows may have, cells that are looked at, and lines of one. */
const WIDEST = 12;
const MOST = 1_200;
const LINES = 3;

/** A cell, the lines its text begins and ends on, and the index of the line after its bar. */
interface BarredCell {
  readonly text: string;
  readonly line: number;
  readonly last: number;
  readonly next: number;
}

/**
 * A bar behind each cell, on its line or below it, the last of a row like the others. How many make a row is told by what they
 * are: below a row of headings, a name and then numbers or blanks; a bar between rows is a blank column. Taken only where one
 * number of columns alone fits; what stands before the headings (the unit) is a row of its own.
 */
export const cellAndBar: TextForm = (lines, at) => {
  // Within a run of cells it was looked at where that begins: a long text stays linear.
  const within = at > 0 && trimmed(lines[at - 1]).endsWith("|");
  const begins = trimmed(lines[at]).endsWith("|") || trimmed(lines[at + 1]) === "|";
  const cells = begins && !within ? barredCells(lines, at) : [];
  for (let first = 0; first < Math.min(WIDEST, cells.length); first++)
    for (const end of ends(cells)) {
      const grid = gridOfCells(cells.slice(0, end), first);
      const last = cells.slice(end).some(({ text }) => text !== "") ? end - 1 : -1;
      if (grid) return { grid, next: cells.at(last)?.next ?? at };
    }
  return undefined;
};

/** Tables that are looked for in one run. */
const TABLES = 8;

/**
 * Where a table may end: with the run, before blanks behind its last row, or before a cell of several lines, which may be the
 * title of the next one.
 */
function ends(cells: readonly BarredCell[]): readonly number[] {
  const filled = cells.findLastIndex(({ text }) => text !== "") + 1;
  const blanks = cells.flatMap((_, i) => (i >= filled ? [i] : [])).slice(-WIDEST);
  const titles = cells.flatMap(({ line, last }, i) => (i > 0 && last > line ? [i] : []));
  return [cells.length, ...blanks.reverse(), ...titles.slice(0, TABLES).reverse()];
}

/** The cells as a table whose headings begin with this one. */
function gridOfCells(cells: readonly BarredCell[], first: number): Grid | undefined {
  const table = cells.slice(first);
  const columns = columnsOf(table.map(({ text }) => text));
  if (columns === undefined) return undefined;
  const rows = cells.slice(0, first).map((cell) => fieldRow([cell]));
  for (let i = 0; i < table.length; i += columns) rows.push(fieldRow(table.slice(i, i + columns)));
  return gridOfFields(rows);
}

function barredCells(lines: readonly Line[], at: number): BarredCell[] {
  const cells: BarredCell[] = [];
  let begun = at;
  for (let next = at; next < lines.length && next - begun < LINES && cells.length < MOST; next++) {
    const text = trimmed(lines[next]);
    if (/[|].|^$/.test(text)) break;
    if (!text.endsWith("|")) continue;
    const parts = lines.slice(begun, next + 1).map((line) => trimmed(line).replace(/\|$/, ""));
    cells.push({
      text: joinLines(parts.map((part) => part.trim()).filter(Boolean)),
      line: lines[begun]?.number ?? 1,
      last: lines[text === "|" ? Math.max(begun, next - 1) : next]?.number ?? 1,
      next: next + 1,
    });
    begun = next + 1;
  }
  return cells;
}

function fieldRow(cells: readonly BarredCell[]): FieldRow {
  return { line: cells[0]?.line ?? 1, fields: cells.map(({ text }) => text) };
}

/** The number of columns by which the cells are rows of a table, if there is one alone. */
function columnsOf(cells: readonly string[]): number | undefined {
  const fits: number[] = [];
  for (let columns = 2; columns <= WIDEST; columns++)
    if (areRows(cells, columns)) fits.push(columns);
  return fits.length === 1 ? fits[0] : undefined;
}

const FIGURE = /^[-−+(（]?[\d,，.]+[)）]?(?:%|[万亿千]?元)?$/;
const NOTHING = /^(?:无|[-—–/\s]*)$/;

function areRows(cells: readonly string[], columns: number): boolean {
  // The last row has no bar behind it where bars stand between rows.
  if ((cells.length + 1) % columns > 1 || cells.length < 3 * columns - 1) return false;
  const between = cells.every((cell, i) => i % columns !== columns - 1 || cell === "");
  if (!between && cells.length % columns !== 0) return false;
  if (!cells.slice(columns).some((cell) => FIGURE.test(cell))) return false;
  return cells.every((cell, i) => {
    const column = i % columns;
    if (between && column === columns - 1) return true;
    const isName = !FIGURE.test(cell) && !NOTHING.test(cell);
    return i < columns || column === 0 ? isName : !isName;
  });
}

function goesOn(line: Line | undefined): boolean {
  const text = trimmed(line);
  return text.endsWith("|") && (text === "|" || !text.startsWith("|"));
}

function isBarred(line: Line | undefined): boolean {
  const text = trimmed(line);
  return text.includes("|") && text !== "|";
}

function fieldsOf(line: Line): string[] {
  const inner = trimmed(line)
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((field) =>
    joinLines(
      field
        .replace(/\\\|/g, "|")
        .replace(/\*\*/g, "")
        .split(/<br\s*\/?>/i)
        .map((part) => part.trim()),
    ),
  );
}

function trimmed(line: Line | undefined): string {
  return line?.text.trim() ?? "";
}
