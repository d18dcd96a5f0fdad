import { describe, expect, it } from "vitest";
import type { Coordinates, Stage } from "../../../src/model/coordinates.ts";
import { type MoneyUnit, moneyOf } from "../../../src/model/money.ts";
import type { TableId } from "../../../src/model/table-ids.ts";
import { compareStatements, type TableAmount } from "../../../src/narrate/compare/compare.ts";
import { read } from "../prose/read.ts";

function amount(
  table: TableId,
  published: string,
  coordinates: Coordinates,
  unit: MoneyUnit = "万元",
): TableAmount {
  return {
    ...{ flow: "expenditure", fund: "total", kind: "total", period: "current", stage: "budget" },
    ...coordinates,
    ...{ table, tableIndex: 0, row: 1, column: 1, label: "合计", money: moneyOf(published, unit) },
    place: { page: 3 },
  };
}

const income = (published: string): TableAmount => {
  const { kind: _, ...rest } = amount("income-summary", published, { flow: "income" });
  return rest;
};

function compare(
  paragraphs: readonly string[],
  amounts: readonly TableAmount[],
  stage: Stage = "budget",
) {
  const { statements } = read(["一、收支情况说明", ...paragraphs], stage);
  const { checks, statements: compared } = compareStatements(
    statements,
    amounts,
    new Set<TableId>(["three-public"]),
  );
  return {
    agrees: compared.map((one) => one.agrees),
    messages: checks.map((one) => one.message.en),
  };
}

describe("a stated amount", () => {
  it("agrees within the rounding of the coarser print, whatever its unit", () => {
    const amounts = [income("10.00"), amount("expenditure-summary", "98561", {}, "元")];
    const result = compare(["收入总计10万元。支出总计9.86万元。"], amounts);
    expect(result).toEqual({ agrees: ["agrees", "agrees"], messages: [] });
  });

  it("that differs from the table gives a check with both and their places", () => {
    const result = compare(["收入总计16.00万元。"], [income("61.00")]);
    expect(result).toEqual({
      agrees: ["differs"],
      messages: [
        "收入总计: the narrative states 16.00万元 (line 2), the income summary table has 61.00万元 (page 3)",
      ],
    });
  });

  it("stands alone where no table has its coordinates", () => {
    const amounts = [
      amount("expenditure-summary", "5", { kind: "project" }),
      amount("general-public-expenditure", "7", { fund: "general_public", kind: "basic" }),
      amount("procurement", "9", {}),
      amount("expenditure-summary", "9", { functionCode: "210" }),
      amount("expenditure-summary", "9", { unitCode: "101" }),
      amount("three-public", "9", { period: "previous", item: "three_public" }),
    ];
    expect(
      compare(["支出总计6万元，其中：基本支出4万元。三公经费2万元。"], amounts).agrees,
    ).toEqual([...["alone", "alone", "alone"]]);
  });

  it("of 财政拨款 is confirmed by the general budget, and contradicted only if there is nothing else", () => {
    const general = amount("general-public-expenditure", "6", { fund: "general_public" });
    const sentence = ["财政拨款支出5万元。"];
    expect(compare(["财政拨款支出6万元。"], [general]).agrees).toEqual(["agrees"]);
    expect(compare(sentence, [general]).agrees).toEqual(["alone"]);
    expect(compare(sentence, [general, amount("expenditure-summary", "6", {})]).agrees).toEqual([
      "differs",
    ]);
  });

  it("is compared with the total of its own table: procurement", () => {
    const amounts = [amount("procurement", "63", {}), amount("expenditure-summary", "900", {})];
    const { statements } = read([
      "四、政府采购情况",
      "政府采购预算60万元，其中：政府采购货物预算3万元。",
    ]);
    expect(compareStatements(statements, amounts).statements.map((one) => one.agrees)).toEqual([
      "differs",
      "alone",
    ]);
  });

  it("is compared with the project of its name", () => {
    const project = { kind: "project", projectName: "馆藏 数字化" } as const;
    const sentence = "项目名称：馆藏数字化，项目金额：26万元";
    const other = amount("project-expenditure", "30", { kind: "project", projectName: "修缮" });
    const amounts = [amount("project-expenditure", "26", project), other];
    expect(compare([sentence], amounts).agrees).toEqual(["agrees"]);
    expect(compare([sentence], [other]).agrees).toEqual(["alone"]);
  });

  it("of a three-public item is missed where the table prints none", () => {
    expect(compare(["公务接待费2万元，公务用车购置费0万元。"], []).messages).toEqual([
      "公务接待费: the narrative states 2万元, the three-public table has no figure for it",
    ]);
  });
});

