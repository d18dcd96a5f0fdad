import type { PaintedGlyph } from "./painting.ts";

/** Ems between two glyphs of one word. */
const GAP = 0.2;

/**
 * Glyphs without those that a clip hides. A word that a clip cuts is read whole, over the borders of runs: half a number
 * would be another number. What a spreadsheet sets beyond its cell or its page, and nothing of it is seen, is not read.
 */
export function withoutClipped(glyphs: readonly PaintedGlyph[]): readonly PaintedGlyph[] {
  if (!glyphs.some(({ clipped }) => clipped)) return glyphs;
  const kept: PaintedGlyph[] = [];
  let word: PaintedGlyph[] = [];
  const close = () => {
    if (word.some(({ clipped }) => !clipped)) kept.push(...word);
    word = [];
  };
  for (const glyph of glyphs) {
    const last = word.at(-1);
    if (last && !isBeside(last, glyph)) close();
    word.push(glyph);
  }
  close();
  return kept;
}

function isBeside(one: PaintedGlyph, other: PaintedGlyph): boolean {
  const reach = GAP * one.size;
  if (one.turn !== other.turn || Math.abs(one.baseline - other.baseline) > reach) return false;
  const sideways = one.turn === 1 || one.turn === 3;
  const [a, b] = sideways ? [one.box.y0, one.box.y1] : [one.box.x0, one.box.x1];
  const [c, d] = sideways ? [other.box.y0, other.box.y1] : [other.box.x0, other.box.x1];
  return c - b < reach && a - d < reach;
}
