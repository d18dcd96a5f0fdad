import { describe, expect, it } from "vitest";
import { withWords, wordsFrom } from "../../src/taxonomy/own/own.ts";
import { isWord, type meaningBelow, meaningOf } from "../../src/taxonomy/words/lookup.ts";

type Says = Omit<NonNullable<ReturnType<typeof meaningBelow>>, "composed">;

/** Headings of one cell for which others print two, one above the other. */
const COMPOSED: readonly (readonly [string, Says])[] = [
  ["财政拨款项目支出", { gives: { fund: "fiscal", kind: "project" } }],
  ["一般公共预算项目支出", { gives: { fund: "general_public", kind: "project" } }],
  ["项目支出财政拨款", { gives: { fund: "fiscal", kind: "project" } }],
  ["基本支出决算数", { gives: { kind: "basic" }, stage: "final" }],
  ["项目支出年初预算数", { gives: { kind: "project" }, stage: "budget" }],
  ["公务接待费预算数", { gives: { item: "three_public.reception" }, stage: "budget" }],
  ["上年公务接待费", { gives: { item: "three_public.reception" }, year: "previous" }],
  ["上年三公经费决算数", { gives: { item: "three_public" }, year: "previous", stage: "final" }],
  ["上年结转一般公共预算", { gives: { fund: "carry_over.general_public" } }],
  ["基本支出（人员经费）", { gives: { kind: "basic.personnel" } }],
  ["基本支出人员经费", { gives: { kind: "basic.personnel" } }],
];

describe("headings of several words", () => {
  it.each(COMPOSED)("%s", (heading, says) => {
    const { composed, ...meaning } = meaningOf(heading) ?? {};
    expect(meaning).toEqual(says);
  });

  it.each([
    "项目支出基本支出",
    "收入支出",
    "一般公共预算政府性基金",
    "基本支出结余",
    "会议费培训费",
  ])("%s says two things of one dimension, or something that no word says", (heading) => {
    expect(meaningOf(heading)).toBeUndefined();
  });

  it("a user's own words are made into others like all words", () => {
    const words = wordsFrom({ headings: { 维持性开支: "基本支出" } });
    withWords(words, () => {
      expect(meaningOf("其中：维持性开支小计")).toEqual({ gives: { kind: "basic" } });
      expect(meaningOf("财政拨款维持性开支")?.gives).toEqual({ fund: "fiscal", kind: "basic" });
      expect(meaningOf("维持性开支决算数")).toMatchObject({
        gives: { kind: "basic" },
        stage: "final",
      });
    });
    expect(meaningOf("维持性开支决算数")).toBeUndefined();
  });

  it("上年 before a source is last year's budget, or what is left of it", () => {
    expect(meaningOf("上年单位资金")).toBeUndefined();
  });

  it("what stands around a word makes no other of it", () => {
    for (const heading of [
      "基本支出小计",
      "本年基本支出",
      "其中：政府性基金预算资金合计",
      "单位资金（含事业收入）",
    ])
      expect(isWord(heading)).toBe(true);
    expect(isWord("财政拨款项目支出")).toBe(false);
    // Sources are called so, kinds of expenditure are not.
    expect(meaningOf("其中：基本支出资金")).toBeUndefined();
  });
});
