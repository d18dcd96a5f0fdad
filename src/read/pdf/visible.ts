import type { Glyph, Rule } from "../../model/page.ts";
import type { Recognised } from "../../model/place.ts";
import { withoutClipped } from "./clipped.ts";
import { Covers } from "./covers.ts";
import type { PaintedGlyph, Painting } from "./painting.ts";
import { onceEach } from "./repeats.ts";
import { MARK } from "./text.ts";
import { withoutWatermarks } from "./watermarks.ts";

/** A page's size as displayed, in points. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a reader sees of a page. */
export interface Visible {
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** True if the text is what somebody recognised in a scan: invisible, over a picture. */
  readonly recognised: boolean;
}

/**
 * The glyphs and lines that a reader sees: on the page, painted over by nothing, not white on white, glyphs painted twice for
 * bold once, without watermarks and seals. Where most of a page's text is invisible and the page shows something else, it is
 * the recognised text of a scan, or of letters that were turned into outlines, and taken as such.
 */
export function visible(painting: Painting, size: Size): Visible {
  const covers = new Covers(painting);
  const pasted = pastedOver(painting, covers);
  const bare = painting.glyphs.flatMap((glyph, number) => {
    if (!covers.showsGlyph(glyph, number)) return [];
    return pasted.has(glyph) ? [{ ...glyph, text: MARK }] : [glyph];
  });
  const unseen = isUnseen(painting);
  const seen = onPage(withoutClipped(bare), size).filter((glyph) => unseen || !glyph.unpainted);
  const recognised = unseen && painting.hasPicture;
  const rules = painting.rules.filter((rule, number) => covers.showsRule(rule, number));
  return {
    recognised,
    glyphs: onceEach(withoutWatermarks(seen, rules)).map((glyph) =>
      recognised && glyph.unpainted
        ? { ...plainGlyph(glyph), recognised: BY_OTHERS }
        : plainGlyph(glyph),
    ),
    rules: rules.map(({ direction, at, from, to, thickness }) => ({
      ...{ direction, at, from, to, thickness },
    })),
  };
}

/** The glyphs below pictures; those of most of the page are below something that is seen through, or they would not be there. */
function pastedOver({ glyphs, patches }: Painting, covers: Covers): ReadonlySet<PaintedGlyph> {
  const pasted = patches.length === 0 ? [] : glyphs.filter((glyph, i) => covers.isPasted(glyph, i));
  return new Set(pasted.length > glyphs.length / 2 ? [] : pasted);
}

/** Text that somebody else recognised: how sure that is, nobody says. */
const BY_OTHERS: Recognised = { sure: 0, readings: [], likely: 0 };

function isUnseen({ glyphs, hasPicture, shapes }: Painting): boolean {
  const unpainted = glyphs.filter((glyph) => glyph.unpainted).length;
  const shown = hasPicture || shapes > unpainted / 2;
  return shown && unpainted > glyphs.length / 2;
}

/**
 * Text set beyond the page's edge is not printed (a spreadsheet's next page may be there). A page box that holds less than
 * half of the text is wrong itself.
 */
function onPage(glyphs: readonly PaintedGlyph[], { width, height }: Size): readonly PaintedGlyph[] {
  const inside = glyphs.filter(({ box }) => {
    const x = (box.x0 + box.x1) / 2;
    const y = (box.y0 + box.y1) / 2;
    return x > 0 && x < width && y > 0 && y < height;
  });
  return inside.length < glyphs.length / 2 ? glyphs : inside;
}

function plainGlyph({ text, box, baseline, size, run, turn }: PaintedGlyph): Glyph {
  return { text, box, baseline, size, run, ...(turn ? { turn } : {}) };
}
