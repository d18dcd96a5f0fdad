import type { Column } from "./text-cells.ts";
import { kindOf, listsOf } from "./text-columns.ts";
import { type Group, groupsFor, MOST } from "./text-groups.ts";
import { type HeadingCost, headingCosts } from "./text-heading-cost.ts";
import type { HeadingLine, Lowest } from "./text-lowest.ts";
import { type Chunk, distance, type Piece, type Stretch } from "./text-pieces.ts";

/** A heading in its place; rows are counted from the top of the table. */
export interface Heading {
  readonly r0: number;
  readonly r1: number;
  readonly c0: number;
  readonly c1: number;
  readonly text: string;
  readonly line: number;
}

/** What stands over a column. */
export interface Stack {
  /** A column is at least as wide as its own heading. */
  readonly extent: Stretch;
  /** True for a column of amounts. */
  readonly money: boolean;
  /** Its own heading, if it has one. */
  readonly own: Lowest | undefined;
  /** The lowest heading over it and its neighbours so far, its words and its row. */
  readonly group: Group | undefined;
  readonly over: string;
  readonly row: number;
  /** The middle (in rows) of the room below that heading. */
  readonly middle: number;
  /** True if headings are known to stand in the middle of their cells; else they may stand at the foot. */
  readonly centred: boolean;
  /** The number of its list, where lists stand side by side. */
  readonly list: number;
}

/**
 * The headings of a table as a tree. The lowest of them, one a column, are known; the others stand over several neighbours
 * each, and lines are read from the top down, for a heading below another stands over some of its columns. Undefined where one
 * of them has no place that fits.
 */
export function headingTree(
  lines: readonly HeadingLine[],
  columns: readonly Column[],
  own: readonly (Lowest | undefined)[],
): readonly Heading[] | undefined {
  if (columns.length > MOST) return undefined;
  const lists = listsOf(columns);
  const centred = own.some(
    (o) => o && (o.rows[0] ?? 0) > 0 && (o.rows.at(-1) ?? 0) < lines.length - 1,
  );
  const stacks: Stack[] = columns.map((column, c) => ({
    extent: cellOf(column, own[c]),
    money: kindOf(column) !== "words" && column.amounts > 0,
    own: own[c],
    group: undefined,
    over: "",
    row: -1,
    middle: (lines.length - 1) / 2,
    centred,
    list: lists[c] ?? 0,
  }));
  const above: Heading[] = [];
  const headed = own.map((heading) => heading !== undefined);
  const depth = columns.map(() => 0);
  const lowest = own.map((heading) => ({
    text: "",
    line: lines[heading?.rows[0] ?? 0]?.line ?? 0,
  }));
  for (const [row, { line, pieces: printed }] of lines.entries()) {
    const pieces = sharing(printed, stacks);
    const cost = headingCosts(pieces, row, stacks, lines);
    const places = groupsFor(pieces.length, headed, cost);
    if (pieces.some((_, i) => !isSure(i, places, columns.length, cost))) return undefined;
    for (const [i, { text }] of pieces.entries()) {
      const { first: c0, last: c1 } = places[i] as Group;
      if (c0 === c1) {
        const known = lowest[c0];
        if (known) lowest[c0] = { ...known, text: join(known.text, text) };
        continue;
      }
      const same = above.find((heading) => heading.c0 === c0 && heading.c1 === c1);
      if (same) {
        above[above.indexOf(same)] = { ...same, text: join(same.text, text) };
      } else {
        const r0 = Math.max(...depth.slice(c0, c1 + 1));
        depth.fill(r0 + 1, c0, c1 + 1);
        above.push({ r0, r1: r0, c0, c1, text, line });
      }
      const middle = middleBelow(lines, row, stacks.slice(c0, c1 + 1));
      for (let c = c0; c <= c1; c++)
        stacks[c] = { ...(stacks[c] as Stack), group: places[i], over: text, row, middle };
    }
  }
  const r1 = Math.max(...depth);
  const below = lowest.flatMap(({ text, line }, c) =>
    text === "" ? [] : [{ r0: depth[c] ?? 0, r1, c0: c, c1: c, text, line }],
  );
  return [...above, ...below].sort((a, b) => a.r0 - b.r0 || a.c0 - b.c0);
}

