import { expect, test } from "vitest";
import type { Recogniser } from "../../../src/read/recognise/engine.ts";
import { recognisePage } from "../../../src/read/recognise/page.ts";
import type { Raster } from "../../../src/read/recognise/raster.ts";
import { greyOf } from "../../../src/read/recognise/seals.ts";
import { paper } from "./drawn.ts";

/** 144 pixels an inch. */
const SCALE = 2;

/** Reads any line as its width in points, and keeps what it was shown. */
function measuring() {
  const shown: Raster[] = [];
  const recogniser: Recogniser = {
    name: "measuring",
    read: async (lines) => {
      shown.push(...lines);
      return lines.map(({ width }) => ({
        characters: [{ text: String(width), at: 0.5, sure: 1 }],
        readings: [{ text: String(width), share: 1 }],
      }));
    },
  };
  return { recogniser, shown };
}

/** A table of two columns and three rows with a word in each cell but the last, and a word above it. */
function table(turn = 0): Raster {
  const { raster, box } = paper(600, 400, turn);
  for (const y of [100, 160, 220, 280]) box(80, y, 520, y + 2);
  for (const x of [80, 300, 518]) box(x, 100, x + 2, 282);
  const word = (x: number, y: number) => {
    for (let i = 0; i < 4; i++) box(x + i * 18, y, x + i * 18 + 12, y + 18);
  };
  word(250, 40);
  for (const y of [120, 180, 240]) for (const x of [100, 320]) if (y < 240 || x < 300) word(x, y);
  return raster;
}

test.each([0, 0.8, -0.8])(
  "lines of a table and of text, on a page that lies askew by %s°",
  async (turn) => {
    const { recogniser } = measuring();
    const { glyphs, rules, tilt } = await recognisePage(table(turn), SCALE, recogniser);
    expect(Math.abs((tilt * 180) / Math.PI - turn)).toBeLessThan(0.06);
    const at = (direction: string) =>
      rules
        .filter((rule) => rule.direction === direction)
        .map((rule) => Math.round(rule.at))
        .sort((a, b) => a - b);
    expect(at("horizontal")).toEqual([51, 81, 111, 141].map((y) => expect.closeTo(y, -0.5)));
    expect(at("vertical")).toEqual([41, 151, 260].map((x) => expect.closeTo(x, -0.5)));
    expect(glyphs).toHaveLength(6);
  },
);

test("a line of text is seen without the lines of the table around it", async () => {
  const { raster, box } = paper(600, 200);
  for (const y of [50, 100]) box(50, y, 550, y + 2);
  for (const x of [50, 300, 548]) box(x, 50, x + 2, 102);
  // Digits that touch the border to their right and below.
  for (let i = 0; i < 4; i++) box(220 + i * 20, 80, 234 + i * 20, 100);
  const { recogniser, shown } = measuring();
  const { glyphs } = await recognisePage(raster, SCALE, recogniser);
  expect(glyphs).toHaveLength(1);
  const [line] = shown.slice(-1) as [Raster];
  // No column of ink is as high as the crop: the border to the right is gone.
  const columns = Array.from({ length: line.width }, (_, x) =>
    Array.from({ length: line.height }, (_, y) => line.grey[y * line.width + x] as number),
  );
  expect(columns.filter((column) => column.every((pixel) => pixel < 128))).toEqual([]);
});

test("一 is but a stroke, and lost before 般: nothing begins with that", async () => {
  const saying = (text: string): Recogniser => ({
    name: "saying",
    read: async (lines) =>
      lines.map(() => ({
        characters: [...text].map((each, i) => ({ text: each, at: (2 * i + 1) / 8, sure: 1 })),
        readings: [{ text, share: 1 }],
      })),
  });
  const { raster, box } = paper(400, 100);
  for (let i = 0; i < 4; i++) box(100 + i * 20, 40, 114 + i * 20, 58);
  const read = async (text: string) => {
    const { glyphs } = await recognisePage(raster, SCALE, saying(text));
    return glyphs.map((glyph) => glyph.text).join("");
  };
  expect(await read("般公共预")).toBe("一般公共预");
  expect(await read("一般公共")).toBe("一般公共");
});

test("dust is no text, and a page of nothing has none", async () => {
  const { raster, box } = paper(400, 300);
  for (let i = 0; i < 30; i++)
    box(10 + i * 12, 20 + ((i * 37) % 250), 11 + i * 12, 21 + ((i * 37) % 250));
  const { recogniser } = measuring();
  const { glyphs, rules } = await recognisePage(raster, SCALE, recogniser);
  expect([glyphs, rules]).toEqual([[], []]);
});

test("a red seal is not seen, and the black below it is", () => {
  const pixels = {
    white: [250, 250, 250],
    seal: [220, 40, 45],
    black: [60, 20, 20],
    red: [200, 35, 40],
  };
  const rgba = Uint8Array.from(Object.values(pixels).flatMap((pixel) => [...pixel, 255]));
  const { grey } = greyOf({ width: 4, height: 1, rgba });
  // Its ink leaves nothing that could be a sign; what is black below it stands against that white.
  expect(grey[0]).toBeGreaterThan(240);
  expect(grey[1]).toBeGreaterThan(250);
  expect(grey[2]).toBeLessThan(110);
  expect(grey[3]).toBeGreaterThan(250);
});

test("thin strokes of a seal, whose red compression has smeared, are paper; black beside them is not", () => {
  // As a scanner's JPEG has them: a stroke as dark as the seal and half as red, its red on both sides of it; and a digit's stroke.
  const row = [
    ...[
      [255, 245, 244],
      [255, 229, 226],
      [160, 118, 112],
      [255, 226, 222],
      [255, 248, 246],
    ],
    ...[
      [255, 250, 250],
      [70, 48, 46],
      [68, 52, 50],
      [250, 248, 247],
      [255, 255, 255],
    ],
  ];
  const seal = Array.from({ length: 10 }, () => [220, 75, 79]);
  const rows = [...Array(24).fill(row), ...Array(8).fill(seal)] as number[][][];
  const rgba = Uint8Array.from(
    rows.flat(2).flatMap((value, i) => (i % 3 === 2 ? [value, 255] : value)),
  );
  const { grey } = greyOf({ width: 10, height: 32, rgba });
  const line = [...grey.subarray(100, 110)];
  expect(Math.min(...line.slice(0, 6))).toBeGreaterThan(250);
  expect(Math.max(...line.slice(6, 8))).toBeLessThan(80);
});
