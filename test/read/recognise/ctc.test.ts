import { expect, test } from "vitest";
import { decode } from "../../../src/read/recognise/ctc.ts";

const KEYS = ["", "1", "7", "."];

/** One step a list: the share of no character, 1, 7 and the point. */
function line(
  ...steps: readonly (readonly [none: number, one: number, seven: number, point: number])[]
) {
  const values = Float32Array.from(steps.flat());
  return decode({ values, offset: 0, steps: steps.length, classes: 4 }, KEYS, steps.length);
}

test("the same class in neighbouring steps is one character, and two with none between", () => {
  const { characters, readings } = line([0, 1, 0, 0], [0, 1, 0, 0], [1, 0, 0, 0], [0, 1, 0, 0]);
  expect(characters.map(({ text }) => text).join("")).toBe("11");
  expect(characters.map(({ at }) => at)).toEqual([0.25, 0.875]);
  expect(readings).toEqual([{ text: "11", share: 1 }]);
});

test("other readings are kept with their share, the likeliest first", () => {
  const { readings } = line([0, 0.7, 0.3, 0], [0.4, 0, 0, 0.6], [0, 0, 1, 0]);
  expect(readings.map(({ text }) => text)).toEqual(["1.7", "17", "7.7", "77"]);
  expect(readings.map(({ share }) => Number(share.toFixed(2)))).toEqual([0.42, 0.28, 0.18, 0.12]);
});

test("a character is as sure as its surest step", () => {
  const { characters } = line([0.1, 0.9, 0, 0], [0.4, 0.6, 0, 0]);
  expect(characters).toMatchObject([{ text: "1", sure: expect.closeTo(0.9) }]);
});
