import { MOST } from "./text-groups.ts";
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
const OFF = 0.1;
/** How far apart the middles of the lines of one heading may be, and by how many lines of others they may be parted. */
const ALIGNED = 3;
const NEXT = 3;
/** By how much a line may be shorter than the one below it: what may not begin or end a line moves. */
const SHORTER = 3;

/** The headings that have no others below them, and so stand over one column each. */
export function lowestHeadings(lines: readonly HeadingLine[]): readonly Lowest[] {
  const middle = (lines.length - 1) / 2;
  let lowest: readonly Lowest[] = [];
  for (let i = lines.length - 1; i >= 0; i--) {
    const taken = new Set<Lowest>();
    const fresh: Lowest[] = [];
    for (const piece of lines[i]?.pieces ?? []) {
      const below = nearest(
        piece,
        lowest.filter((open) => !taken.has(open) && goesOn(piece, i, open)),
      );
      if (below) taken.add(below);
      if (below)
        fresh.push({
          ...below,
          ...around(below, piece),
          pieces: [piece, ...below.pieces],
          rows: [i, ...below.rows],
        });
      else if (lowest.every((open) => overlap(piece, open) === 0))
        fresh.push({
          from: piece.from,
          to: piece.to,
          pieces: [piece],
          rows: [i],
          group: i < middle && standsOverSeveral(piece, lowest),
        });
    }
    lowest = [...lowest.filter((open) => !taken.has(open)), ...fresh].sort(
      (a, b) => a.from + a.to - b.from - b.to,
    );
    if (lowest.length > MOST) return [];
  }
  return lowest;
}

function nearest(piece: Piece, all: readonly Lowest[]): Lowest | undefined {
  const off = ({ pieces: [first] }: Lowest) => (first ? distance(piece, first) : 0);
  return all.reduce<Lowest | undefined>(
    (best, open) => (best && off(best) <= off(open) ? best : open),
    undefined,
  );
}

/** Whether a piece is the line above what is known of a heading: in the middle of the same cell, and not shorter. */
function goesOn(piece: Piece, row: number, { pieces: [first], rows: [top] }: Lowest): boolean {
  return (
    first !== undefined &&
    top !== undefined &&
    top - row <= NEXT &&
    distance(piece, first) <= ALIGNED &&
    piece.to - piece.from + SHORTER >= first.to - first.from
  );
}

function around(a: Stretch, b: Stretch): Stretch {
  return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}

function standsOverSeveral(piece: Stretch, below: readonly Stretch[]): boolean {
  return below.some((first, i) =>
    below.slice(i + 1).some((last) => {
      const all = { from: first.from, to: last.to };
      return distance(piece, all) <= Math.max(3, OFF * (all.to - all.from));
    }),
  );
}
