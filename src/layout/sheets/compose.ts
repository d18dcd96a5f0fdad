import type { Block } from "../../model/block.ts";
import type { Glyph, Page, Rule } from "../../model/page.ts";
import type { Box, Place } from "../../model/place.ts";
import { lastAtMost } from "../cluster.ts";
import { centreX, copyAmong, isAmong, type Strip, shiftsOf } from "./strip.ts";

/** Pages side by side as the sheet that they were cut from, and the way back. */
export interface Sheet {
  readonly page: Page;
  /** A block of the sheet, with places on the pages that print it. */
  readonly placed: (block: Block) => Block;
}

/** Runs of text are numbered page by page. */
const RUNS = 1_000_000;
/** Points by which lines may end beyond the edge of their frame. */
const EDGE = 1;
/** What stands below the frame in this last part of the page's height is its foot. */
const FOOT = 0.88;

/** The sheet that pages side by side were cut from. What runs over an edge is painted on both sides of it, and taken once. */
export function sheetOf(strips: readonly [Strip, ...Strip[]]): Sheet {
  const shifts = shiftsOf(strips);
  const [first] = strips;
  const last = strips.at(-1) as Strip;
  const starts = strips.map(({ frame }, i) => frame.box.x0 + (shifts[i] as number));
  return {
    page: {
      ...first.page,
      width: last.page.width + (shifts.at(-1) as number),
      glyphs: glyphsOf(strips, shifts, starts),
      rules: strips.flatMap((strip, i) => rulesOf(strip, shifts[i] as number)),
    },
    placed: (block) => placedBlock(block, strips, shifts, starts),
  };
}

function glyphsOf(
  strips: readonly Strip[],
  shifts: readonly number[],
  starts: readonly number[],
): Glyph[] {
  const copyOn = (nth: number, glyph: Glyph): Glyph | undefined =>
    copyAmong(glyph, strips[nth]?.page.glyphs ?? [], shifts[nth] ?? 0);
  /** The page whose copy of a glyph is taken: that of the part in which its first copy stands, if it is there. */
  const taken = (nth: number, glyph: Glyph): number => {
    const copies = strips.map((_, i) => (i === nth ? glyph : copyOn(i, glyph)));
    const first = copies.findIndex((copy) => copy !== undefined);
    const shift = first === nth ? 0 : (shifts[first] as number);
    const owner = Math.max(0, lastAtMost(starts, centreX(copies[first] as Glyph) + shift));
    return copies[owner] ? owner : first;
  };
  return strips.flatMap((strip, i) =>
    strip.page.glyphs.flatMap((glyph): Glyph[] => {
      if (i > 0 && isFurniture(glyph, strip, strips[0] as Strip)) return [];
      const moved = movedGlyph(glyph, shifts[i] as number, i);
      return isInside(glyph, strip) || taken(i, moved) === i ? [moved] : [];
    }),
  );
}

/** Does a glyph stand so far within its page's frame that no other page paints it? */
function isInside({ box, size }: Glyph, { frame }: Strip): boolean {
  return box.x0 > frame.box.x0 + size && box.x1 < frame.box.x1 - size;
}

/** Running heads and page numbers stand on every page at the same place. */
function isFurniture(glyph: Glyph, { page, frame }: Strip, first: Strip): boolean {
  if (glyph.box.y0 > frame.box.y1 && glyph.box.y0 > FOOT * page.height) return true;
  return glyph.box.y1 < frame.box.y0 && isAmong(glyph, first.page.glyphs, 0);
}

function movedGlyph(glyph: Glyph, by: number, nth: number): Glyph {
  return { ...glyph, box: movedBox(glyph.box, by), run: glyph.run + nth * RUNS };
}

function movedBox(box: Box, by: number): Box {
  return { ...box, x0: box.x0 + by, x1: box.x1 + by };
}

/** Lines of a strip, cut off at the edges of its frame. */
function rulesOf({ page, frame }: Strip, by: number): Rule[] {
  const { x0, x1 } = frame.box;
  return page.rules.flatMap((rule): Rule[] => {
    if (rule.direction === "vertical")
      return rule.at < x0 - EDGE || rule.at > x1 + EDGE ? [] : [{ ...rule, at: rule.at + by }];
    const from = Math.max(rule.from, x0 - EDGE);
    const to = Math.min(rule.to, x1 + EDGE);
    return to > from ? [{ ...rule, from: from + by, to: to + by }] : [];
  });
}

function placedBlock(
  block: Block,
  strips: readonly Strip[],
  shifts: readonly number[],
  starts: readonly number[],
): Block {
  const place = (on: Place, first = false): Place => {
    if (!on.box) return on;
    const centre = (on.box.x0 + on.box.x1) / 2;
    const i = first ? 0 : Math.max(0, lastAtMost(starts, centre));
    const { page, frame } = strips[i] as Strip;
    const back = movedBox(on.box, -(shifts[i] as number));
    const [x0, x1] = block.type === "grid" ? [frame.box.x0, frame.box.x1] : [0, page.width];
    const box = { ...back, x0: Math.max(back.x0, x0), x1: Math.min(back.x1, x1) };
    return { ...on, page: page.number, box };
  };
  if (block.type === "paragraph") return { ...block, place: place(block.place) };
  const cells = block.cells.map((cell) => ({ ...cell, place: place(cell.place) }));
  return { ...block, place: place(block.place, true), cells };
}
