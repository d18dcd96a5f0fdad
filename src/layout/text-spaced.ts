import type { Grid } from "../model/block.ts";
import {
  type Chunk,
  chunksOf,
  columnsOf,
  isNumber,
  MEASURES,
  type Measure,
  placed,
  type Stretch,
} from "./text-columns.ts";
import { type FieldRow, gridOfFields, type Line, type TextForm } from "./text-form.ts";
import { type Heading, type HeadingLine, headingTree, withBlankColumns } from "./text-headings.ts";

/** `单位：万元` above a table. */
const UNIT = /单位\s*[：:]\s*(?:人民币)?\s*[万千亿]?元/;
/** Leaders of a contents list. */
const LEADERS = /…{2}|\.{4}|·{4}/;
/** What follows a table, and what begins one. */
const NOTE = /^\s*(?:注|说明|备注|附注)\s*[：:\d]/;
const TITLE = /^\s*\S.{0,50}表(?:\s*[（(].{0,20}[)）])?\s*$/;
const LABEL = /^\s*(?:编制|填报|公开|预算)?(?:主管)?(?:部门|单位)(?:名称|[（(]单位[)）])?\s*[：:]/;
/** Prose is long and has punctuation; a cell is short, or has none. */
const PROSE = /^.{25,}$/;
const SENTENCE = /[，。；]/;
/** Lines looked at, to see whether a table begins. */
const AHEAD = 12;
/** A table has no more blank lines in a row. */
const BLANKS = 6;
/** No printed page is wider (in characters) or has more lines. */
const WIDEST = 2_000;
const TALLEST = 2_000;

/**
 * Tables set with spaces, as `pdftotext -layout` writes them: a line below a unit label, or one of several pieces with
 * lines of numbers after it, up to a note, prose, the next title or the end of the page (a form feed).
 */
export const spaced: TextForm = (lines, at) => {
  if (!begins(lines, at)) return undefined;
  const rows: Line[] = [];
  let next = at;
  let blanks = 0;
  for (; next < Math.min(lines.length, at + TALLEST); next++) {
    const line = lines[next];
    if (!line || (next > at && ends(lines, next))) break;
    const text = line.text.replace(/\f/g, "");
    const blank = text.trim() === "";
    blanks = blank ? blanks + 1 : 0;
    if (blanks > BLANKS) break;
    if (!blank) rows.push({ text, number: line.number });
  }
  // In the wrong measure columns run into one another, and many pieces meet in one field.
  const readings = MEASURES.map((width) => read(rows, width));
  const best = readings.reduce((least, reading) => (reading.met * 2 < least.met ? reading : least));
  return { grid: gridOf(best), next };
};

interface Reading {
  readonly headings: readonly Heading[];
  readonly columns: number;
  readonly body: readonly FieldRow[];
  /** How many pieces of the body had to share a field. */
  readonly met: number;
}

/** No table has more lines of headings. */
const DEEPEST = 15;

/** 类 款 项 are headings, though a number whose cell is higher may be printed before them. */
function isLevels(chunks: readonly Chunk[]): boolean {
  return /^类 ?款/.test(chunks.map(({ text }) => text).join(" "));
}

/** Headings and fields of a table, with positions in a measure. */
function read(lines: readonly Line[], width: Measure): Reading {
  const pieces = lines.map(({ text, number }) => ({ line: number, chunks: chunksOf(text, width) }));
  const first = pieces.findIndex(({ chunks }) => chunks.some(isNumber));
  const levels = pieces.slice(0, DEEPEST).findIndex(({ chunks }) => isLevels(chunks));
  const end = Math.max(Math.min(first === -1 ? pieces.length : first, DEEPEST), levels + 1);
  const heads = pieces.slice(0, end).filter(({ chunks }) => !chunks.some(isNumber));
  const rest = pieces.filter((piece) => !heads.includes(piece));
  const columns = withBlankColumns(
    columnsOf(
      rest.map(({ chunks }) => chunks).filter((chunks) => chunks.some(isNumber)),
      heads.map(({ chunks }) => chunks),
    ),
    heads.map(({ chunks }) => chunks),
  );
  const body = rest.map(({ line, chunks }) => ({ line, fields: placed(chunks, columns) }));
  const filled = body.reduce((sum, { fields }) => sum + fields.filter(Boolean).length, 0);
  return {
    headings: headingsOf(heads, columns, body),
    columns: columns.length,
    body: unwrapped(body),
    met: rest.reduce((sum, { chunks }) => sum + chunks.length, 0) - filled,
  };
}

/**
 * The headings in their places; or, where a column of numbers is left without one, all in one over the whole table:
 * then it is not known which of them are where they should be.
 */
