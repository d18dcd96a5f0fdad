import { expect, test } from "vitest";
import type { Fund } from "../../src/model/coordinates.ts";
import { factAt, run, table } from "./tables.ts";

/** 财政拨款收支总表: its income by row, its expenditure by function and by these sources. */
const summary = (sources: readonly Fund[], rows: readonly (readonly string[])[]) =>
  table(
    "appropriation-summary",
    { fund: "fiscal", kind: "total" },
    [
      ["label", {}, "项目"],
      ["amount", { flow: "income" }, "预算数"],
      ["label", {}, "项目"],
      ["amount", { flow: "expenditure" }, "合计"],
      ...sources.map((fund) => ["amount", { flow: "expenditure", fund }, fund] as const),
    ],
    rows,
    [0, 0, ...Array(2 + sources.length).fill(1)],
  );

const income = table(
  "income-summary",
  { flow: "income", period: "current", stage: "budget", fund: "total" },
  [
    ["amount", { fund: "total" }],
    ["amount", { fund: "general_public" }],
    ["amount", { fund: "government_fund" }],
    ["amount", { fund: "carry_over" }],
  ],
  [["25.78", "20.31", "5.47", ""]],
);

test("a column beside one that slid has slid with it, whatever adds up along the row", () => {
  const { facts } = run([
    income,
    summary(
      ["general_public", "government_fund", "state_capital"],
      [
        ["一般公共预算拨款", "20.31", "教育支出", "13.11", "", "13.11", ""],
        ["政府性基金预算拨款", "5.47", "卫生健康支出", "7.20", "", "7.20", ""],
        ["", "", "城乡社区支出", "5.47", "", "", "5.47"],
        ["收入总计", "25.78", "支出总计", "25.78", "", "20.31", "5.47"],
      ],
    ),
  ]);
  // 20.31 is more than came in as 政府性基金: both columns stand one too far to the right.
  const slid = facts.filter(({ tableIndex, column }) => tableIndex === 1 && column > 4);
  expect(slid.map(({ fund, status }) => `${fund} ${status}`)).toEqual([
    "government_fund unproved",
    "government_fund unproved",
    "state_capital unproved",
    "government_fund unproved",
    "state_capital unproved",
  ]);
});

test("what last year's money pays for may stand in a column of its own (四川)", () => {
  const { checks } = run([
    summary(
      ["general_public", "carry_over"],
      [
        ["一、本年收入", "20.31", "教育支出", "20.31", "18.31", "2.00"],
        ["一般公共预算拨款收入", "20.31", "卫生健康支出", "2.00", "2.00", ""],
        ["二、上年结转", "2.00", "", "", "", ""],
        ["一般公共预算拨款收入", "2.00", "二、结转下年", "", "", ""],
        ["收入总计", "22.31", "支出总计", "22.31", "20.31", "2.00"],
      ],
    ),
  ]);
  expect(checks.filter(({ outcome }) => outcome === "fails")).toEqual([]);
});

test("last year's money in a column of its own is a part of 合计, and is moved to no budget", () => {
  const { facts } = run([
    summary(
      ["general_public", "government_fund", "state_capital", "carry_over"],
      [
        ["一、本年收入", "38.31", "教育支出", "20.31", "18.31", "", "", "2.00"],
        ["一般公共预算拨款收入", "30.31", "卫生健康支出", "5.00", "5.00", "", "", ""],
        ["政府性基金预算拨款收入", "8.00", "城乡社区支出", "9.50", "", "8.00", "", "1.50"],
        ["二、上年结转", "3.50", "农林水支出", "7.00", "7.00", "", "", ""],
        ["收入总计", "41.81", "支出总计", "41.81", "30.31", "8.00", "", "3.50"],
      ],
    ),
  ]);
  const left = facts.filter(({ flow, fund }) => flow === "expenditure" && fund === "carry_over");
  expect(left.map(({ money }) => money.published)).toEqual(["2.00", "1.50", "3.50"]);
  expect(facts.map(({ status }) => status)).not.toContain("repaired");
});

test("a part that is all of its whole is no line's, where the column's total has fallen below its name", () => {
  const left = (...lines: readonly string[]) =>
    factAt(
      run([
        summary(
          ["general_public"],
          [
            ["一、本年收入", "20.31", "一、本年支出", "25.78", "25.78"],
            ["（一）一般公共预算拨款", "20.31", "（一）教育支出", "18.58", "18.58"],
            ["（二）政府性基金预算拨款", "", "（二）卫生健康支出", "7.20", "7.20"],
            ["二、上年结转", "5.47", "二、结转下年", "", ""],
            ["（一）一般公共预算拨款", lines[0] ?? "", "", "", ""],
            ["（二）政府性基金预算拨款", lines[1] ?? "", "", "", ""],
            ["收入合计", lines[2] ?? "", "支出合计", "25.78", "25.78"],
            ["", lines[3] ?? "", "", "", ""],
          ],
        ),
      ]),
      lines[0] === "" ? 6 : 5,
      1,
    );
  expect(left("5.47", "", "25.78").status).toBe("proved");
  expect(left("", "5.47", "", "25.78").reasons).toEqual(["row-unwitnessed"]);
});
