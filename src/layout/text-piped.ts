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

/** Columns that a table of cells without ends of rows may have, and cells that are looked at. */
const WIDEST = 12;
const MOST = 1_200;

/**
 * One cell a line, each with a bar behind it, the last of a row like the others. How many make a row is told by what they
 * are: below a row of headings, a name and then numbers or blanks. Taken only where one number of columns alone fits.
 */
export const cellAndBar: TextForm = (lines, at) => {
  let end = at;
  while (end < lines.length && end - at < MOST && isCellAndBar(lines[end])) end++;
  const cells = lines.slice(at, end).map((line) => trimmed(line).slice(0, -1).trim());
  const fits: number[] = [];
  for (let columns = 2; columns <= WIDEST; columns++)
    if (areRows(cells, columns)) fits.push(columns);
  const [columns] = fits;
  if (columns === undefined || fits.length > 1) return undefined;
  const rows: FieldRow[] = [];
  for (let first = 0; first < cells.length; first += columns)
    rows.push({
      line: lines[at + first]?.number ?? 1,
      fields: cells.slice(first, first + columns),
    });
  return { grid: gridOfFields(rows), next: end };
};

function isCellAndBar(line: Line | undefined): boolean {
  return /^[^|]*\|$/.test(trimmed(line));
}

const FIGURE = /^[-+−(（]?[\d,，.]+[)）]?%?$/;
const NOTHING = /^[-—–/\s]*$/;

function areRows(cells: readonly string[], columns: number): boolean {
  if (cells.length % columns !== 0 || cells.length < 3 * columns) return false;
  return cells.every((cell, i) => {
    const isName = !FIGURE.test(cell) && !NOTHING.test(cell);
    return i < columns || i % columns === 0 ? isName : !isName;
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
