import { expect, test } from "vitest";
import { inkOf } from "../../../src/read/recognise/ink.ts";
import type { Raster } from "../../../src/read/recognise/raster.ts";
import { rulingOf } from "../../../src/read/recognise/ruling.ts";
import { paper } from "./drawn.ts";

const DPI = 150;

/** Where the upright lines stand, and how many lie. */
function linesOf(raster: Raster) {
  const { lines } = rulingOf(inkOf(raster, DPI), raster.width, raster.height, DPI);
  const upright = lines.filter(({ direction }) => direction === "vertical");
  return {
    upright: upright.map(({ at }) => Math.round(at)).sort((a, b) => a - b),
    level: lines.length - upright.length,
  };
}

test("strokes of one character in row after row (十一, 十二) are no line", () => {
  const { raster, box } = paper(500, 300);
  for (let row = 0; row < 8; row++) {
    const y = 20 + row * 28;
    box(20, y, 480, y + 2);
    if (row === 7) continue;
    box(41, y + 5, 43, y + 21);
    box(34, y + 12, 50, y + 14);
  }
  for (const x of [20, 240, 478]) box(x, 20, x + 2, 218);
  expect(linesOf(raster)).toEqual({ upright: [21, 241, 479], level: 8 });
});

test("a stroke that fills a low row is no line of the table, one that touches both rules is", () => {
  const { raster, box } = paper(500, 120);
  for (const y of [40, 66]) box(20, y, 480, y + 2);
  for (const x of [20, 300, 478]) box(x, 40, x + 2, 68);
  box(100, 46, 102, 65);
  // A single row of paper is before this one; the next runs over both rules.
  box(200, 43, 202, 65);
  box(240, 36, 242, 72);
  expect(linesOf(raster)).toEqual({ upright: [21, 301, 479], level: 2 });
});

test("a line stays one where a fold runs over it", () => {
  const { raster, box } = paper(500, 300);
  for (const y of [20, 280]) box(20, y, 480, y + 2);
  for (const x of [20, 478]) box(x, 20, x + 2, 282);
  box(240, 20, 242, 140);
  box(240, 150, 242, 282);
  expect(linesOf(raster)).toEqual({ upright: [21, 241, 479], level: 2 });
});

test("the lines of a low table end at lines that end at others", () => {
  const { raster, box } = paper(500, 120);
  for (const y of [30, 72, 86]) box(20, y, 480, y + 1);
  for (const x of [20, 140, 300, 479]) box(x, 30, x + 1, 87);
  box(140, 52, 300, 53);
  box(220, 52, 221, 87);
  expect(linesOf(raster)).toEqual({ upright: [21, 141, 221, 301, 480], level: 4 });
});

test("strokes that stand in the row of a line beyond the table are not of it", () => {
  const { raster, box } = paper(500, 320);
  for (const y of [60, 84, 300]) box(20, y, 480, y + 1);
  for (const x of [20, 240, 479]) box(x, 60, x + 1, 301);
  box(20, 42, 21, 57);
  box(240, 304, 241, 320);
  const { lines, mask } = rulingOf(inkOf(raster, DPI), 500, 320, DPI);
  const upright = lines.filter(({ direction }) => direction === "vertical");
  expect(upright.map(({ from, to }) => [from, to])).toEqual(Array(3).fill([60, 301]));
  expect([mask[50 * 500 + 20], mask[310 * 500 + 240]]).toEqual([0, 0]);
});

test("a line of a low table is one, whatever strokes stand in its row above the table", () => {
  const { raster, box } = paper(500, 120);
  for (const y of [30, 86]) box(20, y, 480, y + 1);
  for (const x of [20, 240, 479]) box(x, 30, x + 1, 87);
  box(240, 14, 241, 27);
  expect(linesOf(raster)).toEqual({ upright: [21, 241, 480], level: 2 });
});
