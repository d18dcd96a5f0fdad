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
