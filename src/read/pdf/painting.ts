import type { Rule } from "../../model/page.ts";
import type { Box } from "../../model/place.ts";
import type { Coverage } from "./coverage.ts";

/** A glyph as painted, seen or not. `mode` hides it (PDF text rendering mode 3 or 7: neither filled nor stroked). */
export interface PaintedGlyph {
  readonly text: string;
  readonly box: Box;
  readonly baseline: number;
  readonly size: number;
  readonly run: number;
  /** Quarter turns clockwise of the direction it reads in; undefined for a slant, as watermarks have it. */
  readonly turn: 0 | 1 | 2 | 3 | undefined;
  readonly brightness: number;
  readonly hidden: boolean;
}

/** A line as painted, seen or not. */
export interface PaintedRule extends Rule {
  readonly colour: string;
  readonly brightness: number;
}

/** A filled area that is no line: the shade behind a heading, a page-size background. */
export interface Shade {
  readonly box: Box;
  readonly colour: string;
  readonly brightness: number;
}

/** All that one page paints, as far as tables and text need it. */
export interface Painting {
  readonly glyphs: PaintedGlyph[];
  readonly rules: PaintedRule[];
  readonly shades: Shade[];
  /** True if something big enough to be a scan was placed: images themselves are never decoded. */
  hasPicture: boolean;
  readonly pictures: Coverage;
  /** Where filled shapes bend, and how often: characters that are drawn as outlines do. */
  readonly outlines: Coverage;
  curves: number;
  /** True if a text object is still open where the page's operations end. */
  openText: boolean;
}
