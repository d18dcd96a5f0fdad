import type { Grid } from "../model/block.ts";
import { isWord } from "../taxonomy/words/lookup.ts";
import { brokenGrid } from "./text-broken.ts";
import { type Cells, type Column, cellsOf } from "./text-cells.ts";
import { codesWithNames } from "./text-coded.ts";
import { columnsOf, type Rows } from "./text-columns.ts";
import { BLANKS, begins, ends, TALLEST } from "./text-extent.ts";
import { type FieldRow, gridOfFields, type Line, type TextForm } from "./text-form.ts";
import { areEach } from "./text-heading-words.ts";
import { withoutWraps } from "./text-heading-wraps.ts";
import { type Heading, headingTree } from "./text-headings.ts";
import { type HeadingLine, type Lowest, lowestHeadings } from "./text-lowest.ts";
import { byHeadings, byNumbers } from "./text-matched.ts";
import {
  type Chunk,
  chunksOf,
  isNumber,
  MEASURES,
  type Measure,
  type Piece,
  piecesOf,
} from "./text-pieces.ts";
import { unwrapped } from "./text-wrapped.ts";

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
  const broken = brokenGrid(rows);
  if (broken) return { grid: broken, next };
  const [best] = MEASURES.map((width) => read(rows, width)).sort(
    (a, b) => a.ragged - b.ragged || a.cost - b.cost,
  );
  return best && { grid: gridOf(best), next };
};

interface Reading {
  readonly headings: readonly Heading[];
  /** False where it is not known which headings are where they should be. */
  readonly placed: boolean;
  /** How many headings say nothing. */
  readonly unknown: number;
  readonly columns: number;
  readonly body: readonly FieldRow[];
  /** At how many places amounts stand: in the wrong measure they are not where their columns are. */
  readonly ragged: number;
  /** How badly the body fits its columns. */
  readonly cost: number;
}

/** No table has more lines of headings. */
const DEEPEST = 15;

/** 类 款 项 are headings, though a number whose cell is higher may be printed before them. */
function isLevels(chunks: readonly Chunk[]): boolean {
  return /^类 ?款/.test(chunks.map(({ text }) => text).join(" "));
}

/** Headings and fields of a table, with positions in a measure. */
function read(lines: readonly Line[], width: Measure): Reading {
  const printed = lines.map(({ text, number }) => ({
    line: number,
    chunks: chunksOf(text, width),
    pieces: piecesOf(text, width),
  }));
  const coded = printed.some(({ pieces: [first] }) => /^\d{5}(?:\d\d)?$/.test(first?.text ?? ""));
  const all = coded ? printed.map(withoutLevels) : printed;
  const first = all.findIndex(({ pieces }) => pieces.some(isBody));
  const levels = all.slice(0, DEEPEST).findIndex(({ chunks }) => isLevels(chunks));
  const end = Math.max(Math.min(first === -1 ? all.length : first, DEEPEST), levels + 1);
  const heads = all.slice(0, end).filter(({ pieces }) => !pieces.some(isBody));
  const rest = codesWithNames(all.filter((line) => !heads.includes(line)));
  const plainly = arranged(lowestHeadings(heads), heads, rest);
  if (plainly.placed && plainly.unknown === 0) return plainly;
  // Words say which lines are one heading, and which stands over several, where their places tell it wrong or not at all.
  const wrapped = withoutWraps(heads);
  const worded = arranged(lowestHeadings(wrapped, areEach), wrapped, rest);
  const isBetter = plainly.placed ? worded.unknown < plainly.unknown : true;
  return worded.placed && isBetter ? worded : plainly;
}

/** A table whose headings and body are told apart. */
function arranged(
  lowest: readonly Lowest[],
  heads: readonly HeadingLine[],
  rest: readonly HeadingLine[],
): Reading {
  const numbers = rest.find(({ pieces }) => isColumnNumbers(pieces));
  const rows = rest.filter((line) => line !== numbers).map(({ pieces }) => pieces);
  const stretches = columnsOf(rows.length > 0 ? rows : heads.map(({ pieces }) => pieces));
  const numbered = byNumbers(stretches, numbers ? columnNumbers(numbers.pieces) : [], rows);
  const { columns, own } = byHeadings(numbered, lowest, rows);
  const cells = rest.map(({ pieces }) => cellsOf(pieces, columns));
  const body = rest.map(({ line }, i) => ({ line, fields: fieldsOf(cells[i]) }));
  const { headings, placed } = headingsOf(heads, columns, own, body);
  return {
    headings,
    placed,
    unknown: headings.filter(({ text }) => !isWord(text)).length,
    columns: columns.length,
    body: unwrapped(body, columns),
    ragged: raggedness(rows),
    cost: cells.reduce((sum, { cost }) => sum + cost, 0),
  };
}

