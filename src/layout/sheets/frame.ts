import type { Rule } from "../../model/page.ts";
import type { Box } from "../../model/place.ts";
import { cluster } from "../cluster.ts";
import { type Component, components } from "../components.ts";

/** What the lines of a page's largest table enclose: where they stand, ascending, in points. */
export interface Frame {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly box: Box;
}

/** Lines this near (points) to their neighbour, and this near in all, are one. */
const STEP = 1.8;
const REACH = 3.6;
/** Points by which the same line may stand elsewhere on another page of its sheet. */
const SAME = 1.5;
/** Part of the lines of the frame that has fewer which the other must have, too. */
const MOSTLY = 0.9;
/** Merged cells hide lines, but not more than this part of them. */
const FEWEST = 0.5;

/** The largest frame among a page's lines (merged); a column of cells is one as well. */
export function frameOf(rules: readonly Rule[]): Frame | undefined {
  let largest: Frame | undefined;
  for (const component of components(rules)) {
    const frame = frameAround(component);
    if (frame && (!largest || areaOf(frame.box) > areaOf(largest.box))) largest = frame;
  }
  return largest;
}

function frameAround({ horizontals, verticals }: Component): Frame | undefined {
  const xs = positions(verticals, horizontals);
  const ys = positions(horizontals, verticals);
  const [x0, x1, y0, y1] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  if (xs.length < 2 || ys.length < 2) return undefined;
  if (x0 === undefined || x1 === undefined || y0 === undefined || y1 === undefined)
    return undefined;
  return { xs, ys, box: { x0, y0, x1, y1 } };
}

/** Where the lines stand; a side that is left open ends where the crossing lines do. */
function positions(lines: readonly Rule[], crossing: readonly Rule[]): number[] {
  const at = lines.map((line) => ({ at: line.at, weight: line.to - line.from }));
  const ends = crossing.flatMap(({ from, to }) => [from, to]);
  const outer = ends.length > 0 ? [Math.min(...ends), Math.max(...ends)] : [];
  return cluster([...at, ...outer.map((end) => ({ at: end, weight: 1e-6 }))], STEP, REACH);
}

function areaOf({ x0, y0, x1, y1 }: Box): number {
  return (x1 - x0) * (y1 - y0);
}

/**
 * Do two frames have the rows of one sheet: one top, one bottom, and the lines between? Where the columns are `known` as
 * those of the sheet, merged cells may hide most of the lines.
 */
export function sameRows(one: Frame, other: Frame, known: boolean): boolean {
  const [few, many] = one.ys.length <= other.ys.length ? [one.ys, other.ys] : [other.ys, one.ys];
  return (
    Math.abs(one.box.y0 - other.box.y0) < SAME &&
    Math.abs(one.box.y1 - other.box.y1) < SAME &&
    (known || few.length >= FEWEST * many.length) &&
    few.filter((y) => many.some((z) => Math.abs(y - z) < SAME)).length >= MOSTLY * few.length
  );
}

/** Do two frames have the columns of one sheet, but for lines that merged cells hide? */
export function sameColumns(one: Frame, other: Frame): boolean {
  const [few, many] = one.xs.length <= other.xs.length ? [one.xs, other.xs] : [other.xs, one.xs];
  return (
    Math.abs(one.box.x0 - other.box.x0) < SAME &&
    Math.abs(one.box.x1 - other.box.x1) < SAME &&
    few.every((x) => many.some((z) => Math.abs(x - z) < SAME))
  );
}
