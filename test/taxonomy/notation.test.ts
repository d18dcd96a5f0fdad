import { describe, expect, it } from "vitest";
import { whole } from "../../src/taxonomy/words/notation.ts";

describe("the notation of words", () => {
  const cases: readonly (readonly [words: string, fits: string, not: string])[] = [
    ["自有资金 非财政拨款", "自有资金 非财政拨款", "资金 自有资金非财政拨款"],
    ["单位[自有|其他]资金", "单位资金 单位自有资金 单位其他资金", "单位自有其他资金"],
    ["(附属|下属)单位缴款", "附属单位缴款 下属单位缴款", "单位缴款"],
    ["[纳入[财政]专户管理的?]教育收费", "教育收费 纳入专户管理教育收费", "财政教育收费"],
    ["规格…", "规格 规格型号", "某规格"],
    ["金额（…） 其中：合计", "金额(元) 其中:合计", "金额 金额元"],
    ["[资金|收入]*安排", "安排 收入资金安排", "支出安排"],
    ["政府性?基金", "政府基金 政府性基金", "政府"],
    ["(?<!类)项目", "项目", "类项目"],
  ];
  it.each(cases)("%s", (words, fits, not) => {
    for (const word of fits.split(" ")) expect(word).toMatch(whole(words));
    for (const word of not.split(" ")) expect(word).not.toMatch(whole(words));
  });
});
