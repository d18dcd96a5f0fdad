import type { Column } from "./text-cells.ts";
import { kindOf, listsOf } from "./text-columns.ts";
import type { FieldRow } from "./text-form.ts";
import { MEASURES } from "./text-pieces.ts";

/** What begins a cell of its own: an ordinal, a code, a part, a total. */
const BEGINS =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d|其中|[合总小]\s*计|[本上]年)/;
/** By how much (in half widths, and in parts) a line may be shorter than its cell and yet go on: what may not begin one moves. */
const SHORT = 5;
const SHORT_PART = 0.3;
/** What is whole: nothing goes on after it. */
const WHOLE = /^(?:[合总小]\s*计|栏\s*次)$/;
/** Share of the rows with figures that must have a name for a row without one to be short of its name. */
const NAMED = 0.7;

const widthOf = MEASURES[1] as (text: string) => number;

/** A row with its fields changeable. */
interface Open {
  readonly line: number;
  readonly fields: string[];
}

/** The texts of one cell: over several lines, of which one may be that of the row's figures. */
interface Group {
  texts: string[];
  last: number;
  first: number;
  /** The row with figures among the lines. */
  main: number | undefined;
}

/**
 * Puts back together the names that their cells broke over lines. Figures stand at the top, the middle or the foot of their
 * row; so a name may begin above them and end below. In lists side by side each list has rows of its own.
 */
export function unwrapped(rows: readonly FieldRow[], columns: readonly Column[]): FieldRow[] {
  const open: Open[] = rows.map(({ line, fields }) => ({ line, fields: [...fields] }));
  const lists = listsOf(columns);
  columns.forEach((_, c) => {
    const list = lists.flatMap((number, other) => (number === lists[c] ? [other] : []));
    if (isWords(columns[c])) joinColumn(open, list, c, columns);
  });
  return open.filter(({ fields }) => fields.some((field) => field !== ""));
}

function joinColumn(
  rows: readonly Open[],
  list: readonly number[],
  c: number,
  columns: readonly Column[],
): void {
  const others = list.filter((other) => !isWords(columns[other]));
  const isMain = (row: Open) => others.some((other) => row.fields[other] !== "");
  const mains = rows.filter(isMain);
  const named = mains.filter(({ fields }) => fields[c] !== "").length;
  const all = named >= NAMED * mains.length;
  const width = Math.max(0, ...rows.map(({ fields }) => widthOf(fields[c] ?? "")));
  let group: Group | undefined;
  let waiting: number | undefined;
  const close = () => {
    if (group && (group.texts.length > 1 || group.main !== group.first)) put(rows, c, group);
    group = undefined;
    waiting = undefined;
  };
  rows.forEach((row, i) => {
    const text = row.fields[c] ?? "";
    const main = isMain(row) ? i : undefined;
    if (waiting !== undefined && row.line > (rows[waiting]?.line ?? 0) + 1) close();
    if (group && waiting === undefined && row.line > (rows[group.last]?.line ?? 0) + 1) close();
    if (text === "") {
      if (main === undefined) return;
      if (waiting !== undefined || group?.main !== undefined) close();
      waiting = i;
      return;
    }
    const figures = [group?.main, waiting, main].filter((r) => r !== undefined);
    const short = waiting !== undefined && all && main === undefined;
    const goesOn =
      group &&
      figures.length <= 1 &&
      !BEGINS.test(text) &&
      !WHOLE.test(group.texts.at(-1) ?? "") &&
      (short || widthOf(group.texts.at(-1) ?? "") >= width - Math.min(SHORT, SHORT_PART * width));
    if (group && goesOn) {
      group.texts.push(text);
      group.last = i;
      group.main = figures[0];
      waiting = undefined;
      return;
    }
    // A name may stand wholly below its figures.
    const below = !group && short && main === undefined && !BEGINS.test(text);
    const figure = below ? waiting : main;
    close();
    group = { texts: [text], first: i, last: i, main: figure };
  });
  close();
}

/** The whole text beside the figures, or on its first line. */
function put(rows: readonly Open[], c: number, { texts, first, last, main }: Group): void {
  for (let i = first; i <= last; i++) {
    const row = rows[i];
    if (row) row.fields[c] = "";
  }
  const row = rows[main ?? first];
  if (row) row.fields[c] = texts.join("");
}

function isWords(column: Column | undefined): boolean {
  return column !== undefined && kindOf(column) === "words";
}
