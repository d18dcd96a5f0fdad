import type { Glyph } from "../../model/page.ts";
import { type Segment, segmentsOf } from "../segments.ts";
import { centreX, isAmong, type Strip, shiftsOf } from "./strip.ts";

/** Points by which a text stands outside of its frame rather than over its border. */
const OUTSIDE = 1;
/** Points by which a text that is centred misses the middle, and by which one that is not misses it at least. */
const CENTRED = 2;
const ASIDE = 8;
/** Points between the end of a text set to the right and the frame's. */
const FLUSH = 4;
const WORD = /\p{L}/u;

/**
 * Does a page go on to the right of others whose rows it has? Text that runs over the edge of one page is seen on both; a
 * title is centred over the whole sheet; or the page has neither a title nor a column of names of its own.
 */
export function goesOnBeside(strips: readonly Strip[], next: Strip): boolean {
  const left = strips.at(-1);
  const first = strips[0];
  if (!left || !first) return false;
  return (
    runsOver(left, next) ||
    isCentredOverAll([...strips, next]) ||
    (hasNoTitle(first, next) && (hasTitle(first, next) || !hasNames(next)))
  );
}

/** Is a text that ends beyond one page's frame, or begins before the other's, painted on both pages? */
export function runsOver(left: Strip, right: Strip): boolean {
  const [, shift = 0] = shiftsOf([left, right]);
  const over = left.page.glyphs.filter((g) => centreX(g) > left.frame.box.x1 + OUTSIDE);
  const before = right.page.glyphs.filter((g) => centreX(g) < right.frame.box.x0 - OUTSIDE);
  return (
    over.some((glyph) => isAmong(glyph, right.page.glyphs, shift)) ||
    before.some((glyph) => isAmong(glyph, left.page.glyphs, -shift))
  );
}

function isCentredOverAll(strips: readonly Strip[]): boolean {
  const shifts = shiftsOf(strips);
  const first = strips[0] as Strip;
  const last = strips.at(-1) as Strip;
  const middle = (first.frame.box.x0 + last.frame.box.x1 + (shifts.at(-1) ?? 0)) / 2;
  return strips.some((strip, i) => {
    const { x0, x1 } = strip.frame.box;
    return above(strip, []).some(({ box }) => {
      const centre = (box.x0 + box.x1) / 2;
      return (
        Math.abs(centre + (shifts[i] ?? 0) - middle) < CENTRED &&
        Math.abs(centre - (x0 + x1) / 2) > ASIDE
      );
    });
  });
}

function hasNoTitle(first: Strip, next: Strip): boolean {
  return above(next, first.page.glyphs).every(
    ({ box }) => Math.abs(box.x1 - next.frame.box.x1) < FLUSH,
  );
}

function hasTitle(first: Strip, next: Strip): boolean {
  return above(first, next.page.glyphs).length > 0;
}

/** Are there words in the first column, below its first line? */
function hasNames({ page, frame }: Strip): boolean {
  const [x0 = 0, x1 = 0] = frame.xs;
  const [, top = 0] = frame.ys;
  return page.glyphs.some(
    (glyph) =>
      WORD.test(glyph.text) &&
      centreX(glyph) > x0 &&
      centreX(glyph) < x1 &&
      glyph.box.y0 > top &&
      glyph.box.y1 < frame.box.y1 &&
      !isHeading(glyph, page.glyphs, frame.box.x0),
  );
}

/** Headings stand above the first line with a figure. */
function isHeading(glyph: Glyph, glyphs: readonly Glyph[], left: number): boolean {
  const figures = glyphs.filter((other) => /\d/.test(other.text) && other.box.x0 > left);
  return figures.every((other) => other.baseline > glyph.baseline + 1);
}

/** The texts above a frame, without the running head that other pages have at the same place. */
export function above({ page, frame }: Strip, running: readonly Glyph[]): Segment[] {
  const glyphs = page.glyphs.filter((glyph) => glyph.box.y1 < frame.box.y0 + 1);
  return segmentsOf(glyphs.filter((glyph) => !isAmong(glyph, running, 0)));
}
