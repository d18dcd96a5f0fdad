import type { Column } from "./text-cells.ts";
import { kindOf, type Rows, united } from "./text-columns.ts";
import type { Lowest } from "./text-lowest.ts";
import { distance, gap, overlap, type Stretch } from "./text-pieces.ts";

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
