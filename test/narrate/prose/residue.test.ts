import { expect, it } from "vitest";
import { residueChecks } from "../../../src/narrate/prose/residue.ts";
import { foldSentence } from "../../../src/narrate/prose/tokens.ts";

const notes = (text: string, stage: "budget" | "final" = "budget"): string[] =>
  residueChecks(foldSentence(text), {}, { year: "2024", stage }).map((check) => check.message.en);

it.each([
  ["第二部分 云山市XX局2024年部门预算表", "placeholder"],
  ["第三部分 云山市档案局2023年度部门预算情况说明", "a heading names 2023"],
  ["三公经费预算3万元，比上年下降（增长）27.78%", "left open"],
  ["基本支出3万元，占 %", "a percentage is missing"],
  ["截至2024年12月31日，车辆1辆", "does not fit a budget of 2024"],
])("notes %s", (text, message) => {
  expect(notes(text)).toEqual([expect.stringContaining(message)]);
});

it("has nothing to say of a text in order", () => {
  expect(notes("第三部分 云山市档案局2024年度部门预算情况说明")).toEqual([]);
  expect(notes("截至2023年8月31日，车辆1辆")).toEqual([]);
  expect(notes("截至2024年12月31日，车辆1辆", "final")).toEqual([]);
  expect(notes("比上年增加（减少）0万元")).toEqual([]);
});
