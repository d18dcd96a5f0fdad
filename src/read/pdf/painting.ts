import type { Rule } from "../../model/page.ts";
import type { Box } from "../../model/place.ts";
import type { Coverage } from "./coverage.ts";

/** A glyph as painted in a layer that is shown; its clip, or what is painted later, may hide it. */
export interface PaintedGlyph {
  readonly text: string;
  readonly box: Box;
  readonly baseline: number;
  readonly size: number;
  readonly run: number;
  /** Quarter turns clockwise of the direction it reads in; undefined for a slant, as watermarks have it. */
  readonly turn: 0 | 1 | 2 | 3 | undefined;
  /** The direction it reads in: degrees clockwise of upright. */
  readonly angle: number;
  readonly colour: string;
  readonly brightness: number;
  /** Neither filled nor stroked (PDF text rendering mode 3 or 7): text recognised in a scan, or a trap. */
  readonly unpainted: boolean;
  /** Its middle is outside the clip. */
  readonly clipped: boolean;
}

/** A line as painted, seen or not. */
export interface PaintedRule extends Rule {
  readonly colour: string;
  readonly brightness: number;
}

/** When something was painted: how many glyphs and lines of its page were there before, so that it may hide them. */
export interface Moment {
  readonly glyphs: number;
  readonly rules: number;
}

/** A filled area that is no line: the shade behind a heading, a page-size background, a patch over old text. */
export interface Shade {
  readonly box: Box;
  readonly colour: string;
  readonly brightness: number;
  /** True if nothing below it is seen in all of its box. */
  readonly opaque: boolean;
  readonly after: Moment;
}

/** A picture as low as a line or two of text, and the number of glyphs before it, which it may hide. */
export interface Patch {
  readonly box: Box;
  readonly after: number;
}

/** All that one page paints, as far as tables and text need it. */
export interface Painting {
  readonly glyphs: PaintedGlyph[];
  readonly rules: PaintedRule[];
  readonly shades: Shade[];
  /** Filled shapes with curves or slants: letters that were turned into outlines, or drawings. */
  shapes: number;
  /** True if something big enough to be a scan was placed: images themselves are never decoded. */
  hasPicture: boolean;
  /** Pictures that were pasted over text, unless they are known to be seen through. */
  readonly patches: Patch[];
  /** What of the page pictures cover. */
  readonly pictured: Coverage;
  /** Where filled shapes bend, and how often: characters that are drawn as outlines do. */
  readonly outlines: Coverage;
  curves: number;
  /** True if a text object is still open where the page's operations end. */
  openText: boolean;
}
