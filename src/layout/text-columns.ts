import type { Column } from "./text-cells.ts";
import type { Lowest } from "./text-lowest.ts";
import { distance, gap, isNumber, overlap, type Piece, type Stretch } from "./text-pieces.ts";

type Rows = readonly (readonly Piece[])[];

/** Share of the rows that may cross the white between two columns. */
const FEW = 0.02;
/** Share of a stretch's rows that must hold two pieces in it for it to be two columns. */
const CROWDED = 0.1;

/**
 * The columns of a table: what the pieces that stand where they should leave white between them on nearly every line. A piece
 * one space after another was pushed there, and says nothing about its column.
 */
export function columnsOf(rows: Rows): readonly Column[] {
  const placed = rows.map((pieces) => pieces.filter(({ glued }) => !glued));
  const found = stretches(placed, Math.floor(rows.length * FEW))
    .flatMap((stretch) => apart(stretch, rows))
    .sort((a, b) => a.from - b.from);
  // What was pushed into a stretch has its own column beside it, where it was not pushed.
  const columns: Column[] = [];
  for (const column of found) {
    const before = columns.at(-1);
    if (before && overlap(before, column) > 0 && kindOf(before) === kindOf(column))
      columns[columns.length - 1] = united(before, column);
    else columns.push(column);
  }
  return columns;
}

/** What a column holds. */
export function kindOf({ words, digits, amounts }: Column): "words" | "digits" | "amounts" {
  if (words > digits + amounts) return "words";
  return amounts > 0 ? "amounts" : "digits";
}

/** The list of each column (0-based): a column that is no amount's, after one that is and before another, opens the next. */
export function listsOf(columns: readonly Column[]): readonly number[] {
  const isAmount = (column: Column | undefined) => column !== undefined && column.amounts > 0;
  let list = 0;
  return columns.map((column, c) => {
    const opens =
      !isAmount(column) &&
      column.words + column.digits > 0 &&
      isAmount(columns[c - 1]) &&
      columns.slice(c + 1).some(isAmount);
    if (opens) list += 1;
    return list;
  });
}

/** What stands in a stretch. */
export function withKinds(stretch: Stretch, rows: Rows): Column {
  let [words, digits, amounts] = [0, 0, 0];
  for (const piece of rows.flat()) {
    if (overlap(piece, stretch) === 0) continue;
    if (/^[-—–]+$/.test(piece.text)) continue;
    if (!isNumber(piece)) words++;
    else if (/[.,%]/.test(piece.text)) amounts++;
    else digits++;
  }
  return { from: stretch.from, to: stretch.to, words, digits, amounts };
}

/** Maximal stretches that more than `few` rows cover. */
function stretches(rows: Rows, few: number): Stretch[] {
  const steps: number[] = [];
  for (const { from, to } of rows.flat()) {
    steps[from] = (steps[from] ?? 0) + 1;
    steps[to] = (steps[to] ?? 0) - 1;
  }
  const found: Stretch[] = [];
  let covered = 0;
  let start = 0;
  for (let x = 0; x < steps.length; x++) {
    const before = covered;
    covered += steps[x] ?? 0;
    if (before <= few && covered > few) start = x;
    if (before > few && covered <= few) found.push({ from: start, to: x });
  }
  return found;
}

/**
 * A stretch in which several pieces of one row stand is as many columns. Numbers and words keep to where their like stand:
 * a name that follows a long number was pushed into its column, and the number into that of the name.
 */
function apart(stretch: Stretch, rows: Rows): readonly Column[] {
  const inside = rows
    .map((pieces) => pieces.filter((piece) => overlap(piece, stretch) > 0))
    .filter((pieces) => pieces.length > 0);
  const crowded = (n: number) => inside.filter(({ length }) => length >= n).length;
  const most = (n: number) => Math.max(Math.min(n, 2), inside.length * CROWDED);
  let count = 1;
  while (crowded(count + 1) >= most(crowded(1))) count++;
  const natural = inside.map((pieces) => pieces.filter(({ glued }) => !glued));
  if (count === 1) return [withKinds(stretch, natural)];
  const full = inside.filter(({ length }) => length === count);
  const columns = Array.from({ length: count }, (_, c) =>
    full.flatMap((pieces) => pieces[c] ?? []),
  );
  const kinds = columns.map((pieces) => 2 * pieces.filter(isNumber).length > pieces.length);
  if (kinds.every((kind, c) => c === 0 || kind !== kinds[c - 1]) && count === 2)
    return kinds.map((kind, c) => {
      const own = natural.flat().filter((piece) => isNumber(piece) === kind);
      const pieces = own.length > 0 ? own : (columns[c] ?? []);
      return withKinds(around(pieces), [pieces]);
    });
  // Where rows of different parts of a page overlap, the middle of what they share parts them.
  const extents = columns.map(around);
  return extents.map(({ from, to }, c) =>
    withKinds(
      {
        from: Math.max(from, c === 0 ? from : middle(extents[c - 1], { from, to })),
        to: Math.min(to, c === count - 1 ? to : middle({ from, to }, extents[c + 1])),
      },
      [columns[c] ?? []],
    ),
  );
}

function around(pieces: readonly Piece[]): Stretch {
  return {
    from: Math.min(...pieces.map(({ from }) => from)),
    to: Math.max(...pieces.map(({ to }) => to)),
  };
}

function middle(left: Stretch | undefined, right: Stretch | undefined): number {
  const [end, start] = [left?.to ?? 0, right?.from ?? 0];
  return end <= start ? end : Math.round((end + start) / 2);
}

/** Columns, and the heading that each has for its own. */
export interface Headed {
  readonly columns: readonly Column[];
  readonly own: readonly (Lowest | undefined)[];
}

