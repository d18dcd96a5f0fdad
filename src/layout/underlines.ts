import type { Glyph, Rule } from "../model/page.ts";

/** An underline runs this near below the baseline (in ems); a border keeps clear of the text. */
const BELOW = 0.22;
/** An underline begins and ends with its text, within this (in ems). */
const ENDS = 0.35;
/** Lines beyond which a page is a drawing: not worth the look. */
const MOST_RULES = 5_000;
/** Points of baseline in one bucket. */
const BUCKET = 8;

/** Lines (merged) without those that underline a run of text: they would cut a cell in two. */
export function withoutUnderlines(rules: readonly Rule[], glyphs: readonly Glyph[]): Rule[] {
  if (rules.length > MOST_RULES) return [...rules];
  const byBaseline = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    if (glyph.turn) continue;
    const bucket = Math.floor(glyph.baseline / BUCKET);
    const list = byBaseline.get(bucket);
    if (list) list.push(glyph);
    else byBaseline.set(bucket, [glyph]);
  }
  return rules.filter((rule) => rule.direction === "vertical" || !underlines(rule, byBaseline));
}

function underlines(rule: Rule, byBaseline: ReadonlyMap<number, readonly Glyph[]>): boolean {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  let size = 0;
  let covered = 0;
  const bucket = Math.floor(rule.at / BUCKET);
  for (const near of [bucket - 1, bucket]) {
    for (const glyph of byBaseline.get(near) ?? []) {
      const drop = (rule.at - glyph.baseline) / glyph.size;
      const centre = (glyph.box.x0 + glyph.box.x1) / 2;
      if (drop < -0.02 || drop > BELOW || centre < rule.from || centre > rule.to) continue;
      start = Math.min(start, glyph.box.x0);
      end = Math.max(end, glyph.box.x1);
      size = Math.max(size, glyph.size);
      covered += glyph.box.x1 - glyph.box.x0;
    }
  }
  return (
    covered > 0.6 * (rule.to - rule.from) &&
    Math.abs(start - rule.from) < ENDS * size &&
    Math.abs(end - rule.to) < ENDS * size
  );
}