/** The middle of the rows below a heading, from the first to the last in which something stands below it. */
function middleBelow(lines: readonly HeadingLine[], row: number, below: readonly Stack[]): number {
  const from = below[0]?.extent.from ?? 0;
  const to = below.at(-1)?.extent.to ?? 0;
  const inside = lines.flatMap(({ pieces }, i) =>
    i > row &&
    pieces.some((piece) => piece.from + piece.to >= 2 * from && piece.from + piece.to <= 2 * to)
      ? [i]
      : [],
  );
  return ((inside[0] ?? 0) + (inside.at(-1) ?? 0)) / 2;
}

/** The worst that a heading may cost: beyond it the place is not its own. */
const WORST = 12;
/** Two places whose costs differ less are equally good. */
const MARGIN = 0.5;

/** A heading has to fit where it is, and nowhere else among the free columns as well. */
function isSure(
  heading: number,
  places: readonly Group[],
  columns: number,
  costOf: HeadingCost,
): boolean {
  const group = places[heading];
  if (!group) return false;
  const cost = costOf(heading, group);
  if (cost > WORST) return false;
  // A line that heads every column leaves no doubt about which.
  if (isWhole(places, columns)) return true;
  const from = (places[heading - 1]?.last ?? -1) + 1;
  const to = (places[heading + 1]?.first ?? columns) - 1;
  for (let first = from; first <= to; first++)
    for (let last = first; last <= to; last++) {
      if (first === group.first && last === group.last) continue;
      if (costOf(heading, { first, last }) < cost + MARGIN) return false;
    }
  return true;
}

/** Whether groups, not single columns, follow one another from the first column to the last. */
function isWhole(places: readonly Group[], columns: number): boolean {
  return (
    places.length > 1 &&
    places.every(
      ({ first, last }, i) => first === (places[i - 1]?.last ?? -1) + 1 && first < last,
    ) &&
    places.at(-1)?.last === columns - 1
  );
}

/**
 * The cell of a heading: it stands in the middle, and its column is at least as wide as what stands in it. Names and codes
 * begin at its left side.
 */
function cellOf(column: Column, own: Lowest | undefined): Stretch {
  if (!own) return column;
  const middle = (own.from + own.to) / 2;
  const left = kindOf(column) !== "amounts" && column.words + column.digits > 0;
  const half = Math.max((column.to - column.from) / 2, left ? middle - column.from : 0);
  return { from: Math.min(own.from, middle - half), to: Math.max(own.to, middle + half) };
}

/** Neighbours one space apart whose nearest column is the same are one heading. */
function sharing(pieces: readonly Piece[], stacks: readonly Stack[]): readonly Chunk[] {
  const owner = (piece: Piece) =>
    stacks.findIndex(({ own }) => own?.pieces.some((known) => known === piece));
  const nearest = (piece: Stretch) =>
    stacks.reduce((best, { extent }, c) => {
      const known = stacks[best]?.extent;
      return known && distance(piece, extent) < distance(piece, known) ? c : best;
    }, 0);
  const joined: Chunk[] = [];
  pieces.forEach((piece, i) => {
    const last = joined.at(-1);
    const before = pieces[i - 1];
    const owned = before && (owner(piece) >= 0 || owner(before) >= 0);
    if (last && piece.glued && !owned && nearest(last) === nearest(piece))
      joined[joined.length - 1] = {
        text: `${last.text} ${piece.text}`,
        from: last.from,
        to: piece.to,
      };
    else joined.push(piece);
  });
  return joined;
}

function join(above: string, below: string): string {
  return /[A-Za-z]$/.test(above) && /^[A-Za-z]/.test(below) ? `${above} ${below}` : above + below;
}
