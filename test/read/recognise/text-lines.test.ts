import { expect, it } from "vitest";
import type { Region } from "../../../src/read/recognise/raster.ts";
import { textLinesOf } from "../../../src/read/recognise/text-lines.ts";

const WIDTH = 600;
const HEIGHT = 300;
const SIZE = { width: WIDTH, height: HEIGHT, dpi: 200 };

function inked(...boxes: readonly Region[]): Uint8Array {
  const ink = new Uint8Array(WIDTH * HEIGHT);
  for (const { x0, y0, x1, y1 } of boxes)
    for (let y = y0; y < y1; y++) ink.fill(1, y * WIDTH + x0, y * WIDTH + x1);
  return ink;
}

/** A character that fills its place but for a line of white, with its left upper corner. */
const character = (x: number, y: number, size: number): Region => ({
  ...{ x0: x, y0: y, x1: x + Math.round(size * 0.85), y1: y + size },
});

/** Rows of small characters, which say how large print usually is. */
const SMALL = [100, 140, 180, 220, 260].flatMap((y) =>
  Array.from({ length: 20 }, (_, i) => character(20 + 22 * i, y, 20)),
);

/** 财 款 “三: the strokes of the last stand as far apart as small lines do. */
const STROKES = [22, 40, 58].map((y): Region => ({ x0: 175, y0: y, x1: 210, y1: y + 4 }));

it("takes the strokes of 三 in large print for one line with the characters beside them", () => {
  const title = [character(60, 20, 44), character(102, 20, 44)];
  const lines = textLinesOf(
    inked(...SMALL, ...title, ...STROKES),
    new Uint8Array(WIDTH * HEIGHT),
    SIZE,
  );
  expect(lines.filter(({ y0 }) => y0 < 90)).toEqual([{ x0: 60, y0: 20, x1: 210, y1: 64 }]);
  expect(lines).toHaveLength(6);
});

it("takes in nothing beyond a rule or above a line", () => {
  const title = [character(60, 20, 44), character(102, 20, 44)];
  const ruled = new Uint8Array(WIDTH * HEIGHT);
  for (let y = 10; y < 80; y++) ruled[y * WIDTH + 158] = 2;
  const above: Region = { x0: 175, y0: 2, x1: 210, y1: 8 };
  const lines = textLinesOf(inked(...SMALL, ...title, ...STROKES, above), ruled, SIZE);
  expect(lines.filter(({ y0 }) => y0 < 90)).toContainEqual({ x0: 60, y0: 20, x1: 139, y1: 64 });
});
