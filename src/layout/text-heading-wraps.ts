import { isWord } from "../taxonomy/words/lookup.ts";
import type { HeadingLine } from "./text-lowest.ts";
import { distance, type Piece } from "./text-pieces.ts";

/** How far apart the middles of the lines of one heading may be, and by how many lines of others they may be parted. */
const ALIGNED = 3;
const NEXT = 3;

/** A piece of a heading, and the line that it stands on. */
interface Placed {
  readonly piece: Piece;
  readonly row: number;
}

/**
 * Headings that their cells broke over two lines, as one piece each, in the middle of its cell: `2012年预算数比2011年执` and `行数`, two lines
 * below, are one because they are a known heading together and not both known alone.
 */
export function withoutWraps<T extends HeadingLine>(lines: readonly T[]): readonly T[] {
  const rows = lines.map(({ pieces }) => [...pieces]);
  for (let row = lines.length - 2; row >= 0; row--) {
    for (const piece of [...(rows[row] ?? [])]) {
      const rest = restOf(piece, row, rows);
      if (!rest) continue;
      const whole = {
        text: piece.text + rest.piece.text,
        from: Math.min(piece.from, rest.piece.from),
        to: Math.max(piece.to, rest.piece.to),
        glued: false,
      };
      remove(rows[row], piece);
      remove(rows[rest.row], rest.piece);
      rows[Math.floor((row + rest.row) / 2)]?.push(whole);
    }
  }
  return lines.flatMap((line, row) => {
    const pieces = (rows[row] ?? []).sort((a, b) => a.from - b.from);
    return pieces.length > 0 ? [{ ...line, pieces }] : [];
  });
}

/** The nearest piece below that stands in the middle of the same cell, if it goes on with the words. */
function restOf(
  piece: Piece,
  row: number,
  rows: readonly (readonly Piece[])[],
): Placed | undefined {
  for (let below = row + 1; below <= Math.min(row + NEXT, rows.length - 1); below++) {
    const next = rows[below]?.find((other) => distance(piece, other) <= ALIGNED);
    if (next) return goesOn(piece.text, next.text) ? { piece: next, row: below } : undefined;
  }
  return undefined;
}

function goesOn(above: string, below: string): boolean {
  return isWord(above + below) && !(isWord(above) && isWord(below));
}

function remove(pieces: Piece[] | undefined, piece: Piece): void {
  pieces?.splice(pieces.indexOf(piece), 1);
}