/**
 * The columns by their headings: a heading that stands over none of them is a column without a number; a stretch without a
 * heading that never has a neighbour filled beside it is a part of the neighbour, whose texts are of several lengths.
 */
export function byHeadings(
  columns: readonly Column[],
  headings: readonly Lowest[],
  rows: Rows,
  alone: number = ALONE,
): Headed {
  if (headings.length === 0) return { columns, own: columns.map(() => undefined) };
  const known = withoutDoubt(headings, columns);
  const matched = match(columns, known, alone);
  const merged: { column: Column; own: number | undefined }[] = [];
  columns.forEach((column, c) => {
    const before = merged.at(-1);
    const own = matched[c];
    if (
      before &&
      (before.own === undefined || own === undefined) &&
      areOne(before.column, column, rows)
    )
      merged[merged.length - 1] = { column: united(before.column, column), own: before.own ?? own };
    else merged.push({ column, own });
  });
  // A column without a number stands between those whose headings are beside its own.
  for (const [h, { group }] of known.entries()) {
    if (group || matched.includes(h)) continue;
    const at = merged.findIndex(({ own }) => own !== undefined && own > h);
    const place = at < 0 ? merged.length : at;
    merged.splice(place, 0, { column: blankAt(headings[h], merged, place), own: h });
  }
  return {
    columns: merged.map(({ column }) => column),
    own: merged.map(({ own }) => (own === undefined ? undefined : headings[own])),
  };
}

/** Where columns are short of headings, one that is the only one to stand over a column is no heading of several. */
function withoutDoubt(headings: readonly Lowest[], columns: readonly Column[]): readonly Lowest[] {
  const single = ({ group }: Lowest) => !group;
  if (headings.filter(single).length >= columns.length) return headings;
  return headings.map((heading) => {
    const column = heading.group && columns.find((known) => overlap(known, heading) > 0);
    if (!column || headings.some((other) => single(other) && overlap(column, other) > 0))
      return heading;
    return { ...heading, group: false };
  });
}

/** Where its heading stands, as far as there is room between its neighbours. */
function blankAt(
  heading: Stretch | undefined,
  all: readonly { readonly column: Column }[],
  place: number,
): Column {
  const least = all[place - 1]?.column.to ?? 0;
  const most = all[place]?.column.from ?? Number.POSITIVE_INFINITY;
  const from = Math.min(Math.max(heading?.from ?? 0, least), Math.max(least, most - 1));
  const to = Math.max(from + 1, Math.min(heading?.to ?? 0, most));
  return { from, to, words: 0, digits: 0, amounts: 0 };
}

function united(a: Column, b: Column): Column {
  return {
    from: a.from,
    to: Math.max(a.to, b.to),
    words: a.words + b.words,
    digits: a.digits + b.digits,
    amounts: a.amounts + b.amounts,
  };
}

/** Two neighbours of one kind that no row fills both. */
function areOne(left: Column, right: Column, rows: Rows): boolean {
  if (left.words > 0 !== right.words > 0) return false;
  return rows.every((pieces) => {
    const fills = (column: Column) =>
      pieces.some((piece) => !piece.glued && overlap(piece, column) > 0);
    return !(fills(left) && fills(right));
  });
}

/** The cost of a column without a heading, and of a heading without a column. */
const ALONE = 12;
const NUMBER_ALONE = 7;
/** Lines of headings may have drifted far from those of the body: then the order says more than the place. */
const AWAY = 0.3;
const FAR = 20;

/**
 * The columns by their numbers (栏次): each stands in the middle of a column of figures, so that it may be that one with no
 * figure in it.
 */
export function byNumbers(
  columns: readonly Column[],
  numbers: readonly Lowest[],
  rows: Rows,
): readonly Column[] {
  const figures = columns.filter((column) => kindOf(column) === "amounts");
  const others = columns.filter((column) => kindOf(column) !== "amounts");
  const free = numbers.filter((number) => others.every((column) => overlap(number, column) === 0));
  return [...byHeadings(figures, free, rows, NUMBER_ALONE).columns, ...others].sort(
    (a, b) => a.from - b.from,
  );
}

/** How far a heading stands from the middle of its column: numbers stand at its right, so that the heading is never there. */
function aside(column: Column, heading: Stretch): number {
  const off = distance(column, heading);
  const right = heading.from + heading.to > column.from + column.to;
  return right && column.amounts > 0 ? 2 * off : off;
}

/** For each column the index of its heading: in order, none twice, as many and as near as can be; undefined where none is. */
function match(
  columns: readonly Column[],
  headings: readonly Lowest[],
  alone: number,
): readonly (number | undefined)[] {
  type Best = { readonly cost: number; readonly picks: readonly (number | undefined)[] };
  const unmatched = ({ group }: Lowest) => (group ? 0 : alone);
  let best: Best[] = [{ cost: 0, picks: [] }];
  for (const heading of headings)
    best.push({ cost: (best.at(-1)?.cost ?? 0) + unmatched(heading), picks: [] });
  for (const column of columns) {
    const next: Best[] = best.map(({ cost, picks }) => ({
      cost: cost + alone,
      picks: [...picks, undefined],
    }));
    headings.forEach((heading, h) => {
      const left = best[h] as Best;
      const away = Math.min(FAR, gap(column, heading)) + Math.min(FAR, aside(column, heading)) / 2;
      const total = left.cost + AWAY * away;
      if (total < (next[h + 1]?.cost ?? 0))
        next[h + 1] = { cost: total, picks: [...left.picks, h] };
      const passed = next[h] as Best;
      const without = passed.cost + unmatched(heading);
      if (without < (next[h + 1]?.cost ?? 0)) next[h + 1] = { cost: without, picks: passed.picks };
    });
    best = next;
  }
  return best[headings.length]?.picks ?? [];
}
