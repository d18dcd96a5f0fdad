import { expect, test } from "vitest";
import type { RecognisedLine, Recogniser } from "../../../src/read/recognise/engine.ts";
import type { Raster } from "../../../src/read/recognise/raster.ts";
import { readLines } from "../../../src/read/recognise/second-look.ts";

const lineOf = (text: string, sure: number, ...others: string[]): RecognisedLine => ({
  characters: [...text].map((each, i) => ({ text: each, at: (i + 0.5) / text.length, sure })),
  readings: [text, ...others].map((each, i) => ({ text: each, share: i === 0 ? sure : 0.04 })),
});
const paper = (width: number): Raster => ({ width, height: 10, grey: new Uint8Array(width * 10) });

/** Says of each width what it is told to say. */
function saying(known: Readonly<Record<number, RecognisedLine>>): Recogniser {
  return { name: "saying", read: async (all) => all.map(({ width }) => known[width] as never) };
}

test("a line is looked at again, wider, where it is not sure, and both looks are told", async () => {
  const recogniser = saying({
    30: lineOf("2", 0.5, "21"),
    40: lineOf("221", 0.9, "21"),
    60: lineOf("2080505", 0.95),
  });
  const [code, sure] = await readLines([paper(30), paper(60)], recogniser);
  expect(code?.characters.map(({ text }) => text).join("")).toBe("221");
  expect(code?.characters.map(({ sure }) => sure)).toEqual([0.5, 0.5, 0.5]);
  expect(code?.readings.map(({ text }) => text)).toEqual(["221", "2", "21"]);
  expect(sure).toEqual(lineOf("2080505", 0.95));
});

test("a second look that is less sure leaves the first as it was", async () => {
  const recogniser = saying({ 30: lineOf("22", 0.7), 40: lineOf("№", 0.3) });
  const [line] = await readLines([paper(30)], recogniser);
  expect(line?.characters).toEqual(lineOf("22", 0.7).characters);
});

test("a digit or a point that was almost seen is doubt too, in the first look and in the second", async () => {
  const of = (text: string, share: number, other: string): RecognisedLine => ({
    characters: [...text].map((each, i) => ({ text: each, at: i / text.length, sure: 0.99 })),
    readings: [
      { text, share },
      { text: other, share: 1 - share },
    ],
  });
  const recogniser = saying({
    ...{ 30: of("202173942", 0.6, "202.173942"), 40: of("202.173942", 0.7, "202173942") },
    ...{ 60: of("638.587075", 0.75, "638587075"), 80: of("638587075", 0.7, "638.587075") },
    ...{ 90: of("1", 0.24, "21"), 120: of("221", 0.89, "21") },
  });
  const read = await readLines([paper(30), paper(60), paper(90)], recogniser);
  const texts = read.map(({ characters }) => characters.map(({ text }) => text).join(""));
  expect(texts).toEqual(["202.173942", "638.587075", "221"]);
});
