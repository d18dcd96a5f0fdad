import type { Glyph } from "../../model/page.ts";
import { type Segment, segmentsOf } from "../segments.ts";
import { isAmong, type Strip, shiftsOf } from "./strip.ts";

/** Points by which a glyph reaches out of its frame. */
const OUTSIDE = 0.5;
/** Points by which a text that is centred misses the middle, and how many times as far one that is not misses it. */
const CENTRED = 6;
const ASIDE = 4;
/** Points by which a text that is cut at the edge may end before it, and part (of an em) of the gap between its halves. */
const CUT = 0.5;
/** Points between the end of a text set to the right and the frame's. */
const FLUSH = 4;
const FEWEST_ROWS = 3;
const WORD = /\p{L}/u;

/**
 * Does a page go on to the right of others whose rows it has? Text that runs over the edge of one page is seen on both; a
 * title is centred over the whole sheet; or the page has neither a title nor names of its own;
 * and a column of cells alone is no table.
 */
export function goesOnBeside(strips: readonly Strip[], next: Strip): boolean {
  const left = strips.at(-1);
  const first = strips[0];
  if (!left || !first) return false;
  return (
    runsOver(left, next) ||
    isCentredOverAll([...strips, next]) ||
    strips.every(isColumn) !== isColumn(next) ||
    (hasNoTitle(first, next) && (hasTitle(first, next) || !hasNames(next)))
  );
}

/** Is a text that ends beyond one page's frame, or begins before the other's, painted on both pages? */
export function runsOver(left: Strip, right: Strip): boolean {
  const [, shift = 0] = shiftsOf([left, right]);
  const over = left.page.glyphs.filter(({ box }) => box.x1 > left.frame.box.x1 + OUTSIDE);
  const before = right.page.glyphs.filter(({ box }) => box.x0 < right.frame.box.x0 - OUTSIDE);
  return (
    over.some((glyph) => isAmong(glyph, right.page.glyphs, shift)) ||
    before.some((glyph) => isAmong(glyph, left.page.glyphs, -shift))
  );
}

/**
 * Is a text, cut at an edge or whole, centred over the whole sheet and not over its own page's part? One that is centred on
 * its page is that page's title, wherever the table ends (Writer sets a narrow table to the left below it).
 */
function isCentredOverAll(strips: readonly Strip[]): boolean {
  const shifts = shiftsOf(strips);
  const first = strips[0] as Strip;
  const last = strips.at(-1) as Strip;
  const middle = (first.frame.box.x0 + last.frame.box.x1 + (shifts.at(-1) ?? 0)) / 2;
  const texts = strips.map((strip) => above(strip, []));
  return strips.some((strip, i) => {
    const shift = shifts[i] as number;
    const middles = [(strip.frame.box.x0 + strip.frame.box.x1) / 2, strip.page.width / 2];
    return (texts[i] ?? []).some((text) => {
      const next = strips[i + 1];
      const rest = next && texts[i + 1]?.find((other) => goesOnIn(text, strip, other, next));
      const end = rest ? rest.box.x1 + (shifts[i + 1] as number) : text.box.x1 + shift;
      const centre = (text.box.x0 + shift + end) / 2;
      const miss = Math.abs(centre - middle);
      const aside = ASIDE * Math.max(miss, 2);
      return miss < CENTRED && middles.every((own) => Math.abs(centre - own - shift) > aside);
    });
  });
}

/** Does a text end at the edge of one page, and go on at the edge of the other? */
function goesOnIn(text: Segment, left: Strip, rest: Segment, right: Strip): boolean {
  const { size } = text;
  return (
    Math.abs(left.frame.box.x1 - text.box.x1) < CUT * size &&
    Math.abs(rest.box.x0 - right.frame.box.x0) < CUT * size &&
    Math.abs(rest.baseline - text.baseline) < 1 &&
    Math.abs(rest.size - size) < 0.1 * size
  );
}

/** One column of rows is no table: it stands beside others. */
function isColumn({ frame: { xs, ys } }: Strip): boolean {
  return xs.length === 2 && ys.length > FEWEST_ROWS;
}

function hasNoTitle(first: Strip, next: Strip): boolean {
  return above(next, first.page.glyphs).every(
    ({ box }) => Math.abs(box.x1 - next.frame.box.x1) < FLUSH,
  );
}

function hasTitle(first: Strip, next: Strip): boolean {
  return above(first, next.page.glyphs).length > 0;
}

/** Are there words below the headings? A table without a title of its own and without a name is none. */
function hasNames({ page, frame }: Strip): boolean {
  return page.glyphs.some(
    (glyph) =>
      WORD.test(glyph.text) &&
      glyph.box.y0 > frame.box.y0 &&
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
  return segmentsOf(glyphs).filter((text) => !text.glyphs.every((g) => isAmong(g, running, 0)));
}
