import { describe, expect, it } from "vitest";
import type { Fund } from "../../src/model/coordinates.ts";
import { BY_FUNCTION, run, SPENT, table } from "./tables.ts";

/** Where the money is from: by rows. */
const income = (fund: Fund) =>
  table(
    "income-summary",
    { flow: "income", period: "current", stage: "budget", fund: "total" },
    [
      ["amount", { fund: "total" }],
      ["amount", { fund: "general_public" }],
      ["amount", { fund }],
    ],
    [["400.80", "241.10", "159.70"]],
  );
/** What it is spent on, with 159.70 below 国有资本经营预算 of 财政拨款结转. */
const spent = table(
  "expenditure-summary",
  SPENT,
  [
    ...BY_FUNCTION.slice(0, 2),
    ["amount", { fund: "total" }, "合计"],
    ["amount", { fund: "general_public" }, "一般公共预算"],
    ["amount", { fund: "carry_over.state_capital" }, "国有资本经营预算"],
  ],
  [
    ["", "合计", "400.80", "241.10", "159.70"],
    ["208", "社会保障和就业支出", "140.80", "41.10", "99.70"],
    ["210", "卫生健康支出", "260.00", "200.00", "60.00"],
  ],
);

const reasonsOf = (fund: Fund) =>
  run([spent, income(fund)])
    .facts.filter(({ fund: of }) => of === "carry_over.state_capital")
    .map(({ reasons }) => reasons.includes("heading-doubtful"));

describe("a column of a source of money that no other table knows", () => {
  it("is in doubt where another table prints its total under a source that this one lacks", () => {
    expect(reasonsOf("special_account")).toEqual([true, true, true]);
  });

  it("is not where the other source is what it is a part of", () => {
    expect(reasonsOf("carry_over")).toEqual([false, false, false]);
  });
});

describe("a summary that spends what was left of last year", () => {
  const summary = (left: string) =>
    table(
      "appropriation-summary",
      { fund: "fiscal" },
      [
        ["label", {}, "项目"],
        ["amount", { flow: "income" }, "预算数"],
        ["label", {}, "项目"],
        ["amount", { flow: "expenditure", kind: "total" }, "合计"],
        ["amount", { flow: "expenditure", kind: "total", fund: "general_public" }, "一般公共预算"],
        ["amount", { flow: "expenditure", kind: "total", fund: "government_fund" }, "政府性基金"],
      ],
      [
        ["一、本年收入", "98.00", "一、教育支出", "70.00", "60.00", "10.00"],
        ["（一）一般公共预算拨款", "88.00", "二、农林水支出", "40.00", "40.00", ""],
        ["（二）政府性基金预算拨款", "10.00", "", "", "", ""],
        ["二、上年结转", "12.00", "", "", "", ""],
        ["（一）一般公共预算拨款", left, "", "", "", ""],
        ["收入总计", "110.00", "支出总计", "110.00", "100.00", "10.00"],
      ],
      [0, 0, 1, 1, 1, 1],
    );
  const list = table(
    "general-public-expenditure",
    { ...SPENT, fund: "general_public" },
    BY_FUNCTION,
    [
      ["", "合计", "88.00", "48.00", "40.00"],
      ["205", "教育支出", "50.00", "30.00", "20.00"],
      ["213", "农林水支出", "38.00", "18.00", "20.00"],
    ],
  );
  const conflicts = (left: string) =>
    run([summary(left), list]).facts.filter(({ status }) => status === "conflict").length;

  it("contradicts no table of this year's money, where the totals differ by just that", () => {
    expect(conflicts("12.00")).toBe(0);
  });

  it("contradicts it where they differ by anything else", () => {
    expect(conflicts("7.00")).toBeGreaterThan(0);
  });
});

it("a fund's table that prints what was left as income spends it from the fund's own column", () => {
  const fund = table(
    "government-fund-expenditure",
    { ...SPENT, fund: "government_fund" },
    [
      ["function", {}, "科目编码"],
      ["function-name", {}, "科目名称"],
      ["amount", { flow: "income", fund: "carry_over.government_fund" }, "年初结转和结余"],
      ["amount", { flow: "income", fund: "government_fund" }, "本年收入"],
      ["amount", { kind: "current" }, "小计"],
      ["amount", { kind: "basic" }, "基本支出"],
      ["amount", { kind: "project" }, "项目支出"],
    ],
    [
      ["", "合计", "15.00", "40.00", "55.00", "5.00", "50.00"],
      ["21208", "国有土地使用权出让收入安排的支出", "15.00", "40.00", "55.00", "5.00", "50.00"],
    ],
  );
  const income = table(
    "income-summary",
    { flow: "income", fund: "total" },
    [
      ["label", {}, "项目"],
      ["amount", { fund: "total" }, "合计"],
      ["amount", { fund: "general_public" }, "一般公共预算"],
      ["amount", { fund: "government_fund" }, "政府性基金预算"],
    ],
    [["合计", "100.00", "60.00", "40.00"]],
  );
  const reasons = run([fund, income]).facts.flatMap((fact) => fact.reasons);
  expect(reasons).not.toContain("heading-doubtful");
});
