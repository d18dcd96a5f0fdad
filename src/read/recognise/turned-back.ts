import type { Glyph, Rule } from "../../model/page.ts";
import type { Box } from "../../model/place.ts";

/** Points, of the page as it is displayed. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** Quarter turns clockwise. */
export type Turns = 0 | 1 | 2 | 3;

/** What was read in a page that was turned by quarter turns clockwise, as it stands on the page itself. */
export function glyphTurnedBack(glyph: Glyph, turns: Turns, size: Size): Glyph {
  if (turns === 0) return glyph;
  const [x, y] = back(0, glyph.baseline, turns, size);
  const turn = (4 - turns) as 1 | 2 | 3;
  return { ...glyph, box: boxBack(glyph.box, turns, size), baseline: turns === 2 ? y : x, turn };
}

export function ruleTurnedBack(rule: Rule, turns: Turns, size: Size): Rule {
  if (turns === 0) return rule;
  const { direction, at, from, to, thickness } = rule;
  const box =
    direction === "horizontal"
      ? boxBack({ x0: from, x1: to, y0: at, y1: at }, turns, size)
      : boxBack({ x0: at, x1: at, y0: from, y1: to }, turns, size);
  return (direction === "horizontal") === (turns === 2)
    ? { direction: "horizontal", at: box.y0, from: box.x0, to: box.x1, thickness }
    : { direction: "vertical", at: box.x0, from: box.y0, to: box.y1, thickness };
}

function boxBack(box: Box, turns: Turns, size: Size): Box {
  const [ax, ay] = back(box.x0, box.y0, turns, size);
  const [bx, by] = back(box.x1, box.y1, turns, size);
  return { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
}

function back(x: number, y: number, turns: Turns, { width, height }: Size): [number, number] {
  if (turns === 1) return [y, height - x];
  if (turns === 2) return [width - x, height - y];
  if (turns === 3) return [width - y, x];
  return [x, y];
}