/** The number of places at which amounts end, begin or have their middle: of these the fewest, as a producer sets them. */
function raggedness(rows: Rows): number {
  const amounts = rows
    .flat()
    .filter((piece) => !piece.glued && isNumber(piece) && /[.,]/.test(piece.text));
  const places = (of: (piece: Piece) => number) => new Set(amounts.map(of)).size;
  return Math.min(
    places(({ to }) => to),
    places(({ from }) => from),
    places(({ from, to }) => Math.floor((from + to) / 2)),
  );
}

/** 类 款 项 before the numbers of the columns head no columns of their own where each code is printed whole (财决). */
function withoutLevels<T extends { readonly pieces: readonly Piece[] }>(line: T): T {
  const pieces = line.pieces.filter(({ text }) => !/^[类款项]$/.test(text));
  return pieces.length < line.pieces.length && isColumnNumbers(pieces)
    ? { ...line, pieces, chunks: pieces }
    : line;
}

/** A number, or the ordinal of a row: headings have neither. */
function isBody(piece: Piece): boolean {
  return (
    isNumber(piece) ||
    /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]+[)）])/.test(piece.text)
  );
}

function isAmount(text: string): boolean {
  return /^-?[\d,]+\.\d+$/.test(text);
}

/** 栏次 1 2 3: the numbers of the columns, each in the middle of its own. */
function isColumnNumbers(pieces: readonly Piece[]): boolean {
  const numbers = pieces.filter(isNumber);
  const words = pieces.filter((piece) => !isNumber(piece));
  return (
    numbers.length > 0 &&
    numbers.every(({ text }, i) => text === String(i + 1)) &&
    words.every(({ text }) => /^(?:栏\s*次|行\s*次|序\s*号|[甲乙丙丁])$/.test(text)) &&
    (words.length > 0 || numbers.length > 2)
  );
}

function columnNumbers(pieces: readonly Piece[]): readonly Lowest[] {
  return pieces.filter(isNumber).map((piece) => ({
    from: piece.from,
    to: piece.to,
    pieces: [piece],
    rows: [0],
    group: false,
  }));
}

/** The texts of a line by its columns; a number that could stand in another column as well is no figure. */
function fieldsOf(cells: Cells | undefined): readonly string[] {
  return (cells?.fields ?? []).map((field, c) =>
    cells?.unsure.includes(c) ? `${field} ?` : field,
  );
}

/**
 * The headings in their places; or, where a column of numbers is left without one, all in one over the whole table:
 * then it is not known which of them are where they should be.
 */
function headingsOf(
  lines: readonly HeadingLine[],
  columns: readonly Column[],
  own: readonly (Lowest | undefined)[],
  body: readonly FieldRow[],
): Pick<Reading, "headings" | "placed"> {
  const [first] = lines;
  const tree = headingTree(lines, columns, own);
  const headed = new Set((tree ?? []).filter(({ c0, c1 }) => c0 === c1).map(({ c0 }) => c0));
  const amounts = columns.flatMap((_, c) =>
    body.some(({ fields }) => isAmount(fields[c] ?? "")) ? [c] : [],
  );
  if (!first || (tree && amounts.every((c) => headed.has(c)))) {
    return { headings: tree ?? [], placed: true };
  }
  const parts = groupAndParts(lines, columns.length);
  if (parts) return { headings: parts, placed: true };
  const text = lines.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join(" ");
  const all = { r0: 0, r1: 0, c0: 0, c1: columns.length - 1, text, line: first.line };
  return { headings: [all], placed: false };
}

/**
 * `项目 2016年预算数` above `小计 其中：一般公共预算`: one name, and one group whose parts are the other columns. It needs no
 * places, which a text of single spaces does not keep.
 */
function groupAndParts(
  lines: readonly HeadingLine[],
  columns: number,
): readonly Heading[] | undefined {
  const [over, under, ...more] = lines;
  const [name, group, ...others] = over?.pieces ?? [];
  if (!over || !under || !name || !group || more.length + others.length > 0) return undefined;
  if (under.pieces.length !== columns - 1) return undefined;
  return [
    { r0: 0, r1: 1, c0: 0, c1: 0, text: name.text, line: over.line },
    { r0: 0, r1: 0, c0: 1, c1: columns - 1, text: group.text, line: over.line },
    ...under.pieces.map(({ text }, i) => ({
      ...{ r0: 1, r1: 1, c0: i + 1, c1: i + 1 },
      ...{ text, line: under.line },
    })),
  ];
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
