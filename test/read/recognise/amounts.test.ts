import { expect, test } from "vitest";
import { withAmounts } from "../../../src/read/recognise/amounts.ts";
import type { RecognisedLine } from "../../../src/read/recognise/engine.ts";

const lineOf = (text: string, ...others: string[]): RecognisedLine => ({
  characters: [...text].map((each, i) => ({ text: each, at: (i + 0.5) / text.length, sure: 1 })),
  readings: [text, ...others].map((each, i) => ({ text: each, share: i === 0 ? 0.9 : 0.01 })),
});
const read = (...lines: RecognisedLine[]): string[] =>
  withAmounts(lines).map(({ characters }) => characters.map(({ text }) => text).join(""));

/** Amounts of a page, with two decimals each. */
const PAGE = "1,402.54 193.64 69.22 5.70 12,089.00 314.95 0.80 73.01 251.70 30.87".split(" ");

test("a comma that is a point is one, where the recogniser thinks it possible", () => {
  expect(read(lineOf("34,10", "34.10"), lineOf("34,10", "84,10"))).toEqual(["34.10", "34,10"]);
});

test("an amount without decimals, on a page where all others have two, lost its point", () => {
  const page = [...PAGE, ...PAGE].map((text) => lineOf(text));
  const lost = lineOf("24243", "2424.3", "242.43");
  const other = lineOf("24243", "342.43");
  const code = lineOf("2080505");
  const more = lineOf("1.96270", "1,962.70");
  const share = lineOf("12.5", "1.25");
  expect(read(...page, lost, other, code, more, share).slice(page.length)).toEqual([
    "242.43",
    "24243",
    "2080505",
    "1,962.70",
    "12.5",
  ]);
});

test("where amounts differ in their decimals, or are few, one without any stands", () => {
  const lost = lineOf("24243", "242.43");
  const whole = ["1,402", "193,640", "69,220"].map((text) => lineOf(text));
  expect(read(...PAGE.map((text) => lineOf(text)), ...whole, lost).at(-1)).toBe("24243");
  expect(read(...PAGE.slice(0, 5).map((text) => lineOf(text)), lost).at(-1)).toBe("24243");
});

test("an amount of a sentence has its point as those of the tables have, and keeps its place", () => {
  const page = PAGE.map((text) => lineOf(text));
  const sentence = lineOf("2023年支出31257万元", "2023年支出3125.7万元", "2023年支出312.57万元");
  const [read] = withAmounts([...page, sentence]).slice(page.length);
  expect(read?.characters.map(({ text }) => text).join("")).toBe("2023年支出312.57万元");
  expect(read?.characters.at(-1)).toEqual(sentence.characters.at(-1));
  expect(read?.characters[10]).toMatchObject({ text: ".", at: 10 / 14 });
});
