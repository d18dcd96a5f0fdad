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

test("an amount that a narrow cell breaks behind its point keeps it", () => {
  expect(read(lineOf("559.", "559"), lineOf("34,10.", "34.10"))).toEqual(["559.", "34,10."]);
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

test("digits without the point that all others have may be read with it, however sure", () => {
  const page = [...PAGE, ...PAGE].map((text) => lineOf(text));
  const readings = (line: RecognisedLine) =>
    withAmounts([...page, line])
      .at(-1)
      ?.readings.map(({ text }) => text);
  expect(readings(lineOf("11295"))).toEqual(["11295", "112.95"]);
  expect(readings(lineOf("-216", "216"))).toEqual(["-216", "-2.16", "216", "2.16"]);
  expect(readings(lineOf("112.95", "11295"))).toEqual(["112.95", "11295"]);
  expect(readings(lineOf("15"))).toEqual(["15"]);
  expect(read(...page, lineOf("11295")).at(-1)).toBe("11295");
});

test("a page of few amounts has its points as the pages before it have", () => {
  const sentence = lineOf("收支总预算188271万元", "收支总预算1882.71万元");
  const [own, known, apart] = [[], PAGE, [...PAGE, "1,402", "7,001"]].map((earlier) =>
    withAmounts([sentence], [], earlier)[0]
      ?.characters.map(({ text }) => text)
      .join(""),
  );
  expect(own).toBe("收支总预算188271万元");
  expect(known).toBe("收支总预算1882.71万元");
  expect(apart).toBe("收支总预算188271万元");
});

test("where zeros at the end are left out, the point may have been at any place but before such", () => {
  const page = [...PAGE, ..."12.5 3.7 44.1".split(" ")].map((text) => lineOf(text));
  const [decimals, round] = withAmounts([...page, lineOf("2671"), lineOf("2640")]).slice(-2);
  expect(decimals?.readings.map(({ text }) => text)).toEqual(["2671", "26.71", "267.1"]);
  expect(decimals?.readings.filter(({ share }) => share >= 0.01)).toHaveLength(1);
  expect(round?.readings.map(({ text }) => text)).toEqual(["2640"]);
});
