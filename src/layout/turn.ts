import type { Block } from "../model/block.ts";
import type { Glyph, Page, Rule } from "../model/page.ts";
import type { Box, Place } from "../model/place.ts";

/** Quarter turns clockwise. */
export type Turn = 0 | 1 | 2 | 3;

/** How most of the glyphs read: a wide table is often printed sideways on an upright page. */
export function prevailingTurn(glyphs: readonly Glyph[]): Turn {
  const counts = [0, 0, 0, 0];
  for (const { turn = 0 } of glyphs) counts[turn] = (counts[turn] as number) + 1;
  return counts.indexOf(Math.max(...counts)) as Turn;
}

/** The page turned back so that text of this turn reads upright; `unturn` undoes it for places. */
export function uprightPage(page: Page, turn: Turn): Page {
  if (turn === 0) return page;
  const { width, height } = page;
  const sideways = turn % 2 === 1;
  return {
    ...page,
    width: sideways ? height : width,
    height: sideways ? width : height,
    glyphs: uprightGlyphs(page.glyphs, turn, width, height),
    rules: page.rules.map((rule) => uprightRule(rule, turn, width, height)),
  };
}

export function uprightGlyphs(
  glyphs: readonly Glyph[],
  turn: Turn,
  width: number,
  height: number,
): Glyph[] {
  return glyphs.map((glyph) => {
    const before = glyph.turn ?? 0;
    const after = ((before - turn + 4) % 4) as Turn;
    const { text, size, run, baseline, recognised } = glyph;
    const [x, y] = before % 2 ? [baseline, glyph.box.y0] : [glyph.box.x0, baseline];
    const moved = back(x, y, turn, width, height);
    return {
      text,
      size,
      run,
      box: turnBox(glyph.box, turn, width, height),
      baseline: after % 2 ? moved[0] : moved[1],
      ...(after ? { turn: after } : {}),
      ...(recognised ? { recognised } : {}),
    };
  });
}

/** Blocks of an upright page, their places as the page is displayed (width and height as displayed, too). */
export function unturnBlock(block: Block, turn: Turn, width: number, height: number): Block {
  if (turn === 0) return block;
  const place = (old: Place): Place =>
    old.box ? { ...old, box: unturnBox(old.box, turn, width, height) } : old;
  return block.type === "paragraph"
    ? { ...block, place: place(block.place) }
    : {
        ...block,
        place: place(block.place),
        cells: block.cells.map((cell) => ({ ...cell, place: place(cell.place) })),
      };
}

function uprightRule(rule: Rule, turn: Turn, width: number, height: number): Rule {
  const flat = rule.direction === "horizontal";
  const box = flat
    ? { x0: rule.from, x1: rule.to, y0: rule.at, y1: rule.at }
    : { x0: rule.at, x1: rule.at, y0: rule.from, y1: rule.to };
  const moved = turnBox(box, turn, width, height);
  const stillFlat = flat === (turn === 2);
  return {
    direction: stillFlat ? "horizontal" : "vertical",
    at: stillFlat ? moved.y0 : moved.x0,
    from: stillFlat ? moved.x0 : moved.y0,
    to: stillFlat ? moved.x1 : moved.y1,
    thickness: rule.thickness,
  };
}

/** Where a point goes when a page of this size is turned back, anticlockwise. */
function back(x: number, y: number, turn: Turn, width: number, height: number): [number, number] {
  if (turn === 1) return [y, width - x];
  if (turn === 2) return [width - x, height - y];
  if (turn === 3) return [height - y, x];
  return [x, y];
}

function turnBox(box: Box, turn: Turn, width: number, height: number): Box {
  const [ax, ay] = back(box.x0, box.y0, turn, width, height);
  const [bx, by] = back(box.x1, box.y1, turn, width, height);
  return { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
}

function unturnBox(box: Box, turn: Turn, width: number, height: number): Box {
  const sideways = turn % 2 === 1;
  const inverse = ((4 - turn) % 4) as Turn;
  return turnBox(box, inverse, sideways ? height : width, sideways ? width : height);
}
