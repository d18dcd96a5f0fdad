import type { Grid } from "../model/block.ts";
import { type FieldRow, gridOfFields, type Line } from "./text-form.ts";
import { type Chunk, overlap } from "./text-pieces.ts";

/** A part of an amount that is not the whole of it: `24.` above `56`, `984` above `.86`. */
const CUT = /^-?[\d,]+\.$|^\.\d+$/;
/** So many of them are no slip. */
const CUTS = 5;
/** Share of the lines with numbers in which they may stay cut: rows that the page cuts. */
const FEW = 0.2;
const PART = /^-?(?:[\d,]+\.?\d*|\.\d+)$/;
/** Amounts have two decimals: with them one is whole. */
const WHOLE = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2}$/;
/** A row has so many lines of numbers at most: those of cells of three, and between them those of cells of two. */
const HIGHEST = 5;
/** 栏次 1 2 3: of its numbers some may be missing, as they are broken themselves. */
const NUMBERS = /^\s*(?:[栏行]\s*次|序\s*号)(?:\s+\d{1,2}){3,}\s*$/;

/** A line of a table: its names, and the parts of amounts in order. */
interface Parts {
  readonly line: number;
  readonly names: readonly Chunk[];
  readonly parts: readonly string[];
}

/** The amounts of one row, and its first and last lines (0-based). */
interface Row {
  readonly first: number;
  readonly last: number;
  readonly amounts: readonly string[];
}

/**
 * A table whose cells are so narrow that amounts are broken over lines. Lines so crowded do not keep to the columns of the
 * table: which column an amount is of stays open. But everything stands in the middle of its row, so that the lines above
 * the middle and those below it have as many parts in the same order. Undefined where no amounts are broken.
 */
export function brokenGrid(lines: readonly Line[]): Grid | undefined {
  const all = lines.map(({ text }) => wordsOf(text));
  if (all.flat().filter(({ text }) => CUT.test(text)).length < CUTS) return undefined;
  const start = startOf(lines, all);
  const left = Math.min(...all.slice(start).flatMap(([word]) => word?.from ?? []));
  const body = all.slice(start).map((words, i) => {
    const isPart = ({ text, from }: Chunk) => PART.test(text) && from > left + 1;
    return {
      line: lines[start + i]?.number ?? 0,
      names: words.filter((word) => !isPart(word)),
      parts: words.filter(isPart).map(({ text }) => text),
    };
  });
  const rows = rowsOf(body);
  if (!rows) return undefined;
  const head = all.slice(0, start).flatMap((words) => words.map(({ text }) => text));
  return gridOf(head.join(" "), fieldRows(body, rows), lines[0]?.number ?? 1);
}

/** Whether a line holds the first parts of amounts that go on below. */
export function isCut(text: string): boolean {
  return wordsOf(text).filter((word) => CUT.test(word.text)).length > 1;
}

function wordsOf(text: string): readonly Chunk[] {
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    ...{ text: word, from: index, to: index + word.length },
  }));
}

/** The first line below the headings: after the numbers of the columns, and what is left of them in the next line. */
function startOf(lines: readonly Line[], all: readonly (readonly Chunk[])[]): number {
  const numbers = lines.findIndex(({ text }) => NUMBERS.test(text));
  if (numbers < 0) return 0;
  const above = all[numbers - 1]?.filter(({ text }) => /^\d$/.test(text)) ?? [];
  const below = all[numbers + 1] ?? [];
  const left = below.every((word) => above.some((each) => overlap(each, word) > 0));
  return numbers + (left ? 2 : 1);
}

/** The rows from the first line to the last; undefined where too many lines make none. */
function rowsOf(body: readonly Parts[]): readonly Row[] | undefined {
  const filled = body.flatMap(({ parts }, i) => (parts.length > 0 ? [i] : []));
  const rows: Row[] = [];
  let open = 0;
  for (let at = 0; at < filled.length; ) {
    const row = rowAt(body, filled, at);
    if (row) rows.push(row.row);
    else open++;
    at = row?.next ?? at + 1;
  }
  return rows.length > 0 && open <= FEW * filled.length ? rows : undefined;
}

/** The row whose first line with numbers is one of those filled: as low as can be. */
function rowAt(body: readonly Parts[], filled: readonly number[], at: number) {
  for (let next = at + 1; next <= Math.min(filled.length, at + HIGHEST); next++) {
    const own = filled.slice(at, next);
    const parts = own.map((i) => body[i]?.parts ?? []);
    const even = parts.length % 2 === 0;
    const outer = joined(even ? parts : parts.filter((_, i) => i % 2 === 0));
    const inner = even ? [] : joined(parts.filter((_, i) => i % 2 === 1));
    if (outer && inner)
      return {
        row: { first: own[0] ?? 0, last: own.at(-1) ?? 0, amounts: [...outer, ...inner] },
        next,
      };
  }
  return undefined;
}

/** The amounts whose parts stand in so many lines, in order; undefined where one is not whole. */
function joined(lines: readonly (readonly string[])[]): readonly string[] | undefined {
  const [first = [], second = []] = lines;
  if (lines.length > 3) return undefined;
  // An amount that needs one line only stands in the middle.
  const single = lines.length === 3 ? second.filter((part) => WHOLE.test(part)) : [];
  const others = lines.map((parts, i) =>
    i === 1 ? parts.filter((part) => !single.includes(part)) : parts,
  );
  if (others.some(({ length }) => length !== first.length)) return undefined;
  const amounts = first.map((_, i) => others.map((parts) => parts[i]).join(""));
  return amounts.every((amount) => WHOLE.test(amount)) ? [...amounts, ...single] : undefined;
}

/** Rows as printed: code and name, amounts. */
function fieldRows(body: readonly Parts[], rows: readonly Row[]): readonly FieldRow[] {
  const names = namesOf(body, rows);
  return rows.map(({ first, last, amounts }, r) => {
    const of = (isCode: boolean) =>
      names[r]?.flatMap(({ text }) => (/^\d+$/.test(text) === isCode ? [text] : [])).join("");
    const line = body[Math.floor((first + last) / 2)]?.line ?? 1;
    return { line, fields: [`${of(true)} ${of(false)}`, ...amounts] };
  });
}

/** The codes and names of each row: of the lines between two rows the upper one has as many below it as it has above. */
function namesOf(body: readonly Parts[], rows: readonly Row[]): readonly (readonly Chunk[])[] {
  let from = 0;
  let above = rows[0]?.first ?? 0;
  return rows.map(({ last }, r) => {
    const next = rows[r + 1]?.first ?? body.length;
    const end = Math.min(last + 1 + above, next);
    const own = body.slice(from, end).flatMap(({ names }) => names);
    above = next - end;
    from = end;
    return own;
  });
}

/** One heading over all columns: which of them any part of it is over is not known. */
function gridOf(text: string, body: readonly FieldRow[], line: number): Grid {
  const { cells, rowCount, columnCount } = gridOfFields(body);
  const rows = text === "" ? 0 : 1;
  const heading = { r0: 0, r1: 0, c0: 0, c1: columnCount - 1, text, place: { line } };
  const below = cells.map((cell) => ({ ...cell, r0: cell.r0 + rows, r1: cell.r1 + rows }));
  return {
    type: "grid",
    rowCount: rows + rowCount,
    columnCount,
    cells: rows > 0 ? [heading, ...below] : below,
    spansKnown: true,
    place: { line },
  };
}
