import { parseNumber } from "../model/money.ts";
import type { Glyph } from "../model/page.ts";
import { type Box, boxAround } from "../model/place.ts";
import { type Line, linesOf, lineText } from "./lines.ts";

/** A gap (in ems) that parts two cells of a table without vertical lines. */
const CELL_GAP = 0.7;
/** A gap (in ems) that parts two runs, each placed by itself. */
const RUN_GAP = 0.12;

const NUMBER = /^[-−–+(（]?\d[\d,，]*(?:\.\d+)?[)）%％]?$/;

/** A piece of a line that stands in one cell. */
export interface Chunk {
  readonly glyphs: Line;
  readonly text: string;
  readonly box: Box;
  readonly baseline: number;
  readonly size: number;
  readonly isNumber: boolean;
}

/**
 * The lines of a region, top to bottom, each as its pieces from left to right. Where it is not yet known that there is a
 * table, `gap` (in ems) alone parts them: justified prose has runs set apart, too.
 */
export function chunkLines(glyphs: readonly Glyph[], gap?: number): Chunk[][] {
  const lengths = new Map<number, number>();
  for (const { run } of glyphs) lengths.set(run, (lengths.get(run) ?? 0) + 1);
  const isPlaced = (one: Glyph, other: Glyph) =>
    one.run !== other.run && !(lengths.get(one.run) === 1 && lengths.get(other.run) === 1);
  return linesOf(glyphs).map((line) => {
    const pieces: Glyph[][] = [];
    for (const glyph of line) {
      const previous = pieces.at(-1)?.at(-1);
      const distance = previous ? (glyph.box.x0 - previous.box.x1) / glyph.size : Infinity;
      const parted =
        !previous ||
        distance > (gap ?? CELL_GAP) ||
        (gap === undefined && distance > RUN_GAP && isPlaced(previous, glyph));
      if (parted) pieces.push([glyph]);
      else pieces.at(-1)?.push(glyph);
    }
    return pieces.map(chunkOf);
  });
}

function chunkOf(glyphs: readonly Glyph[]): Chunk {
  const first = glyphs[0] as Glyph;
  const text = lineText(glyphs);
  return {
    glyphs,
    text,
    box: boxAround(glyphs.map(({ box }) => box)) ?? first.box,
    baseline: first.baseline,
    size: first.size,
    isNumber: NUMBER.test(text) || parseNumber(text) !== undefined,
  };
}