describe("what is recomputed", () => {
  const last = (published: string): TableAmount =>
    amount("three-public", published, { item: "three_public", period: "previous" });

  it.each([
    ["公务接待费8万元，比上年12.5万元减少4.35万元。", "says 4.35万元, its figures give 4.5万元"],
    ["公务接待费8万元，比上年7万元减少1万元。", "says a decrease, its figures give 7万元 → 8万元"],
    ["公务接待费8.00万元，比上年减少2万元，下降25%。", "says 25%, its figures give 20%"],
    ["公务接待费8万元，与2023年预算9万元持平。", "says no change, its figures give 9万元 → 8万元"],
    ["支出总计200万元，其中：基本支出50万元，占43%。", "says 43%, its figures give 25%"],
  ])("%s", (sentence, message) => {
    expect(compare([sentence], []).messages.filter((one) => !one.includes("no figure"))).toEqual([
      expect.stringContaining(message),
    ]);
  });

  it.each([
    "支出总计9万元，比上年减少1.30万元，下降12.62%。",
    "支出总计25.00万元，比2023年预算执行数0.00万元增加100.00%。",
    "支出总计10万元，比上年9.95万元基本持平。",
    "支出总计3万元，其中：基本支出1万元，占33.3%；项目支出2万元，占66.6%。",
    "支出总计8万元，比上年8万元减少0万元。",
    "支出总计8万元，比上年减少2万元，下降24%。",
  ])("holds: %s", (sentence) => {
    expect(compare([sentence], []).messages).toEqual([]);
  });

  it("takes the year before from the tables", () => {
    const now = amount("three-public", "5.76", { item: "three_public" });
    const sentence = "三公经费5.76万元，比上年增加1.30万元。";
    expect(compare([sentence], [now, last("7.06")]).messages).toEqual([
      expect.stringContaining("says an increase, its figures give 7.06万元 → 5.76万元"),
    ]);
  });

  it("does not take last year's budget for what last year came to", () => {
    const now = amount("three-public", "5.76", { item: "three_public" });
    const sentence = "三公经费5.76万元，比2023年执行数增加1.30万元。";
    expect(compare([sentence], [now, last("7.06")]).messages).toEqual([]);
  });

  it("measures the change of a wrong amount against the right one", () => {
    const result = compare(
      ["收入总计0万元，比上年减少56.95万元，下降1.87%。"],
      [income("2995.39")],
    );
    expect(result.messages).toEqual([
      expect.stringContaining("the income summary table has 2995.39万元"),
    ]);
  });

  it("measures a change from the budget against the budget", () => {
    const sentence = (change: string): string =>
      `公务接待费年初预算为5.00万元，支出决算为3.50万元，比上年增加0.50万元，增长16.67%，比年初预算${change}。`;
    const messages = (change: string): string[] =>
      compare([sentence(change)], [], "final").messages.filter((one) => !one.includes("no figure"));
    expect(messages("减少1.50万元，下降30%")).toEqual([]);
    expect(messages("减少2.50万元，下降30%")).toEqual([
      expect.stringContaining("says 2.50万元, its figures give 1.5万元"),
    ]);
  });

  it("proves what is claimed of budget and final figure", () => {
    const claim = (words: string): string =>
      `一般公共预算支出年初预算为60万元，支出决算为50万元，完成年初预算的83.33%。${words}`;
    const messages = (words: string): string[] => compare([claim(words)], [], "final").messages;
    expect(messages("决算数小于预算数的主要原因：厉行节约。")).toEqual([]);
    expect(messages("决算数大于预算数的主要原因：厉行节约。")).toEqual([
      "一般公共预算支出: the narrative says above its budget, its figures give 50万元 : 60万元",
    ]);
    expect(messages("决算数与预算数基本持平。")).toHaveLength(1);
  });
});

describe("a share of what is spent this year", () => {
  it("is not one of 支出总计, nor is the next one in the list", () => {
    const shares = "其中：基本支出248.31万元，占本年支出的70.95%；项目支出101.69万元，占29.05%。";
    const total = "2024年度支出总计356.20万元。";
    const year = "2024年度本年支出合计350.00万元。";
    expect(compare([total + shares], [], "final").messages).toEqual([]);
    expect(compare([year + shares], [], "final").messages).toEqual([]);
    const wrong = compare([year + shares.replace("70.95", "69.71")], [], "final").messages;
    expect(wrong).toEqual(["基本支出: the narrative says 69.71%, its figures give 70.95%"]);
  });
});

describe("what is said of the budget", () => {
  it("may be meant of the adjusted one", () => {
    const amounts = [
      amount("three-public", "20", { item: "three_public", stage: "budget" }),
      amount("three-public", "30", { item: "three_public", stage: "adjusted" }),
      amount("three-public", "28.5", { item: "three_public", stage: "final" }),
    ];
    const text =
      "“三公”经费全年预算数30万元，支出决算28.5万元，完成全年预算的95%，比全年预算数减少1.5万元。";
    expect(compare([text], amounts, "final")).toEqual({
      agrees: ["agrees", "agrees", "alone"],
      messages: [],
    });
    const wrong = compare([text.replace("95%", "90%")], amounts, "final").messages;
    expect(wrong).toHaveLength(1);
  });
});
