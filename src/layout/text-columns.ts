import type { Column } from "./text-cells.ts";
import { isNil, isNumber, overlap, type Piece, type Stretch } from "./text-pieces.ts";

/** The pieces of each row. */
export type Rows = readonly (readonly Piece[])[];

/** Share of the rows that may cross the white between two columns. */
const FEW = 0.02;
/** Share of a stretch's rows that must hold two pieces in it for it to be two columns. */
const CROWDED = 0.1;

/**
 * The columns of a table: what the pieces that stand where they should leave white between them on nearly every line. A piece
 * one space after another was pushed there, and says nothing about its column.
 */
export function columnsOf(rows: Rows): readonly Column[] {
  const told = rows.map((pieces) => pieces.filter((piece) => !isNil(piece)));
  const placed = told.map((pieces) => pieces.filter(({ glued }) => !glued));
  const found = stretches(placed, Math.floor(rows.length * FEW))
    .flatMap((stretch) => apart(stretch, told))
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

/**
 * The list of each column (0-based): a column of names, or of codes before names, after an amount's and before another, opens
 * the next. Bare digits before an amount may be amounts without decimals.
 */
export function listsOf(columns: readonly Column[]): readonly number[] {
  const isAmount = (column: Column | undefined) => column !== undefined && column.amounts > 0;
  const isNames = (column: Column | undefined) => !isAmount(column) && (column?.words ?? 0) > 0;
  let list = 0;
  return columns.map((column, c) => {
    const opens =
      (isNames(column) || (column.digits > 0 && isNames(columns[c + 1]))) &&
      !isAmount(column) &&
      isAmount(columns[c - 1]) &&
      columns.slice(c + 1).some(isAmount);
    if (opens) list += 1;
    return list;
  });
}

/** What stands in a stretch. */
function withKinds(stretch: Stretch, rows: Rows): Column {
  let [words, digits, amounts] = [0, 0, 0];
  for (const piece of rows.flat()) {
    if (overlap(piece, stretch) === 0) continue;
    if (isNil(piece)) continue;
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

/** Two neighbours as one column. */
export function united(a: Column, b: Column): Column {
  return {
    from: a.from,
    to: Math.max(a.to, b.to),
    words: a.words + b.words,
    digits: a.digits + b.digits,
    amounts: a.amounts + b.amounts,
  };
}
