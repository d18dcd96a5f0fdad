import type { Group } from "./text-groups.ts";
import { excludes, isLineOf } from "./text-heading-words.ts";
import type { Stack } from "./text-headings.ts";
import type { HeadingLine, Lowest } from "./text-lowest.ts";
import { type Chunk, distance } from "./text-pieces.ts";

/** The cost of a heading that is not where its column or the heading above it is. */
const ELSEWHERE = 100;
/** What a heading saves for each column that needs one above its own, and costs for each that needs none. */
const NEEDS = 3;
/** The same where headings may stand at the foot of their cells, as spreadsheets put them. */
const MAY_NEED = 2;
const NEEDS_NOT = 4;
/** A heading over a part of one list and a part of the next. */
const STRADDLES = 10;
/** What a heading over whole lists saves, where several stand side by side. */
const WHOLE_LISTS = 4;
/** Two columns of one name have each a heading of its own above. */
const SAME_NAME = 8;
/** A total that neither begins nor ends the amounts that a heading stands over begins others. */
const TOTAL_INSIDE = 8;
/** A column that the words of a heading exclude. */
const EXCLUDED = 8;
/** A heading this much (in lines) below the middle of its room has another above it. */
const LOW = 0.4;
/** Lines of one heading are at most this far apart: those of its neighbours stand between them. */
const NEXT = 3;
/** The wider a group, the less exactly its middle is known, since Chinese characters take half the room they should. */
const WIDE = 60;

/** What it costs to put a heading of a line (its index there) over columns. */
export type HeadingCost = (heading: number, group: Group) => number;

/**
 * The costs of the headings of one line. Headings stand in the middle of their cells, across and up: one whose own lines are
 * below the middle of the lines it could have has another above it; one in the middle has none. What does not depend on the
 * group is found once, so that any of the groups costs the same.
 */
export function headingCosts(
  pieces: readonly Chunk[],
  row: number,
  stacks: readonly Stack[],
  lines: readonly HeadingLine[],
): HeadingCost {
  const owners = new Map<Chunk, number>();
  for (const [c, { own }] of stacks.entries())
    for (const piece of own?.pieces ?? []) if (!owners.has(piece)) owners.set(piece, c);
  const needs = stacks.map((stack) => need(stack, undefined, row));
  const needed = sums(needs);
  const nearest = stacks.map(({ extent }) =>
    Math.min(...(lines[row]?.pieces ?? []).map((piece) => distance(piece, extent))),
  );
  const alike = firstTwice(stacks);
  const same = lastWith(stacks, ({ group }) => group);
  const several = stacks.at(-1)?.list !== 0;
  const inner = innerTotals(stacks);
  const names = stacks.map(({ own }) => own?.pieces.map(({ text }) => text).join("") ?? "");
  const placed = pieces.map((piece) => {
    const owner = owners.get(piece) ?? -1;
    const stack = stacks[owner];
    return {
      piece,
      owner,
      lowest: stack !== undefined && stack.own?.pieces.at(-1) === piece,
      own: stack ? need(stack, piece, row) : 0,
      line: isLineOf(piece.text, names[owner] ?? "", stack?.over ?? ""),
      excluded: sums(names.map((name) => (excludes(piece.text, name) ? EXCLUDED : 0))),
    };
  });
  return (heading, { first, last }) => {
    const [left, right, known] = [stacks[first], stacks[last], placed[heading]];
    if (!left || !right || !known) return ELSEWHERE;
    const { piece, owner, lowest, own, excluded, line } = known;
    if (first === last && owner === first) return 0;
    if (lowest || line) return ELSEWHERE;
    if (first === last) return onePlace(piece, row, left) + (owner >= 0 ? NEEDS : 0);
    const extent = { from: left.extent.from, to: right.extent.to };
    const off = distance(piece, extent) / (1 + (extent.to - extent.from) / WIDE);
    const parent = left.group;
    if ((same[first] ?? 0) < last) return ELSEWHERE;
    if (parent && parent.first === first && parent.last === last)
      return row - left.row <= NEXT ? off : ELSEWHERE;
    const twice = (alike[first] ?? 0) <= last ? SAME_NAME : 0;
    const whole = stacks[first - 1]?.list !== left.list && stacks[last + 1]?.list !== right.list;
    const inside = (inner[first] ?? NONE) < last ? TOTAL_INSIDE : 0;
    const straddles = left.list !== right.list && !whole ? STRADDLES : 0;
    const lists = straddles - (whole && several ? WHOLE_LISTS : 0);
    /** A neighbour that needs a heading above its own, and to which no other heading of the line is nearer. */
    const isLeftOut = (c: number) => {
      const stack = stacks[c];
      const wants = c === owner ? own : needs[c];
      if (!stack || (wants ?? 0) > -NEEDS) return false;
      return (nearest[c] ?? 0) >= distance(piece, stack.extent);
    };
    const leftOut = (isLeftOut(first - 1) ? 1 : 0) + (isLeftOut(last + 1) ? 1 : 0);
    const itself = owner >= first && owner <= last ? own - (needs[owner] ?? 0) : 0;
    const wanted = (needed[last + 1] ?? 0) - (needed[first] ?? 0) + itself;
    const excess = (excluded[last + 1] ?? 0) - (excluded[first] ?? 0);
    return off + twice + inside + lists + NEEDS * leftOut + wanted + excess;
  };
}

