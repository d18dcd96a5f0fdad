import { expect, test } from "vitest";
import type { Glyph, Rule } from "../../../src/model/page.ts";
import { glyphTurnedBack, ruleTurnedBack } from "../../../src/read/recognise/turned-back.ts";

/** A page, and what stands on it: a figure along its foot, a line above it, another on its left. */
const PAGE = { width: 200, height: 100 };
const BOX = { x0: 10, y0: 80, x1: 30, y1: 90 };
const LEVEL: Rule = { direction: "horizontal", at: 75, from: 10, to: 60, thickness: 1 };
const UPRIGHT: Rule = { direction: "vertical", at: 5, from: 20, to: 90, thickness: 1 };

/** The same as read after the page was turned clockwise by one, two and three quarters. */
const TURNED = [
  {
    turns: 1,
    glyph: { box: { x0: 10, y0: 10, x1: 20, y1: 30 }, baseline: 28 },
    level: { direction: "vertical", at: 25, from: 10, to: 60 },
    upright: { direction: "horizontal", at: 5, from: 10, to: 80 },
    stands: { baseline: 28, turn: 3 },
  },
  {
    turns: 2,
    glyph: { box: { x0: 170, y0: 10, x1: 190, y1: 20 }, baseline: 18 },
    level: { direction: "horizontal", at: 25, from: 140, to: 190 },
    upright: { direction: "vertical", at: 195, from: 10, to: 80 },
    stands: { baseline: 82, turn: 2 },
  },
  {
    turns: 3,
    glyph: { box: { x0: 80, y0: 170, x1: 90, y1: 190 }, baseline: 188 },
    level: { direction: "vertical", at: 75, from: 140, to: 190 },
    upright: { direction: "horizontal", at: 195, from: 20, to: 90 },
    stands: { baseline: 12, turn: 1 },
  },
] as const;

test.each(TURNED)("what was read after $turns quarter turns stands where it is printed", (read) => {
  const glyph = { text: "9", size: 10, run: 1, ...read.glyph } as unknown as Glyph;
  expect(glyphTurnedBack(glyph, read.turns, PAGE)).toMatchObject({ box: BOX, ...read.stands });
  const rule = (of: object) => ruleTurnedBack({ thickness: 1, ...of } as Rule, read.turns, PAGE);
  expect(rule(read.level)).toEqual(LEVEL);
  expect(rule(read.upright)).toEqual(UPRIGHT);
});
