import type { Flaw, Glyph } from "../../model/page.ts";
import type { Painting } from "./painting.ts";

/** A picture from this share of the page on may show what is nowhere written: a stamp, a logo is smaller. */
const PICTURE = 0.1;
/** A page with fewer glyphs than this beside its picture has a title, a unit and a page number, and no table. */
const FEW = 120;
/** Characters drawn as outlines take several curves each, and spread over the page; an emblem stands in one place. */
const MANY_CURVES = 500;
const SPREAD = 0.05;

/** What of a page cannot be read as text. `damaged`: its drawing operations break off. */
export function flawsOf(
  painting: Painting,
  glyphs: readonly Glyph[],
  damaged: boolean,
): readonly Flaw[] {
  const whole = glyphs.length < FEW;
  const { pictured, outlines, curves } = painting;
  const flaws: Flaw[] = [];
  if (glyphs.length === 0 && painting.hasPicture)
    flaws.push({ kind: "picture", share: pictured.share, whole });
  else if (pictured.share >= PICTURE) {
    const over = glyphs.filter(({ box }) =>
      pictured.has((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2),
    );
    const behind = over.length >= FEW && over.length > glyphs.length / 2;
    flaws.push({ kind: behind ? "behind" : "picture", share: pictured.share, whole });
  }
  if (whole && curves >= MANY_CURVES && outlines.share >= SPREAD)
    flaws.push({ kind: "outlines", share: outlines.share, whole });
  if (damaged) flaws.push({ kind: "damaged", whole });
  return flaws;
}