/** sums[i]: of the values before i. */
function sums(values: readonly number[]): readonly number[] {
  const all = [0];
  for (const value of values) all.push((all.at(-1) ?? 0) + value);
  return all;
}

const NONE = Number.POSITIVE_INFINITY;

/** For each column the first total behind an amount that stands in it or after it. */
function innerTotals(stacks: readonly Stack[]): readonly number[] {
  return stacks.map((_, first) => {
    const amount = stacks.findIndex(({ money }, c) => c >= first && money);
    const total = stacks.findIndex(({ own }, c) => amount >= 0 && c > amount && isTotal(own));
    return total < 0 ? NONE : total;
  });
}

function isTotal(own: Lowest | undefined): boolean {
  return /^合\s*计$/.test(own?.pieces.at(-1)?.text ?? "");
}

/** For each column the first at or after it whose own heading ends like that of one since it. */
function firstTwice(stacks: readonly Stack[]): readonly number[] {
  const next = new Map<string, number>();
  const twice: number[] = new Array(stacks.length).fill(NONE);
  for (let c = stacks.length - 1; c >= 0; c--) {
    const own = stacks[c]?.own;
    const name = `${own?.rows.at(-1)} ${own?.pieces.at(-1)?.text}`;
    twice[c] = Math.min(next.get(name) ?? NONE, twice[c + 1] ?? NONE);
    next.set(name, c);
  }
  return twice;
}

/** For each column the last up to which all have the same as it. */
function lastWith(stacks: readonly Stack[], of: (stack: Stack) => unknown): readonly number[] {
  const last = stacks.map((_, c) => c);
  for (let c = stacks.length - 2; c >= 0; c--) {
    const [here, after] = [stacks[c], stacks[c + 1]];
    if (here && after && of(here) === of(after)) last[c] = last[c + 1] ?? c;
  }
  return last;
}

/** A heading over one column that is no line of its lowest: part of it all the same, or out of place. */
function onePlace(piece: Chunk, row: number, { own, extent }: Stack): number {
  const known = own?.rows[0];
  if (!own || known === undefined) return distance(piece, extent);
  return (
    Math.min(distance(piece, own), distance(piece, extent)) +
    (Math.abs(known - row) > NEXT ? ELSEWHERE : 2)
  );
}

/** What it saves or costs to stand above a column's own heading. */
function need({ own, middle, centred }: Stack, piece: Chunk | undefined, row: number): number {
  const rows = own?.rows.filter((_, i) => own.pieces[i] !== piece) ?? [];
  const [top, bottom] = [rows[0], rows.at(-1)];
  if (top === undefined || bottom === undefined || bottom <= row) return ELSEWHERE;
  if ((top + bottom) / 2 <= middle + LOW) return NEEDS_NOT;
  return centred ? -NEEDS : -MAY_NEED;
}
