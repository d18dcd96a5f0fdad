import { createCanvas } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { dotsOf } from "../../../src/read/recognise/dots.ts";
import { PICTURE_BOMBS } from "../../hostile/picture-bombs.ts";

test("a picture's size is read from what it says, before it is decoded", () => {
  const canvas = createCanvas(30, 20);
  expect(dotsOf(new Uint8Array(canvas.toBuffer("image/png")))).toEqual([30, 20]);
  expect(dotsOf(new Uint8Array(canvas.toBuffer("image/jpeg")))).toEqual([30, 20]);
  const said = PICTURE_BOMBS.map(({ name, make }) => [name, dotsOf(make())]);
  expect(Object.fromEntries(said)).toMatchObject({
    "dots-60000x60000.png": [60_000, 60_000],
    "dots-2e9x2e9.png": [2e9, 2e9],
    "dots-65535x65535.jpg": [65_535, 65_535],
  });
});

test("a picture that ends before it says its size says nothing", () => {
  expect(dotsOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47]))).toBeUndefined();
  expect(dotsOf(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 9]))).toBeUndefined();
});
