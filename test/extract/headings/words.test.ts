import { describe, expect, it } from "vitest";
import { meaningOf } from "../../../src/taxonomy/words/lookup.ts";

/** Headings as publishers print them, and what they say. */
describe("words of headings", () => {
  it.each([
    ["上年结转（结余）", { gives: { fund: "carry_over" } }],
    ["上年结转（结余资金）", { gives: { fund: "carry_over" } }],
    ["项目（按支出功能科目类级）", { role: "label" }],
    ["统计数", { stage: "final" }],
    ["决算统计数", { stage: "final" }],
    ["收入总计", { neutral: true }],
    ["支出总计", { neutral: true }],
    ["项目经费", { gives: { kind: "project" } }],
    ["单位（科目）", { role: "label" }],
    ["单位名称/科目名称", { role: "label" }],
    ["比预算增减", { role: "change" }],
  ])("%s", (heading, meaning) => {
    expect(meaningOf(heading)).toMatchObject(meaning);
  });
});
