import type { Column } from "./text-cells.ts";
import { kindOf, listsOf } from "./text-columns.ts";
import type { FieldRow } from "./text-form.ts";
import { MEASURES } from "./text-pieces.ts";

/** What begins a cell of its own: an ordinal, a code, a part, a total. */
const BEGINS =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d|其中|[合总小]\s*计|[本上]年)/;
/** What is whole: nothing goes on after it. */
const WHOLE = /^(?:[合总小]\s*计|栏\s*次)$/;
/** By how much (in half widths) a line may be shorter than its cell and yet go on; more where punctuation may not end or begin one. */
const SHORT = 1;
const SHORT_BY_MARKS = 5;
const MARKS = /[（()）“”"、，\dA-Za-z]/;
/** A line of so few half widths is the rest of another. */
const REST = 4;
/** Share of the rows with figures that must have a name for a row without one to be short of its name. */
const NAMED = 0.7;

const widthOf = MEASURES[1] as (text: string) => number;

/** A row with its fields changeable. */
interface Open {
  readonly line: number;
  readonly fields: string[];
}

/** A column of names in its list. */
interface Names {
  readonly rows: readonly Open[];
  readonly column: number;
  /** Whether a row has figures in this list. */
  readonly isMain: (row: Open | undefined) => boolean;
  /** Half widths of its widest line. */
  readonly width: number;
  /** True if a row with figures that has no name beside it has it above or below. */
  readonly named: boolean;
  /** True if names of this column are known to be broken over lines. */
  readonly broken: boolean;
  /** True if figures are known to stand in the middle of their rows: then as many lines are above them as below. */
  readonly centred: boolean;
}

/** The texts of one cell: over several lines, of which one may be that of the row's figures. */
interface Group {
  readonly texts: string[];
  readonly first: number;
  last: number;
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
  const isWords = (c: number) => {
    const column = columns[c];
    return column !== undefined && kindOf(column) === "words";
  };
  columns.forEach((_, c) => {
    if (!isWords(c)) return;
    const others = columns.flatMap((_, d) => (lists[d] === lists[c] && !isWords(d) ? [d] : []));
    joinColumn(namesOf(open, c, others));
  });
  return open.filter(({ fields }) => fields.some((field) => field !== ""));
}

function namesOf(rows: readonly Open[], column: number, others: readonly number[]): Names {
  const isMain = (row: Open | undefined) => others.some((c) => (row?.fields[c] ?? "") !== "");
  const text = (row: Open | undefined) => row?.fields[column] ?? "";
  const isRest = (row: Open | undefined) => text(row) !== "" && !isMain(row);
  const beside = (i: number, by: number) =>
    isRest(rows[i + by]) && Math.abs((rows[i + by]?.line ?? 0) - (rows[i]?.line ?? 0)) === 1;
  const mains = rows.flatMap((row, i) => (isMain(row) ? [i] : []));
  const bare = mains.filter((i) => text(rows[i]) === "");
  const parted = bare.filter((i) => beside(i, -1) || beside(i, 1));
  const named = mains.length - bare.length + parted.length >= NAMED * mains.length;
  const rest = rows.some(
    (row, i) => i > 0 && isRest(row) && widthOf(text(row)) <= REST && !WHOLE.test(text(row)),
  );
  return {
    rows,
    column,
    isMain,
    width: Math.max(0, ...rows.map((row) => widthOf(text(row)))),
    named,
    broken: rest || (named && parted.length > 0),
    centred: bare.some((i) => beside(i, -1) && beside(i, 1)),
  };
}

function joinColumn(names: Names): void {
  const { rows, column, isMain, named, broken, centred } = names;
  let group: Group | undefined;
  // A row of figures without a name, which may be that of the lines around it.
  let waiting: number | undefined;
  const close = () => {
    if (group && named && waiting !== undefined) group.main ??= waiting;
    if (group) put(rows, column, group);
    group = undefined;
    waiting = undefined;
  };
  for (const [i, row] of rows.entries()) {
    const text = row.fields[column] ?? "";
    const main = isMain(row) ? i : undefined;
    const above = Math.max(waiting ?? -1, group?.last ?? -1);
    if (above >= 0 && row.line > (rows[above]?.line ?? 0) + 1) close();
    if (text === "") {
      if (main === undefined) continue;
      if (waiting !== undefined || group?.main !== undefined) close();
      waiting = i;
      continue;
    }
    const figures = [group?.main, waiting, main].filter((r) => r !== undefined);
    const short = waiting !== undefined && named && main === undefined;
    const even =
      !centred || !group || main !== undefined || waiting !== undefined || hasRoom(group);
    if (
      group &&
      figures.length <= 1 &&
      even &&
      !BEGINS.test(text) &&
      (short || (broken && isFull(group.texts.at(-1) ?? "", text, names.width)))
    ) {
      group.texts.push(text);
      group.last = i;
      group.main = figures[0];
      waiting = undefined;
      continue;
    }
    // A name may stand wholly below its figures.
    const below = !group && short && !BEGINS.test(text) ? waiting : main;
    close();
    group = { texts: [text], first: i, last: i, main: below };
  }
  close();
}

/** Whether a line may follow below the figures: fewer stand below them than above. */
function hasRoom({ main, first, last }: Group): boolean {
  return main === undefined || last - main < main - first;
}

/** Whether a line has no room for the next one's beginning. */
function isFull(line: string, next: string, width: number): boolean {
  if (WHOLE.test(line)) return false;
  const marks = MARKS.test(line.slice(-2)) || MARKS.test(next.slice(0, 2));
  return widthOf(line) >= width - (marks ? SHORT_BY_MARKS : SHORT);
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
