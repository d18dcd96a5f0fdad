import type { Grid, GridCell } from "../../model/block.ts";
import { publishedIn } from "../../model/money.ts";
import { hasOrdinal, isBlank, plain } from "../../taxonomy/plain.ts";
import type { RowStyle } from "../../taxonomy/tables/declare.ts";
import { meaningOf } from "../../taxonomy/words/lookup.ts";

/** A body needs a heading, but never one of more rows than this. */
const MOST_HEADING_ROWS = 8;

/** The cells of each row of a grid that have text, in order of columns. */
export function printedRows(grid: Grid): GridCell[][] {
  const rows: GridCell[][] = Array.from({ length: grid.rowCount }, () => []);
  for (const cell of grid.cells) if (!isBlank(cell.text)) rows[cell.r0]?.push(cell);
  return rows;
}

/** Number of rows at the top of a grid that are headings. A table of words has one: its body is words too. */
export function headingRowCount(rows: readonly (readonly GridCell[])[], style?: RowStyle): number {
  if (style === "words") return Math.min(1, rows.length);
  let count = 0;
  for (const [i, row] of rows.entries()) {
    if (i >= MOST_HEADING_ROWS || isColumnNumbers(row) || isBody(row, rows.slice(0, count))) break;
    count = i + 1;
  }
  // A page that goes on with the rest of a name has no heading at all.
  const known = rows.slice(0, count).some((row) => row.some((cell) => isHeadingWord(cell.text)));
  return known ? count : 0;
}

const NUMBERING = /^(?:栏次|行次|列次|序号|栏目)$/;

/**
 * 栏次 1 2 3 …: column numbers (also `3=4+5`), which must never be taken for money. Left of 栏次 may stand the last headings
 * of codes (类 款 项), and the end of a heading that ran over into its number (款6).
 */
export function isColumnNumbers(row: readonly GridCell[]): boolean {
  const all = row.map((cell) => plain(cell.text));
  const start = all.findIndex((text) => NUMBERING.test(text));
  const named = start >= 0 && all.slice(0, start).every((text) => isHeadingWord(text));
  const texts = named ? all.slice(start) : all;
  const numbers = texts.filter((text) => /^\(?\d{1,2}\)?(?:=[\d+\-()]+)?$/.test(text));
  const others = texts.filter(
    (text) =>
      !numbers.includes(text) && !/^(?:栏次|行次|列次|序号|—+|-+|\*+|[甲乙丙丁])$/.test(text),
  );
  if (named && others.length > 0) return runsOn(texts.slice(1));
  if (others.length > 0 || numbers.length < (named ? 1 : 2)) return false;
  const values = numbers.map((text) => Number.parseInt(text.replace("(", ""), 10));
  return (
    values.every((value, i) => i === 0 || value > (values[i - 1] ?? 0)) &&
    (named || values[0] === 1)
  );
}

/** Fewest bare numbers that show how the others go on. */
const FEWEST_NUMBERS = 3;

/** 1, 2, 3 … without a gap, some of them behind words. */
function runsOn(texts: readonly string[]): boolean {
  const first = Number.parseInt(texts[0] ?? "", 10);
  return (
    texts.filter((text) => /^\d{1,2}$/.test(text)).length >= FEWEST_NUMBERS &&
    texts.every((text, i) => {
      const value = /^\D*(\d{1,2})$/.exec(text)?.[1];
      return value !== undefined && Number.parseInt(value, 10) === first + i;
    })
  );
}

/** Does a row belong to the body: a figure, a code, an ordinal or a lone total stands in it? */
function isBody(row: readonly GridCell[], headings: readonly (readonly GridCell[])[]): boolean {
  if (row.length === 0) return false;
  const texts = row.map((cell) => plain(cell.text));
  if (texts.some((text) => isAmount(text) || /\d\.\d/.test(text))) return true;
  if (texts.some((text) => hasOrdinal(text) && !isHeadingWord(text))) return true;
  if (headings.length === 0) return false;
  if (isBlankLine(row, headings)) return true;
  if (row.length === 1 && /^(?:合计|总计|小计)$/.test(texts[0] ?? "")) return true;
  return (
    texts.length > 0 &&
    texts.every((text) => !isHeadingWord(text)) &&
    texts.every((text) => isSentence(text))
  );
}

/** A line without amounts: a source, a kind or an item alone below 项目, which names lines. */
function isBlankLine(
  [only, more]: readonly GridCell[],
  headings: readonly (readonly GridCell[])[],
): boolean {
  if (!only || more || meaningOf(plain(only.text))?.gives === undefined) return false;
  const above = headings.flat().findLast(({ c0, c1 }) => c0 <= only.c0 && only.c0 <= c1);
  return above !== undefined && meaningOf(plain(above.text))?.role === "label";
}

/** An amount, with its unit or without (44万元). A year stands among headings. */
export function isAmount(text: string): boolean {
  return publishedIn(text) !== undefined && !/^20\d{2}$/.test(plain(text));
}

function isHeadingWord(text: string): boolean {
  return meaningOf(plain(text)) !== undefined;
}

function isSentence(text: string): boolean {
  return text.length > 0 && !/[:：]$/.test(text);
}
