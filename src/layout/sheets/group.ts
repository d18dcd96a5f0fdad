import type { Rule } from "../../model/page.ts";
import { above, goesOnBeside, runsOver } from "./beside.ts";
import { sameColumns, sameRows } from "./frame.ts";
import type { Strip } from "./strip.ts";

/** Pages of one sheet: bands from top to bottom, each of strips from left to right. */
export type Bands = Strip[][];

/** More pages than this are not kept to see whether others go on beside them. */
const MOST_PAGES = 60;

/**
 * The band beside whose strips a page goes on, if there is one. Pages are printed downwards first, or to the right first: a
 * page takes the first place that is free, leftmost strip first.
 */
export function bandBeside(bands: Bands, next: Strip): Strip[] | undefined {
  const first = bands[0]?.[0];
  if (!first || !sameSize(first, next)) return undefined;
  const width = Math.max(...bands.map(({ length }) => length));
  for (let nth = 1; nth <= width; nth++) {
    const known = bands.find((strips) => strips.length > nth)?.[nth];
    for (const [b, strips] of bands.entries()) {
      const [{ frame }] = strips as [Strip];
      if (strips.length !== nth || !sameRows(frame, next.frame, known !== undefined)) continue;
      if (known ? sameColumns(known.frame, next.frame) : b === 0 && opensStrip(bands, next))
        return strips;
    }
  }
  return undefined;
}

/** Does a page begin a new strip, at the top of its sheet? */
function opensStrip(bands: Bands, next: Strip): boolean {
  const strips = bands[0] as Strip[];
  if (bands.some(([left]) => left && sameColumns(left.frame, next.frame)))
    return runsOver(strips.at(-1) as Strip, next);
  return goesOnBeside(strips, next);
}

/** Does a page go on below the bands of a sheet: the columns of the first strip, and no title of its own? */
export function goesOnBelow(bands: Bands, next: Strip): boolean {
  const first = bands[0]?.[0];
  const pages = bands.reduce((sum, { length }) => sum + length, 0);
  return (
    !!first &&
    pages < MOST_PAGES &&
    sameSize(first, next) &&
    sameColumns(first.frame, next.frame) &&
    above(next, first.page.glyphs).length === 0
  );
}

function sameSize(one: Strip, other: Strip): boolean {
  return (
    Math.abs(one.page.width - other.page.width) < 1 &&
    Math.abs(one.page.height - other.page.height) < 1
  );
}

/** All bands of a sheet as wide as the widest: pages that had nothing to print were left out, and are blank here. */
export function completed(bands: Bands): Bands {
  const widest = bands.reduce((most, strips) => (strips.length > most.length ? strips : most), []);
  return bands.map((strips) => [
    ...strips,
    ...widest.slice(strips.length).map((strip) => blankStrip(strips[0] as Strip, strip)),
  ]);
}

/** A page without text: the rows of its band, the columns of its strip. */
function blankStrip({ page, frame: { ys, box } }: Strip, strip: Strip): Strip {
  const { xs, box: across } = strip.frame;
  const line = { thickness: 0.5 };
  const rules: Rule[] = [
    ...ys.map(
      (at): Rule => ({ ...line, direction: "horizontal", at, from: across.x0, to: across.x1 }),
    ),
    ...xs.map((at): Rule => ({ ...line, direction: "vertical", at, from: box.y0, to: box.y1 })),
  ];
  const frame = { xs, ys, box: { ...box, x0: across.x0, x1: across.x1 } };
  return { page: { ...page, glyphs: [], rules }, frame };
}
