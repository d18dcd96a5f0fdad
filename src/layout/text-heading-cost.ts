import type { Group } from "./text-groups.ts";
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
/** A heading this much (in lines) below the middle of its room has another above it. */
const LOW = 0.4;
/** Lines of one heading are at most this far apart: those of its neighbours stand between them. */
const NEXT = 3;
/** The wider a group, the less exactly its middle is known, since Chinese characters take half the room they should. */
const WIDE = 60;

/**
 * What it costs to put a heading over columns. Headings stand in the middle of their cells, across and up: one whose own lines
 * are below the middle of the lines it could have has another above it; one in the middle has none.
 */
export function headingCost(
  piece: Chunk,
  row: number,
  { first, last }: Group,
  stacks: readonly Stack[],
  lines: readonly HeadingLine[],
): number {
  const below = stacks.slice(first, last + 1);
  const [left, right] = [below[0], below.at(-1)];
  if (!left || !right) return ELSEWHERE;
  const owner = stacks.findIndex(({ own }) => own?.pieces.some((known) => known === piece));
  if (first === last) {
    if (owner === first) return 0;
    if (owner >= 0 && isLowest(piece, stacks[owner]?.own)) return ELSEWHERE;
    return onePlace(piece, row, left) + (owner >= 0 ? NEEDS : 0);
  }
  if (owner >= 0 && isLowest(piece, stacks[owner]?.own)) return ELSEWHERE;
  const extent = { from: left.extent.from, to: right.extent.to };
  const off = distance(piece, extent) / (1 + (extent.to - extent.from) / WIDE);
  const parent = left.group;
  if (below.some(({ group }) => group !== parent)) return ELSEWHERE;
  if (parent && parent.first === first && parent.last === last)
    return row - left.row <= NEXT ? off : ELSEWHERE;
  const names = below.map(({ own }) => `${own?.rows.at(-1)} ${own?.pieces.at(-1)?.text}`);
  const twice = new Set(names).size < names.length ? SAME_NAME : 0;
  const whole = stacks[first - 1]?.list !== left.list && stacks[last + 1]?.list !== right.list;
  const several = stacks.at(-1)?.list !== 0;
  const straddles = left.list !== right.list && !whole ? STRADDLES : 0;
  const lists = straddles - (whole && several ? WHOLE_LISTS : 0);
  const leftOut = [first - 1, last + 1].filter((c) =>
    isLeftOut(c, piece, row, stacks, lines),
  ).length;
  return below.reduce(
    (cost, stack) => cost + need(stack, piece, row),
    off + twice + lists + NEEDS * leftOut,
  );
}

/** A neighbour that needs a heading above its own, and to which no other heading of the line is nearer. */
function isLeftOut(
  c: number,
  piece: Chunk,
  row: number,
  stacks: readonly Stack[],
  lines: readonly HeadingLine[],
): boolean {
  const stack = stacks[c];
  if (!stack || need(stack, piece, row) > -NEEDS) return false;
  const off = distance(piece, stack.extent);
  return (lines[row]?.pieces ?? []).every((other) => distance(other, stack.extent) >= off);
}

function isLowest(piece: Chunk, own: Lowest | undefined): boolean {
  return own?.pieces.at(-1) === piece;
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
function need({ own, middle, centred }: Stack, piece: Chunk, row: number): number {
  const rows = own?.rows.filter((_, i) => own.pieces[i] !== piece) ?? [];
  const [top, bottom] = [rows[0], rows.at(-1)];
  if (top === undefined || bottom === undefined || bottom <= row) return ELSEWHERE;
  if ((top + bottom) / 2 <= middle + LOW) return NEEDS_NOT;
  return centred ? -NEEDS : -MAY_NEED;
}
