import {
  type Chunk,
  chunksOf,
  columnsOf,
  isNumber,
  MEASURES,
  type Measure,
  placed,
} from "./text-columns.ts";
import { type FieldRow, gridOfFields, type Line, type TextForm } from "./text-form.ts";
import { placedHeadings, withBlankColumns } from "./text-headings.ts";

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
  const readings = MEASURES.map((width) => fieldsOf(rows, width));
  const best = readings.reduce((least, reading) => (reading.met * 2 < least.met ? reading : least));
  return { grid: gridOfFields(unwrapped(best.rows)), next };
};

/** The fields of each line, with positions in a measure, and how many pieces had to share one. */
function fieldsOf(lines: readonly Line[], width: Measure): { met: number; rows: FieldRow[] } {
  const pieces = lines.map(({ text }) => chunksOf(text, width));
  const first = pieces.findIndex((chunks) => chunks.some(isNumber));
  const headings = first === -1 ? pieces : pieces.slice(0, first);
  const body = pieces.slice(headings.length).filter((chunks) => chunks.some(isNumber));
  const columns = withBlankColumns(columnsOf(body, headings), headings);
  const heads = placedHeadings(headings, columns);
  const rows = lines.map(({ number }, r) => ({
    line: number,
    fields: heads[r] ?? placed(pieces[r] ?? [], columns),
  }));
  const filled = rows.reduce((sum, { fields }) => sum + fields.filter(Boolean).length, 0);
  return { met: pieces.reduce((sum, chunks) => sum + chunks.length, 0) - filled, rows };
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
