import { type Group, groupsFor } from "./text-groups.ts";
import type { HeadingLine } from "./text-lowest.ts";
import { type Chunk, distance, overlap, type Piece, type Stretch } from "./text-pieces.ts";

/** How far the middle of a heading may be from that of the headings it stands over, in parts of their width. */
const OFF = 0.1;

/** A heading in its place; rows are counted from the top of the table. */
export interface Heading {
  readonly r0: number;
  readonly r1: number;
  readonly c0: number;
  readonly c1: number;
  readonly text: string;
  readonly line: number;
}

/**
 * The headings of a table as a tree. Lines are read from the lowest up: a piece stands over the column whose middle is nearest
 * to its own, or over several neighbours that have headings of their own below. What stands over one column is its own
 * heading, in as many lines as its cell gave it; what stands over several is a heading above theirs.
 */
export function headingTree(
  lines: readonly HeadingLine[],
  columns: readonly Stretch[],
  own: readonly (Piece | undefined)[],
): readonly Heading[] {
  const standing = standingOver(lines, columns, own);
  const above: (Heading & { text: string })[] = [];
  const lowest: ({ text: string; line: number } | undefined)[] = columns.map(() => undefined);
  const depth = columns.map(() => 0);
  for (const { group, text, line } of standing) {
    const { first: c0, last: c1 } = group;
    if (c0 === c1) {
      const known = lowest[c0];
      lowest[c0] = known ? { ...known, text: join(known.text, text) } : { text, line };
      continue;
    }
    // Two headings over the same columns are one that was broken, or one of them stands elsewhere: there is no telling.
    const same = above.find((heading) => heading.c0 === c0 && heading.c1 === c1);
    if (same) same.text = "";
    else {
      const r0 = Math.max(...depth.slice(c0, c1 + 1));
      depth.fill(r0 + 1, c0, c1 + 1);
      above.push({ r0, r1: r0, c0, c1, text, line });
    }
  }
  const r1 = Math.max(...depth);
  const below = lowest.flatMap((heading, c) =>
    heading ? [{ r0: depth[c] ?? 0, r1, c0: c, c1: c, ...heading }] : [],
  );
  return [...above, ...below].sort((a, b) => a.r0 - b.r0 || a.c0 - b.c0);
}

interface Standing {
  readonly group: Group;
  readonly text: string;
  readonly line: number;
}

/**
 * What stands over which columns, from the top line down. What could stand elsewhere as well is left out: a figure without a
 * heading is reported, one under a wrong heading is not.
 */
function standingOver(
  lines: readonly HeadingLine[],
  columns: readonly Stretch[],
  own: readonly (Piece | undefined)[],
): readonly Standing[] {
  // Where every column has a heading of its own, their order says which; elsewhere each has to touch its column.
  const complete = own.every((piece) => piece !== undefined);
  return arranged(lines, columns, own, (piece, group, extents) =>
    isSure(piece, group, extents, complete),
  );
}

function arranged(
  lines: readonly HeadingLine[],
  columns: readonly Stretch[],
  own: readonly (Piece | undefined)[],
  accepts: (piece: Chunk, group: Group, extents: readonly Stretch[]) => boolean,
): readonly Standing[] {
  const middle = ((lines[0]?.line ?? 0) + (lines.at(-1)?.line ?? 0)) / 2;
  const stacks: Stack[] = columns.map((column) => ({
    extent: column,
    own: undefined,
    text: "",
    lowest: 0,
    highest: 0,
    over: 0,
  }));
  const found: Standing[][] = [];
  for (const { line, pieces: printed } of [...lines].reverse()) {
    const extents = stacks.map(({ extent }) => extent);
    const pieces = sharing(printed, extents);
    const groups = groupsFor(
      pieces,
      stacks.map(({ lowest }) => lowest > 0),
      (piece, group) => {
        const place = own.findIndex(
          (known) =>
            known?.from === piece.from && known.to === piece.to && known.text === piece.text,
        );
        if (place < 0 || (place === group.first && place === group.last))
          return costOf(piece, line, group, stacks, middle);
        return ELSEWHERE;
      },
    );
    const standing: Standing[] = [];
    pieces.forEach((piece, i) => {
      const group = groups[i];
      if (!group || !accepts(piece, group, extents)) return;
      standing.push({ group, text: piece.text, line });
      for (let c = group.first; c <= group.last; c++) raise(stacks[c] as Stack, line, piece, group);
    });
    found.push(standing);
  }
  return found.reverse().flat();
}

/** What stands over a column so far. */
interface Stack {
  /** A column is at least as wide as its own heading. */
  extent: Stretch;
  /** Where its own heading stands, and what it says. */
  own: Stretch | undefined;
  text: string;
  /** Lines of its own heading; 0 without one. */
  lowest: number;
  highest: number;
  /** Headings above its own. */
  over: number;
}

