import type { Box, Recognised } from "./place.ts";

/** One glyph as painted, in page space (points, top left origin, y downwards; rotation and crop box are gone). */
export interface Glyph {
  readonly text: string;
  readonly box: Box;
  /** y of the baseline; x of it for text that reads downwards or upwards (`turn` 1 or 3). */
  readonly baseline: number;
  /** Size of the em in points. */
  readonly size: number;
  /** Number of the show-text operation that painted it: glyphs of one run belong together. */
  readonly run: number;
  /** Quarter turns clockwise of the direction the text reads in; absent for upright text. */
  readonly turn?: 1 | 2 | 3;
  /** Present if it was recognised in a picture; the same for all glyphs of a line. */
  readonly recognised?: Recognised;
}

/** A straight horizontal or vertical line that a reader sees, however the producer drew it. */
export interface Rule {
  readonly direction: "horizontal" | "vertical";
  /** y of a horizontal rule, x of a vertical one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}

/**
 * Something on a page that cannot be read as text.
 * - `picture`: a picture, and what it shows is nowhere written
 * - `behind`: a picture with text over it, as letterheads and recognised scans have
 * - `outlines`: characters drawn as shapes
 * - `damaged`: drawing operations that break off
 * - `pattern`: so many fine lines that no table can be told from them
 * - `hidden`: numbers in rows, columns or sheets that a workbook does not show
 * - `embedded`: pictures in a document that has no pages before it is printed
 * - `uncomputed`: formulas of which the workbook does not keep the result
 * - `outdated`: sums whose kept result is not what their cells add up to
 * - `unformatted`: numbers whose format cannot be applied: nobody knows how they are displayed
 */
export interface Flaw {
  readonly kind:
    | "picture"
    | "behind"
    | "outlines"
    | "damaged"
    | "pattern"
    | "hidden"
    | "embedded"
    | "uncomputed"
    | "outdated"
    | "unformatted";
  /** How much of the page it takes, from 0 to 1, where that is known. */
  readonly share?: number;
  /** The cells concerned, where it is a sheet. */
  readonly cells?: readonly string[];
  /** True if hardly any text stands beside it: the page as a whole is not read. */
  readonly whole: boolean;
}

/** A page of positioned glyphs and rules: what `read/` gives for paged formats, and `layout/` takes. */
export interface Page {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** True if the page has no text to speak of beside what cannot be read: most often it needs recognition (OCR). */
  readonly scanned: boolean;
  /** Absent where there is nothing to tell. */
  readonly flaws?: readonly Flaw[];
  /** True if text of it was recognised in a picture, by us or by whoever made the file. */
  readonly recognised?: true;
  /** By how much (radians, clockwise) its picture lies askew: glyphs and rules are as if it lay straight. */
  readonly tilt?: number;
}
