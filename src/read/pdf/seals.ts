import { type Box, boxAround } from "../../model/place.ts";
import type { PaintedGlyph } from "./painting.ts";

/** Directions that text on an arc reads in, at least; degrees that tell two from each other. */
const DIRECTIONS = 4;
const STEP = 4;
/** A seal is no larger than this (points): 42 mm are the law's most for an office, and printed copies are enlarged. */
const LARGEST = 200;

/**
 * Glyphs without those of seals: text around an arc reads in many directions, and what else of its colour stands within
 * the arc belongs to it. Black is the text's colour: an arc of black letters takes nothing with it.
 */
export function withoutSeals(glyphs: readonly PaintedGlyph[]): readonly PaintedGlyph[] {
  if (!glyphs.some(({ turn }) => turn === undefined)) return glyphs;
  const seals = arcsOf(glyphs);
  if (seals.length === 0) return glyphs;
  return glyphs.filter(
    (glyph) => !seals.some(({ colour, box }) => glyph.colour === colour && isWithin(glyph, box)),
  );
}

interface Arc {
  readonly colour: string;
  readonly box: Box;
}

/** Slanted glyphs painted one after the other in one colour, as far as they read in several directions. */
function arcsOf(glyphs: readonly PaintedGlyph[]): Arc[] {
  const arcs: Arc[] = [];
  let run: PaintedGlyph[] = [];
  const close = () => {
    const box = boxAround(run.map((glyph) => glyph.box));
    const directions = new Set(run.map(({ angle }) => Math.round(angle / STEP)));
    const small = box && Math.max(box.x1 - box.x0, box.y1 - box.y0) <= LARGEST;
    if (small && directions.size >= DIRECTIONS && !isGrey(run[0]?.colour))
      arcs.push({ colour: run[0]?.colour ?? "", box });
    run = [];
  };
  for (const glyph of glyphs) {
    if (run.length > 0 && glyph.colour !== run[0]?.colour) close();
    // A few letters of an arc stand upright.
    if (glyph.turn === undefined || run.length > 0) run.push(glyph);
  }
  close();
  return arcs;
}

function isGrey(colour = ""): boolean {
  return (
    !/^#/.test(colour) ||
    (colour.slice(1, 3) === colour.slice(3, 5) && colour.slice(3, 5) === colour.slice(5, 7))
  );
}

function isWithin({ box }: PaintedGlyph, around: Box): boolean {
  const x = (box.x0 + box.x1) / 2;
  const y = (box.y0 + box.y1) / 2;
  return x >= around.x0 && x <= around.x1 && y >= around.y0 && y <= around.y1;
}