function raise(stack: Stack, line: number, piece: Chunk, { first, last }: Group): void {
  if (first < last) {
    stack.over += 1;
    return;
  }
  stack.extent = around(stack.extent, piece);
  stack.own = stack.own ? around(stack.own, piece) : piece;
  stack.text = `${piece.text}${stack.text}`;
  stack.lowest ||= line;
  stack.highest = line;
}

function around(a: Stretch, b: Stretch): Stretch {
  return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}

/** The cost of a heading that is not over the column whose own it is. */
const ELSEWHERE = 100;
/** What a heading saves for each column that needs one above its own, and costs for each that needs none. */
const NEEDS = 2;
const NEEDS_NOT = 4;
const COVERED = 0.5;
/** Two columns of one name have each a heading of its own above. */
const SAME_NAME = 8;
/** A heading this much (in lines) below the middle of all has another above it. */
const LOW = 0.4;
/** Lines of one heading are at most this far apart: those of its neighbours stand between them. */
const NEXT = 2;
const TOO_FAR = 12;
/** What lines of one cell save: they have one middle. */
const ALIGNED = 2;
/** The wider a group, the less exactly its middle is known, since Chinese characters take half the room they should. */
const WIDE = 60;

/**
 * Headings stand in the middle of their cells, across and up. One whose own lines are below the middle of all lines has
 * another above it; one in the middle has none, for its cell is as high as all of them.
 */
function costOf(
  piece: Chunk,
  line: number,
  { first, last }: Group,
  stacks: readonly Stack[],
  middle: number,
): number {
  const [left, right] = [stacks[first], stacks[last]];
  if (!left || !right) return 0;
  const isLow = ({ lowest, highest, over }: Stack) =>
    lowest > 0 && over === 0 && (lowest + highest) / 2 > middle + LOW;
  if (first === last) {
    if (!left.own) return distance(piece, left.extent);
    const off = distance(piece, left.own);
    const aligned = off <= 1 ? ALIGNED : 0;
    const far = left.highest - line > NEXT || left.over > 0 ? TOO_FAR : 0;
    return Math.min(off, distance(piece, left.extent)) - aligned + far - (isLow(left) ? NEEDS : 0);
  }
  const extent = { from: left.extent.from, to: right.extent.to };
  const off = distance(piece, extent) / (1 + (extent.to - extent.from) / WIDE);
  const below = stacks.slice(first, last + 1);
  const names = below.flatMap(({ over, text }) => (over === 0 ? [text] : []));
  const twice = new Set(names).size < names.length ? SAME_NAME : 0;
  return below.reduce((cost, stack) => {
    if (stack.over > 0) return cost - COVERED;
    return cost + (isLow(stack) ? -NEEDS : NEEDS_NOT);
  }, off + twice);
}

/** How many characters a heading may stand beside its column: lines with more Chinese in them drift to the left. */
const DRIFT = 20;

/**
 * A heading has to touch its column, and no other one more; or, where every column has its own heading, to be near it;
 * or to be in the middle of several.
 */
function isSure(
  piece: Chunk,
  { first, last }: Group,
  columns: readonly Stretch[],
  complete: boolean,
): boolean {
  const around = { from: columns[first]?.from ?? 0, to: columns[last]?.to ?? 0 };
  const off = distance(piece, around);
  if (first < last) return off <= Math.max(3, 2 * OFF * (around.to - around.from));
  if (complete) return overlap(piece, around) > 0 || off <= DRIFT;
  return overlap(piece, around) > 0 && !touchesOther(piece, { first, last }, columns);
}

/** True if a piece over one column shares more with another. */
function touchesOther(piece: Chunk, { first, last }: Group, columns: readonly Stretch[]): boolean {
  const column = columns[first];
  const shared = column ? overlap(piece, column) : 0;
  return first === last && columns.some((other) => overlap(piece, other) > shared);
}

/** Neighbours one space apart whose nearest column is the same are one heading. */
function sharing(pieces: readonly Piece[], columns: readonly Stretch[]): readonly Chunk[] {
  const nearest = (piece: Stretch) =>
    columns.reduce((best, column, c) => {
      const known = columns[best];
      return known && distance(piece, column) < distance(piece, known) ? c : best;
    }, 0);
  const joined: Chunk[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && piece.glued && nearest(last) === nearest(piece))
      joined[joined.length - 1] = {
        text: `${last.text} ${piece.text}`,
        from: last.from,
        to: piece.to,
      };
    else joined.push(piece);
  }
  return joined;
}

function join(above: string, below: string): string {
  return /[A-Za-z]$/.test(above) && /^[A-Za-z]/.test(below) ? `${above} ${below}` : above + below;
}
