import { MOST } from "./text-groups.ts";
import { areTwo } from "./text-heading-words.ts";
import { distance, overlap, type Piece, type Stretch } from "./text-pieces.ts";

/** A line of headings. */
export interface HeadingLine {
  readonly line: number;
  readonly pieces: readonly Piece[];
}

/** A heading that has no other below it: in as many lines as its cell gave it. */
export interface Lowest extends Stretch {
  /** Its lines from the top, and which of all lines they are (0-based). */
  readonly pieces: readonly Piece[];
  readonly rows: readonly number[];
  /** True where it could as well stand over several that stand lower. */
  readonly group: boolean;
}

/** How far the middle of a heading may be from that of the headings it stands over, in parts of their width. */
const OFF = 0.25;
const NEAR = 5;
/** How far apart the middles of the lines of one heading may be, and by how many lines of others they may be parted. */
const ALIGNED = 3;
const NEXT = 3;
/** By how much a line may be shorter than the one below it: what may not begin or end a line moves. */
const SHORTER = 3;

/**
 * The headings that have no others below them, and so stand over one column each. `apart` says of which two pieces, one above the
 * other, the upper is a heading over several.
 */
export function lowestHeadings(
  lines: readonly HeadingLine[],
  apart: (above: string, below: string) => boolean = areTwo,
): readonly Lowest[] {
  const middle = (lines.length - 1) / 2;
  let lowest: readonly Lowest[] = [];
  for (let i = lines.length - 1; i >= 0; i--) {
    const above = new Map<Lowest, Lowest>();
    const fresh: Piece[] = [];
    for (const piece of lines[i]?.pieces ?? []) {
      const below = nearest(
        piece,
        lowest.filter((open) => !above.has(open) && goesOn(piece, i, open, apart)),
      );
      if (below) above.set(below, withLine(below, piece, i));
      else if (lowest.every((open) => overlap(piece, open) === 0)) fresh.push(piece);
    }
    const known = lowest.map((open) => above.get(open) ?? open);
    const added = fresh.map((piece) => ({
      from: piece.from,
      to: piece.to,
      pieces: [piece],
      rows: [i],
      group: i < middle && standsOverSeveral(piece, i, known),
    }));
    lowest = [...known, ...added].sort((a, b) => a.from + a.to - b.from - b.to);
    if (lowest.length > MOST) return [];
  }
  return lowest;
}

function withLine(below: Lowest, piece: Piece, row: number): Lowest {
  return {
    ...below,
    from: Math.min(below.from, piece.from),
    to: Math.max(below.to, piece.to),
    pieces: [piece, ...below.pieces],
    rows: [row, ...below.rows],
  };
}

function nearest(piece: Piece, all: readonly Lowest[]): Lowest | undefined {
  const off = ({ pieces: [first] }: Lowest) => (first ? distance(piece, first) : 0);
  return all.reduce<Lowest | undefined>(
    (best, open) => (best && off(best) <= off(open) ? best : open),
    undefined,
  );
}

/** Whether a piece is the line above what is known of a heading: in the middle of the same cell, and not shorter. */
function goesOn(
  piece: Piece,
  row: number,
  { pieces, rows: [top] }: Lowest,
  apart: (above: string, below: string) => boolean,
): boolean {
  const [first] = pieces;
  return (
    first !== undefined &&
    top !== undefined &&
    top - row <= NEXT &&
    distance(piece, first) <= ALIGNED &&
    piece.to - piece.from + SHORTER >= first.to - first.from &&
    !apart(piece.text, pieces.map(({ text }) => text).join(""))
  );
}

/** Whether a piece is in the middle of neighbours that all begin below it. */
function standsOverSeveral(piece: Stretch, row: number, all: readonly Lowest[]): boolean {
  return all.some((first, i) => {
    for (const last of all.slice(i)) {
      if ((last.rows[0] ?? 0) <= row) return false;
      const around = { from: first.from, to: last.to };
      const near = Math.max(NEAR, OFF * (around.to - around.from));
      if (last !== first && distance(piece, around) <= near) return true;
    }
    return false;
  });
}
