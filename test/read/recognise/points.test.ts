import { expect, test } from "vitest";
import { roomsForPoints } from "../../../src/read/recognise/points.ts";
import type { Raster } from "../../../src/read/recognise/raster.ts";
import { paper } from "./drawn.ts";

/** Digits 8 wide every 10 pixels, a 1 of 3 in the middle of its place, and points of 2 in 5 at the foot of the digit before. */
function printed(text: string): Raster {
  const { raster, box } = paper(10 * text.length + 8, 20);
  let x = 4;
  for (const sign of text) {
    if (sign === ".") box(x - 1, 15, x + 2, 17);
    else if (sign === "1") box(x + 3, 3, x + 6, 17);
    else box(x, 3, x + 8, 17);
    x += sign === "." ? 5 : 10;
  }
  return raster;
}

/** A page of these prints; the last lines are read without their points. */
function roomsIn(prints: readonly string[], lost: readonly string[], decimals: readonly number[]) {
  const read = [...prints, ...lost.map((text) => text.replace(".", ""))];
  const rooms = roomsForPoints(read, [...prints, ...lost].map(printed), decimals);
  return lost.map((_, i) => rooms.get(prints.length + i));
}

const PAGE =
  "831.20 162.26 43.07 33.12 22.16 7.79 4.27 575.80 75.75 59.08 14.77 2080505 30101 208".split(" ");

test("a point is where digits are as far apart as with one, though it was not read", () => {
  expect(roomsIn(PAGE, ["112.95", "2.16", "9247", "21", "1101"], [2])).toEqual([
    ...[3, 1],
    ...[undefined, undefined, undefined],
  ]);
});

test("of several places it is in the widest blank", () => {
  const lost = ["42.2", "3.97", "113.42", "41.9", "4.19"];
  expect(roomsIn([...PAGE, ...PAGE, ...PAGE], lost, [1, 2])).toEqual([2, 1, 3, 2, 1]);
});

test("a page of few amounts, or of which nobody knows the decimals, says nothing", () => {
  expect(roomsIn(PAGE.slice(0, 6), ["2.16"], [2])).toEqual([undefined]);
  expect(roomsIn(PAGE, ["2.16"], [])).toEqual([undefined]);
});