function headingsOf(
  lines: readonly HeadingLine[],
  columns: readonly Stretch[],
  body: readonly FieldRow[],
): readonly Heading[] {
  const [first] = lines;
  const tree = headingTree(lines, columns);
  const own = new Set(tree.filter(({ c0, c1 }) => c0 === c1).map(({ c0 }) => c0));
  const amounts = columns.flatMap((_, c) =>
    body.some(({ fields }) => /^-?[\d,]+\.\d+$/.test(fields[c] ?? "")) ? [c] : [],
  );
  if (!first || amounts.every((c) => own.has(c))) return tree;
  const text = lines.flatMap(({ chunks }) => chunks.map((chunk) => chunk.text)).join(" ");
  return [{ r0: 0, r1: 0, c0: 0, c1: columns.length - 1, text, line: first.line }];
}

/** The columns are known, so that every heading stands where it belongs, over one or several of them. */
function gridOf({ headings, columns, body }: Reading): Grid {
  const rows = headings.reduce((most, { r1 }) => Math.max(most, r1 + 1), 0);
  const grid = gridOfFields(body);
  const heads = headings.map(({ line, ...cell }) => ({ ...cell, place: { line } }));
  const cells = grid.cells.map((cell) => ({ ...cell, r0: cell.r0 + rows, r1: cell.r1 + rows }));
  return {
    ...grid,
    rowCount: rows + grid.rowCount,
    columnCount: columns,
    cells: [...heads, ...cells],
    spansKnown: true,
    place: { line: Math.min(...headings.map(({ line }) => line), ...body.map(({ line }) => line)) },
  };
}

function begins(lines: readonly Line[], at: number): boolean {
  const text = lines[at]?.text ?? "";
  if (text.length > WIDEST) return false;
  const chunks = chunksOf(text);
  if (chunks.length === 0 || isProse(text, chunks) || isFurniture(text)) return false;
  if (chunks.length < 2 && !/^\s{4}/.test(text)) return false;
  if (UNIT.test(previous(lines, at))) return true;
  if (chunks.length < 2) return false;
  let tabular = 0;
  for (let next = at; next < Math.min(lines.length, at + AHEAD); next++) {
    const ahead = lines[next]?.text ?? "";
    if (next > at && ends(lines, next)) break;
    const pieces = chunksOf(ahead);
    if (pieces.length >= 2 && pieces.some(isNumber)) tabular++;
  }
  return tabular >= 2;
}

function ends(lines: readonly Line[], at: number): boolean {
  const text = lines[at]?.text ?? "";
  return (
    text.length > WIDEST ||
    text.includes("\f") ||
    isFurniture(text) ||
    isProse(text, chunksOf(text))
  );
}

/** Lines around tables, which are no rows of them. */
function isFurniture(text: string): boolean {
  return (
    UNIT.test(text) || NOTE.test(text) || LABEL.test(text) || LEADERS.test(text) || TITLE.test(text)
  );
}

function isProse(text: string, chunks: readonly Chunk[]): boolean {
  return chunks.length === 1 && PROSE.test(text.trim()) && SENTENCE.test(text);
}

/** The nearest line above that is not blank, a few lines up. */
function previous(lines: readonly Line[], at: number): string {
  for (let i = at - 1; i >= Math.max(0, at - BLANKS); i--) {
    const text = lines[i]?.text ?? "";
    if (text.trim() !== "") return text;
  }
  return "";
}

/** A name that its cell broke over lines, put back: the lines right below hold nothing else, and begin nothing new. */
function unwrapped(rows: readonly FieldRow[]): FieldRow[] {
  const joined: { line: number; last: number; fields: string[] }[] = [];
  let body = false;
  for (const row of rows) {
    const above = joined.at(-1);
    const filled = row.fields.flatMap((field, c) => (field === "" ? [] : [c]));
    const c = filled[0] ?? 0;
    const text = row.fields[c] ?? "";
    const adjacent = above !== undefined && row.line === above.last + 1;
    if (body && adjacent && filled.length === 1 && goesOn(above.fields, c, text)) {
      above.fields[c] = `${above.fields[c]}${text}`;
      above.last = row.line;
    } else joined.push({ line: row.line, last: row.line, fields: [...row.fields] });
    body ||= row.fields.some((field) => /^[\d,]+\.\d+$/.test(field));
  }
  return joined;
}

/** A name is short of its end if it fills its cell, or if it is missing beside numbers. */
function goesOn(above: readonly string[], c: number, text: string): boolean {
  if (/\d|^[一二三四五六七八九十]+、|^[（(]|其中|[合总小]\s*计/.test(text)) return false;
  const name = above[c] ?? "";
  if (name === "") return above.filter((field) => /\d/.test(field)).length >= 2;
  return name.length >= 8 && !/\d/.test(name);
}
