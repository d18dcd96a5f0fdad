import type { Glyph } from "../model/page.ts";
import { type Box, boxAround } from "../model/place.ts";
import { type Line, linesOf, lineText } from "./lines.ts";

/** A gap (in ems) that parts a line into texts of their own: `部门：某局        单位：万元`. */
const FAR = 3;
/** A gap that parts texts of two sizes, and how many times as large the larger is: a label and the title beside it. */
const NEAR = 0.25;
const LARGER = 1.3;

/** A piece of a line that reads on its own. */
export interface Segment {
  readonly glyphs: Line;
  readonly text: string;
  readonly box: Box;
  readonly baseline: number;
  readonly size: number;
  /** True if nothing else stands on the line. */
  readonly alone: boolean;
}

/** Glyphs as lines, top to bottom, parted where a gap is too wide for a space. */
export function segmentsOf(glyphs: readonly Glyph[]): Segment[] {
  return linesOf(glyphs).flatMap((line) => {
    const pieces = parted(line);
    return pieces.map((piece) => segment(piece, pieces.length === 1));
  });
}

/** The line's pieces; a title whose letters are spaced out (`目      录`) is one. */
export function parted(line: Line, far = FAR): Line[] {
  const pieces: Glyph[][] = [];
  let piece: Glyph[] = [];
  for (const glyph of line) {
    const previous = piece.at(-1);
    if (previous && isParted(previous, glyph, far)) {
      pieces.push(piece);
      piece = [];
    }
    piece.push(glyph);
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces.every(({ length }) => length === 1) ? [line] : pieces;
}

function isParted(one: Glyph, other: Glyph, far: number): boolean {
  const gap = other.box.x0 - one.box.x1;
  const [small, large] = one.size < other.size ? [one.size, other.size] : [other.size, one.size];
  return gap > far * large || (gap > NEAR * large && large > LARGER * small);
}

function segment(glyphs: Line, alone: boolean): Segment {
  const first = glyphs[0] as Glyph;
  return {
    glyphs,
    text: lineText(glyphs),
    box: boxAround(glyphs.map(({ box }) => box)) ?? first.box,
    baseline: first.baseline,
    size: glyphs.map(({ size }) => size).sort((a, b) => a - b)[glyphs.length >> 1] ?? first.size,
    alone,
  };
}
