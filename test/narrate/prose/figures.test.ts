import { describe, expect, it } from "vitest";
import { figuresOf } from "../../../src/narrate/prose/figures.ts";
import { foldSentence } from "../../../src/narrate/prose/tokens.ts";

const found = (text: string): string[] =>
  figuresOf(foldSentence(text)).map(({ kind, published, unit }) => `${kind} ${published}${unit}`);

describe("figuresOf", () => {
  it("reads amounts, percentages and counts with their units", () => {
    expect(
      found("收入１,２３４.５０万元，增长 3.6 ％，车辆2辆，设备0台（套），接待24批次、210人次"),
    ).toEqual([
      "money 1234.50万元",
      "percent 3.6%",
      "count 2辆",
      "count 0台(套)",
      "count 24批次",
      "count 210人次",
    ]);
  });

  it("takes 万 for 万元 before money, not before people", () => {
    expect(found("增加217万，参保479万人，增长16倍")).toEqual([
      "money 217万",
      "count 479万人",
      "percent 16倍",
    ]);
  });

  it.each([
    "截至2023年12月31日",
    "2024年度",
    "依据某财社[2022]218号和某发【2023】82号",
    "单价50万元以上、单位价值100万元（含）以上",
    "100万元及100万元以上",
    "一是第3项，（2）第12条，公开01表",
    "1、第一件",
    "每月2-3次",
    "15分钟服务圈",
    "楼高3层",
  ])("leaves out what is no figure: %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("does not take a Chinese comma between figures for a separator", () => {
    expect(found("甲费12万元，345元")).toEqual(["money 12万元", "money 345元"]);
    expect(found("共1，234.56万元")).toEqual(["money 1234.56万元"]);
  });
});
